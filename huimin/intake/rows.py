"""From a row of cells to the values of a case, with every finding by row and column."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from huimin.check.rules import Words
from huimin.intake import values
from huimin.intake.cells import STAND_IN, Cells, slug_of
from huimin.intake.choices import Choices
from huimin.intake.columns import Column, every_column, groups
from huimin.intake.headings import CaseRow
from huimin.intake.sheets import CellFinding, finding, has_errors
from huimin.knowledge import KnowledgeBase
from huimin.model.fields import is_id

_STAND_IN_ID = "stand-in"


@dataclass(slots=True)
class Reading:
    """What a row says: values in the form of a case's file, and what is to be said of the cells."""

    row: CaseRow
    values: dict[str, Any]
    findings: list[CellFinding]
    numbers: dict[str, list[int]]
    """The numbers of each repeated group that were filled in, in order: the way back to the columns."""
    bad: set[str]
    """Columns that were stood in for, by id."""

    @property
    def id(self) -> str:
        """The case's id: province and slug."""
        return str(self.values["id"])

    @property
    def is_good(self) -> bool:
        """Whether nothing forbids that the case is written."""
        return not self.bad and not has_errors(self.findings)

    @property
    def has_id(self) -> bool:
        """Whether the id is the one that was written."""
        return not self.bad & {"id", "city"}

    def add(self, code: str, column: Column, **words: object) -> None:
        """Adds a finding for this row's cell of ``column``."""
        self.findings.append(finding(code, self.row.spot(column), **words))


def read_row(
    row: CaseRow, base: KnowledgeBase, choices: Mapping[str, Choices], updated: datetime.date
) -> Reading:
    """Reads one row; ``updated`` becomes the case's date. Values are whole even where cells are not."""
    cells = Cells(row, choices)
    numbers = _numbers(cells)
    sources = _sources(cells, numbers["sources"])
    result: dict[str, Any] = {
        "state": "submitted",
        "updated": updated.isoformat(),
        "sources": {number: {"id": id_} for number, id_ in sources.items()},
    }
    for column in _columns(numbers):
        value = _value(column, cells, sources)
        if value is not None:
            _put(result, column, value)
    _across_cells(result, cells, numbers)
    _clauses(result, cells, base)
    result["id"] = f"{_province(result['city'], base)}/{_slug(cells, result['city'], base)}"
    return Reading(row, _listed(result), cells.findings, numbers, cells.bad)


def _numbers(cells: Cells) -> dict[str, list[int]]:
    """For each repeated group the numbers under which anything is filled in, or as many as there must be."""
    found: dict[str, set[int]] = {id_: set() for id_, group in groups().items() if group.repeat}
    for column in every_column().values():
        if column.group in found and cells.is_filled(column):
            found[column.group].add(column.number)
    return {id_: sorted(n) or list(range(1, groups()[id_].least + 1)) for id_, n in found.items()}


def _columns(numbers: Mapping[str, list[int]]) -> Iterator[Column]:
    """The columns that this row uses."""
    units = {f"{group}.{number}" for group, of_group in numbers.items() for number in of_group}
    for column in every_column().values():
        if column.group not in numbers or column.unit in units:
            yield column


def _sources(cells: Cells, numbers: list[int]) -> dict[int, str]:
    """The ids of the sources by their numbers: as given, else ``source-1``."""
    found: dict[int, str] = {}
    for number in numbers:
        column = every_column()[f"sources.{number}.id"]
        id_ = (cells.texts.get(column.id) and cells.value(column, {})) or f"source-{number}"
        if id_ in found.values():
            cells.add("word-twice", column, value=id_)
        found[number] = id_
    return found


def _value(column: Column, cells: Cells, sources: Mapping[int, str]) -> Any:  # noqa: ANN401
    """The value of one column; None where the case has none there."""
    if column.id == "id" or (column.kind == "word" and column.group == "sources"):
        return None  # read on their own
    if column.kind in ("lines", "names"):
        return _pairs(column, cells) if column.id.endswith(".zh") else None
    if cells.texts.get(column.id):
        value = cells.value(column, sources)
        return (value == "yes" or None) if column.choices == "answer" else value
    if not _is_wanted(column, cells):
        return None
    return cells.value(column, sources)  # stands in


def _is_wanted(column: Column, cells: Cells) -> bool:
    """Whether an empty cell should be filled in; says so, save where the whole column is missing."""
    twin = every_column().get(column.twin)
    if column.id in cells.bad:
        return column.need != "no"
    twin_is_filled = twin is not None and cells.is_filled(twin)
    unit_is_filled = column.unit in cells.filled_units
    wanted = (
        column.need == "always"
        or (column.need == "unit" and (unit_is_filled or column.unit == "sources.1"))
        or twin_is_filled
    )
    if not wanted:
        return False
    basis = cells.choices["basis"].one(cells.texts.get(f"{column.unit}.basis", ""))
    if column.id not in cells.row.places or (column.need == "basis" and basis == "not-stated"):
        cells.bad.add(column.id)  # said of the heading, or of the text in the other language
    elif twin is not None and twin_is_filled:
        cells.add("empty-twin", column, other=cells.row.heading(twin))
    elif column.need == "unit" and unit_is_filled:
        heading = cells.row.heading(column)
        title = Words(zh=re.split("[：:]", heading.zh)[0], en=re.split("[：:]", heading.en)[0])
        cells.add("empty-unit", column, group=title)
    else:
        cells.add("empty", column, explain=column.explain)
    return True


