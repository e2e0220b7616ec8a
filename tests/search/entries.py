"""Entries as the tests read them, and the index that the site has of them, written to a folder."""

from pathlib import Path

from huimin.knowledge import KnowledgeBase
from huimin.search.records import records
from tests.search.truth import Entry


def entries(kb: KnowledgeBase, lang: str) -> list[Entry]:
    """What the search is given, in the order of the index; a new line ends a text as the end of a field does."""
    found = []
    for doc, record in enumerate(records(kb, lang)):
        texts = [
            *record.names,
            *record.statement.split("\n"),
            *(t for b in record.body for t in b.split("\n")),
        ]
        found.append(Entry(doc, record.title, tuple(text for text in texts if text.strip())))
    return found


def pages(kb: KnowledgeBase) -> set[str]:
    """Everything that can be found, as ``kind:id``."""
    return {f"{record.kind}:{record.id}" for record in records(kb, "zh")}
