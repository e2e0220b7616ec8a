"""Builds of whole sites for tests, each in a process of its own as people run them."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT


def start(kb: Path, site: Path, **settings: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "KB_DIR": str(kb), "SITE_DIR": str(site), "LC_ALL": "C.UTF-8", **settings}
    return subprocess.Popen(
        [sys.executable, "-m", "huimin", "site"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def build(kb: Path, site: Path, **settings: str) -> tuple[int, str]:
    """Runs a build to its end; its exit code and all that it printed."""
    process = start(kb, site, **settings)
    printed, _ = process.communicate(timeout=120)
    return process.returncode, printed


def fingerprint(site: Path) -> str:
    """SHA-256 of every file's path and bytes."""
    digest = hashlib.sha256()
    for file in sorted(p for p in site.rglob("*") if p.is_file()):
        digest.update(f"{file.relative_to(site)}\0{hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()
