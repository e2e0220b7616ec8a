"""Compares an issued text with the clauses of a source; the text itself never enters the repository."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from huimin.model.source import Clause, Source

MAX_TEXT = 200_000
"""Bytes that an issued text may have; each clause is looked for at every place."""

_SPACE = re.compile(r"\s")
_END = re.compile(r"(?<=[。；])")


def squeeze(text: str) -> str:
    """The text without white space: hard-wrapped lines and the spaces of a layout carry no meaning."""
    return _SPACE.sub("", text.lstrip("\ufeff"))


def digest(sentence: str) -> str:
    """SHA-256 of a sentence in UTF-8, white space left out."""
    return hashlib.sha256(squeeze(sentence).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a comparison found: the words of each clause that matches, and the clauses that do not."""

    matched: dict[str, str]
    differing: tuple[tuple[Clause, str], ...]
    """Clauses that were not found, each with the words that stand in their place (may be empty)."""


def compare(source: Source, text: str) -> Comparison:
    """Finds each clause of ``source`` in ``text`` by length and digest, in order.

    Clauses are looked for one after another; where one is not found, the words between its
    neighbours are what stands in its place. Headings between the clauses are passed over.
    """
    whole = squeeze(text)
    spans: list[tuple[int, int] | None] = []
    position = 0
    for clause in source.clauses:
        start = _find(whole, clause, position)
        spans.append(None if start is None else (start, start + clause.length))
        if start is not None:
            position = start + clause.length
    matched = {c.id: whole[s[0] : s[1]] for c, s in zip(source.clauses, spans, strict=True) if s}
    differing = tuple(
        (clause, _between(whole, spans, index))
        for index, clause in enumerate(source.clauses)
        if spans[index] is None
    )
    return Comparison(matched, differing)


def _find(whole: str, clause: Clause, start: int) -> int | None:
    """Where the clause stands at or after ``start``."""
    for begin in range(start, len(whole) - clause.length + 1):
        piece = whole[begin : begin + clause.length]
        if hashlib.sha256(piece.encode()).hexdigest() == clause.digest:
            return begin
    return None


def _between(whole: str, spans: list[tuple[int, int] | None], index: int) -> str:
    """The sentence that stands where clause ``index`` should: the nth one since the last that was found."""
    missing = 0
    while index - missing > 0 and spans[index - missing - 1] is None:
        missing += 1
    before = next((s[1] for s in reversed(spans[:index]) if s), 0)
    after = next((s[0] for s in spans[index + 1 :] if s), len(whole))
    pieces = [piece for piece in _END.split(whole[before:after]) if piece]
    return pieces[missing] if missing < len(pieces) else ""


def shown(clause: Clause, found: str) -> str:
    """The words that stand in a clause's place, short enough for a line; a heading before them is cut off."""
    tail = found[-clause.length :] if len(found) > clause.length else found
    return tail if len(tail) <= 40 else f"{tail[:20]}…{tail[-18:]}"
