"""The kinds of entry, where their files lie, and which class holds them."""

from __future__ import annotations

from dataclasses import dataclass

from huimin.model.about import About
from huimin.model.approval import Approvers
from huimin.model.case import ApprovedCase, Case
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


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry: one file (``programme.yaml``) or a folder of them (``requirements/``)."""

    name: str
    model: type[Entry]
    at: str
    suffix: str = ".yaml"
    depth: int = 1
    """How many folders and the file itself stand below ``at``: cases lie in their province's folder."""
    required: bool = False
    """Whether a knowledge base without it is no knowledge base; said of single files."""

    @property
    def is_folder(self) -> bool:
        """Whether the kind has a folder of entries."""
        return self.at.endswith("/")


KINDS = (
    Kind("site", Site, "site.yaml", required=True),
    Kind("programme", Programme, "programme.yaml", required=True),
    Kind("about", About, "about.yaml"),
    Kind("jurisdictions", Jurisdictions, "jurisdictions.yaml"),
    Kind("source", Source, "sources/"),
    Kind("requirement", Requirement, "requirements/"),
    Kind("focus-area", FocusArea, "focus-areas/"),
    Kind("indicator", Indicator, "indicators/"),
    Kind("policy", Policy, "policies/"),
    Kind("approved-case", ApprovedCase, "cases/", depth=2, suffix=".approved.yaml"),
    Kind("case", Case, "cases/", depth=2),
    Kind("approvers", Approvers, "approvers.yaml"),
    Kind("retired", Retired, "retired.yaml"),
    Kind("contact", Contact, "contacts/"),
    Kind("term", Term, "glossary/"),
)


def kind_of(file: str) -> Kind | None:
    """The kind of the entry in ``file`` (relative to the knowledge base), or None if there is none."""
    for kind in KINDS:
        if file == kind.at:
            return kind
        inside = file[len(kind.at) :] if kind.is_folder and file.startswith(kind.at) else ""
        if inside.endswith(kind.suffix) and inside.count("/") == kind.depth - 1:
            return kind
    return None
