"""Checklists: which steps stand in which, as lines in the order of their times."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from huimin.model.entry import Role
from huimin.model.focus_area import FocusArea, Theme
from huimin.model.programme import Anchor, Phase, Programme
from huimin.model.requirement import Requirement, Step

ROLES: tuple[Role, ...] = ("city", "province", "coordination-group")
FILING = "city-filing"
"""The checklist of what every city does before it files; its id, like the roles, is no focus area's."""
BEFORE_FILING = frozenset({"prepare", "draft", "submit"})
"""The phases that are over once the plan is filed."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a checklist: a step, and what it belongs to."""

    step: Step
    requirement: Requirement | None = None
    area: FocusArea | None = None
    theme: Theme | None = None
    """The theme (in ``area``) that a first step belongs to; exactly one of requirement and theme is there."""

    @property
    def owner(self) -> Requirement | Theme:
        """What the step belongs to."""
        owner = self.requirement or self.theme
        assert owner
        return owner

    @property
    def id(self) -> str:
        """``requirement.step``, or ``area.theme.step``."""
        return (
            f"{self.area.id}.{self.owner.id}.{self.step.id}"
            if self.area
            else f"{self.owner.id}.{self.step.id}"
        )


def lines_of_themes(area: FocusArea) -> list[Line]:
    """The first steps of an area's themes."""
    return [Line(step, area=area, theme=theme) for theme in area.themes for step in theme.steps]


Group = tuple[Phase, list[Line]]


def by_phase(programme: Programme, lines: Iterable[Line]) -> list[Group]:
    """Lines by phase, within it in the order of their times; phases without steps are left out."""
    moments = {anchor.id: number for number, anchor in enumerate(programme.anchors)}
    found: dict[str, list[Line]] = defaultdict(list)
    for line in sorted(lines, key=lambda line: (moments[line.step.time.anchor], line.step.time.days)):
        found[line.step.phase].append(line)
    return [(phase, found[phase.id]) for phase in programme.phases if phase.id in found]


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of days from a moment, and the steps whose time falls into it."""

    first: int
    last: int
    lines: list[Line]


_EDGES = (-10_000, -181, -121, -91, -61, -31, -1, 0, 30, 90, 180, 365, 10_000)


def windows(programme: Programme, lines: Iterable[Line]) -> list[tuple[Anchor, list[Window]]]:
    """Lines by the moment that they count from and by stretches of days, both in order of time."""
    found: list[tuple[Anchor, list[Window]]] = []
    ordered = sorted(lines, key=lambda line: line.step.time.days)
    for anchor in programme.anchors:
        of_anchor = [line for line in ordered if line.step.time.anchor == anchor.id]
        stretches = []
        for low, high in pairwise(_EDGES):
            inside = [line for line in of_anchor if low < line.step.time.days <= high]
            if inside:
                stretches.append(Window(inside[0].step.time.days, inside[-1].step.time.days, inside))
        if stretches:
            found.append((anchor, stretches))
    return found


@dataclass(frozen=True, slots=True)
class Checklist:
    """A checklist with an address of its own."""

    id: str
    role: Role
    lines: Callable[[], list[Line]]
    area: FocusArea | None = None
