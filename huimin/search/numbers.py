"""Numbers as characters: a number of up to 49,999 is one character, and needs no decoding but a subtraction.

A number v is the code point v + 35, without the backslash and the surrogates, which JSON and UTF-16 keep for
themselves; those below 92 take a byte in UTF-8. A larger number is the character of 50,000 as often as it is in it,
then the rest. ``docs/script/search/numbers.ts`` reads them.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable

LIMIT = 50_000
_BACKSLASH, _SURROGATES = ord("\\") - 35, 0xD800 - 36
CODES = [v + 35 + (v >= _BACKSLASH) + 2048 * (v >= _SURROGATES) for v in range(LIMIT + 1)]
"""The code point of each number that is one character."""
_ORDER = "utf-16-le" if sys.byteorder == "little" else "utf-16-be"


def put(codes: array[int], number: int) -> None:
    """Appends the code points of a number."""
    while number >= LIMIT:
        codes.append(CODES[LIMIT])
        number -= LIMIT
    codes.append(CODES[number])


def text_of(codes: array[int]) -> str:
    """The text that an array of code points (type ``H``) stands for."""
    return codes.tobytes().decode(_ORDER)


def gaps(numbers: Iterable[int]) -> str:
    """Ascending numbers, each as its distance from the one before it, the first from 0."""
    codes, last = array("H"), 0
    for number in numbers:
        put(codes, number - last)
        last = number
    return text_of(codes)


def hash_of(text: str) -> int:
    """FNV-1a of 32 bits over the UTF-16 code units of ``text``, by which a term's file is found."""
    found = 2166136261
    for character in text:
        code = ord(character)
        for unit in (code,) if code < 0x10000 else (0xD7C0 + (code >> 10), 0xDC00 + (code & 0x3FF)):
            found = (found ^ unit) * 16777619 & 0xFFFFFFFF
    return found
