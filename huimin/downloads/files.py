"""All files that readers and programs may take away, by path from the site's root."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator

from huimin.downloads.api import COLLECTIONS, Item, collection, document, index, line
from huimin.downloads.calendar import calendar
from huimin.downloads.case_parts import parts, parts_index
from huimin.downloads.feeds import feeds
from huimin.downloads.schemas import collection_schema
from huimin.downloads.tables import table
from huimin.knowledge import KnowledgeBase
from huimin.workbench.plain_docx import documents
from huimin.workbench.spreadsheets import spreadsheets

FOLDER = "api/v1"


def files(kb: KnowledgeBase, site_url: str = "") -> Iterator[tuple[str, str]]:
    """Every download as (path, text); ``site_url`` is where the site will stand, if that is known."""
    return ((path, b"".join(pieces).decode()) for path, pieces in in_pieces(kb, site_url))


def in_pieces(kb: KnowledgeBase, site_url: str = "") -> Iterator[tuple[str, Iterable[bytes]]]:
    """Every download as (path, bytes in pieces): the longest, of all cases, several times over would fill the memory.

    The pieces are to be taken before the next download.
    """
    counts = {}
    for name in COLLECTIONS:
        lines = {
            item["id"]: line(item) for item in collection(kb, name)
        }  # all items at once would fill the memory
        counts[name] = len(lines)
        yield from _three(kb, name, lines.values())
        if name == "cases":
            cases: list[Item] = [
                {"id": case.id, "updated": case.updated.isoformat()} for case in kb.cases.values()
            ]
            for path, part in parts(cases):
                yield f"{FOLDER}/{path}", document(kb, (lines[item["id"]] for item in part))
            listed = parts_index(cases)
            counts["cases-index"] = len(listed)
            yield from _three(kb, "cases-index", list(map(line, listed)))
    yield from _three(kb, "index", list(map(line, index(kb, counts))))
    yield "calendar.ics", [calendar(kb).encode()]
    yield from ((path, [text.encode()]) for path, text in feeds(kb, site_url))


def binaries(kb: KnowledgeBase) -> Iterator[tuple[str, bytes]]:
    """Every download that is no text, and what the workbench fills in, as (path, bytes); made once for all pages."""
    yield from spreadsheets(kb)
    yield from documents(kb)


def _three(kb: KnowledgeBase, name: str, lines: Collection[bytes]) -> Iterator[tuple[str, Iterable[bytes]]]:
    yield f"{FOLDER}/{name}.json", document(kb, lines)
    yield f"{FOLDER}/{name}.csv", table(map(json.loads, lines))
    yield f"{FOLDER}/{name}.schema.json", [collection_schema(name).encode()]
