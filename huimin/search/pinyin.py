"""The pinyin of names and titles, by phrases, so that 重庆 is chongqing and 六安 lu'an; without tones, ü as v."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import chain

from pypinyin import Style, lazy_pinyin, pinyin
from pypinyin.contrib.mmseg import seg


class Reader:
    """Reads runs of Han; ``names`` are read as wholes, for 长 in 湖南省长沙市 is not that of 省长."""

    def __init__(self, names: Iterable[str]) -> None:
        longest_first = sorted(map(re.escape, names), key=lambda name: (-len(name), name))
        self._names = re.compile(f"({'|'.join(longest_first) or '(?!)'})")
        self._read: dict[str, tuple[str, ...]] = {}

    def syllables(self, run: str) -> tuple[str, ...]:
        """A syllable for each character; one that has no reading known stands for itself."""
        if run not in self._read:
            phrases = chain.from_iterable(map(seg.cut, filter(None, self._names.split(run))))
            self._read[run] = tuple(chain.from_iterable(map(_of_phrase, phrases)))
        return self._read[run]


@cache
def _of_phrase(phrase: str) -> tuple[str, ...]:
    # Unknown characters come back unread, several together.
    return tuple(one for read in lazy_pinyin(phrase) for one in ((read,) if read.isascii() else read))


def readings(character: str) -> list[str]:
    """Every usual reading of a character, the commonest first."""
    return list(
        dict.fromkeys(s for s in pinyin(character, style=Style.NORMAL, heteronym=True)[0] if s.isascii())
    )
