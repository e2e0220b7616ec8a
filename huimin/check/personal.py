"""Personal data that does not belong in what is published: numbers of citizens, mobile telephones, bank cards.

The citizen number is checked by its check digit (GB 11643), a card by Luhn's (ISO/IEC 7812-1), so that other
long numbers pass. Full-width digits and digits set apart by spaces or hyphens are seen as well. The patterns are
data (``personal.yaml``), for the scripts in the page look by them too (``docs/script/model/personal.ts``).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal

import yaml

Kind = Literal["citizen-number", "mobile-number", "card-number"]

_DIGITS = re.compile(r"\d(?:\W?\d){10}")
"""Eleven digits in a row, of any script: less is nobody's number, and most texts have none."""
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


@dataclass(frozen=True, slots=True)
class PersonalKind:
    """One kind of number: how it looks, and by which check digit it is told from others."""

    id: Kind
    pattern: re.Pattern[str]
    check: Literal["gb-11643", "luhn"] | None = None


@cache
def personal_rules() -> dict[str, Any]:
    """What stands in ``personal.yaml``."""
    text = resources.files("huimin.check").joinpath("personal.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return found


@cache
def _kinds() -> tuple[PersonalKind, ...]:
    return tuple(
        PersonalKind(raw["id"], re.compile(raw["pattern"]), raw.get("check"))
        for raw in personal_rules()["kinds"]
    )


def has_long_number(text: str) -> bool:
    """Whether any number in ``text`` is long enough to be looked at."""
    return _DIGITS.search(text) is not None


def personal_data(text: str) -> tuple[Kind, str] | None:
    """The first piece of personal data in ``text`` and its kind, or None."""
    if not has_long_number(text):
        return None
    plain = unicodedata.normalize("NFKC", text)
    for kind in _kinds():
        for match in kind.pattern.finditer(plain):
            if kind.check is None or _HOLDS[kind.check](re.sub("[ -]", "", match[1])):
                return kind.id, match[1]
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


_HOLDS = {"gb-11643": _is_citizen, "luhn": _is_card}
