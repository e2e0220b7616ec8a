"""JSON-LD of a case's page: an ``Article`` in the words of schema.org, for search engines and reference managers."""

from __future__ import annotations

from typing import Any

from huimin.knowledge import KnowledgeBase
from huimin.model.case import Case, CaseSource, Years
from huimin.pages.words import words

Thing = dict[str, Any]
_LANGUAGE = {"zh": "zh-CN", "en": "en"}


def jsonld(kb: KnowledgeBase, case: Case, lang: str) -> Thing:
    """What the page of ``case`` says of itself in ``lang``; of a withdrawn case only that, as on its page.

    Where it stands is ``creativeWorkStatus``: a case compiled from public sources claims no approval.
    Whoever writes it into a page has to escape ``<``.
    """
    state = kb.case_states[case.id]
    about: Thing = {
        "@context": "https://schema.org",
        "@type": "Article",
        "identifier": f"tag:huimin,2014:cases/{case.id}/{lang}",
        "headline": case.title[lang],
        "inLanguage": _LANGUAGE[lang],
        "dateModified": case.updated.isoformat(),
        "creativeWorkStatus": words()[f"state-{state}"][lang],
        "isPartOf": {"@type": "WebSite", "name": kb.site.title[lang]},
    }
    if case.withdrawal and state == "withdrawn":
        return about | {"expires": case.withdrawal.date.isoformat()}
    if case.approval and state in ("published", "changed"):
        about["datePublished"] = case.approval.date.isoformat()
    if covered := _years(case.years):
        about["temporalCoverage"] = covered
    return about | {
        "description": case.summary[lang],
        "about": [{"@type": "Thing", "name": name} for name in _subjects(kb, case, lang)],
        "spatialCoverage": _place(kb, case, lang),
        "citation": [_source(source, lang) for source in case.sources],
    }


def _years(years: Years) -> str:
    """An interval by ISO 8601, open where an end is not known; empty where no year is stated."""
    if years.start is None and years.end is None:
        return ""
    return str(years.start) if years.start == years.end else f"{years.start or '..'}/{years.end or '..'}"


def _subjects(kb: KnowledgeBase, case: Case, lang: str) -> list[str]:
    areas = [
        kb.focus_areas[id_].title[lang] for id_ in kb.retirements.current("focus-area", case.focus_areas)
    ]
    return areas + [kb.themes[id_][1].title[lang] for id_ in kb.retirements.current("theme", case.themes)]


def _place(kb: KnowledgeBase, case: Case, lang: str) -> Thing:
    """From the place within the city, where one is named, out to the province."""
    names = [kb.place_names[id_][lang] for id_ in (case.province, case.city) if id_ in kb.place_names]
    if case.city == case.province:
        names.pop()
    if case.district:
        names.append(case.district[lang])
    place: Thing = {}
    for name in names:
        place = {"@type": "AdministrativeArea", "name": name} | ({"containedInPlace": place} if place else {})
    return place


def _source(source: CaseSource, lang: str) -> Thing:
    found: Thing = {"@type": "CreativeWork", "name": source.title[lang]}
    if source.url:
        found["url"] = source.url
    if source.date:
        found["datePublished"] = source.date
    return found | {"publisher": {"@type": "Organization", "name": source.publisher[lang]}}