def _pairs(column: Column, cells: Cells) -> list[dict[str, str]] | None:
    """Texts in both languages, one a line."""
    english = every_column()[column.twin]
    zh, en = (
        values.lines(cells.texts.get(c.id, ""), names=column.kind == "names") for c in (column, english)
    )
    if bool(zh) != bool(en):
        _is_wanted(english if zh else column, cells)
    elif len(zh) != len(en):
        cells.add("lines", english, zh=len(zh), en=len(en))
    for which, items in ((column, zh), (english, en)):
        if longest := max((len(item) for item in items if len(item) > 1000), default=0):
            cells.add("too-long", which, length=longest, limit=1000)
    count = max(len(zh), len(en))
    zh, en = (items + [STAND_IN] * (count - len(items)) for items in (zh, en))
    return [{"zh": a, "en": b} for a, b in zip(zh, en, strict=True)] or None


def _across_cells(result: dict[str, Any], cells: Cells, numbers: Mapping[str, list[int]]) -> None:
    """What several cells must agree on: statements and their basis, flows, years."""
    for column in _columns(numbers):
        if column.choices == "basis":
            _check_statement(column, cells)
    basis = every_column()["sharing.basis"]
    if (
        numbers["sharing.flows"]
        and basis.id not in cells.bad
        and result["sharing"].get("basis") in ("reading", "not-stated")
    ):
        cells.add("basis-flows", basis)
    years, end = result.get("years", {}), every_column()["years.end"]
    good = "years.start" not in cells.bad and end.id not in cells.bad
    if good and {"start", "end"} <= years.keys() and years["end"] < years["start"]:
        cells.add("years", end, end=years["end"], start=years["start"])


def _check_statement(column: Column, cells: Cells) -> None:
    """A source that says so wants text and sources, a reading wants text, not-stated wants neither."""
    if column.id in cells.bad or not cells.texts.get(column.id):
        return
    stem = column.id.removesuffix(".basis")
    basis = cells.choices["basis"].one(cells.texts[column.id])
    others = [every_column()[f"{stem}.{part}"] for part in ("text.zh", "text.en", "sources")]
    for other in others:
        if basis == "not-stated" and cells.is_filled(other) and other.id not in cells.bad:
            cells.add("basis-none", other)
        wanted = basis == "source" or (basis == "reading" and other.kind == "prose")
        if wanted and not cells.is_filled(other) and other.id not in cells.bad:
            label = next(c.label for c in cells.choices["basis"].items if c.id == basis)
            cells.add("basis-text", other, basis=label)


def _clauses(result: dict[str, Any], cells: Cells, base: KnowledgeBase) -> None:
    """Where no clause is named, those on which the requirements rest."""
    if result.get("clauses"):
        return
    requirements = [base.requirements[id_] for id_ in result["requirements"] if id_ in base.requirements]
    result["clauses"] = list(dict.fromkeys(clause for r in requirements for clause in r.clauses))
    if "requirements" not in cells.bad and "clauses" not in cells.bad:
        cells.add("clauses-taken", every_column()["clauses"], some=", ".join(result["clauses"]))


def _province(city: str, base: KnowledgeBase) -> str:
    units = base.jurisdictions
    return next((c.province for c in (units.cities if units else ()) if c.id == city), city)


def _slug(cells: Cells, city: str, base: KnowledgeBase) -> str:
    """The case's name within its province; a province before it is allowed where it is the city's."""
    column = every_column()["id"]
    text = unicodedata.normalize("NFKC", cells.texts.get("id", "")).strip()
    slug = text.removeprefix(f"{_province(city, base)}/")
    if is_id(slug):
        return slug
    near = slug_of(text) or slug_of(cells.texts.get("title.en", ""))
    if text:
        cells.add("id", column, value=text, near=near)
    elif column.id in cells.row.places and column.id not in cells.bad:
        cells.add("id-missing", column, near=near)
    return _STAND_IN_ID


def _put(result: dict[str, Any], column: Column, value: Any) -> None:  # noqa: ANN401
    path = column.path[:-1] if column.kind in ("lines", "names") else column.path
    at: dict[Any, Any] = result
    for part in path[:-1]:
        at = at.setdefault(part, {})
    at[path[-1]] = value


def _listed(value: Any) -> Any:  # noqa: ANN401
    """Groups by number become lists, in the order of their numbers."""
    if isinstance(value, dict):
        if value and all(isinstance(key, int) for key in value):
            return [_listed(value[key]) for key in sorted(value)]
        return {key: _listed(item) for key, item in value.items()}
    return value
