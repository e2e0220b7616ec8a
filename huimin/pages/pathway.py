"""Where everything stands in the picture of the way through the whole work: numbers only, drawn by a template.

Columns are phases, lanes are roles; a box a milestone, an arrow to the next. Units are those of the view box.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from huimin.model.entry import Role
from huimin.model.programme import Milestone, Phase, Programme

LANES: tuple[Role, ...] = ("coordination-group", "province", "city")
WIDTH, HEAD, LABEL, COLUMN, BOX, HEIGHT, GAP, PAD = 1040, 44, 70, 194, 166, 58, 22, 16
_LINE = 11.2
"""How many full-width characters of the picture's type fit on one line of a box."""


@dataclass(frozen=True, slots=True)
class Box:
    """A milestone, its number, its upper left corner, and its title in lines."""

    milestone: Milestone
    number: int
    x: int
    y: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """A role's band across the picture."""

    role: Role
    y: int
    height: int


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything to draw; ``arrows`` are the points of lines that end in a head."""

    height: int
    phases: tuple[tuple[Phase, int], ...]
    lanes: tuple[Lane, ...]
    boxes: tuple[Box, ...]
    arrows: tuple[str, ...]


def picture(programme: Programme, lang: str) -> Picture:
    """Lays out the programme's path in one language."""
    columns = {phase.id: number for number, phase in enumerate(programme.phases)}
    cells: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, milestone in enumerate(programme.path):
        cells[milestone.role, milestone.phase].append(number)
    lanes, y = [], HEAD
    for role in LANES:
        most = max((len(cell) for (of, _), cell in cells.items() if of == role), default=0)
        if most:
            lanes.append(Lane(role, y, 2 * PAD + most * HEIGHT + (most - 1) * GAP))
            y += lanes[-1].height
    tops = {lane.role: lane.y + PAD for lane in lanes}
    boxes = []
    for number, milestone in enumerate(programme.path):
        row = cells[milestone.role, milestone.phase].index(number)
        x = LABEL + columns[milestone.phase] * COLUMN + 4
        top = tops[milestone.role] + row * (HEIGHT + GAP)
        boxes.append(Box(milestone, number + 1, x, top, wrapped(f"{number + 1} {milestone.title[lang]}")))
    phases = tuple(
        (phase, LABEL + number * COLUMN)
        for phase, number in zip(programme.phases, columns.values(), strict=True)
    )
    arrows = tuple(_arrow(a, b) for a, b in pairwise(boxes))
    return Picture(y, phases, tuple(lanes), tuple(boxes), arrows)


def _arrow(a: Box, b: Box) -> str:
    """Straight down to the next in the same cell; else out to the gutter on the right, along it, and in."""
    if a.x == b.x and b.y == a.y + HEIGHT + GAP and a.milestone.role == b.milestone.role:
        return f"{a.x + BOX // 2},{a.y + HEIGHT} {b.x + BOX // 2},{b.y}"
    gutter = a.x + BOX + 11
    end = b.x + BOX if a.x == b.x else b.x
    return f"{a.x + BOX},{a.y + HEIGHT // 2} {gutter},{a.y + HEIGHT // 2} {gutter},{b.y + HEIGHT // 2} {end},{b.y + HEIGHT // 2}"


def wrapped(title: str, line: float = _LINE) -> tuple[str, ...]:
    """A title in lines of a box: Latin breaks between words, Chinese anywhere; Latin letters count about half."""
    lines, width = [""], 0.0
    words = title.split(" ") if title.isascii() else list(title)
    joint = " " if title.isascii() else ""
    for word in words:
        wide = sum(1.0 if ord(c) > 0x2E7F else 0.54 for c in word + joint)
        if width + wide > line + 0.3 and lines[-1]:
            lines.append("")
            width = 0.0
        lines[-1] += (joint if lines[-1] else "") + word
        width += wide
    return tuple(lines)
