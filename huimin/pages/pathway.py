"""Where everything stands in the picture of the way through the whole work: numbers only, drawn by a template.

Columns are phases, lanes are roles; a box a milestone, an arrow to the next. Units are those of the view box.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from huimin.model.entry import Role
from huimin.model.programme import Milestone, Phase, Programme

LANES: tuple[Role, ...] = ("coordination-group", "province", "city")
HEAD, LABEL, COLUMN, BOX, HEIGHT, GAP, PAD = 44, 82, 191, 164, 58, 22, 16
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
    width: int = BOX
    height: int = HEIGHT


@dataclass(frozen=True, slots=True)
class Lane:
    """A role's band across the picture."""

    role: Role
    y: int
    height: int


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything to draw; ``arrows`` are the points of lines that end in a head."""

    width: int
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
    arrows = tuple(_arrow(a, b, boxes) for a, b in pairwise(boxes))
    return Picture(LABEL + COLUMN * len(phases) + 3, y, phases, tuple(lanes), tuple(boxes), arrows)


def _arrow(a: Box, b: Box, boxes: list[Box]) -> str:
    """From one box to the next, never across a third.

    Straight within a column where nothing stands between; else by a gutter: up the column's left side,
    down its right side, or from column to column.
    """
    if a.x == b.x and not any(box.x == a.x and min(a.y, b.y) < box.y < max(a.y, b.y) for box in boxes):
        start, end = (a.y + HEIGHT, b.y) if a.y < b.y else (a.y, b.y + HEIGHT)
        return f"{a.x + BOX // 2},{start} {b.x + BOX // 2},{end}"
    up_a_column = a.x == b.x and b.y < a.y
    leave = a.x if up_a_column else a.x + BOX
    gutter = leave + (-7 if up_a_column else 11)
    arrive = b.x + BOX if a.x == b.x and not up_a_column else b.x
    y, to = a.y + HEIGHT // 2, b.y + HEIGHT // 2
    return f"{leave},{y} {gutter},{y} {gutter},{to} {arrive},{to}"


def wrapped(title: str, line: float = _LINE) -> tuple[str, ...]:
    """A title in lines of a box: Latin breaks between words, Chinese anywhere; Latin letters count about half."""
    lines, width = [""], 0.0
    for word in re.findall(r"[!-~’“”–]+ ?|.", title):
        wide = sum(1.0 if ord(c) > 0x2E7F else 0.54 for c in word)
        if width + wide > line + 0.8 and lines[-1]:
            lines.append("")
            width = 0.0
        lines[-1] += word
        width += wide
    return tuple(text.strip() for text in lines)
