"""The checked knowledge base: entries by id, and who refers to whom. Everything after it only reads it."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from huimin.markdown import INTERNAL, render
from huimin.model.contact import Contact
from huimin.model.entry import ROLE_OF_LEVEL, Entry, Level, Role
from huimin.model.fields import Prose, Text
from huimin.model.programme import Anchor, Phase, Programme
from huimin.model.requirement import Requirement, Step
from huimin.model.site import Site
from huimin.model.source import Clause, Section, Source
from huimin.model.term import Term
from huimin.model.walk import texts
from huimin.read.document import Path


@dataclass(frozen=True)
class KnowledgeBase:
    """All entries, checked, by id and in the order of their files; drafts only in a preview."""

    site: Site
    programme: Programme
    sources: dict[str, Source]
    requirements: dict[str, Requirement]
    contacts: dict[str, Contact]
    terms: dict[str, Term]
    digest: str
    """SHA-256 of the content of all entries, in hex; formatting and comments do not change it."""
    source_texts: dict[str, str] = field(default_factory=dict)
    """The issued words by clause id, where the publisher provides them."""
    preview: bool = False

    def entries(self) -> Iterator[Entry]:
        """Every entry."""
        yield self.site
        yield self.programme
        for group in (self.sources, self.requirements, self.contacts, self.terms):
            yield from group.values()

    @cached_property
    def updated(self) -> datetime.date:
        """The date of the newest entry: the time of everything that is built."""
        return max(entry.updated for entry in self.entries())

    @property
    def edition(self) -> str:
        """The edition: the date of the newest entry and the digest of the content."""
        return f"{self.updated.isoformat()}+{self.digest[:16]}"

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
    def steps_led_by(self) -> dict[str, list[tuple[Requirement, Step]]]:
        """The steps that an office leads."""
        found: dict[str, list[tuple[Requirement, Step]]] = defaultdict(list)
        for requirement in self.requirements.values():
            for step in requirement.steps:
                found[step.lead].append((requirement, step))
        return found

    @cached_property
    def steps_helped_by(self) -> dict[str, list[tuple[Requirement, Step]]]:
        """The steps in which an office helps."""
        found: dict[str, list[tuple[Requirement, Step]]] = defaultdict(list)
        for requirement in self.requirements.values():
            for step in requirement.steps:
                for helper in step.helpers:
                    found[helper].append((requirement, step))
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

    def by_phase(
        self, steps: list[tuple[Requirement, Step]]
    ) -> list[tuple[Phase, list[tuple[Requirement, Step]]]]:
        """Steps by phase, within it in the order of their times; phases without steps are left out."""
        moments = {anchor: number for number, anchor in enumerate(self.anchors)}
        found: dict[str, list[tuple[Requirement, Step]]] = defaultdict(list)
        for pair in sorted(steps, key=lambda pair: (moments[pair[1].time.anchor], pair[1].time.days)):
            found[pair[1].phase].append(pair)
        return [(phase, found[phase.id]) for phase in self.programme.phases if phase.id in found]

    def checklist(self, role: Role) -> list[tuple[Phase, list[tuple[Requirement, Step]]]]:
        """The steps of a role by phase, in the order of their times and then of the notice."""
        return self.by_phase(
            [
                (requirement, step)
                for _, _, requirements in self.by_section
                for requirement in requirements
                for step in requirement.steps
                if self.role_of(step) == role
            ]
        )

    def stale_texts(self) -> list[tuple[Entry, Path, Text]]:
        """Every text whose Chinese changed after its English was confirmed."""
        return [(e, path, text) for e in self.entries() for path, text in texts(e) if text.is_stale]
