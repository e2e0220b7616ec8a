"""The address of everything that has a page, below ``/zh/`` and ``/en/``. Once published it never changes."""

from __future__ import annotations

from huimin.model.entry import Entry
from huimin.model.kinds import KINDS

HUBS = (
    "index",
    "search",
    "brief",
    "programme",
    "focus-areas",
    "requirements",
    "checklists",
    "workbench",
    "indicators",
    "cases",
    "submit",
    "clauses",
    "contacts",
    "glossary",
    "policies",
    "provinces",
    "calendar",
    "about",
    "rules",
    "data",
    "translations",
    "retired",
    "index-pinyin",
    "index-a-z",
    "about-search",
)
"""Pages that stand alone, most of them lists of entries; the only ones in the site's navigation."""

_FOLDERS = {
    "requirement": "requirements",
    "focus-area": "focus-areas",
    "indicator": "indicators",
    "contact": "contacts",
    "source": "sources",
    "province": "provinces",
    "case": "cases",
    "approved-case": "cases",
    "phase": "phases",
    "checklist": "checklists",
    "rule": "rules",
}
_SINGLE = {
    "site": "index",
    "programme": "",
    "jurisdictions": "provinces",
    "about": "",
    "approvers": "provinces",
    "retired": "",
    "hub": "",
}
"""Kinds with one page, and its name where that is not the id."""
COLUMN = {
    **{kind: folder for kind, folder in _FOLDERS.items() if folder in HUBS},
    "theme": "focus-areas",
    "source": "clauses",
    "clause": "clauses",
    "phase": "programme",
    "retirement": "retired",
    "letter": "search",
}
"""The hub under which pages of a kind stand; a hub is its own."""
_KIND_OF = {kind.model: kind.name for kind in KINDS}


def address(kind: str, id_: str) -> str:
    """The path of the page (with fragment, where it is part of one) for an entry of ``kind``."""
    if kind == "clause":
        source, number = id_.split(":")
        return f"sources/{source}/{number}.html"
    if kind == "term":
        return f"glossary.html#{id_}"
    if kind == "step":
        owner, step = id_.rsplit(".", 1)
        return f"{address('theme' if '.' in owner else 'requirement', owner)}#{step}"
    if kind == "theme":
        area, theme = id_.split(".")
        return f"focus-areas/{area}/{theme}.html"
    if kind == "policy":
        return f"policies.html#{id_}"
    if kind in _SINGLE:
        return f"{_SINGLE[kind] or id_}.html"
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
