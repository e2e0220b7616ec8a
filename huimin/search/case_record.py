"""The record of a case: of one that was withdrawn only that it is."""

from __future__ import annotations

from huimin.cases import best_quality, years_covered
from huimin.knowledge import KnowledgeBase
from huimin.markdown import to_text
from huimin.model.case import Case, Quality
from huimin.model.fields import Prose
from huimin.model.walk import texts
from huimin.pages.addresses import address
from huimin.search.record import Record

_WORTH: dict[Quality, float] = {
    "official": 0.97,
    "media": 0.94,
    "academic": 0.94,
    "mirror": 0.91,
    "aggregator": 0.88,
}
"""How much a case that no province has approved counts, by its best source."""


def case_record(kb: KnowledgeBase, case: Case, lang: str) -> Record:
    """The record of ``case`` in one language."""
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
    record.body = tuple(
        to_text(text[lang]) if isinstance(text, Prose) else text[lang]
        for path, text in texts(case)
        if path[0] not in ("title", "summary", "district", "approval")
    )
    record.facets |= {
        "area": tuple(kb.retirements.current("focus-area", case.focus_areas)),
        "year": tuple(years_covered(case.years)),
    }
    record.worth = 1.0 if state == "published" else _WORTH[best_quality(case)]
    return record
