"""XLSX files: sheets with the values of their cells, as people return them."""

from __future__ import annotations

import datetime
import io
import warnings
from typing import Any

from openpyxl import load_workbook

from huimin.intake.archive import Bounds, check_archive
from huimin.intake.sheets import MAX_COLUMNS, MAX_ROWS, Cell, CellFinding, Sheet, Spot, finding


def read_xlsx(file: str, data: bytes) -> tuple[list[Sheet], list[CellFinding]]:
    """The sheets of an XLSX file, or why it is not read; no bytes whatever make it raise.

    Formulas are kept as such, to be refused where they stand; values that they had are not asked for.
    """
    bounds, found = check_archive(file, data)
    if found:
        return [], found
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of extensions that openpyxl leaves out
            return _sheets(data, bounds), []
    except Exception:  # a damaged file makes openpyxl raise whatever its parts led to
        return [], [finding("damaged", Spot(file))]


def _sheets(data: bytes, bounds: dict[str, Bounds]) -> list[Sheet]:
    """The sheets as openpyxl reads them row by row; a sheet whose extent was not measured is a ``KeyError``."""
    book = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
    sheets = []
    for worksheet in book.worksheets:
        sheet = Sheet(worksheet.title)
        # What a sheet says of its own extent is not relied on: the archive was measured.
        rows = worksheet.iter_rows(min_row=1, max_row=MAX_ROWS, max_col=MAX_COLUMNS)
        for number, row in enumerate(rows, start=1):
            cells = {
                column: _cell(cell, book.epoch)
                for column, cell in enumerate(row, start=1)
                if cell.value is not None and str(cell.value).strip()
            }
            if cells:
                sheet.rows[number] = cells
        part = getattr(worksheet, "_worksheet_path")  # noqa: B009 - no public name leads to the part
        _merge(sheet, bounds[part])
        sheets.append(sheet)
    book.close()
    return sheets


def _cell(cell: Any, epoch: datetime.datetime) -> Cell:  # noqa: ANN401 - openpyxl's cells share no class
    if cell.data_type == "f" or (isinstance(cell.value, str) and cell.value.lstrip().startswith("=")):
        return Cell(None, fault="formula")
    if cell.data_type == "e":
        return Cell(str(cell.value), fault="error")
    return Cell(cell.value, cell.number_format or "General", epoch=epoch)


def _merge(sheet: Sheet, bounds: Bounds) -> None:
    """What stands in a range merged downward holds for each of its rows; sideways it holds for the first column."""
    for column, first, last_column, last in bounds.merged:
        top = sheet.rows.get(first, {}).get(column)
        for number in range(first, last + 1):
            cells = sheet.rows.get(number, {})
            for other in [c for c in cells if column <= c <= last_column and (number, c) != (first, column)]:
                del cells[other]
            if top is not None and number > first:
                sheet.rows.setdefault(number, {})[column] = top
                sheet.continued.setdefault(number, set()).add(column)
    sheet.rows = dict(sorted(sheet.rows.items()))
