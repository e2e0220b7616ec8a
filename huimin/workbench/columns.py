"""The sheets and columns of a filled checklist, from the one definition in ``columns.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal

import yaml

from huimin.check.rules import Words

Kind = Literal[
    "id",
    "json",
    "shown",
    "title",
    "list",
    "line",
    "lines",
    "day",
    "evidence",
    "note",
    "time",
    "number",
    "targets",
    "actual",
]
"""What stands in a cell; what is ``shown`` is never read back."""

HEADING_ROW = 2
"""Of every sheet: below the warning."""
FIRST_ROW = 3
LAST_ROW = 5002
"""As many steps as a checklist may have (``MAX_STEPS`` of docs/script/model/limits.ts)."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: how it is called, what it wants, and how it looks."""

    id: str
    kind: Kind
    width: int
    heading: Words
    explain: Words
    also: tuple[str, ...] = ()
    """Other headings that are understood."""
    editable: bool = False
    hidden: bool = False
    list: str = ""
    """Choices for ``list`` kinds, proposals for others."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet, and its columns in order."""

    id: str
    title: Words
    columns: tuple[Column, ...]
    also: tuple[str, ...] = ()
    """Other names by which the sheet is known."""

    def number(self, column: str) -> int:
        """The place of a column, counted from 1."""
        return next(n for n, found in enumerate(self.columns, start=1) if found.id == column)


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a list."""

    id: str
    label: Words
    also: tuple[str, ...] = ()


@cache
def definition() -> Mapping[str, Any]:
    """The file as it is."""
    text = resources.files("huimin.workbench").joinpath("columns.yaml").read_text(encoding="utf-8")
    found: Mapping[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return found


@cache
def sheets() -> dict[str, Sheet]:
    """Every sheet that is read, by id, in order."""
    found: dict[str, Sheet] = {}
    for raw in definition()["sheets"]:
        own = tuple(_column(column) for column in raw["columns"])
        before = found[raw["like"]].columns if "like" in raw else ()
        found[raw["id"]] = Sheet(raw["id"], Words(**raw["title"]), before + own, tuple(raw.get("also", ())))
    return found


@cache
def options() -> dict[str, tuple[Option, ...]]:
    """The lists that belong to no knowledge base: status, role, flag."""
    return {
        name: tuple(
            Option(str(raw["id"]), Words(zh=raw["zh"], en=raw["en"]), tuple(raw.get("also", ())))
            for raw in items
        )
        for name, items in definition()["lists"].items()
    }


def warning() -> Words:
    """What stands in every file: no secrets, no personal data, and where the data are."""
    return Words(**definition()["warning"])


def view(name: str) -> Words:
    """The title of a sheet that is shown and never read."""
    return Words(**definition()["views"][name])


def _column(raw: Mapping[str, Any]) -> Column:
    texts = {"heading": Words(**raw["heading"]), "explain": Words(**raw["explain"])}
    return Column(**{**raw, **texts, "also": tuple(raw.get("also", ()))})
