"""CSV files (RFC 4180) as spreadsheet programs save them: UTF-8 with or without BOM, GB18030, UTF-16 with BOM."""

from __future__ import annotations

import codecs
import csv
import io

from huimin.intake.columns import columns_by_heading, heading_key
from huimin.intake.sheets import MAX_COLUMNS, MAX_ROWS, Cell, CellFinding, Sheet, Spot, finding


def read_csv(file: str, data: bytes) -> tuple[list[Sheet], list[CellFinding]]:
    """The one sheet of a CSV file, or why it is not read; no bytes whatever make it raise."""
    spot = Spot(file)
    text, line = _decoded(data)
    if text is None:
        return [], [finding("encoding", spot, line=line)]
    try:
        records = _records(text)
    except csv.Error:
        return [], [finding("csv", spot)]
    sheet = Sheet("")
    for number, record in enumerate(records, start=1):
        cells = {column: _cell(value) for column, value in enumerate(record, start=1) if value.strip()}
        if not cells:
            continue
        if number > MAX_ROWS:
            return [], [finding("too-many-rows", spot, limit=MAX_ROWS)]
        if max(cells) > MAX_COLUMNS:
            return [], [finding("too-many-columns", spot, limit=MAX_COLUMNS)]
        sheet.rows[number] = cells
    return [sheet], []


def _cell(value: str) -> Cell:
    """A cell that a spreadsheet program would take for a formula is one."""
    return Cell(value, fault="formula" if value.lstrip().startswith("=") else "")


def _decoded(data: bytes) -> tuple[str | None, int]:
    """The text; or None and the line from which it is in no encoding that is known."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "gb18030")
    good = 0
    for encoding in encodings:
        try:
            return data.decode(encoding), 0
        except UnicodeDecodeError as error:
            good = max(good, error.start)
    return None, data[:good].count(b"\n") + 1


def _records(text: str) -> list[list[str]]:
    """The records by the separator that gives the most headings of the template.

    Raises:
        csv.Error: where a quote is never closed.
    """
    known = columns_by_heading()

    def headings(separator: str) -> int:
        return max(
            sum(heading_key(part) in known for part in line.replace('"', "").split(separator))
            for line in text.split("\n", 40)[:40]
        )

    separator = max(",\t;", key=headings)
    limit = csv.field_size_limit(len(text) + 1)  # over-long cells are named where they stand
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    finally:
        csv.field_size_limit(limit)
