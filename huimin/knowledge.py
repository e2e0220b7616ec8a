"""The checked knowledge base: its entries, and who refers to whom. Everything after it only reads it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property, partial
from itertools import groupby

from huimin.cases import best_first
from huimin.checklists import (
    BEFORE_FILING,
    ROLES,
    Checklist,
    Group,
    Line,
    Window,
    by_phase,
    lines_of_themes,
    windows,
)
from huimin.entries import Entries
from huimin.markdown import INTERNAL, render
from huimin.model.case import Case
from huimin.model.contact import Contact
from huimin.model.entry import ROLE_OF_LEVEL, Entry, Level, Role
from huimin.model.fields import Prose, Text
from huimin.model.focus_area import FocusArea, Theme
from huimin.model.indicator import Indicator
from huimin.model.jurisdiction import City
from huimin.model.programme import Anchor, Phase
from huimin.model.requirement import Requirement, Step
from huimin.model.source import Clause, Section, Source
from huimin.model.term import Term
from huimin.model.walk import texts
from huimin.read.document import Path


class KnowledgeBase(Entries):
    """The entries, with who refers to whom in indexes that are made once, when first asked for."""

    @cached_property
    def clauses(self) -> dict[str, tuple[Source, Clause]]:
        """Every clause with its source, by id."""
        return {clause.id: (source, clause) for source in self.sources.values() for clause in source.clauses}

    @cached_property
    def requirements_of_clause(self) -> dict[str, list[Requirement]]:
        """The requirements that rest on a clause."""
        found: dict[str, list[Requirement]] = defaultdict(list)
        for requirement in self.requirements.values():
            for clause in requirement.clauses:
                found[clause].append(requirement)
        return found

    @cached_property
    def lines(self) -> list[Line]:
        """Every step of every requirement in the order of the notice, then the first steps of the themes."""
        of_requirements = [
            Line(step, requirement)
            for _, _, requirements in self.by_section
            for requirement in requirements
            for step in requirement.steps
        ]
        return of_requirements + [
            line for area in self.focus_areas.values() for line in lines_of_themes(area)
        ]

    @cached_property
    def lines_led_by(self) -> dict[str, list[Line]]:
        """The steps that an office leads."""
        found: dict[str, list[Line]] = defaultdict(list)
        for line in self.lines:
            found[line.step.lead].append(line)
        return found

    @cached_property
    def lines_helped_by(self) -> dict[str, list[Line]]:
        """The steps in which an office helps."""
        found: dict[str, list[Line]] = defaultdict(list)
        for line in self.lines:
            for helper in line.step.helpers:
                found[helper].append(line)
        return found

    @cached_property
    def cited_by(self) -> dict[tuple[str, str], list[Requirement]]:
        """The requirements that name an entry as related or link to it in their texts, by (kind, id)."""
        found: dict[tuple[str, str], list[Requirement]] = defaultdict(list)
        for requirement in self.requirements.values():
            named = {("requirement", id_) for id_ in requirement.related}
            for _, text in texts(requirement):
                if isinstance(text, Prose):
                    named |= {(m[1], m[2]) for link in render(text.zh).links if (m := INTERNAL.match(link))}
            for target in sorted(named - {("requirement", requirement.id)}):
                found[target].append(requirement)
        return found

    def is_by_choice(self, requirement: Requirement) -> bool:
        """Whether a requirement binds only those who choose its focus."""
        return all(self.clauses[clause][1].by_choice for clause in requirement.clauses)

    def contacts_at(self, level: Level) -> list[Contact]:
        """The offices of a level, in the order in which the first source names its issuers, then by id."""
        named = {id_: number for source in self.sources.values() for number, id_ in enumerate(source.issuers)}
        found = [contact for contact in self.contacts.values() if contact.level == level]
        return sorted(found, key=lambda c: (c.origin == "guide", named.get(c.id, len(named)), c.id))

    def section_of(self, requirement: Requirement) -> tuple[Source, Section]:
        """The section under which a requirement stands: that of its first clause."""
        source, clause = self.clauses[requirement.clauses[0]]
        return source, next(s for s in source.sections if s.id == clause.section)

    @cached_property
    def by_section(self) -> list[tuple[Source, Section, list[Requirement]]]:
        """The requirements in the order of the notice, section by section."""
        order = {clause: number for number, clause in enumerate(self.clauses)}
        groups: dict[tuple[str, str], list[Requirement]] = defaultdict(list)
        for requirement in sorted(
            self.requirements.values(), key=lambda r: (order[r.clauses[0]], r.order, r.id)
        ):
            source, section = self.section_of(requirement)
            groups[source.id, section.id].append(requirement)
        return [
            (source, section, groups[source.id, section.id])
            for source in self.sources.values()
            for section in source.sections
            if groups[source.id, section.id]
        ]

    @cached_property
    def phases(self) -> dict[str, Phase]:
        """The phases by id, in order."""
        return {phase.id: phase for phase in self.programme.phases}

    @cached_property
    def anchors(self) -> dict[str, Anchor]:
        """The anchors by id."""
        return {anchor.id: anchor for anchor in self.programme.anchors}

    def role_of(self, step: Step) -> Role:
        """Whose checklist a step stands in."""
        return ROLE_OF_LEVEL[self.contacts[step.lead].level]

    def by_phase(self, lines: Iterable[Line]) -> list[Group]:
        """Lines by phase, within it in the order of their times."""
        return by_phase(self.programme, lines)

    @cached_property
    def checklists(self) -> dict[str, Checklist]:
        """Every checklist by id: one for each role, what a city must have before filing, and one for each focus area."""

        def of_role(role: Role) -> list[Line]:
            return [line for line in self.lines if line.requirement and self.role_of(line.step) == role]

        def before_filing() -> list[Line]:
            return [
                line
                for line in of_role("city")
                if line.step.phase in BEFORE_FILING
                and line.requirement
                and line.requirement.strength == "must"
                and not self.is_by_choice(line.requirement)
            ]

        def of_area(area: FocusArea) -> list[Line]:
            requirements = {r.id for r in self.requirements_of_area.get(area.id, [])}
            return [
                line
                for line in self.lines
                if (line.requirement and line.requirement.id in requirements) or line.area is area
            ]

        found = [Checklist(role, role, partial(of_role, role)) for role in ROLES]
        found.insert(1, Checklist("city-filing", "city", before_filing))
        found += [Checklist(a.id, "city", partial(of_area, a), a) for a in self.focus_areas.values()]
        return {checklist.id: checklist for checklist in found}

    def checklist(self, id_: str) -> list[Group]:
        """The lines of a checklist by phase."""
        return self.by_phase(self.checklists[id_].lines())

    def lines_of_phase(self, phase: str, role: Role) -> list[Line]:
        """The steps of requirements in a phase that stand in a role's checklist."""
        return next((lines for of, lines in self.checklist(role) if of.id == phase), [])

    @cached_property
    def timetable(self) -> list[tuple[Anchor, list[Window]]]:
        """A city's steps by the moment that they count from and the days from it."""
        return windows(self.programme, self.checklists["city"].lines())

    @cached_property
    def pilots(self) -> dict[str, int]:
        """How many verified pilot cities each province has, itself counted where it is one."""
        units = self.jurisdictions
        if units is None:
            return {}
        found = {p.id: int(p.pilot is not None) for p in units.provinces}
        for city in units.cities:
            found[city.province] += city.pilot is not None
        return found

    def terms_by_letter(self, lang: str) -> list[tuple[str, list[Term]]]:
        """The terms in the order of a language, by the first letter of their pinyin or English name."""
        ordered = sorted(self.terms.values(), key=lambda term: term.sort_key(lang))
        return [
            (letter, list(terms))
            for letter, terms in groupby(ordered, lambda term: term.sort_key(lang)[0].upper())
        ]

    def stale_texts(self) -> list[tuple[Entry, Path, Text]]:
        """Every text whose Chinese changed after its English was confirmed."""
        return [(e, path, text) for e in self.entries() for path, text in texts(e) if text.is_stale]

    @cached_property
    def area_of_clause(self) -> dict[str, FocusArea]:
        """The focus area that a clause speaks of."""
        return {clause: area for area in self.focus_areas.values() for clause in area.clauses}

    def areas_of(self, requirement: Requirement) -> list[FocusArea]:
        """The focus areas that a requirement belongs to, by its clauses; none where it binds whatever is chosen."""
        found = {a.id: a for c in requirement.clauses if (a := self.area_of_clause.get(c))}
        return list(found.values())

    @cached_property
    def requirements_of_area(self) -> dict[str, list[Requirement]]:
        """The requirements of a focus area, in the order of the notice."""
        found: dict[str, list[Requirement]] = defaultdict(list)
        for _, _, requirements in self.by_section:
            for requirement in requirements:
                for area in self.areas_of(requirement):
                    found[area.id].append(requirement)
        return found

    @cached_property
    def themes(self) -> dict[str, tuple[FocusArea, Theme]]:
        """Every theme with its focus area, by ``area.theme``."""
        return {f"{a.id}.{t.id}": (a, t) for a in self.focus_areas.values() for t in a.themes}

    @cached_property
    def themes_of_requirement(self) -> dict[str, list[tuple[FocusArea, Theme]]]:
        """The themes that name a requirement."""
        found: dict[str, list[tuple[FocusArea, Theme]]] = defaultdict(list)
        for pair in self.themes.values():
            for requirement in pair[1].requirements:
                found[requirement].append(pair)
        return found

    @cached_property
    def themes_of_indicator(self) -> dict[str, list[tuple[FocusArea, Theme]]]:
        """The themes that an indicator measures."""
        found: dict[str, list[tuple[FocusArea, Theme]]] = defaultdict(list)
        for pair in self.themes.values():
            for indicator in pair[1].indicators:
                found[indicator].append(pair)
        return found

    @cached_property
    def indicators_of_requirement(self) -> dict[str, list[Indicator]]:
        """The indicators that measure a requirement."""
        found: dict[str, list[Indicator]] = defaultdict(list)
        for indicator in self.indicators.values():
            for requirement in indicator.requirements:
                found[requirement].append(indicator)
        return found

    @cached_property
    def indicators_of_area(self) -> dict[str, list[Indicator]]:
        """The indicators of a focus area: those that name it, and those of its themes."""
        found: dict[str, dict[str, Indicator]] = {area: {} for area in self.focus_areas}
        for area in self.focus_areas.values():
            named = [i for i in self.indicators.values() if area.id in i.focus_areas]
            of_themes = [self.indicators[id_] for theme in area.themes for id_ in theme.indicators]
            found[area.id] = {i.id: i for i in (*named, *of_themes)}
        return {area: list(group.values()) for area, group in found.items()}

    @cached_property
    def cases_by(self) -> dict[str, dict[str, list[Case]]]:
        """Cases that stand, best evidence first, by what they belong to: ``requirement``, ``theme``, ``area``, ``province``."""
        found: dict[str, dict[str, list[Case]]] = defaultdict(lambda: defaultdict(list))
        for case in best_first(case for case in self.cases.values() if case.state != "withdrawn"):
            for kind, ids in (
                ("requirement", case.requirements),
                ("theme", case.themes),
                ("area", case.focus_areas),
                ("province", (case.province,)),
            ):
                for id_ in ids:
                    found[kind][id_].append(case)
        return found

    @cached_property
    def cases_in_order(self) -> list[Case]:
        """All cases, best evidence first, the withdrawn ones last."""
        return sorted(best_first(self.cases.values()), key=lambda case: case.state == "withdrawn")

    @cached_property
    def case_counts(self) -> dict[str, int]:
        """How many cases that stand each province has."""
        return {province: len(cases) for province, cases in self.cases_by["province"].items()}

    @cached_property
    def place_names(self) -> dict[str, Text]:
        """The names of provinces and cities by id."""
        units = self.jurisdictions
        if units is None:
            return {}
        return {p.id: p.name for p in units.provinces} | {c.id: c.name for c in units.cities}

    @cached_property
    def cities_of(self) -> dict[str, list[City]]:
        """The cities that the guide names, by province."""
        found: dict[str, list[City]] = defaultdict(list)
        for city in self.jurisdictions.cities if self.jurisdictions else ():
            found[city.province].append(city)
        return found
