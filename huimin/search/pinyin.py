"""The pinyin of names and titles, by phrases, so that 重庆 is chongqing and 六安 lu'an; without tones, ü as v."""

from __future__ import annotations

from functools import cache

from pypinyin import Style, lazy_pinyin, pinyin


@cache
def syllables(run: str) -> tuple[str, ...]:
    """A syllable for each character of a run of Han; one that has no reading known stands for itself."""
    # Unknown characters come back unread, several together.
    return tuple(one for read in lazy_pinyin(run) for one in ((read,) if read.isascii() else read))


def readings(character: str) -> list[str]:
    """Every usual reading of a character, the commonest first."""
    return list(
        dict.fromkeys(s for s in pinyin(character, style=Style.NORMAL, heteronym=True)[0] if s.isascii())
    )
