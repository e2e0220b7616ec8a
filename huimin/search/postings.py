"""Terms with the records that hold them: how much each says of a record, and where it stands in it.

How much is BM25F (Robertson and Zaragoza 2009): the frequency in each field, over the field's length beside the
average, is weighted and added up, and saturates; times what the record's kind and evidence are worth. So the browser
needs no table of lengths, and multiplies with how rare a term is.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from huimin.search.fold import fold
from huimin.search.numbers import put
from huimin.search.pinyin import syllables
from huimin.search.record import KINDS, Record
from huimin.search.stem import stem
from huimin.search.tokens import codes, places, runs

FIELDS = ((10.0, 0.4), (6.0, 0.3), (3.0, 0.5), (1.0, 0.7))
"""Title, names, statement and body: what an occurrence counts, and how much the field's length takes from it."""
SATURATION = 4.0
MOST = 88
"""The greatest weight; with 89 values a weight is one byte."""
IN_PART = 256
"""Records in a part of a term's places."""
CONTINUED = 2000
"""Records in a head, before it is continued."""


@dataclass(slots=True)
class Term:
    """What is gathered of a term: pairs of gap and weight, and its places, as code points of ``numbers``."""

    last: int = 0
    count: int = 0
    heads: list[array[int]] = field(default_factory=list)
    parts: list[array[int]] = field(default_factory=list)

    def add(self, doc: int, weight: int, where: Sequence[int] = ()) -> None:
        """Adds a record, whose number is greater than those before."""
        if self.count % CONTINUED == 0:
            self.heads.append(array("H"))
            self.last = 0
        head = self.heads[-1]
        put(head, doc - self.last)
        put(head, weight)
        if where:
            if self.count % IN_PART == 0:
                self.parts.append(array("H"))
            part, last = self.parts[-1], 0
            put(part, len(where))
            for place in where:
                put(part, place - last)
                last = place
        self.last = doc
        self.count += 1


class Postings:
    """The terms of all records of a language."""

    def __init__(self, records: Sequence[Record], *, pinyin: bool) -> None:
        self.terms: dict[str, Term] = defaultdict(Term)
        self._pinyin = pinyin
        folded = [_fields(record) for record in records]
        number = max(1, len(records))
        self._averages = [max(1.0, sum(len(of[f]) for of in folded) / number) for f in range(len(FIELDS))]
        for doc, (record, fields) in enumerate(zip(records, folded, strict=True)):
            self._add(doc, record, fields)

    def _add(self, doc: int, record: Record, fields: list[str]) -> None:
        weigh = _Weigher(fields, self._averages, KINDS[record.kind] * record.worth)
        text = "\n".join(fields)
        found = places(text)
        alone: dict[str, list[int]] = defaultdict(list)
        for term, where in found.items():
            self.terms[term].add(doc, weigh(where), where)
            if term.isascii() and term.isalpha():
                alone["~" + stem(term)] += where
        for character, at in _first_places(text):
            alone[character].append(at)
        for code in codes(text):
            alone[code].append(text.find(code[1:]) if code[1:] in text else 0)
        if self._pinyin:
            self._add_pinyin(doc, weigh, fields, alone)
        for term, where in alone.items():
            self.terms[term].add(doc, weigh(sorted(where)))

    def _add_pinyin(self, doc: int, weigh: _Weigher, fields: list[str], alone: dict[str, list[int]]) -> None:
        """The readings of title and names, whose places are those of their characters."""
        found: dict[str, list[int]] = defaultdict(list)
        for start, run, is_han in runs(fields[0] + "\n" + fields[1]):
            if not is_han:
                continue
            read = syllables(run)
            for at, one in enumerate(read):
                alone["'" + one].append(start + at)
                if at:
                    found[f"'{read[at - 1]} {one}"].append(start + at - 1)
                    found[f"'{read[at - 1][0]} {one[0]}"].append(start + at - 1)
        for term, where in found.items():
            where = sorted(set(where))
            self.terms[term].add(doc, weigh(where), where)


class _Weigher:
    """Weighs a term in one record by the places where it stands."""

    def __init__(self, fields: list[str], averages: list[float], prior: float) -> None:
        self._prior = MOST * prior
        self._ends: list[int] = []
        self._factors: list[float] = []
        end = 0
        for (weight, by_length), text, average in zip(FIELDS, fields, averages, strict=True):
            end += len(text) + 1
            self._ends.append(end)
            self._factors.append(weight / (1 - by_length + by_length * len(text) / average))
        self._in_body: dict[int, int] = {}

    def __call__(self, where: list[int]) -> int:
        """The weight of a term at ``where``, 1 to ``MOST``."""
        count = len(where)
        if where[0] >= self._ends[2]:  # most terms stand in the body alone
            weight = self._in_body.get(count)
            if weight is None:
                weight = self._in_body[count] = self._weight(self._factors[3] * count)
            return weight
        before, sum_ = 0, 0.0
        for end, factor in zip(self._ends, self._factors, strict=True):
            upto = bisect_left(where, end)
            sum_ += factor * (upto - before)
            before = upto
        return self._weight(sum_)

    def _weight(self, frequency: float) -> int:
        return max(1, round(self._prior * frequency / (SATURATION + frequency)))


def _fields(record: Record) -> list[str]:
    """Title, names, statement and body of a record, folded; their parts on lines of their own."""
    return [
        _fold_lines((record.title,)),
        _fold_lines(record.names),
        _fold_lines((record.statement,)),
        _fold_lines(record.body),
    ]


def _fold_lines(parts: Iterable[str]) -> str:
    return "\n".join(fold(line) for part in parts for line in part.split("\n"))


def _first_places(text: str) -> Iterable[tuple[str, int]]:
    """Each Han character of a text with the first place where it stands."""
    found: dict[str, int] = {}
    for start, run, is_han in runs(text):
        if is_han:
            for at, character in enumerate(run, start):
                found.setdefault(character, at)
    return found.items()
