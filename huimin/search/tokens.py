"""The terms of a text: pairs of Han characters, Latin words, the edges between them, and codes such as ids.

``docs/script/search/tokens.ts`` makes the same of a question; both run the cases of ``tests/data/search/tokens.json``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
_RUN = re.compile(rf"[a-z0-9]+|[{HAN}]+")
_CODE = re.compile(r"[a-z0-9]+(?:[-.:/][a-z0-9]+)+")
_DOCUMENT = re.compile(rf"([{HAN}]{{2,}})[^{HAN}a-z0-9]{{0,2}}(\d{{4}})[^{HAN}a-z0-9]{{0,2}}第?(\d{{1,5}})号")
_LONGEST_OFFICE = 8


def runs(text: str) -> Iterator[tuple[int, str, bool]]:
    """The runs of one script in a folded text: where each starts, the run, and whether it is Han."""
    for found in _RUN.finditer(text):
        run = found[0]
        yield found.start(), run, run[0] > "\u2fff"


def places(text: str) -> dict[str, list[int]]:
    """Each term of a folded text that has places, with the places (in code points) where it stands, in order."""
    found: dict[str, list[int]] = defaultdict(list)
    end, edge = -1, ""
    for start, run, is_han in runs(text):
        if start == end:
            found[edge + (run[0] if is_han else run)].append(start - (1 if is_han_end(edge) else len(edge)))
        if is_han:
            at = start
            for pair in map("".join, pairwise(run)):
                found[pair].append(at)
                at += 1
        else:
            found[run].append(start)
        end, edge = start + len(run), run[-1] if is_han else run
    return found


def is_han_end(edge: str) -> bool:
    """Whether what stands before an edge is a Han character and not a word."""
    return edge > "\u2fff"


def codes(text: str) -> set[str]:
    """Words of a folded text that signs join, and the numbers of issued documents, each after ``#``.

    The office of a document number is taken at every length of up to eight characters before its year, for
    running text does not say where it begins.
    """
    found = {"#" + code for code in _CODE.findall(text)}
    for office, year, number in _DOCUMENT.findall(text):
        for length in range(2, min(len(office), _LONGEST_OFFICE) + 1):
            found.add(f"#{office[-length:]}{year}-{number}")
    return found
