"""Text as the index has it: compatibility forms, case, accents and kinds of white space made one.

``docs/script/search/fold.ts`` does the same; both run the cases of ``tests/data/search/tokens.json``.
"""

from __future__ import annotations

import re
import unicodedata

_SPACE = re.compile(r"\s+")
_COMBINING = re.compile("[\u0300-\u036f]")


class _Folded(dict[int, str]):
    """What each character becomes (NFKC of Unicode, UAX 15), found once."""

    def __missing__(self, code: int) -> str:
        one = chr(code)
        made = unicodedata.normalize("NFKC", one).lower()
        # Only Latin letters lose their marks: kana and Hangul would become others.
        if code < 0x370 or 0x1E00 <= code < 0x1F00:
            made = _COMBINING.sub("", unicodedata.normalize("NFD", made))
        self[code] = made
        return made


_FOLDED = _Folded()


def fold(text: str) -> str:
    """``text`` folded character by character, runs of white space as one space."""
    return _SPACE.sub(" ", text.translate(_FOLDED))
