"""The records of cases: of one that was withdrawn why it was."""

from __future__ import annotations

from collections.abc import Iterator

from huimin.cases import best_quality, number, years_covered
from huimin.knowledge import KnowledgeBase
from huimin.model.case import Case, Quality, Result
from huimin.pages.addresses import address
from huimin.pages.words import say
from huimin.search.record import Record, body_of

_WORTH: dict[Quality, float] = {
    "official": 0.97,
    "media": 0.94,
    "academic": 0.94,
    "mirror": 0.91,
    "aggregator": 0.88,
}
"""How much a case that no province has approved counts, by its best source."""


def cases(kb: KnowledgeBase, lang: str) -> Iterator[Record]:
    """Cases by province and id."""
    return (_case(kb, kb.cases[id_], lang) for id_ in sorted(kb.cases))


def _case(kb: KnowledgeBase, case: Case, lang: str) -> Record:
    state = kb.case_states[case.id]
    names = kb.place_names
    place = " ".join(
        [
            *(names[id_][lang] for id_ in dict.fromkeys((case.province, case.city)) if id_ in names),
            *([case.district[lang]] if case.district else []),
        ]
    )
    record = Record(
        id=case.id,
        kind="case",
        address=address("case", case.id),
        title=case.title[lang],
        up=place,
        names=(case.id, place),
        facets={"province": (case.province,), "city": (case.city,), "state": (state,)},
    )
    if state == "withdrawn":
        record.statement = case.withdrawal.reason[lang] if case.withdrawal else ""
        record.worth = 0.5
        return record
    record.statement = case.summary[lang]
    record.body = (
        *body_of(case, lang, "title", "summary", "district", "results"),
        *(_result(result, lang) for result in case.results),
    )
    record.facets |= {
        "area": tuple(kb.retirements.current("focus-area", case.focus_areas)),
        "year": tuple(years_covered(case.years)),
    }
    record.worth = 1.0 if state == "published" else _WORTH[best_quality(case)]
    return record


def _result(result: Result, lang: str) -> str:
    """A result as its line on the page: what was measured, how much, and when."""
    amount = say(f"qualifier-{result.qualifier}", lang, n=number(result.value))
    note = [result.note[lang]] if result.note else []
    return " ".join([result.metric[lang], amount, result.unit[lang], result.date or "", *note])
