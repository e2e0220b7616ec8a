"""All files that readers and programs may take away, by path from the site's root."""

from __future__ import annotations

from collections.abc import Iterator

from huimin.downloads.api import COLLECTIONS, collection, document, index
from huimin.downloads.calendar import calendar
from huimin.downloads.schemas import collection_schema
from huimin.downloads.tables import table
from huimin.knowledge import KnowledgeBase

FOLDER = "api/v1"


def files(kb: KnowledgeBase) -> Iterator[tuple[str, str]]:
    """Every download as (path, text)."""
    counts = {}
    for name in COLLECTIONS:
        items = collection(kb, name)
        counts[name] = len(items)
        yield from _three(kb, name, items)
    yield from _three(kb, "index", index(kb, counts))
    yield "calendar.ics", calendar(kb)


def _three(kb: KnowledgeBase, name: str, items: list[dict[str, object]]) -> Iterator[tuple[str, str]]:
    yield f"{FOLDER}/{name}.json", document(kb, items)
    yield f"{FOLDER}/{name}.csv", table(items)
    yield f"{FOLDER}/{name}.schema.json", collection_schema(name)
