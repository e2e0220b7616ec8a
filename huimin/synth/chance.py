"""Chance that comes out the same on every machine."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """Draws from a seed.

    Only ``Random.random`` is used: it alone keeps its sequence from one Python to the next
    (https://docs.python.org/3/library/random.html#notes-on-reproducibility).
    """

    def __init__(self, seed: str) -> None:
        self._random = Random(seed)

    def happens(self, likely: float) -> bool:
        """True as often as ``likely`` says, from 0 to 1."""
        return self._random.random() < likely

    def between(self, least: int, most: int) -> int:
        """A whole number from ``least`` to ``most``, both included."""
        return least + int(self._random.random() * (most - least + 1))

    def one(self, among: Sequence[T]) -> T:
        """One of the items."""
        return among[int(self._random.random() * len(among))]

    def some(self, among: Sequence[T], least: int, most: int) -> list[T]:
        """From ``least`` to ``most`` different items, as far as there are so many, in their own order."""
        wanted = min(self.between(least, most), len(among))
        drawn = sorted(range(len(among)), key=lambda _: self._random.random())[:wanted]
        return [among[index] for index in sorted(drawn)]
