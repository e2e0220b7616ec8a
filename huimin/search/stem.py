"""A light English stem: plurals, -ing, -ed and the -e that they drop, by the rules of Porter (1980) for these alone.

``docs/script/search/stem.ts`` has the same rules; both run the words of ``tests/data/search/tokens.json``. Words whose
plural means something else stay as they are.
"""

from __future__ import annotations

import re
from functools import cache

_KEPT = frozenset(
    [
        "news",
        "goods",
        "means",
        "customs",
        "always",
        "during",
        "evening",
        "nothing",
        "something",
        "anything",
        "everything",
    ]
)
_VOWELS_THEN_NONE = re.compile("[aeiouy]+[^aeiouy]+")
_SHORT = re.compile("(?:^|[^aeiou])[aeiouy][^aeiouwxy]$")
"""Ends in consonant, vowel, consonant, as in ``share`` and ``site`` without their e, which is then kept."""


def _measure(word: str) -> int:
    return len(_VOWELS_THEN_NONE.findall(word))


@cache
def stem(word: str) -> str:
    """The stem of a word in lower case; a word with other than a to z, or of three letters or fewer, is its own."""
    if len(word) < 4 or re.search("[^a-z]", word) or word in _KEPT:
        return word
    if word in ("used", "using"):
        return "use"
    s = word
    if s.endswith("ies") and len(s) > 4:
        s = s[:-3] + "y"
    elif re.search("(?:ss|x|ch|sh|zz)es$", s):
        s = s[:-2]
    elif re.search("[^sui]s$", s):
        s = s[:-1]
    s = _without_tense(s)
    rest = s[:-1]
    if s.endswith("e") and len(rest) > 3 and (_measure(rest) > 1 or not _SHORT.search(rest)):
        s = rest
    return s[:-1] if s.endswith("ll") and _measure(s) > 1 else s


def _without_tense(s: str) -> str:
    if s.endswith("ied") and len(s) > 4:
        return s[:-3] + "y"
    if s.endswith("eed"):
        return s[:-1] if re.search("[^c]eed$", s) and _measure(s[:-3]) else s
    cut = re.sub("(?:ing|ed)$", "", s)
    if cut == s or len(cut) < 3 or not re.search("[aeiouy]", cut):
        return s
    if re.search(r"([^aeioulsz])\1$", cut):
        return cut[:-1]
    return cut + "e" if _measure(cut) == 1 and _SHORT.search(cut) else cut
