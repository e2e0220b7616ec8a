"""All entries of a checked knowledge base, by kind and id, and the edition that they make."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from huimin.approval import CaseStatus
from huimin.model.about import About
from huimin.model.approval import Approvers
from huimin.model.case import Case
from huimin.model.contact import Contact
from huimin.model.entry import Entry
from huimin.model.focus_area import FocusArea
from huimin.model.indicator import Indicator
from huimin.model.jurisdiction import Jurisdictions
from huimin.model.policy import Policy
from huimin.model.programme import Programme
from huimin.model.requirement import Requirement
from huimin.model.retired import Retired
from huimin.model.site import Site
from huimin.model.source import Source
from huimin.model.term import Term
from huimin.retirement import Retirements


@dataclass(frozen=True, kw_only=True)
class Entries:
    """Entries by id, in the order of their files (focus areas and policies in their own); drafts only in a preview."""

    site: Site
    programme: Programme
    about: About | None
    jurisdictions: Jurisdictions | None
    approvers: Approvers | None
    retired: Retired | None
    sources: dict[str, Source]
    requirements: dict[str, Requirement]
    focus_areas: dict[str, FocusArea]
    indicators: dict[str, Indicator]
    policies: dict[str, Policy]
    cases: dict[str, Case]
    contacts: dict[str, Contact]
    terms: dict[str, Term]
    case_states: dict[str, CaseStatus]
    """Where each case stands; found once, for it takes the digest of all its content."""
    stale_files: frozenset[str]
    """The files of entries in which some Chinese changed after its English was confirmed, as the check found."""
    digest: str
    """SHA-256 of the content of all entries, in hex; formatting and comments do not change it."""
    source_texts: dict[str, str] = field(default_factory=dict)
    """The issued words by clause id, where the publisher provides them."""
    preview: bool = False

    def entries(self) -> Iterator[Entry]:
        """Every entry."""
        yield from (self.site, self.programme)
        yield from filter(None, (self.about, self.jurisdictions, self.approvers, self.retired))
        for group in (
            self.sources,
            self.requirements,
            self.focus_areas,
            self.indicators,
            self.policies,
            self.cases,
            self.contacts,
            self.terms,
        ):
            yield from group.values()

    @cached_property
    def retirements(self) -> Retirements:
        """What was retired, and what took its place."""
        return Retirements.of(self.entries())

    @cached_property
    def updated(self) -> datetime.date:
        """The date of the newest entry: the time of everything that is built."""
        return max(entry.updated for entry in self.entries())

    @property
    def edition(self) -> str:
        """The edition: the date of the newest entry and the digest of the content."""
        return f"{self.updated.isoformat()}+{self.digest[:16]}"

    def is_past(self, day: datetime.date) -> bool:
        """Whether a day lies before the edition; the same edition must give the same bytes, so the clock is not asked."""
        return day < self.updated
