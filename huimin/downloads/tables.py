"""Collections as CSV (RFC 4180) that Excel and WPS open rightly.

UTF-8 with a byte order mark, CRLF, one column for each text and language. What a spreadsheet would
take for a formula has an apostrophe put before it.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table(items: Iterable[dict[str, Any]]) -> str:
    """The items as CSV, columns in order of first appearance; nested lists as JSON in their cell."""
    rows = [dict(_cells(item)) for item in items]
    columns = list(dict.fromkeys(column for row in rows for column in row)) or ["id"]
    out = io.StringIO()
    out.write("\ufeff")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    rows.reverse()
    while rows:  # each row is let go when it is written, for all of them twice would fill the memory
        row = rows.pop()
        writer.writerow([_harmless(row.get(column, "")) for column in columns])
    return out.getvalue()


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
