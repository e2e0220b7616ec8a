"""The terms of a text: pairs of Han characters, Latin words, the edges between them, and codes such as ids.

``docs/script/search/tokens.ts`` makes the same of a question; both run the cases of ``tests/data/search/tokens.json``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from operator import add

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
BEFORE_HAN = "\u2fff"
"""A run that is greater than this is Han, for all others are Latin."""
_RUN = re.compile(rf"([a-z0-9]+|[{HAN}]+)")
_JOINTS = frozenset("-.:/")
_NUMBER = re.compile(rf"[^{HAN}a-z0-9]{{0,2}}(?<![0-9])([0-9]{{4}})[^{HAN}a-z0-9]{{0,2}}第?([0-9]{{1,5}})号")
_LONGEST_OFFICE = 8
_OFFICE = re.compile(rf"[{HAN}]{{2,{_LONGEST_OFFICE}}}\Z")


@dataclass(slots=True)
class Scan:
    """What a text is made of; places are code points from where the scan was told to begin."""

    terms: list[str] = field(default_factory=list)
    """Pairs of Han characters, Latin words, and edges; the places of one term are in order."""
    places: list[int] = field(default_factory=list)
    """Of each term, where it stands."""
    words: list[str] = field(default_factory=list)
    han: list[str] = field(default_factory=list)
    han_places: list[int] = field(default_factory=list)
    """Runs of Han characters, and where each begins."""
    codes: list[str] = field(default_factory=list)
    """Words that signs join, and the numbers of issued documents, each after ``#``."""


def scan(text: str, start: int = 0) -> Scan:
    """The terms of a folded text that begins at place ``start``."""
    found = Scan()
    terms, places, words, han = found.terms, found.places, found.words, found.han
    parts = _RUN.split(text)  # what is between, run, what is between, …
    begins = list(accumulate(map(len, parts), initial=start))[1::2]
    for begin, run in zip(begins, parts[1::2], strict=False):
        if run > BEFORE_HAN:
            terms += map(add, run, run[1:])
            places += range(begin, begin + len(run) - 1)
            han.append(run)
            found.han_places.append(begin)
        else:
            terms.append(run)
            places.append(begin)
            words.append(run)
    between = parts[2:-1:2]
    if "" in between:
        for term, place in _edges(parts, begins):
            terms.append(term)
            places.append(place)
    if not _JOINTS.isdisjoint(between):
        found.codes += _joined(parts)
    if "号" in text:
        found.codes += _issued(text)
    return found


def _edges(parts: list[str], begins: list[int]) -> Iterator[tuple[str, int]]:
    """Where Han and Latin touch: the word with the character beside it, so that ``46号`` is found whole."""
    for index in range(2, len(parts) - 1, 2):
        if not parts[index]:
            before, after, begin = parts[index - 1], parts[index + 1], begins[index // 2]
            if after > BEFORE_HAN:
                yield before + after[0], begin - len(before)
            else:
                yield before[-1] + after, begin - 1


def _joined(parts: list[str]) -> Iterator[str]:
    """Latin words that a single sign joins."""
    code, next_ = "", 0
    for index in range(2, len(parts) - 1, 2):
        if parts[index] in _JOINTS:
            before, after = parts[index - 1], parts[index + 1]
            if before > BEFORE_HAN or after > BEFORE_HAN:
                continue
            if code and index != next_:
                yield code
                code = ""
            code = (code or "#" + before) + parts[index] + after
            next_ = index + 2
    if code:
        yield code


def _issued(text: str) -> Iterator[str]:
    """The numbers of issued documents.

    The office is taken at every length of up to eight characters before the year, for running text does not say where
    it begins.
    """
    for number in _NUMBER.finditer(text):
        before = _OFFICE.search(text[max(0, number.start() - _LONGEST_OFFICE) : number.start()])
        office = before[0] if before else ""
        for length in range(2, len(office) + 1):
            yield f"#{office[-length:]}{number[1]}-{int(number[2])}"
