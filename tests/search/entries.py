"""Entries as plain reading has them, and the index that the site has of them, written to a folder."""

from pathlib import Path

from huimin.knowledge import KnowledgeBase
from huimin.search.files import search_files
from huimin.search.record import Record
from huimin.search.records import records
from tests.search.truth import Entry


def entries(kb: KnowledgeBase, lang: str) -> list[Entry]:
    """What the search is given, in the order of the index; a new line ends a text as the end of a field does.

    Without ids, which are asked for whole: their words are no words of a text.
    """
    return [Entry(doc, record.title, tuple(_texts(record))) for doc, record in enumerate(records(kb, lang))]


def _texts(record: Record) -> list[str]:
    names = [name for name in record.names if name != record.id]
    texts = [text for part in (*names, record.statement, *record.body) for text in part.split("\n")]
    return [text for text in texts if text.strip()]


def pages(kb: KnowledgeBase) -> list[str]:
    """Everything that can be found, as ``kind:id``, in the order of the index."""
    return [f"{record.kind}:{record.id}" for record in records(kb, "zh")]


def index(kb: KnowledgeBase, folder: Path) -> None:
    """Writes the index of both languages as the site has it."""
    for lang in ("zh", "en"):
        for path, text in search_files(kb, lang):
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
