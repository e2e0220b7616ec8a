"""The address of everything that has a page, below ``/zh/`` and ``/en/``. Once published it never changes."""

from __future__ import annotations

from huimin.model.entry import Entry
from huimin.model.kinds import KINDS

HUBS = (
    "index",
    "programme",
    "requirements",
    "checklists",
    "clauses",
    "contacts",
    "glossary",
    "rules",
    "data",
    "translations",
)
"""Pages that stand alone, most of them lists of entries; the only ones in the site's navigation."""

_FOLDERS = {"requirement": "requirements", "contact": "contacts", "source": "sources", "rule": "rules"}
_KIND_OF = {kind.model: kind.name for kind in KINDS}


def address(kind: str, id_: str) -> str:
    """The path of the page (with fragment, where it is part of one) for an entry of ``kind``."""
    if kind == "clause":
        source, number = id_.split(":")
        return f"sources/{source}/{number}.html"
    if kind == "term":
        return f"glossary.html#{id_}"
    if kind == "step":
        requirement, step = id_.split(".")
        return f"requirements/{requirement}.html#{step}"
    if kind == "phase":
        return f"programme.html#{id_}"
    if kind == "checklist":
        return f"checklists/{id_}.html"
    if kind in ("hub", "programme", "site"):
        return f"{'index' if kind == 'site' else id_}.html"
    return f"{_FOLDERS[kind]}/{id_}.html"


def address_of(entry: Entry) -> str:
    """The path of an entry's page."""
    return address(_KIND_OF[type(entry)], entry.id)


def way_up(page: str) -> str:
    """From ``page`` (a path from the site's root) up to the root: one ``../`` for each folder."""
    return "../" * page.count("/")


def relative(target: str, page: str) -> str:
    """``target`` as seen from ``page``; both are paths from the site's root."""
    return way_up(page) + target
