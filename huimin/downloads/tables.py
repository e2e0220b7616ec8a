"""Collections as CSV (RFC 4180) that Excel and WPS open rightly.

UTF-8 with a byte order mark, CRLF, one column for each text and language. What a spreadsheet would
take for a formula has an apostrophe put before it.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table(items: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    """The items as CSV in pieces, columns in order of first appearance; nested lists as JSON in their cell.

    Each row is written as soon as its item is there, with the columns known by then; commas for later ones follow.
    """
    columns: dict[str, None] = {}
    row = csv.writer(_Passed(), lineterminator="\r\n").writerow
    rows: list[tuple[bytes, int]] = []
    for item in items:
        cells = dict(_cells(item))
        columns |= dict.fromkeys(cells)
        rows.append((_line(row, [_harmless(cells.get(column, "")) for column in columns]), len(columns)))
    yield "\ufeff".encode() + _line(row, columns or ["id"]) + b"\r\n"
    for line, known in rows:
        yield line + b"," * (len(columns) - known) + b"\r\n"


class _Passed:
    """A file whose lines come back from ``writerow``, which returns what ``write`` does."""

    def write(self, line: str) -> str:
        return line


def _line(row: Callable[[Iterable[str]], Any], cells: Iterable[str]) -> bytes:
    line: str = row(cells)
    return line.removesuffix("\r\n").encode()


def _cells(item: dict[str, Any], prefix: str = "") -> list[tuple[str, str]]:
    cells: list[tuple[str, str]] = []
    for key, value in item.items():
        if isinstance(value, dict):
            cells += _cells(value, f"{prefix}{key}.")
        elif isinstance(value, list):
            plain = all(isinstance(v, str) for v in value)
            cells.append((prefix + key, "; ".join(value) if plain else json.dumps(value, ensure_ascii=False)))
        elif isinstance(value, bool):
            cells.append((prefix + key, "true" if value else "false"))
        else:
            cells.append((prefix + key, str(value)))
    return cells


def _harmless(cell: str) -> str:
    if not cell.startswith(_FORMULA):
        return cell
    is_number = cell.lstrip("-").replace(".", "", 1).isdigit()
    return cell if is_number else f"'{cell}"
