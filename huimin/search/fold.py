"""Text as the index has it: compatibility forms, case, accents and kinds of white space made one.

``docs/script/search/fold.ts`` does the same; both run the cases of ``tests/data/search/tokens.json``.
"""

from __future__ import annotations

import re
import unicodedata

_COMBINING = re.compile("[\u0300-\u036f]")


class _Folded(dict[int, str]):
    """What each character becomes (NFKC of Unicode, UAX 15), found once; line breaks stay."""

    def __missing__(self, code: int) -> str:
        one = chr(code)
        made = unicodedata.normalize("NFKC", one).lower()
        # Only Latin letters lose their marks: kana and Hangul would become others.
        if code < 0x370 or 0x1E00 <= code < 0x1F00:
            made = _COMBINING.sub("", unicodedata.normalize("NFD", made))
        self[code] = made if one == "\n" else "".join(" " if c.isspace() else c for c in made)
        return self[code]


_FOLDED = _Folded()


def fold_lines(text: str) -> str:
    """``text`` folded character by character, runs of white space within a line as one space."""
    made = text.translate(_FOLDED)
    while "  " in made:
        made = made.replace("  ", " ")
    return made


def fold(text: str) -> str:
    """``text`` folded, in one line."""
    return fold_lines(text.replace("\n", " "))
