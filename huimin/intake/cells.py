"""The cells of one row by their columns' kinds: values for the case, and findings where they do not fit.

What could not be read is stood in for, so that the rules still run on everything else of the row.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from huimin.check.rules import Words
from huimin.intake import values
from huimin.intake.choices import Choices, Unknown
from huimin.intake.columns import Column, every_column
from huimin.intake.headings import CaseRow
from huimin.intake.sheets import MAX_CELL, CellFinding, finding
from huimin.intake.values import Unfit
from huimin.model.fields import MAX_ID, is_id

MAX_LINE = 1000
"""As long as a short text of an entry may be (``huimin.model.fields.Line``)."""
STAND_IN = "…"

_MAY_BE_DATES = frozenset({"when", "year", "number"})
"""Kinds that read dates or refuse them in words of their own."""
_DATES = (datetime.datetime, datetime.date, datetime.time, datetime.timedelta)

REFS = re.compile(r"[、，,；;\s]+")
REF_DRESS = re.compile(r"^(?:来源|source|no\.?|第|\[|\(|#)+|(?:号|\]|\))+$", re.IGNORECASE)


class Cells:
    """The cells of one row; ``findings`` grows as they are read."""

    def __init__(self, row: CaseRow, choices: Mapping[str, Choices]) -> None:
        self.row = row
        self.choices = choices
        self.findings: list[CellFinding] = []
        self.bad: set[str] = set()
        """Columns with an error, by id."""
        self.texts = {id_: self._text(every_column()[id_]) for id_ in row.cells}
        self._refused = frozenset(self.bad)
        self.filled_units = {c.unit for c in every_column().values() if self.is_filled(c)}

    def add(self, code: str, column: Column, **words: object) -> None:
        """Adds a finding for this row's cell of ``column``."""
        found = finding(code, self.row.spot(column), **words)
        self.findings.append(found)
        if found.severity == "error":
            self.bad.add(column.id)

    def is_filled(self, column: Column) -> bool:
        """Whether anything stands in the cell, good or bad."""
        return bool(self.texts.get(column.id)) or column.id in self._refused

    def _text(self, column: Column) -> str:
        """The cell's text, or an empty one with a finding where it is refused."""
        cell = self.row.cells[column.id]
        text = values.raw_text(cell)
        if cell.fault == "formula":
            self.add("formula", column)
        elif cell.fault == "error":
            self.add("error-value", column, value=text)
        elif column.kind not in _MAY_BE_DATES and isinstance(cell.value, _DATES):
            self.add("made-date", column, value=text)
        elif character := values.bad_character(text):
            self.add("character", column, at=character[0], character=character[1])
        elif len(text) > (limit := MAX_CELL if column.kind in ("prose", "lines", "names") else MAX_LINE):
            self.add("too-long", column, length=len(text), limit=limit)
        else:
            return text
        return ""

    def value(self, column: Column, sources: Mapping[int, str]) -> Any:  # noqa: ANN401
        """The value of a filled cell for the case, or None where it adds nothing.

        ``sources`` are the ids of the row's sources by their numbers.
        """
        text = self.texts.get(column.id, "")
        if not text:
            return self._stand_in(column, sources)
        try:
            return self._value(column, text, sources)
        except Unfit as unfit:
            self.add(unfit.code, column, **unfit.words)
            return self._stand_in(column, sources)

    def _value(self, column: Column, text: str, sources: Mapping[int, str]) -> Any:  # noqa: ANN401
        cell = self.row.cells[column.id]
        match column.kind:
            case "line":
                return values.line(text)
            case "prose":
                return values.prose(text)
            case "year":
                year = values.year(cell)
                if year is None and column.need == "always":
                    raise Unfit("year", value=text)
                return year
            case "when":
                return values.when(cell)
            case "number":
                return values.number(cell)
            case "url":
                return values.url(text)
            case "word":
                return _word(text)
            case "choice":
                return self._choice(column, self.choices[column.choices].one(text))
            case "choices":
                found = [self._choice(column, item) for item in self.choices[column.choices].several(text)]
                return list(dict.fromkeys(found)) or self._stand_in(column, sources)
            case "refs":
                return self._refs(column, text, sources)
        raise AssertionError(column.kind)  # ids and lines are read by the row

    def _choice(self, column: Column, item: str | Unknown) -> str:
        if isinstance(item, str):
            return item
        choices = self.choices[column.choices]
        if item.several:
            self.add("several", column, value=item.written, some=", ".join(item.several))
            return item.several[0]
        some = Words(zh=choices.some("zh"), en=choices.some("en"))
        code = "city" if column.choices == "city" else "choice"
        self.add(code, column, value=item.written, near=item.near, some=some)
        return choices.first

    def _refs(self, column: Column, text: str, sources: Mapping[int, str]) -> list[str] | str:
        """Ids of sources by their numbers (1、来源2) or by the ids that they were given."""
        found: list[str] = []
        for part in [p for p in REFS.split(unicodedata.normalize("NFKC", text)) if p] or [text]:
            bare = REF_DRESS.sub("", part)
            number = int(bare) if bare.isascii() and bare.isdigit() and len(bare) < 4 else 0
            id_ = sources.get(number) or (part if part in sources.values() else None)
            if id_ is None:
                some = "、".join(map(str, sources)) or "1"
                self.add("refs", column, value=part, some=some)
            else:
                found.append(id_)
        if column.id.endswith(".source"):
            if len(set(found)) > 1:
                self.add("one-only", column)
            return found[0] if found else self._stand_in(column, sources)
        return list(dict.fromkeys(found))

    def _stand_in(self, column: Column, sources: Mapping[int, str]) -> Any:  # noqa: ANN401
        """A value of the right kind for a cell that is missing or could not be read."""
        match column.kind:
            case "line" | "prose":
                return STAND_IN
            case "choice":
                return self.choices[column.choices].first
            case "choices":
                return [self.choices[column.choices].first]
            case "number":
                return 0
            case "year":
                return 2000
            case "refs":
                ids = list(sources.values()) or ["stand-in"]
                return ids[0] if column.id.endswith(".source") else ids[:1]
        return None


def _word(text: str) -> str:
    word = unicodedata.normalize("NFKC", text).strip()
    if not is_id(word):
        raise Unfit("id", value=text, near=slug_of(text))
    return word


def slug_of(text: str) -> str:
    """An id made of the Latin words of ``text``, or an empty string."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    slug = ""
    for word in re.findall(r"[a-z0-9]+", plain):
        if len(slug) + len(word) >= MAX_ID:
            break
        slug = f"{slug}-{word}" if slug else word
    return slug
