"""``api/v1/cases/<province>.json``: the cases of each province in parts, so that no file grows with their number.

A part is a document like ``api/v1/cases.json`` and keeps its schema; ``api/v1/cases-index.json`` lists the parts.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from huimin.downloads.api import Item, urls
from huimin.pages.addresses import address

MOST = 500
"""How many cases stand in one part at most."""


def parts(items: list[Item]) -> Iterator[tuple[str, list[Item]]]:
    """The items of cases by part: its path below ``api/v1/`` and the items in it."""
    for province, group in _by_province(items):
        for number, first in enumerate(range(0, len(group), MOST), start=1):
            yield _path(province, number), group[first : first + MOST]


def parts_index(items: list[Item]) -> list[Item]:
    """The items of ``cases-index.json``: one for each province with cases, with its page and its parts."""
    return [
        {
            "id": province,
            "url": urls(address("province", province)),
            "updated": max(item["updated"] for item in group),
            "count": len(group),
            "parts": [f"api/v1/{_path(province, n + 1)}" for n in range((len(group) + MOST - 1) // MOST)],
        }
        for province, group in _by_province(items)
    ]


def _by_province(items: list[Item]) -> Iterator[tuple[str, list[Item]]]:
    def of(item: Item) -> str:
        return str(item["id"]).partition("/")[0]

    return ((province, list(group)) for province, group in groupby(sorted(items, key=of), key=of))


def _path(province: str, number: int) -> str:
    return f"cases/{province}{f'-{number}' if number > 1 else ''}.json"
