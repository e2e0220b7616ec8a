"""The whole review of a change: who may make it, what it means for readers, what the check finds in the result."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from huimin.check.exemptions import without_exempted
from huimin.check.history import check_history
from huimin.check.references import KINDS_IN_WORDS
from huimin.check.rules import Words
from huimin.findings import Finding
from huimin.load import load
from huimin.model.approval import Approvers
from huimin.model.jurisdiction import Jurisdictions
from huimin.retirement import Key, Retirements, keys_of
from huimin.review.changes import Change, changes_since, entry_from
from huimin.review.entries import EntryChange, entry_changes, pages_to_preview
from huimin.review.refusals import People, approves, refusals
from huimin.review.repository import Repository
from huimin.review.rights import MAINTAINERS, Rights
from huimin.review.words import both, printable_path

_RETIRABLE = frozenset({"requirement", "indicator", "focus-area"})
APPROVERS, UNITS = "approvers.yaml", "jurisdictions.yaml"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A changed file and who reviews it."""

    file: str
    change: str
    owner: str
    reviewers: tuple[str, ...]
    approval: bool


@dataclass(frozen=True, slots=True)
class Summary:
    """Everything that a review found; files are named from the repository's root."""

    base: str
    began: str
    """The commit from which the change was made."""
    actor: str | None
    people: People
    files: tuple[Reviewed, ...]
    entries: tuple[EntryChange, ...]
    form_only: int
    refusals: tuple[Finding, ...]
    findings: tuple[Finding, ...]
    pages: tuple[str, ...]
    """From a language's root."""
    notes: tuple[Words, ...]

    @property
    def errors(self) -> int:
        """How many findings of the check are errors."""
        return sum(finding.severity == "error" for finding in self.findings)

    @property
    def warnings(self) -> int:
        """How many findings of the check are warnings."""
        return len(self.findings) - self.errors

    @property
    def passes(self) -> bool:
        """Whether nothing is refused and nothing is an error."""
        return not self.refusals and not self.errors


def review(folder: Path, base: str, actor: str | None) -> Summary:
    """Compares the knowledge base in ``folder``, and the repository around it, with the revision ``base``.

    Rights are those of ``base`` itself, so that rights that were withdrawn since a branch began do not live on
    in it; what changed is told from where the branch began, so that others' later work is not taken for its own.

    Raises:
        GitProblem: where there is no repository, no such revision, or no common past.
    """
    repository = Repository.around(folder)
    tip = repository.commit(base)
    began = repository.where_it_began(tip)
    loaded = load(folder)
    changes = changes_since(repository, began, loaded)
    prefix = printable_path(repository.prefix)

    def standing(file: str) -> object:
        data = repository.file_at(tip, repository.prefix + file)
        return None if data is None else entry_from(file, data)

    approvers, units = standing(APPROVERS), standing(UNITS)
    people = People(
        rights=Rights.of(approvers if isinstance(approvers, Approvers) else None),
        units=units if isinstance(units, Jurisdictions) else None,
        approvers=prefix + APPROVERS,
    )
    found = {*loaded.findings, *without_exempted(check_history(folder), loaded.all_entries())}
    entries = entry_changes(changes)
    gone = _gone(changes, Retirements.of(loaded.all_entries()))
    return Summary(
        base=base,
        began=began,
        actor=actor,
        people=people,
        files=tuple(_reviewed(change, people.rights) for change in changes),
        entries=tuple(entries),
        form_only=sum(change.is_entry and change.is_form_only for change in changes),
        refusals=tuple(refusals(changes, actor, people)) if actor is not None else (),
        findings=tuple(sorted(replace(finding, file=prefix + finding.file) for finding in found)),
        pages=tuple(pages_to_preview(changes)),
        notes=tuple(_notes(changes, entries, gone, actor, people, readable=isinstance(approvers, Approvers))),
    )


def _reviewed(change: Change, rights: Rights) -> Reviewed:
    owner = change.owner
    return Reviewed(change.path, change.kind, owner, rights.reviewers(owner), approves(change))


def _gone(changes: list[Change], retirements: Retirements) -> list[Key]:
    """What readers had that is neither there any more nor retired."""
    before = [key for c in changes if c.before and c.before.is_shown for key in keys_of(c.before)]
    after = {key for c in changes if c.after for key in keys_of(c.after)}
    faulty = {c.path for c in changes if c.after is None and c.kind != "removed"}
    return [] if faulty else [key for key in before if key not in after and key not in retirements.items]


def _notes(
    changes: list[Change],
    entries: list[EntryChange],
    gone: list[Key],
    actor: str | None,
    people: People,
    *,
    readable: bool,
) -> list[Words]:
    notes = []
    if actor is None:
        notes.append(both("no-actor"))
    if not readable:
        notes.append(both("no-approvers", approvers=people.approvers))
    elif not people.rights.accounts.get(MAINTAINERS):
        notes.append(both("no-maintainers", approvers=people.approvers))
    if any(change.file == APPROVERS for change in changes):
        notes.append(both("approvers-changed", approvers=people.approvers))
    notes += [
        both("removed-shown", id=entry.id)
        for entry in entries
        if entry.change == "removed" and entry.shown and entry.kind not in _RETIRABLE | {"approved-case"}
    ]
    notes += [both("removed-unretired", kind=KINDS_IN_WORDS[kind], id=id_) for kind, id_ in gone]
    if any(change.file is None for change in changes):
        notes.append(both("beyond"))
    return notes
