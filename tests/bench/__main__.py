"""``make bench``: our cold build beside plain MkDocs with Material on the same bodies, in one run.

Synthetic cases in the real knowledge base, then requirements in the small one, in two languages. Prints seconds,
bytes written, peak memory, HTML a page, their ratios, and what one page more costs. Nothing here passes or fails:
machines differ, ratios tell. ``python -m tests.bench cases 100 1000`` measures one bench, or some sizes, alone. After them comes
our search beside others (``search``); with ``--record`` its figures are written for the page "about search".
"""

import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from huimin.load import load
from huimin.synth.folder import write
from tests.bench.measure import HEAD, Measured, ours, plain
from tests.bench.search import run as search
from tests.conftest import REAL, SMALL

BUDGET = 500.0
"""Seconds for the whole run. Where plain MkDocs would pass it, its figures are drawn out from the smaller sizes, and
sizes that are not begun by then are left out; both are said."""
BEGAN = time.perf_counter()


def cases(folder: Path, number: int) -> None:
    """The real knowledge base with so many synthetic cases in place of its own."""
    write(REAL, load(REAL).knowledge_base(), folder, number, seed=1)


def entries(folder: Path, number: int) -> None:
    """The small knowledge base with its requirement many times over, each under a name of its own."""
    shutil.copytree(SMALL, folder)
    text = (folder / "requirements/keep-list.yaml").read_text(encoding="utf-8")
    for index in range(number):
        name = f"keep-list-{index}"
        changed = text.replace("id: keep-list", f"id: {name}").replace("建立一览表", f"建立第{index}张一览表")
        (folder / f"requirements/{name}.yaml").write_text(changed, encoding="utf-8")


BENCHES: dict[str, tuple[Callable[[Path, int], None], tuple[int, ...]]] = {
    "cases": (cases, (100, 1000, 5000)),
    "entries": (entries, (100, 1000, 3000)),
}


def run(name: str, make: Callable[[Path, int], None], sizes: tuple[int, ...]) -> None:
    """Builds each size both ways and prints the table."""
    print(HEAD)
    found: list[Measured] = []
    peers: list[Measured] = []
    for size in sizes:
        if left() < 0:
            print(f"left out, the run has taken its {BUDGET:.0f} s: {size} {name}")
            continue
        with tempfile.TemporaryDirectory() as scratch:
            base = Path(scratch)
            make(base / "kb", size)
            found.append(ours(base / "kb", base / "site"))
            print(found[-1].row(f"ours, {size} {name}, {found[-1].pages} pages"), flush=True)
            peer, note = beside(base, found[-1].pages, peers)
            print(peer.row(f"MkDocs + Material, {note}"), flush=True)
            print(found[-1].ratios(peer), flush=True)
    if len(found) > 1:
        print(f"one page more, ours: {more(found[0], found[-1])}")
        print(f"one page more, MkDocs + Material: {more(peers[0], peers[-1])}\n", flush=True)


def beside(base: Path, pages: int, peers: list[Measured]) -> tuple[Measured, str]:
    """Plain MkDocs on the bodies in ``base``: measured and added to ``peers``, or drawn out where it would take long."""
    if len(peers) > 1:
        expected = peers[-1].at(pages, peers[-2])
        if expected.seconds * 1.5 > left():  # half as much again to write its documents first
            print(f"  (next line: drawn out straight from {peers[-2].pages} and {peers[-1].pages} pages)")
            return expected, "by a line, NOT MEASURED"
    peers.append(plain(base / "kb", base))
    return peers[-1], "same bodies"


def left() -> float:
    """Seconds of the budget that are left."""
    return BUDGET - (time.perf_counter() - BEGAN)


def more(few: Measured, many: Measured) -> str:
    """What one page more costs, by the smallest and the largest size."""
    pages = many.pages - few.pages
    seconds, cpu, memory = (
        (getattr(many, name) - getattr(few, name)) / pages for name in ("seconds", "cpu", "memory")
    )
    return f"{seconds * 1000:.2f} ms ({cpu * 1000:.2f} ms of CPU), {memory:.1f} kB of memory"


def main() -> None:
    """Runs the benches, or those that are named, with all sizes, or those that are given."""
    given = sys.argv[1:]
    sizes = tuple(int(word) for word in given if word.isdigit())
    for name, (make, usual) in BENCHES.items():
        if name in given or not set(given) & {*BENCHES, "search"}:
            run(name, make, sizes or usual)
    if "search" in given or not set(given) & set(BENCHES):
        search.run(sizes, cases, record="--record" in given)


if __name__ == "__main__":
    main()
