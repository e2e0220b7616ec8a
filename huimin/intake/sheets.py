"""What a spreadsheet holds, whichever format it came in, and what is said of its cells."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any, Literal

import yaml
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import WINDOWS_EPOCH

from huimin.check.rules import Words

Value = (
    str | int | float | bool | datetime.datetime | datetime.date | datetime.time | datetime.timedelta | None
)

MAX_ROWS = 2000
MAX_COLUMNS = 600
MAX_CELL = 8000
"""As long as a long text of an entry may be (``huimin.model.fields.Words``)."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its value, and the format in which it was shown (``yyyy"年"m"月"``, ``0%``)."""

    value: Value
    format: str = "General"
    fault: Literal["", "formula", "error"] = ""
    epoch: datetime.datetime = WINDOWS_EPOCH
    """The day from which the workbook counts dates that stand as numbers."""


@dataclass(slots=True)
class Sheet:
    """One sheet: cells by row and column, both counted from 1; empty cells are left out."""

    title: str
    """Empty for a CSV file, which has no sheets."""
    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    continued: dict[int, set[int]] = field(default_factory=dict)
    """By row the columns in which a cell merged with the one above it stands."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in a file: sheet, row, column and heading, as far as it is known."""

    file: str
    sheet: str = ""
    row: int = 0
    column: int = 0
    heading: Words | None = None

    @property
    def letter(self) -> str:
        """The column's letter, or an empty string."""
        return get_column_letter(self.column) if self.column else ""

    def in_words(self, lang: str) -> str:
        """The place as a person finds it: ``cases.xlsx: sheet "Cases", row 5, column C "Title (English)"``."""
        parts = []
        chinese = lang == "zh"
        if self.sheet:
            parts.append(f"“{self.sheet}”表" if chinese else f'sheet "{self.sheet}"')
        if self.row:
            parts.append(f"第{self.row}行" if chinese else f"row {self.row}")
        heading = self.heading[lang] if self.heading else ""
        if self.column:
            parts.append(f"{self.letter}列" if chinese else f"column {self.letter}")
        if heading:
            quoted = f"“{heading}”" if chinese else f'"{heading}"'
            if self.column:
                parts[-1] += quoted if chinese else f" {quoted}"
            else:
                parts.append(quoted if chinese else f"column {quoted}")
        where = ("，" if chinese else ", ").join(parts)
        return f"{self.file}: {where}" if where else self.file


@dataclass(frozen=True, slots=True)
class CellFinding:
    """One thing to mend, or to know, in what was handed in."""

    spot: Spot
    code: str
    severity: Literal["error", "note"]
    message: Words
    help: Words

    def line_of_text(self, lang: str) -> str:
        """The finding as one line: place, severity, what is wrong, how to mend it."""
        names = {"error": ("错误", "error"), "note": ("提示", "note")}
        severity = names[self.severity][0 if lang == "zh" else 1]
        return f"{self.spot.in_words(lang)}: {severity} {self.message[lang]} — {self.help[lang]}"


@cache
def sentences() -> dict[str, dict[str, Any]]:
    """What stands in ``findings.yaml``."""
    text = resources.files("huimin.intake").joinpath("findings.yaml").read_text(encoding="utf-8")
    found: dict[str, dict[str, Any]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return found


def finding(code: str, spot: Spot, **words: object) -> CellFinding:
    """The finding ``code`` of ``findings.yaml`` at ``spot``; ``words`` fill its sentences."""
    raw = sentences()[code]
    suggestion = raw["help_near"] if words.get("near") and "help_near" in raw else raw["help"]

    def say(sentence: dict[str, str]) -> Words:
        zh, en = (
            sentence[lang].format(**{name: _shown(word, lang) for name, word in words.items()})
            for lang in ("zh", "en")
        )
        return Words(zh=zh, en=en)

    return CellFinding(spot, code, raw.get("severity", "error"), say(raw["message"]), say(suggestion))


def _shown(word: object, lang: str) -> str:
    """A word as it stands in a sentence: what people typed is shortened, and one finding is one line."""
    if isinstance(word, Words):
        return word[lang]
    text = str(word)
    text = text if len(text) <= 60 else text[:60] + "…"
    return "".join(c if c.isprintable() else " " if c.isspace() else f"\\u{ord(c):04x}" for c in text)


def has_errors(findings: Iterable[CellFinding]) -> bool:
    """Whether any finding forbids that the case is written."""
    return any(f.severity == "error" for f in findings)
