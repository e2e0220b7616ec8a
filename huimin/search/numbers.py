"""Numbers as characters: a number of up to 49,999 is one character, and needs no decoding but a subtraction.

A number v is the code point v + 35, or v + 36 from the backslash on, which JSON keeps for itself; all lie below the
surrogates of UTF-16, and those below 92 take a byte in UTF-8. A larger number is the character of 50,000 as often as
it is in it, then the rest. ``docs/script/search/numbers.ts`` reads them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

LIMIT = 50_000


class _Characters(dict[int, str]):
    """The characters of each number, found once."""

    def __missing__(self, number: int) -> str:
        rest = number % LIMIT
        last = chr(rest + 35 + (rest + 35 >= ord("\\")))
        self[number] = _FIFTY_THOUSAND * (number // LIMIT) + last
        return self[number]


_FIFTY_THOUSAND = chr(LIMIT + 36)
CHARACTERS = _Characters()


def text_of(numbers: Iterable[int]) -> str:
    """The text that some numbers are written as."""
    return "".join(map(CHARACTERS.__getitem__, numbers))


def numbers_of(text: str) -> list[int]:
    """The numbers that a text stands for."""
    found, sum_ = [], 0
    for code in map(ord, text):
        value = code - (36 if code > ord("\\") else 35)
        sum_ += value
        if value < LIMIT:
            found.append(sum_)
            sum_ = 0
    return found


def gaps(numbers: Sequence[int]) -> str:
    """Ascending numbers, each as its distance from the one before it, the first from 0."""
    return text_of(after - before for before, after in pairwise([0, *numbers]))


def hash_of(text: str) -> int:
    """FNV-1a of 32 bits over the UTF-16 code units of ``text``, by which a term's file is found."""
    found = 2166136261
    for code in map(ord, text):
        if code > 0xFFFF:
            found = (found ^ (0xD7C0 + (code >> 10))) * 16777619 & 0xFFFFFFFF
            code = 0xDC00 + (code & 0x3FF)
        found = (found ^ code) * 16777619 & 0xFFFFFFFF
    return found
