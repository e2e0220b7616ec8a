"""The schematic of all provincial-level units: a tile each, no boundaries, no map."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from huimin.model.jurisdiction import Jurisdictions, Province

CELL = 46


@dataclass(frozen=True, slots=True)
class Tile:
    """A unit, its upper left corner, its number, and how dark it is (0 to 3)."""

    province: Province
    x: int
    y: int
    count: int
    shade: int


@dataclass(frozen=True, slots=True)
class Schematic:
    """Tiles and the size of what holds them, in units of the view box."""

    width: int
    height: int
    tiles: tuple[Tile, ...]


def schematic(units: Jurisdictions, counts: Mapping[str, int]) -> Schematic:
    """Lays out the units, shaded by ``counts`` (by province): none, one, two, more."""
    tiles = tuple(
        Tile(p, (p.column - 1) * CELL, (p.row - 1) * CELL, counts.get(p.id, 0), min(counts.get(p.id, 0), 3))
        for p in units.provinces
    )
    width, height = (max(getattr(p, side) for p in units.provinces) * CELL for side in ("column", "row"))
    return Schematic(width, height, tiles)
