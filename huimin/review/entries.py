"""What changes for readers: entries that come, go or say something else, where cases stand, which pages show it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from huimin.approval import status_of
from huimin.check.rules import Words
from huimin.model.case import ApprovedCase, Case
from huimin.model.entry import Entry
from huimin.model.fields import Text
from huimin.model.kinds import kind_of
from huimin.pages.addresses import COLUMN, address, address_of
from huimin.review.changes import Change
from huimin.review.repository import Kind


@dataclass(frozen=True, slots=True)
class EntryChange:
    """An entry that was added, changed or removed.

    ``before`` and ``after`` are states: a case's status, else ``draft`` or nothing; None where it is not there.
    """

    kind: str
    id: str
    title: Words | None
    change: Kind
    file: str
    readable: bool
    shown: bool
    """Whether readers see it, before or after."""
    before: str | None
    after: str | None

    @property
    def is_case(self) -> bool:
        """Whether it is a case (its kept approved words are none)."""
        return self.kind == "case"


def entry_changes(changes: Iterable[Change]) -> list[EntryChange]:
    """The entries that say something else than before, in the order of ``changes``."""
    return [_entry_change(change) for change in changes if change.is_entry and not change.is_form_only]


def _entry_change(change: Change) -> EntryChange:
    kind = kind_of(change.file or "")
    assert kind is not None  # the caller asked for entries
    entry = change.after or change.before
    known = [e for e in (change.before, change.after) if e is not None]
    name = (
        (change.file or "").removeprefix(kind.at).removesuffix(kind.suffix) if kind.is_folder else kind.name
    )
    return EntryChange(
        kind=kind.name,
        id=name,
        title=title_of(entry) if entry else None,
        change=change.kind,
        file=change.path,
        readable=change.after is not None or change.kind == "removed",
        shown=any(e.is_shown for e in known) or not known,
        before=_state(change.before),
        after=_state(change.after),
    )


def title_of(entry: Entry) -> Words | None:
    """What an entry is called: its title, name or term, on one line; None where it has none."""
    for name in ("title", "name", "term"):
        text = getattr(entry, name, None)
        if isinstance(text, Text):
            return Words(zh=" ".join(text.zh.split()), en=" ".join(text.en.split()))
    return None


def _state(entry: Entry | None) -> str | None:
    if isinstance(entry, Case) and not isinstance(entry, ApprovedCase):
        return status_of(entry)
    return "draft" if entry is not None and entry.state == "draft" else None


def pages_to_preview(changes: Iterable[Change]) -> list[str]:
    """The pages that show what changed, from a language's root: entries' own, their lists, their provinces'."""
    found: list[str] = []
    for change in changes:
        kind = kind_of(change.file or "")
        if kind is None or change.is_form_only:
            continue
        if change.after is not None:
            found.append(address_of(change.after))
        if hub := COLUMN.get(kind.name):
            found.append(address("hub", hub))
        if kind.name in ("case", "approved-case"):
            found.append(address("province", change.owner))
    return sorted(set(found))
