"""Finds the row of headings in a sheet, and the rows below it that hold cases."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from openpyxl.utils import get_column_letter

from huimin.check.rules import Words
from huimin.check.structure import nearest
from huimin.intake.columns import Column, columns_by_heading, every_column, heading_key
from huimin.intake.sheets import Cell, CellFinding, Sheet, Spot, finding
from huimin.intake.values import raw_text

SHEET_NAMES = {
    "fill": Words(zh="填写", en="Cases"),
    "explain": Words(zh="说明", en="Explanations"),
    "example": Words(zh="样例", en="Example"),
    "choices": Words(zh="选项", en="Choices"),
}
"""The template's sheets."""

_AMONG_ROWS = 30
_AT_LEAST = 3
"""So many headings make a row of headings."""
_EXAMPLE = re.compile(
    r"^\s*(?:[\[【(（<《]?\s*(?:样例|示例|example)\s*[\]】)）>》:：]|(?:样例|示例|example)\s*$)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class CaseRow:
    """One row that holds a case: its cells by the columns' ids, and where each stands."""

    file: str
    sheet: str
    number: int
    cells: dict[str, Cell]
    places: dict[str, int] = field(repr=False)
    """Where each column of the sheet stands, counted from 1."""
    written: dict[str, str] = field(repr=False)
    """The headings as they stand in the sheet, by the columns' ids."""

    def heading(self, column: Column) -> Words:
        """The heading as it stands in the sheet, else as the template has it."""
        written = self.written.get(column.id)
        return Words(zh=written, en=written) if written else column.heading

    def spot(self, column: Column) -> Spot:
        """The place of this row's cell of ``column``."""
        place = self.places.get(column.id, 0)
        return Spot(self.file, self.sheet, self.number, place, self.heading(column))


def rows_of(file: str, sheets: list[Sheet]) -> tuple[list[CaseRow], list[CellFinding]]:
    """The rows that hold cases in all sheets of a file, and what is to be said of sheets and headings."""
    rows: list[CaseRow] = []
    found: list[CellFinding] = []
    with_headings = 0
    for sheet in sheets:
        spot = Spot(file, sheet.title)
        role = _role(sheet.title)
        if role in ("explain", "choices") or not sheet.rows:
            continue
        if role == "example":
            found.append(finding("example-sheet", spot))
            continue
        heading_row = _heading_row(sheet)
        if heading_row == 0:
            if len(sheets) > 1:
                found.append(finding("other-sheet", spot))
            continue
        with_headings += 1
        places, of_headings = _places(file, sheet, heading_row)
        found += of_headings
        written = {id_: _tidy(raw_text(sheet.rows[heading_row][place])) for id_, place in places.items()}
        of_sheet, skipped = _case_rows(file, sheet, heading_row, places, written)
        rows += of_sheet
        found += skipped
        if not of_sheet:
            found.append(finding("no-rows", spot))
    if not with_headings:
        found.append(finding("no-heading", Spot(file)))
    return rows, found


def _role(title: str) -> str:
    """What a sheet of the template is for, by its title in either language; empty where it is another."""
    key = heading_key(title)
    for role, name in SHEET_NAMES.items():
        # Copies are named 样例 (2) or 样例2; a sheet to fill in may be named anything.
        if role != "fill" and any(
            re.fullmatch(rf"{heading_key(name[lang])}\d*", key) for lang in ("zh", "en")
        ):
            return role
    return ""


def _heading_row(sheet: Sheet) -> int:
    """The row with the most headings of the template, or 0; of rows alike, as in merged ones, the last."""
    known = columns_by_heading()
    best, most = 0, _AT_LEAST - 1
    for number in [n for n in sheet.rows if n <= _AMONG_ROWS]:
        count = sum(heading_key(raw_text(cell)) in known for cell in sheet.rows[number].values())
        if count and count >= max(most, _AT_LEAST):
            best, most = number, count
    return best


def _places(file: str, sheet: Sheet, row: int) -> tuple[dict[str, int], list[CellFinding]]:
    """Where each column stands, and headings that are missing, stand twice, or are unknown."""
    known = columns_by_heading()
    places: dict[str, int] = {}
    found: list[CellFinding] = []
    unknown: list[tuple[int, str]] = []
    for place, cell in sorted(sheet.rows[row].items()):
        text = raw_text(cell)
        column = known.get(heading_key(text))
        text = _tidy(text)
        if column is None:
            unknown.append((place, text))
        elif column.id in places:
            spot = Spot(file, sheet.title, row, place, Words(zh=text, en=text))
            found.append(finding("heading-twice", spot, other=get_column_letter(places[column.id])))
        else:
            places[column.id] = place
    units = {every_column()[id_].unit for id_ in places}
    always = {column.unit for column in every_column().values() if column.need == "always"}
    for column in every_column().values():
        wanted = (
            column.need == "always"
            or (column.unit == "sources.1" and column.need == "unit")
            or (column.unit in units and column.need == "unit")
            or (column.unit in always and column.kind == "prose")
            or column.twin in places
        )
        if wanted and column.id not in places:
            found.append(finding("heading-missing", Spot(file, sheet.title, row, 0, column.heading)))
    missing = [c for c in every_column().values() if c.id not in places]
    names = [c.heading[lang] for c in missing for lang in ("zh", "en")]
    for place, text in unknown:
        if not text:
            continue
        spot = Spot(file, sheet.title, row, place, Words(zh=text, en=text))
        found.append(finding("heading-unknown", spot, near=nearest(text, names) if len(unknown) < 20 else ""))
    return places, found


def _tidy(text: str) -> str:
    """A heading in one short line, without the star of the template."""
    text = " ".join("".join(c if c.isprintable() else " " for c in text).split()).rstrip("* ")
    return text if len(text) <= 40 else text[:40] + "…"


def _case_rows(
    file: str, sheet: Sheet, heading_row: int, places: dict[str, int], written: dict[str, str]
) -> tuple[list[CaseRow], list[CellFinding]]:
    """The rows below the headings in which something stands that is not merged down from above."""
    rows: list[CaseRow] = []
    found: list[CellFinding] = []
    for number, cells in sheet.rows.items():
        if number <= heading_row:
            continue
        of_columns = {id_: cells[place] for id_, place in places.items() if place in cells}
        continued = sheet.continued.get(number, set())
        if all(places[id_] in continued for id_ in of_columns):
            continue
        if _is_example(of_columns):
            found.append(finding("example-row", Spot(file, sheet.title, number)))
            continue
        rows.append(CaseRow(file, sheet.title, number, of_columns, places, written))
    return rows, found


def _is_example(cells: dict[str, Cell]) -> bool:
    named = (cells[id_] for id_ in ("id", "title.zh", "title.en") if id_ in cells)
    return any(_EXAMPLE.match(raw_text(cell)) for cell in named)
