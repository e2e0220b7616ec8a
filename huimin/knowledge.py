"""The checked knowledge base: its entries, and who refers to whom. Everything after it only reads it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property, partial
from itertools import groupby

from huimin.checklists import (
    BEFORE_FILING,
    FILING,
    ROLES,
    Checklist,
    Group,
    Line,
    Window,
    by_phase,
    lines_of_themes,
    windows,
)
from huimin.markdown import INTERNAL, render
from huimin.model.contact import Contact
from huimin.model.entry import ROLE_OF_LEVEL, Entry, Level, Role
from huimin.model.fields import Prose, Text
from huimin.model.focus_area import FocusArea
from huimin.model.programme import Anchor, Phase
from huimin.model.requirement import Requirement, Step
from huimin.model.retired import RetiredItem
from huimin.model.term import Term
from huimin.model.walk import texts
from huimin.places import Places
from huimin.read.document import Path
from huimin.retirement import Key, owner_of


class KnowledgeBase(Places):
    """The entries, with who refers to whom in indexes that are made once, when first asked for."""

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

    def contacts_at(self, level: Level) -> list[Contact]:
        """The offices of a level: issuers in the order of the first source, then those that lead most steps."""
        named = {id_: number for source in self.sources.values() for number, id_ in enumerate(source.issuers)}
        found = [contact for contact in self.contacts.values() if contact.level == level]
        led = {id_: -len(lines) for id_, lines in self.lines_led_by.items()}
        return sorted(found, key=lambda c: (named.get(c.id, len(named)), led.get(c.id, 0), c.id))

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
        """Every checklist by id: one for each role, what every city does before filing, and one for each focus area."""

        def of_role(role: Role) -> list[Line]:
            return [line for line in self.lines if line.requirement and self.role_of(line.step) == role]

        def before_filing() -> list[Line]:
            early = (line for line in of_role("city") if line.step.phase in BEFORE_FILING)
            return [line for line in early if line.requirement and not self.is_by_choice(line.requirement)]

        def of_area(area: FocusArea) -> list[Line]:
            requirements = self.requirements_of_area.get(area.id, [])
            return [Line(step, r) for r in requirements for step in r.steps] + lines_of_themes(area)

        found = [Checklist(role, role, partial(of_role, role)) for role in ROLES]
        found.insert(1, Checklist(FILING, "city", before_filing))
        found += [Checklist(a.id, "city", partial(of_area, a), a) for a in self.focus_areas.values()]
        return {checklist.id: checklist for checklist in found}

    @cached_property
    def _groups(self) -> dict[str, list[Group]]:
        return {id_: by_phase(self.programme, of.lines()) for id_, of in self.checklists.items()}

    def checklist(self, id_: str) -> list[Group]:
        """The lines of a checklist by phase."""
        return self._groups[id_]

    def lines_of_phase(self, phase: str, role: Role) -> list[Line]:
        """The steps of requirements in a phase that stand in a role's checklist."""
        return next((lines for of, lines in self.checklist(role) if of.id == phase), [])

    def parties(self, lines: Iterable[Line]) -> list[tuple[Contact, int, int]]:
        """The offices in some lines with how many they lead and how many they help with, those that lead most first."""
        leads, helps = Counter[str](), Counter[str]()
        for line in lines:
            leads[line.step.lead] += 1
            helps.update(line.step.helpers)
        ids = sorted(leads | helps, key=lambda id_: (-leads[id_], -helps[id_], id_))
        return [(self.contacts[id_], leads[id_], helps[id_]) for id_ in ids]

    @cached_property
    def timetable(self) -> list[tuple[Anchor, list[Window]]]:
        """A city's steps by the moment that they count from and the days from it."""
        return windows(self.programme, self.checklists["city"].lines())

    def terms_by_letter(self, lang: str) -> list[tuple[str, list[Term]]]:
        """The terms in the order of a language, by the first letter of their pinyin or English name."""
        ordered = sorted(self.terms.values(), key=lambda term: term.sort_key(lang))
        return [
            (letter, list(terms))
            for letter, terms in groupby(ordered, lambda term: term.sort_key(lang)[:1].upper() or "#")
        ]

    @cached_property
    def retired_of(self) -> dict[Key, list[RetiredItem]]:
        """The retired steps and themes by what they belonged to, itself in use or retired."""
        found: dict[Key, list[RetiredItem]] = defaultdict(list)
        for item in self.retired.items if self.retired else ():
            if owner := owner_of(item):
                found[owner].append(item)
        return found

    @cached_property
    def titles(self) -> dict[Key, Text]:
        """What everything is called that can take the place of something retired, by kind and id."""
        found: dict[Key, Text] = {("requirement", r.id): r.title for r in self.requirements.values()}
        found |= {("step", line.id): line.step.title for line in self.lines}
        found |= {("indicator", i.id): i.title for i in self.indicators.values()}
        found |= {("theme", id_): theme.title for id_, (_, theme) in self.themes.items()}
        return found | {("focus-area", area.id): area.title for area in self.focus_areas.values()}

    @cached_property
    def stale_texts(self) -> list[tuple[Entry, Path, Text]]:
        """Every text whose Chinese changed after its English was confirmed."""
        entries = (entry for entry in self.entries() if entry.file in self.stale_files)
        return [(e, path, text) for e in entries for path, text in texts(e) if text.is_stale]
