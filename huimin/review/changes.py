"""What changed between a base revision and the working tree: every file, and the entries that it held and holds."""

from __future__ import annotations

from dataclasses import dataclass

from huimin.check.rules import Report
from huimin.check.structure import entry_of
from huimin.load import Loaded
from huimin.model.entry import Entry
from huimin.model.kinds import kind_of
from huimin.read.parse import parse
from huimin.review.repository import Kind, Repository
from huimin.review.rights import owner_of
from huimin.review.words import printable_path


@dataclass(frozen=True, slots=True)
class Change:
    """One changed file, and its entry before and after; None where there is none or it cannot be read."""

    path: str
    """From the repository's root, printable."""
    file: str | None
    """Relative to the knowledge base, printable; None where it lies outside of it."""
    kind: Kind
    before: Entry | None
    after: Entry | None

    @property
    def owner(self) -> str:
        """Whose file it is: a province's id, or ``maintainers``."""
        return owner_of(self.file)

    @property
    def is_entry(self) -> bool:
        """Whether an entry belongs at its place."""
        return self.file is not None and kind_of(self.file) is not None

    @property
    def is_form_only(self) -> bool:
        """Whether the entry says the same as before."""
        return self.before is not None and self.after is not None and says(self.before) == says(self.after)


def says(entry: Entry) -> dict[str, object]:
    """All that an entry says, whatever its file looks like."""
    return entry.model_dump(mode="json", exclude_none=True)


def changes_since(repository: Repository, commit: str, loaded: Loaded) -> list[Change]:
    """Every file of the repository that differs from ``commit``, by path.

    ``loaded`` is the knowledge base as it stands in the working tree.

    Raises:
        GitProblem: where Git fails.
    """
    found = repository.differences(commit)
    blobs = repository.blobs(item.before for item in found if item.before)
    after = {entry.file: entry for entry in loaded.all_entries()}
    changes = []
    for item in found:
        file = _inside(printable_path(item.path), printable_path(repository.prefix))
        old = blobs.get(item.before or "")
        changes.append(
            Change(
                path=printable_path(item.path),
                file=file,
                kind=item.kind,
                before=entry_from(file, old) if file and old is not None else None,
                after=after.get(file) if file and item.kind != "removed" else None,
            )
        )
    return changes


def entry_from(file: str, data: bytes) -> Entry | None:
    """The entry that ``data`` holds as ``file`` of a knowledge base; None where it is none or has faults."""
    if kind_of(file) is None:
        return None
    document, broken = parse(file, data)
    return None if document is None or broken else entry_of(document, Report())


def _inside(path: str, prefix: str) -> str | None:
    return path[len(prefix) :] if path.startswith(prefix) else None
