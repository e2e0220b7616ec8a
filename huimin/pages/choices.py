"""What lists may be filtered and sorted by. Filters over cases tell how many fit, and give no choice that none fits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple, get_args

from huimin.cases import NOT_STATED, years_covered
from huimin.checklists import ROLES
from huimin.knowledge import KnowledgeBase
from huimin.model.entry import Origin
from huimin.model.indicator import IndicatorGroup
from huimin.model.requirement import Strength


class Option(NamedTuple):
    """One choice; ``of`` is the choice in another filter without which this one is not offered."""

    value: str
    text: str
    number: int | None = None
    of: str = ""


class Filter(NamedTuple):
    """A list to choose from; ``within`` names the filter that it depends on."""

    name: str
    label: str
    options: list[Option]
    within: str = ""


SORTS = ("newest", "place", "title")
"""How cases may be put in order besides best evidence first; filters.js compares."""


def plain_filters(kb: KnowledgeBase, lang: str, say: Callable[[str], str]) -> dict[str, Filter]:
    """The filters of requirements, checklists and indicators, by name."""

    def said(name: str, label: str, values: Iterable[str], prefix: str = "") -> Filter:
        return Filter(name, say(label), [Option(value, say(prefix + value)) for value in values])

    areas = [Option(area.id, area.short[lang]) for area in kb.focus_areas.values()]
    return {
        "role": said("role", "filter-role", ROLES),
        "strength": said("strength", "strength", (*get_args(Strength), "advised")),
        "origin": said("origin", "origin", get_args(Origin)),
        "group": said("group", "group", get_args(IndicatorGroup), "group-"),
        "phase": Filter("phase", say("phase"), [Option(p.id, p.title[lang]) for p in kb.programme.phases]),
        "focus": Filter("focus", say("focus-area"), [Option("general", say("filter-general")), *areas]),
    }


def case_filters(kb: KnowledgeBase, lang: str, say: Callable[[str], str]) -> list[Filter]:
    """The filters of the list of cases, in the order in which they stand."""
    cases = kb.cases.values()
    units, names = kb.jurisdictions, kb.place_names
    provinces = sorted(units.provinces, key=lambda p: p.code) if units else []
    cities = sorted(units.cities, key=lambda c: c.code) if units else []
    ordered = [r for _, _, requirements in kb.by_section for r in requirements]
    years = {year for case in cases for year in years_covered(case.years)} - {NOT_STATED}

    def of(
        name: str,
        label: str,
        texts: Iterable[tuple[str, str]],
        found: Iterable[str],
        within: str = "",
        parents: dict[str, str] | None = None,
    ) -> Filter:
        counts, parents = Counter(found), parents or {}
        options = [Option(id_, text, counts[id_], parents.get(id_, "")) for id_, text in texts if counts[id_]]
        return Filter(name, say(label), options, within)

    return [
        of(
            "province",
            "filter-province",
            [(p.id, names[p.id][lang]) for p in provinces],
            (c.province for c in cases),
        ),
        of(
            "city",
            "city",
            [(c.id, c.name[lang]) for c in cities],
            (c.city for c in cases),
            "province",
            {c.id: c.province for c in cities},
        ),
        of(
            "focus",
            "focus-area",
            [(a.id, a.short[lang]) for a in kb.focus_areas.values()],
            (id_ for c in cases for id_ in c.focus_areas),
        ),
        of(
            "theme",
            "theme",
            [(id_, theme.title[lang]) for id_, (_, theme) in kb.themes.items()],
            (id_ for c in cases for id_ in c.themes),
        ),
        of(
            "requirement",
            "requirement",
            [(r.id, r.title[lang]) for r in ordered],
            (id_ for c in cases for id_ in c.requirements),
        ),
        of(
            "step",
            "step",
            [(f"{r.id}.{s.id}", s.title[lang]) for r in ordered for s in r.steps],
            (id_ for c in cases for id_ in c.steps),
            "requirement",
            {f"{r.id}.{s.id}": r.id for r in ordered for s in r.steps},
        ),
        of(
            "year",
            "year",
            [*((year, year) for year in sorted(years, reverse=True)), (NOT_STATED, say("years-unknown"))],
            (year for c in cases for year in years_covered(c.years)),
        ),
        of(
            "state",
            "state",
            [(state, say(f"state-{state}")) for state in sorted(set(kb.case_states.values()))],
            kb.case_states.values(),
        ),
    ]


def case_sorts(say: Callable[[str], str]) -> list[Option]:
    """The orders of the list of cases; the first is that in which it stands."""
    return [Option("", say("sort-evidence")), *(Option(name, say(f"sort-{name}")) for name in SORTS)]
