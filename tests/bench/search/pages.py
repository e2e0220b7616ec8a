"""The entries as plain HTML pages, one each, which is what the other engines are made for."""

import html
from collections.abc import Iterable
from pathlib import Path

from tests.search.truth import Entry


def body(entry: Entry) -> str:
    """The title as a heading and every text as a paragraph."""
    paragraphs = "".join(f"<p>{html.escape(text)}</p>\n" for text in entry.texts)
    return f"<h1>{html.escape(entry.title)}</h1>\n{paragraphs}"


def name(entry: Entry) -> str:
    """The file of an entry's page."""
    return f"{entry.doc}.html"


def number(address: str) -> int:
    """The entry of a page's address."""
    return int(address.rsplit("/", 1)[-1].partition(".")[0])


def write(entries: Iterable[Entry], lang: str, folder: Path) -> None:
    """Writes a page for every entry."""
    folder.mkdir(parents=True, exist_ok=True)
    head = f'<!doctype html>\n<html lang="{lang}"><meta charset="utf-8"><title>'
    for entry in entries:
        page = f"{head}{html.escape(entry.title)}</title><main>\n{body(entry)}</main></html>\n"
        (folder / name(entry)).write_text(page, encoding="utf-8")
