"""The dimensions by which results can be narrowed, each with the records of every value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from huimin.checklists import ROLES
from huimin.knowledge import KnowledgeBase
from huimin.pages.words import say, words
from huimin.search.numbers import gaps
from huimin.search.record import Record

DIMENSIONS = ("section", "area", "role", "phase", "province", "city", "year", "state")

Values = dict[str, tuple[str, str]]
"""Value to its label and its records (``numbers.gaps``)."""


def facets(kb: KnowledgeBase, records: Sequence[Record], lang: str) -> dict[str, Values]:
    """Each dimension that some record has, its values in the order of the guide."""
    found: dict[str, dict[str, list[int]]] = {name: defaultdict(list) for name in DIMENSIONS}
    for doc, record in enumerate(records):
        for name, values in record.facets.items():
            for value in dict.fromkeys(values):
                found[name][value].append(doc)
    made: dict[str, Values] = {}
    for name, docs in found.items():
        labels = _labels(kb, name, docs, lang)
        shown = {value: (label, gaps(docs[value])) for value, label in labels.items() if value in docs}
        if shown:
            made[name] = shown
    return made


def _labels(kb: KnowledgeBase, name: str, values: dict[str, list[int]], lang: str) -> dict[str, str]:
    """The values of a dimension in order, with what readers call them."""
    units = kb.jurisdictions
    if name == "section":
        return {s.id: s.title[lang] for source in kb.sources.values() for s in source.sections}
    if name == "area":
        return {area.id: area.short[lang] for area in kb.focus_areas.values()}
    if name == "role":
        return {role: say(role, lang) for role in ROLES}
    if name == "phase":
        return {phase.id: phase.title[lang] for phase in kb.programme.phases}
    if name == "province":
        return {p.id: p.name[lang] for p in sorted(units.provinces, key=lambda p: p.code)} if units else {}
    if name == "city":
        return {c.id: c.name[lang] for c in sorted(units.cities, key=lambda c: c.code)} if units else {}
    if name == "year":
        return {value: _year(value, lang) for value in sorted(values, reverse=True)}
    return {value: say(f"state-{value}", lang) for value in sorted(values)}


def _year(value: str, lang: str) -> str:
    return value if value.isdigit() else words()["years-unknown"][lang]
