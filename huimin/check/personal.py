"""Personal data that does not belong in what is published: numbers of citizens, mobile telephones, bank cards.

The citizen number is checked by its check digit (GB 11643), a card by Luhn's (ISO/IEC 7812-1), so that other
long numbers pass. Full-width digits and digits set apart by spaces or hyphens are seen as well.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

Kind = Literal["citizen-number", "mobile-number", "card-number"]

_DIGITS = re.compile(r"\d(?:[ \u3000-]?\d){10}")
"""Eleven digits in a row, of any script: less is nobody's number, and most texts have none."""
_APART = r"[ -]?"
_CITIZEN = re.compile(rf"(?<![0-9A-Za-z])(?:[0-9]{_APART}){{17}}[0-9Xx](?![0-9A-Za-z])")
_MOBILE = re.compile(
    rf"(?<![0-9A-Za-z.])(?:\+?86{_APART})?1[3-9][0-9]{_APART}[0-9]{{4}}{_APART}[0-9]{{4}}(?![0-9A-Za-z])"
)
_CARD = re.compile(rf"(?<![0-9A-Za-z.])(?:[0-9]{_APART}){{15,18}}[0-9](?![0-9A-Za-z])")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def has_long_number(text: str) -> bool:
    """Whether any number in ``text`` is long enough to be looked at."""
    return _DIGITS.search(text) is not None


def personal_data(text: str) -> tuple[Kind, str] | None:
    """The first piece of personal data in ``text`` and its kind, or None."""
    if not has_long_number(text):
        return None
    plain = unicodedata.normalize("NFKC", text)
    for kind, pattern, holds in (
        ("citizen-number", _CITIZEN, _is_citizen),
        ("mobile-number", _MOBILE, None),
        ("card-number", _CARD, _is_card),
    ):
        for match in pattern.finditer(plain):
            if holds is None or holds(re.sub("[ -]", "", match.group())):
                return kind, match.group()  # type: ignore[return-value]
    return None


def _is_citizen(number: str) -> bool:
    month, day = int(number[10:12]), int(number[12:14])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return "10X98765432"[total % 11] == number[17].upper()


def _is_card(number: str) -> bool:
    doubled = [int(d) * (2 if i % 2 else 1) for i, d in enumerate(reversed(number))]
    return sum(d - 9 if d > 9 else d for d in doubled) % 10 == 0
