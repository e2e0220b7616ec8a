"""Cases and the provinces and cities that they belong to."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from huimin.areas import Areas
from huimin.cases import best_first
from huimin.model.case import Case
from huimin.model.fields import Text
from huimin.model.jurisdiction import City
from huimin.model.requirement import Step


class Places(Areas):
    """The entries, with cases and jurisdictions in indexes that are made once, when first asked for."""

    @cached_property
    def cases_by(self) -> dict[str, dict[str, list[Case]]]:
        """Cases that stand, best evidence first, by requirement, step, theme, area, province and city."""
        found: dict[str, dict[str, list[Case]]] = defaultdict(lambda: defaultdict(list))
        for case in best_first(case for case in self.cases.values() if case.state != "withdrawn"):
            for kind, ids in (
                ("requirement", self.retirements.current("requirement", case.requirements)),
                ("step", self.retirements.current("step", case.steps)),
                ("theme", self.retirements.current("theme", case.themes)),
                ("area", self.retirements.current("focus-area", case.focus_areas)),
                ("province", (case.province,)),
                ("city", (case.city,)),
            ):
                for id_ in ids:
                    found[kind][id_].append(case)
        return found

    def steps_of(self, case: Case) -> dict[str, list[Step]]:
        """The steps that a case helps with, by requirement, in the order in which they are taken."""
        ids = set(self.retirements.current("step", case.steps))
        found = (self.requirements[id_] for id_ in self.retirements.current("requirement", case.requirements))
        return {r.id: [step for step in r.steps if f"{r.id}.{step.id}" in ids] for r in found}

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
    def place_codes(self) -> dict[str, str]:
        """The codes of provinces and cities by id."""
        units = self.jurisdictions
        if units is None:
            return {}
        return {p.id: p.code for p in units.provinces} | {c.id: c.code for c in units.cities}

    @cached_property
    def cities_of(self) -> dict[str, list[City]]:
        """The cities that the guide names, by province."""
        found: dict[str, list[City]] = defaultdict(list)
        for city in self.jurisdictions.cities if self.jurisdictions else ():
            found[city.province].append(city)
        return found

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
