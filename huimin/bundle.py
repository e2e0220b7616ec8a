"""The larger scripts of the site: TypeScript modules in ``docs/script/``, bundled into classic scripts.

Modules, ``import()`` and ``fetch`` do not work from a disc, and the browsers that readers have are old; esbuild
writes one file for each module that lies directly in ``docs/script/``.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

TARGET = "chrome87,firefox115,safari15"
"""The oldest browsers whose syntax the bundles may use; WeChat's is a Chromium."""


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
    command = next((root / "node_modules/@esbuild").glob("*/bin/esbuild"), None) or next(
        (root / "node_modules/@esbuild").glob("*/esbuild.exe"), None
    )
    if command is None:
        raise BundleError(
            "没有准备好脚本的打包工具，请运行make setup / esbuild is not set up: run make setup"
        )
    options = (
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
