"""What was retired, and what took its place: turned round once from ``supersedes``, chains followed to their ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from huimin.model.entry import Entry
from huimin.model.focus_area import FocusArea
from huimin.model.indicator import Indicator
from huimin.model.requirement import Requirement, Step
from huimin.model.retired import Retired, RetiredItem
from huimin.read.document import Path

Key = tuple[str, str]
"""The kind and the id of a thing: a requirement and an indicator may be called alike."""
Claim = tuple[Key, Path, tuple[str, ...]]
"""Who supersedes, where that is written, and the ids of the same kind that it superseded."""


def claims(entry: Entry) -> Iterator[Claim]:
    """Every ``supersedes`` of an entry and its parts, blank ones left out."""
    return (claim for claim in _all_claims(entry) if claim[2])


def keys_of(entry: Entry) -> list[Key]:
    """What an entry holds that can be retired: itself and its parts, or nothing."""
    return [] if isinstance(entry, Retired) else [key for key, _, _ in _all_claims(entry)]


def _all_claims(entry: Entry) -> Iterator[Claim]:
    if isinstance(entry, Requirement):
        yield ("requirement", entry.id), (), entry.supersedes
        yield from _of_steps(entry.steps, entry.id, ())
    elif isinstance(entry, Indicator):
        yield ("indicator", entry.id), (), entry.supersedes
    elif isinstance(entry, FocusArea):
        yield ("focus-area", entry.id), (), entry.supersedes
        for number, theme in enumerate(entry.themes):
            yield ("theme", f"{entry.id}.{theme.id}"), ("themes", number), theme.supersedes
            yield from _of_steps(theme.steps, f"{entry.id}.{theme.id}", ("themes", number))
    elif isinstance(entry, Retired):
        for number, item in enumerate(entry.items):
            yield (item.kind, item.id), ("items", number), item.supersedes


def _of_steps(steps: Iterable[Step], owner: str, at: Path) -> Iterator[Claim]:
    for number, step in enumerate(steps):
        yield ("step", f"{owner}.{step.id}"), (*at, "steps", number), step.supersedes


def owner_of(item: RetiredItem) -> Key | None:
    """The kind and id of what a step or a theme belonged to; None for what stood alone."""
    owner = item.id.rpartition(".")[0]
    if item.kind == "theme":
        return "focus-area", owner
    if item.kind == "step":
        return ("theme" if "." in owner else "requirement"), owner
    return None


@dataclass(frozen=True, slots=True)
class Retirements:
    """What was retired by kind and id, and what directly superseded it (itself in use, or retired since)."""

    items: dict[Key, RetiredItem] = field(default_factory=dict)
    direct: dict[Key, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Retirements:
        """From all entries: ``retired.yaml`` among them, and those that supersede."""
        items: dict[Key, RetiredItem] = {}
        direct: dict[Key, list[str]] = defaultdict(list)
        for entry in entries:
            if isinstance(entry, Retired):
                items |= {(item.kind, item.id): item for item in entry.items}
            for (kind, id_), _, superseded in claims(entry):
                for old in dict.fromkeys(superseded):
                    direct[kind, old].append(id_)
        return cls(items, dict(direct))

    def successors(self, kind: str, id_: str) -> list[str]:
        """The ids in use that took the place of a retired one, each once; none where it was given up, or in a circle."""
        found: dict[str, None] = {}
        seen: set[str] = set()
        waiting = [id_]
        while waiting:
            here = waiting.pop(0)
            if here in seen:
                continue
            seen.add(here)
            if (kind, here) in self.items:
                waiting += self.direct.get((kind, here), [])
            else:
                found[here] = None
        return list(found)

    def successors_of(self, item: RetiredItem) -> list[str]:
        """The ids in use that took the place of ``item``."""
        return self.successors(item.kind, item.id)

    def current(self, kind: str, ids: Iterable[str]) -> list[str]:
        """``ids`` with successors in the place of what was retired, each once."""
        return list(dict.fromkeys(now for id_ in ids for now in self.successors(kind, id_)))

    def is_circle(self, kind: str, id_: str) -> bool:
        """Whether successors of a retired thing lead back to it."""
        seen: set[str] = set()
        waiting = list(self.direct.get((kind, id_), []))
        while waiting:
            here = waiting.pop()
            if here == id_:
                return True
            if here not in seen and (kind, here) in self.items:
                seen.add(here)
                waiting += self.direct.get((kind, here), [])
        return False
