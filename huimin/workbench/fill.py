"""Fills the blank workbook at build; the browser's twin is ``docs/script/files/fill.ts``.

openpyxl would make every plain copy anew, which takes twenty times as long.
"""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter

from huimin.intake.package import packed_anew

Cell = str | int | None

_DATA = re.compile(r"<sheetData\s*/>|<sheetData>(.*?)</sheetData>", re.DOTALL)
_ROW = re.compile(r"<row [^>]*?(?:/>|>.*?</row>)", re.DOTALL)
_COLUMN = re.compile(r"<col [^>]*>")
_FILTER = re.compile(r'(<autoFilter ref="[A-Z]+[0-9]+:[A-Z]+)[0-9]+"')
_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u2014\u2018-\u201d\u2026]"
)
_LINE_HEIGHT = 15
_MAX_HEIGHT = 405
"""The highest that Excel makes a row."""
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


class Blank:
    """A blank workbook, looked through once and filled many times."""

    def __init__(self, data: bytes, time: datetime.datetime) -> None:
        self._data, self._time = data, time
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self._book = archive.read("xl/workbook.xml").decode()
            names = re.findall(r'<sheet [^>]*?name="([^"]*)"', self._book)
            # openpyxl numbers the parts in the order of the sheets.
            self._paths = {name: f"xl/worksheets/sheet{n}.xml" for n, name in enumerate(names, start=1)}
            self._xml = {name: archive.read(path).decode() for name, path in self._paths.items()}

    def filled(self, sheets: Mapping[str, Sequence[Sequence[Cell]]], first: int) -> bytes:
        """The workbook with rows from row ``first`` on, by the names of sheets; texts stay texts."""
        instead: dict[str, bytes] = {}
        book = self._book
        for number, name in enumerate(self._paths):
            if rows := sheets.get(name):
                last = first + len(rows) - 1
                instead[self._paths[name]] = _with_rows(self._xml[name], rows, first, last).encode()
                filter_of = re.compile(
                    rf'(_FilterDatabase" localSheetId="{number}"[^>]*>[^<]*\$)[0-9]+(</definedName>)'
                )
                book = filter_of.sub(rf"\g<1>{last}\g<2>", book)
        instead["xl/workbook.xml"] = book.encode()
        return packed_anew(io.BytesIO(self._data), self._time, instead)


def _with_rows(xml: str, rows: Sequence[Sequence[Cell]], first: int, last: int) -> str:
    data = _DATA.search(xml)
    assert data
    heads = "".join(row for row in _ROW.findall(data[1] or "") if _number(row, "r") < first)
    styles: dict[int, int] = {}
    widths: dict[int, int] = {}
    for column in _COLUMN.findall(xml):
        for place in range(_number(column, "min"), _number(column, "max") + 1):
            styles[place] = _number(column, "style")
            widths[place] = 0 if 'hidden="1"' in column else _number(column, "width")
    letters = [get_column_letter(n) for n in range(1, max(map(len, rows)) + 1)]
    made = "".join(
        f'<row r="{number}"{_height(cells, widths)}>{"".join(_cells(cells, number, letters, styles))}</row>'
        for number, cells in enumerate(rows, start=first)
    )
    after = _FILTER.sub(rf'\g<1>{last}"', xml[data.end() :])
    before = re.sub(r"<dimension [^>]*>", f'<dimension ref="A1:{letters[-1]}{last}"/>', xml[: data.start()])
    return f"{before}<sheetData>{heads}{made}</sheetData>{after}"


def _cells(
    cells: Sequence[Cell], number: int, letters: Sequence[str], styles: Mapping[int, int]
) -> list[str]:
    made: list[str] = []
    for place, value in enumerate(cells, start=1):
        head = f'<c r="{letters[place - 1]}{number}" s="{styles.get(place, 0)}"'
        if isinstance(value, int):
            made.append(f"{head}><v>{value}</v></c>")
        elif value:
            text = escape(_ESCAPE.sub("_x005F_", value))
            made.append(f'{head} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>')
    return made


def _height(cells: Sequence[Cell], widths: Mapping[int, int]) -> str:
    """The attribute of a row with several lines; programs do not work it out when they open a file."""
    lines = max(
        (
            _lines(value, widths.get(place, 0))
            for place, value in enumerate(cells, start=1)
            if isinstance(value, str)
        ),
        default=1,
    )
    return f' ht="{min(lines * _LINE_HEIGHT, _MAX_HEIGHT)}"' if lines > 1 else ""


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column; the wide characters of Chinese count twice."""
    if width <= 0:
        return 1
    return sum(max(1, -(-(len(line) + len(_WIDE.findall(line))) // (width - 1))) for line in text.split("\n"))


def _number(tag: str, name: str) -> int:
    found = re.search(rf'\s{name}="([0-9]+)"', tag)
    return int(found[1]) if found else 0
