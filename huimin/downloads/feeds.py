"""Atom feeds (RFC 4287) of the cases that readers may see: of all provinces, and of each province with cases.

An id is a tag URI (RFC 4151) that follows from the case's id and the language, so it stays when the site moves.
Links are relative to the feed; ``xml:base`` stands only where the site's address is known. Entries have days, so
times say midnight UTC; the clock is not asked.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as etree

from huimin import LANGUAGES
from huimin.approval import CaseStatus
from huimin.knowledge import KnowledgeBase
from huimin.model.case import Case
from huimin.pages.addresses import address_of, relative
from huimin.pages.words import words

NEWEST = 50
"""How many cases a feed holds at most."""
_SHOWN = frozenset({"published", "changed", "compiled"})
Shown = tuple[Case, CaseStatus]
"""A case and where it stands: a digest is made to find out, so it is asked once."""


def feeds(kb: KnowledgeBase, site_url: str = "") -> Iterator[tuple[str, str]]:
    """Every feed as (path from the site's root, text)."""
    shown = [(case, state) for case in kb.cases.values() if (state := kb.case_states[case.id]) in _SHOWN]
    of_province: dict[str, list[Shown]] = {}
    for case, state in shown:
        of_province.setdefault(case.province, []).append((case, state))
    names = {p.id: p.full_name for p in kb.jurisdictions.provinces} if kb.jurisdictions else {}
    for lang in LANGUAGES:
        title = f"{words()['cases'][lang]} · {kb.site.title[lang]}"
        yield _feed(kb, lang, "cases", title, shown, site_url)
        for province, cases in sorted(of_province.items()):
            place = names[province][lang] if province in names else province
            yield _feed(kb, lang, province, f"{place} · {title}", cases, site_url)


def _feed(
    kb: KnowledgeBase, lang: str, name: str, title: str, cases: Iterable[Shown], site_url: str
) -> tuple[str, str]:
    path = f"{lang}/feeds/{name}.atom"
    newest = sorted(cases, key=lambda pair: (-pair[0].updated.toordinal(), pair[0].id))[:NEWEST]
    # Attributes are written as they stand: registering a name space would change it for the whole process.
    root = etree.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": _LANG[lang]})
    if site_url:
        root.set("xml:base", f"{site_url.rstrip('/')}/{path}")
    publisher = kb.site.marks.organiser or kb.site.title
    hub = "cases.html" if name == "cases" else f"provinces/{name}.html"
    _text(root, "id", f"tag:huimin,2014:feeds/{name}/{lang}")
    _text(root, "title", title)
    _text(root, "updated", _time(newest[0][0].updated if newest else kb.updated))
    _text(etree.SubElement(root, "author"), "name", publisher[lang])
    _link(root, "self", "application/atom+xml", f"{name}.atom")
    _link(root, "alternate", "text/html", relative(f"{lang}/{hub}", path))
    for case, state in newest:
        _entry(etree.SubElement(root, "entry"), lang, path, case, state)
    etree.indent(root, " ")
    return path, f'<?xml version="1.0" encoding="utf-8"?>\n{etree.tostring(root, encoding="unicode")}\n'


_LANG = {"zh": "zh-CN", "en": "en"}


def _entry(entry: etree.Element, lang: str, feed: str, case: Case, state: CaseStatus) -> None:
    label = words()[f"state-{state}"][lang]
    _text(entry, "id", f"tag:huimin,2014:cases/{case.id}/{lang}")
    _text(entry, "title", case.title[lang])
    _text(entry, "updated", _time(case.updated))
    if case.approval and state != "compiled":
        _text(entry, "published", _time(case.approval.date))
    _link(entry, "alternate", "text/html", relative(f"{lang}/{address_of(case)}", feed))
    etree.SubElement(entry, "category", term=state, label=label)
    # Few readers show categories, and nobody should take a compiled case for an approved one.
    _text(entry, "summary", f"{label}{'：' if lang == 'zh' else ': '}{case.summary[lang]}")


def _text(parent: etree.Element, name: str, text: str) -> None:
    etree.SubElement(parent, name).text = text


def _link(parent: etree.Element, rel: str, kind: str, href: str) -> None:
    etree.SubElement(parent, "link", rel=rel, type=kind, href=href)


def _time(day: datetime.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
