"""How good the search was measured to be: ``measured.json``, which ``make bench`` writes and "about search" shows.

The file's shape is :class:`Measured`, as JSON. Without the file the page says that nothing has been measured yet.
Every text is there in both languages; cells are ready to read (``"2.8 %"``), for only the measurer knows their units.
"""

from __future__ import annotations

import datetime
from functools import cache
from importlib import resources

from pydantic import BaseModel, ConfigDict


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Said(_Part):
    """A text in both languages."""

    zh: str
    en: str

    def __getitem__(self, lang: str) -> str:
        return self.zh if lang == "zh" else self.en


class Row(_Part):
    """What was measured, and a cell for each column of its table; a cell is the same in both languages or a text."""

    label: Said
    cells: tuple[str | Said, ...]


class Table(_Part):
    """One table: ``label`` heads the first column, ``columns`` the others."""

    title: Said
    note: Said | None = None
    label: Said
    columns: tuple[Said, ...]
    rows: tuple[Row, ...]


class Measured(_Part):
    """All tables of one run, its day, and the kind of machine (as "2 cores, 8 GB, Linux")."""

    date: datetime.date
    machine: Said
    tables: tuple[Table, ...]


@cache
def measured() -> Measured | None:
    """What was measured last, or None.

    Raises:
        pydantic.ValidationError: where the file has another shape.
    """
    file = resources.files("huimin.search").joinpath("measured.json")
    return Measured.model_validate_json(file.read_text(encoding="utf-8")) if file.is_file() else None
