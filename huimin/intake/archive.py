"""Bounds that an XLSX file must keep before its XML is parsed, and what has no place in it.

An XLSX file is a ZIP archive of XML parts (ECMA-376, part 2). The archive's directory gives the size of each part
unpacked; ``zipfile`` reads no further than that and compares the checksum, so a directory that lies is found too.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse
from openpyxl.utils import column_index_from_string, range_boundaries

from huimin.intake.sheets import MAX_COLUMNS, MAX_ROWS, CellFinding, Spot, finding

MAX_FILE = 10 * 1024 * 1024
_MAX_UNPACKED = 32 * 1024 * 1024
_MAX_PARTS = 500
_MAX_RATIO = 200
_MAX_MERGED = 200_000
"""How high all merged ranges of a sheet may be together."""
_RATIO_FROM = 1024 * 1024
"""Small parts of repeated styles pack well; the ratio counts from here on."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How old XLS files and encrypted ones begin (MS-CFB, 2.2)."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MACROS = re.compile(
    r"vba(?:Project|Data)|^xl/macrosheets/|^xl/dialogsheets/|activeX|customUI", re.IGNORECASE
)
_EXTERNAL = re.compile(
    r"^xl/(?:externalLinks|embeddings|queryTables|model)/|^xl/connections\.xml$", re.IGNORECASE
)
_LETTERS = re.compile(r"^([A-Z]{1,3})[0-9]+$")


@dataclass(frozen=True, slots=True)
class Bounds:
    """Of one sheet: merged ranges as (first column, first row, last column, last row)."""

    merged: tuple[tuple[int, int, int, int], ...]


def check_archive(file: str, data: bytes) -> tuple[dict[str, Bounds], list[CellFinding]]:
    """Looks through the parts of an XLSX file, none of them parsed as a whole.

    Returns the bounds of each sheet by the name of its part, and everything that forbids reading the file.
    """
    spot = Spot(file)
    if data.startswith(_OLE):
        return {}, [finding("encrypted" if _ENCRYPTED in data else "old-xls", spot)]
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = list(_directory(spot, archive))
            if found:
                return {}, found
            return _parts(spot, archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
        return {}, [finding("damaged", spot)]


def _directory(spot: Spot, archive: zipfile.ZipFile) -> Iterator[CellFinding]:
    """What the archive's directory alone shows."""
    parts = archive.infolist()
    names = [part.filename for part in parts]
    if any(part.flag_bits & 1 for part in parts):
        yield finding("encrypted", spot)
        return
    if len(names) > _MAX_PARTS:
        yield finding("bomb", spot, what=f"{len(names)} parts")
        return
    total = sum(part.file_size for part in parts)
    if total > _MAX_UNPACKED:
        yield finding("bomb", spot, what=f"{total // 1024 // 1024} MB")
        return
    for part in parts:
        if part.file_size > _RATIO_FROM and part.file_size > _MAX_RATIO * max(1, part.compress_size):
            yield finding("bomb", spot, what=part.filename)
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
        yield finding("wrong-kind", spot)
        return
    if len(set(map(str.casefold, names))) < len(names):
        yield finding("damaged", spot)
    if macro := next((name for name in names if _MACROS.search(name)), None):
        yield finding("macros", spot, part=macro)
    if external := next((name for name in names if _EXTERNAL.search(name)), None):
        yield finding("external", spot, part=external)


def _parts(spot: Spot, archive: zipfile.ZipFile) -> tuple[dict[str, Bounds], list[CellFinding]]:
    """What stands in the parts: declarations, content types, relationships, and the extent of the sheets."""
    found: list[CellFinding] = []
    bounds: dict[str, Bounds] = {}
    for name in archive.namelist():
        if not name.lower().endswith((".xml", ".rels", ".vml")):
            continue
        try:
            with archive.open(name) as stream:
                events = iterparse(stream, events=("start", "end"), forbid_dtd=True)
                root = next(events)[1]
                if _tag(root) == "worksheet":
                    bounds[name] = _sheet(element for event, element in events if event == "end")
                else:
                    found += _links(spot, name, (element for event, element in events if event == "end"))
        except DefusedXmlException:
            found.append(finding("unsafe-xml", spot, part=name))
        except (ParseError, StopIteration):
            found.append(finding("damaged", spot))
        except _TooLarge as large:
            found.append(finding(large.code, spot, limit=large.limit))
    return bounds, list(dict.fromkeys(found))


def _tag(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _links(spot: Spot, name: str, elements: Iterator[Element]) -> Iterator[CellFinding]:
    """Macros by content type, and relationships that lead out of the file; links that readers click may."""
    for element in elements:
        if "macroenabled" in element.get("ContentType", "").lower():
            yield finding("macros", spot, part=element.get("PartName", name))
        leads_out = element.get("TargetMode") == "External"
        if leads_out and not element.get("Type", "").endswith("/hyperlink"):
            yield finding("external", spot, part=name)
        element.clear()


class _TooLarge(Exception):
    def __init__(self, code: str, limit: int) -> None:
        self.code, self.limit = code, limit


def _sheet(elements: Iterator[Element]) -> Bounds:
    """Looks at the rows and columns that hold something, and collects merged ranges.

    Raises:
        _TooLarge: where something stands beyond the bounds.
        ParseError: where cells have no place, rows are out of order, or merged ranges are beyond reason.
    """
    merged: list[tuple[int, int, int, int]] = []
    last = height = 0
    for element in elements:
        tag = _tag(element)
        if tag == "row":
            number = _number(element.get("r", str(last + 1)))
            if number <= last:
                raise ParseError("rows out of order")
            last = number
            filled = [cell for cell in element if len(cell)]
            if filled and last > MAX_ROWS:
                raise _TooLarge("too-many-rows", MAX_ROWS)
            if any(_column(cell) > MAX_COLUMNS for cell in filled):
                raise _TooLarge("too-many-columns", MAX_COLUMNS)
            element.clear()
        elif tag == "mergeCell":
            merged.append(_range(element.get("ref", "")))
            height += merged[-1][3] - merged[-1][1] + 1
            if height > _MAX_MERGED:
                raise ParseError("merged ranges beyond reason")
    return Bounds(tuple(merged))


def _column(cell: Element) -> int:
    match = _LETTERS.match(cell.get("r", "A1"))
    if not match:
        raise ParseError("cell without a place")
    return column_index_from_string(match[1])


def _number(text: str) -> int:
    if not re.fullmatch(r"[1-9][0-9]{0,6}", text):
        raise ParseError("bad number of a row")
    return int(text)


def _range(text: str) -> tuple[int, int, int, int]:
    """A range such as ``B3:B5``, no further than the bounds."""
    try:
        first_column, first_row, last_column, last_row = range_boundaries(text)
    except (ValueError, TypeError):
        raise ParseError("bad range") from None
    if not (first_column and first_row and last_column and last_row):
        raise ParseError("bad range")
    return first_column, first_row, min(last_column, MAX_COLUMNS), min(last_row, MAX_ROWS)
