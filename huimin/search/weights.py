"""How much a term says of a record: BM25F (Robertson and Zaragoza 2009).

The frequency in each field, over the field's length beside the average, is weighted and added up, and saturates; times
what the record's kind and evidence are worth. It is worked out here, so the browser needs no table of lengths: it
multiplies with how rare a term is.
"""

from __future__ import annotations

from collections.abc import Sequence

from huimin.search.record import KINDS, Record

FIELDS = ((10.0, 0.4), (6.0, 0.3), (3.0, 0.5), (1.0, 0.7))
"""Title, names, statement and body: what an occurrence counts, and how much the field's length takes from it."""
SATURATION = 4.0
MOST = 88
"""The greatest weight: with 89 values a weight is one byte."""


def averages(records: Sequence[Record]) -> list[float]:
    """The average length of each field, in characters, 1 at least."""
    sums = [0] * len(FIELDS)
    for record in records:
        for field, parts in enumerate(record.fields):
            sums[field] += sum(map(len, parts))
    return [max(1.0, found / max(1, len(records))) for found in sums]


class Weigher:
    """Weighs the terms of one record."""

    __slots__ = ("_most", "factors", "once")

    def __init__(self, record: Record, average: Sequence[float]) -> None:
        self._most = MOST * KINDS[record.kind] * record.worth
        self.factors = [
            weight / (1 - by_length + by_length * sum(map(len, parts)) / usual)
            for (weight, by_length), parts, usual in zip(FIELDS, record.fields, average, strict=True)
        ]
        """What an occurrence in each field counts."""
        self.once = [self.weigh(factor) for factor in self.factors]
        """The weight of a term that stands in that field alone, and once."""

    def weigh(self, frequency: float) -> int:
        """The weight, 1 to ``MOST``, of a term whose occurrences count ``frequency`` in all."""
        return max(1, round(self._most * frequency / (SATURATION + frequency)))
