"""All files that readers and programs may take away, by path from the site's root."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from huimin.downloads.api import COLLECTIONS, Item, collection, document, index, line
from huimin.downloads.calendar import calendar
from huimin.downloads.case_parts import parts, parts_index
from huimin.downloads.feeds import feeds
from huimin.downloads.schemas import collection_schema
from huimin.downloads.tables import table
from huimin.knowledge import KnowledgeBase

FOLDER = "api/v1"


def files(kb: KnowledgeBase, site_url: str = "") -> Iterator[tuple[str, str]]:
    """Every download as (path, text); ``site_url`` is where the site will stand, if that is known."""
    counts = {}
    for name in COLLECTIONS:
        items = collection(kb, name)
        counts[name] = len(items)
        lines = {item["id"]: line(item) for item in items}
        yield from _three(kb, name, items, lines.values())
        if name == "cases":
            for path, part in parts(items):
                yield f"{FOLDER}/{path}", document(kb, (lines[item["id"]] for item in part))
            listed = parts_index(items)
            counts["cases-index"] = len(listed)
            yield from _three(kb, "cases-index", listed, map(line, listed))
    listed = index(kb, counts)
    yield from _three(kb, "index", listed, map(line, listed))
    yield "calendar.ics", calendar(kb)
    yield from feeds(kb, site_url)


def _three(
    kb: KnowledgeBase, name: str, items: list[Item], lines: Iterable[str]
) -> Iterator[tuple[str, str]]:
    yield f"{FOLDER}/{name}.json", document(kb, lines)
    yield f"{FOLDER}/{name}.csv", table(items)
    yield f"{FOLDER}/{name}.schema.json", collection_schema(name)
