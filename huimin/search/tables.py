"""Tables that are loaded when a question finds nothing as typed: other characters, other words of the same sound."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set
from functools import cache
from importlib import resources

from huimin.knowledge import KnowledgeBase
from huimin.search.pinyin import readings


def traditional(han: Set[str]) -> tuple[str, str]:
    """Traditional characters, and in the same places the simplified ones, of those that the index has (OpenCC)."""
    pairs = [(old, new) for old, new in _opencc() if new in han]
    return "".join(old for old, _ in pairs), "".join(new for _, new in pairs)


@cache
def _opencc() -> tuple[tuple[str, str], ...]:
    text = resources.files("opencc").joinpath("dictionary/TSCharacters.txt").read_text(encoding="utf-8")
    found = []
    for line in text.splitlines():
        old, _, news = line.partition("\t")
        new = news.split(" ")[0]
        if len(old) == len(new) == 1 and old != new:
            found.append((old, new))
    return tuple(found)


def homophones(han: Set[str]) -> dict[str, str]:
    """Each syllable with the characters that are read so: those of the index, and the common ones of GB 2312 level 1."""
    found: dict[str, list[str]] = defaultdict(list)
    for character in sorted(han | _common()):
        for syllable in readings(character):
            found[syllable].append(character)
    return {syllable: "".join(found[syllable]) for syllable in sorted(found)}


@cache
def _common() -> frozenset[str]:
    """The 3,755 characters of GB 2312 level 1: rows 16 to 55."""
    codes = (bytes((row + 0xA0, cell + 0xA0)) for row in range(16, 56) for cell in range(1, 95))
    return frozenset("".join(code.decode("gb2312", errors="ignore") for code in codes))


def glossary(kb: KnowledgeBase) -> list[tuple[str, str]]:
    """The names of terms in Chinese and English, a pair for each name of either language."""
    pairs = []
    for term in kb.terms.values():
        pairs.append((term.term.zh, term.term.en))
        pairs += [(name, term.term.en) for name in term.also.zh]
        pairs += [(term.term.zh, name) for name in term.also.en]
    return pairs
