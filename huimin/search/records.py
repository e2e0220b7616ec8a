"""Every record of a knowledge base, in the order of the index, which is the same in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from huimin.knowledge import KnowledgeBase
from huimin.search.case_record import cases
from huimin.search.guide_records import areas, checklists, indicators, phases, requirements, steps, themes
from huimin.search.page_records import pages, rules
from huimin.search.record import KINDS, Record
from huimin.search.reference_records import cities, clauses, contacts, policies, provinces, sources, terms

_MAKERS: dict[str, Callable[[KnowledgeBase, str], Iterable[Record]]] = {
    "requirement": requirements,
    "step": steps,
    "focus-area": areas,
    "theme": themes,
    "case": cases,
    "indicator": indicators,
    "clause": clauses,
    "source": sources,
    "contact": contacts,
    "term": terms,
    "policy": policies,
    "province": provinces,
    "city": cities,
    "phase": phases,
    "checklist": checklists,
    "page": pages,
    "rule": rules,
}


def records(kb: KnowledgeBase, lang: str) -> list[Record]:
    """The records in one language, by kind in the order of ``KINDS``."""
    return [record for kind in KINDS for record in _MAKERS[kind](kb, lang)]
