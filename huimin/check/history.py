"""Compares the date in an entry with Git, where the whole history is there."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from huimin.check.rules import Report
from huimin.findings import Finding
from huimin.read.document import place_at

_UPDATED = re.compile(r"^updated: *['\"]?(\d{4}-\d{2}-\d{2})", re.MULTILINE)


def check_history(root: Path) -> list[Finding]:
    """Warns of entries whose ``updated`` is older than their last commit; nothing without full history."""
    last = _last_commits(root)
    report = Report()
    for file, day in sorted(last.items()):
        path = root / file
        if path.is_symlink() or not path.is_file():
            continue
        text = path.read_bytes().decode("utf-8-sig", errors="replace")
        match = _UPDATED.search(text)
        if match and match[1] < day:
            report.add("KB410", file, place_at(text, match.start(1)), day=day, updated=match[1])
    return report.sorted()


def _last_commits(root: Path) -> dict[str, str]:
    """The author's day of the newest commit for each YAML file, relative to ``root``."""
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    log = _git(
        root, "-c", "core.quotePath=false", "log", "--format=%x00%as", "--name-only", "--relative", "--", "."
    )
    found: dict[str, str] = {}
    for commit in log.split("\0")[1:]:
        day, *files = commit.split("\n")
        for file in files:
            if file.endswith(".yaml"):
                found.setdefault(file, day)
    return found


def _git(root: Path, *args: str) -> str:
    try:
        # A name in the history need not be UTF-8; such a file is no entry, so its escape will do.
        done = subprocess.run(
            ["git", "-C", str(root), *args],
            capture_output=True,
            encoding="utf-8",
            errors="backslashreplace",
            check=False,
        )
    except OSError:
        return ""
    return done.stdout if done.returncode == 0 else ""
