"""MkDocs, started with what it needs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def mkdocs(arguments: list[str], **settings: str) -> int:
    """Runs MkDocs on the project that this package stands in; returns its exit code.

    ``settings`` go before those of the surroundings; folders are taken from where the command was called.
    """
    environment = {**os.environ, **settings}
    for name in ("KB_DIR", "SITE_DIR"):
        if environment.get(name):
            environment[name] = str(Path(environment[name]).resolve())
    environment["NO_MKDOCS_2_WARNING"] = "1"  # its theme announces its successor at every start
    try:
        return subprocess.run(
            [sys.executable, "-m", "mkdocs", *arguments],
            cwd=Path(__file__).parents[2],
            env=environment,
            check=False,
        ).returncode
    except KeyboardInterrupt:
        return 0
