"""Focus areas, themes and indicators, and which requirements belong to them: it follows from clauses and is not written."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from huimin.entries import Entries
from huimin.model.focus_area import FocusArea, Theme
from huimin.model.indicator import Indicator
from huimin.model.requirement import Requirement
from huimin.model.source import Clause, Section, Source


class Areas(Entries):
    """The entries, with clauses, sections and focus areas in indexes that are made once, when first asked for."""

    @cached_property
    def clauses(self) -> dict[str, tuple[Source, Clause]]:
        """Every clause with its source, by id."""
        return {clause.id: (source, clause) for source in self.sources.values() for clause in source.clauses}

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

    def is_by_choice(self, requirement: Requirement) -> bool:
        """Whether a requirement binds only those who choose its focus."""
        return all(self.clauses[clause][1].by_choice for clause in requirement.clauses)

    @cached_property
    def area_of_clause(self) -> dict[str, FocusArea]:
        """The focus area that a clause speaks of."""
        return {clause: area for area in self.focus_areas.values() for clause in area.clauses}

    def areas_of(self, requirement: Requirement) -> list[FocusArea]:
        """The focus areas that a requirement belongs to, by its clauses; none where it binds whatever is chosen."""
        if not self.is_by_choice(requirement):
            return []
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
    def areas_of_indicator(self) -> dict[str, list[str]]:
        """The ids of the focus areas that an indicator serves: those it names, and those of its themes."""
        return {
            id_: list(
                dict.fromkeys(
                    [*indicator.focus_areas, *(a.id for a, _ in self.themes_of_indicator.get(id_, []))]
                )
            )
            for id_, indicator in self.indicators.items()
        }

    @cached_property
    def indicators_of_area(self) -> dict[str, list[Indicator]]:
        """The indicators that serve a focus area."""
        found: dict[str, list[Indicator]] = defaultdict(list)
        for id_, areas in self.areas_of_indicator.items():
            for area in areas:
                found[area].append(self.indicators[id_])
        return found
