"""The judged set (``tests/data/search/judged.yaml``) and its score: how soon a page that is wanted is found."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import yaml

from tests.conftest import ROOT

FILE = ROOT / "tests/data/search/judged.yaml"
FIRST = 5
"""How many results a reader is taken to look at."""


@dataclass(frozen=True)
class Query:
    """One row; ``want`` and ``never`` are pages as ``kind:id``."""

    ask: str
    lang: str
    kind: str
    want: frozenset[str]
    never: frozenset[str]
    why: str


@dataclass(frozen=True)
class Found:
    """A query and what came first, as ``kind:id``; ``total`` counts all that was found."""

    query: Query
    pages: tuple[str, ...]
    total: int

    @property
    def place(self) -> int | None:
        """The place of the first page that is wanted, from 1; None where none is among those looked at."""
        places = (at for at, page in enumerate(self.pages, 1) if page in self.query.want)
        return next(places, None)

    @property
    def forbidden(self) -> list[str]:
        """Pages found that must not be."""
        return [page for page in self.pages if page in self.query.never]

    def line(self) -> str:
        """The query, its place, what was wanted and what came instead."""
        place = self.place or "-"
        wanted = " ".join(sorted(self.query.want)) or "nothing"
        found = " ".join(self.pages[:3]) or "nothing"
        return f"{self.query.lang} {self.query.kind:<16} {place!s:>2}  {self.query.ask}  wanted: {wanted}; found: {found}"


def judged() -> list[Query]:
    """The whole set, in the order of the file."""
    rows = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return [
        Query(
            **{name: row[name] for name in ("ask", "lang", "kind", "why")},
            want=frozenset(row["want"]),
            never=frozenset(row.get("never", ())),
        )
        for row in rows
    ]


def run(queries: Iterable[Query], ask: Callable[[str, str, int], tuple[Sequence[str], int]]) -> list[Found]:
    """Asks every query; ``ask`` takes language, text and a number of results, and gives those and the total."""
    found = []
    for query in queries:
        pages, total = ask(query.lang, query.ask, 10)
        found.append(Found(query, tuple(pages), total))
    return found


def share(found: Iterable[Found], within: int) -> float:
    """The share of queries with a wanted page among the first ``within``; those that want none do not count."""
    places = [f.place for f in found if f.query.want]
    return sum(place is not None and place <= within for place in places) / len(places)


def worst(found: Iterable[Found], number: int = 10) -> list[Found]:
    """The queries whose wanted page came last or not at all, in the order of the set."""
    wanting = [f for f in found if f.query.want and f.place != 1]
    return sorted(wanting, key=lambda f: -(f.place or 999))[:number]


def by_kind(found: Sequence[Found]) -> dict[str, list[Found]]:
    """The queries by their kind, in the order of the set."""
    kinds: dict[str, list[Found]] = {}
    for one in found:
        kinds.setdefault(one.query.kind, []).append(one)
    return kinds


def table(found: Sequence[Found]) -> str:
    """The score by kind of query, and the ten worst."""
    lines = [f"{'':<18}{'queries':>8}{'first':>9}{'in five':>9}"]
    for kind, some in [*by_kind(found).items(), ("all", list(found))]:
        if any(f.query.want for f in some):
            numbers = f"{len(some):>8}{share(some, 1):>9.1%}{share(some, FIRST):>9.1%}"
        else:
            numbers = f"{len(some):>8}   found at all: {sum(f.total > 0 for f in some)}"
        lines.append(f"{kind:<18}{numbers}")
    return "\n".join([*lines, "", "worst:", *(f.line() for f in worst(found))])
