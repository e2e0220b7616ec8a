"""The larger scripts of the site: TypeScript modules in ``docs/script/``, bundled into classic scripts.

Modules, ``import()`` and ``fetch`` do not work from a disc, and the browsers that readers have are old; esbuild
writes one file for each module that lies directly in ``docs/script/``.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

from huimin.compiled import COMPILER, CompileError, case_check

TARGET = "chrome87,firefox115,safari15"
"""The oldest browsers whose syntax the bundles may use; WeChat's is a Chromium."""


CASE_CHECK = "huimin-case-check"
"""The name by which scripts import the compiled check of a case."""


class BundleError(Exception):
    """The scripts could not be bundled; the text says why."""


def bundle(root: Path, target: Path) -> None:
    """Writes ``target/<name>.js`` for each entry of ``docs/script/``; the same input gives the same bytes.

    Raises:
        BundleError: where esbuild is not set up, or a script is faulty.
    """
    entries = sorted(str(path) for path in (root / "docs/script").glob("*.ts*"))
    if not entries:
        return
    command = esbuild(root)
    try:
        compiled = (f"--alias:{CASE_CHECK}={case_check(root)}",) if (root / COMPILER).is_file() else ()
    except CompileError as broken:
        raise BundleError(str(broken)) from None
    options = (
        *compiled,
        "--bundle",
        "--minify",
        "--format=iife",
        "--charset=utf8",
        "--legal-comments=none",
        f"--target={TARGET}",
        "--jsx=automatic",
        "--jsx-import-source=preact",
        "--log-level=warning",
        "--color=false",
        f"--outdir={target}",
    )
    done = subprocess.run([str(command), *entries, *options], cwd=root, capture_output=True, text=True)
    if done.returncode:
        raise BundleError(done.stderr.strip())


def esbuild(root: Path) -> Path:
    """The program.

    Raises:
        BundleError: where it is not set up.
    """
    folder = root / "node_modules/@esbuild"
    for name in ("*/bin/esbuild", "*/esbuild.exe"):
        for found in folder.glob(name):
            return found
    raise BundleError("没有准备好脚本的打包工具，请运行make setup / esbuild is not set up: run make setup")
