"""Terms in files of about the same size, found by the hash of the term.

What many records hold, or hold in many places, is cut in chunks, each a file of its own: the term's head then says how
many records there are, the number of its first chunk, and with which record each chunk begins, so that only those are
loaded in which something is looked for. So files grow in number with the entries, and not in size.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from dataclasses import dataclass
from operator import sub

from huimin.search.numbers import CHARACTERS, gaps, hash_of, text_of
from huimin.search.postings import DOC, WEIGHT, Postings

SIZE = 2500
"""Bytes that a file of terms has on average."""
RECORDS, PLACES = 1024, 2048
"""A chunk ends with the record with which it has so many, or so many numbers of places."""
CHUNKED = " "
"""What the head of a term in chunks begins with; no number is written so."""
_PLACE = (1 << WEIGHT) - 1
_WEIGHT = (1 << DOC - WEIGHT) - 1


@dataclass(slots=True)
class Chunk:
    """Some records of a term."""

    first: int
    """The first of them."""
    records: int
    head: str
    """For each the distance from the one before, in a chunk's first from 0, and the weight."""
    places: str
    """For each its places: the double of each distance from the one before, the first from 0, and 1 where more follow."""


class _Pairs(dict[int, str]):
    """The characters for a distance and a weight, by the two in one number as in an occurrence."""

    def __missing__(self, pair: int) -> str:
        self[pair] = text_of((pair >> DOC - WEIGHT, pair & _WEIGHT))
        return self[pair]


_PAIRS = _Pairs()


def chunks(entries: array[int], *, placed: bool) -> list[Chunk]:
    """The occurrences of a term (as in ``Postings``) as they are written, cut where they are many."""
    packed = [both for entry in entries if (both := entry >> WEIGHT) & _WEIGHT]
    if len(entries) <= RECORDS:
        return [_chunk(packed, _places_text(entries) if placed else "")]
    ends = [end for end, entry in enumerate(entries, 1) if entry >> WEIGHT & _WEIGHT] if placed else []
    found, start, used = [], 0, 0
    while start < len(packed):
        end = start + RECORDS
        if placed:
            end = min(end, bisect_left(ends, used + PLACES, start) + 1, len(packed))
            places = entries[used : ends[end - 1]]
            used = ends[end - 1]
        found.append(_chunk(packed[start:end], _places_text(places) if placed else ""))
        start = end
    return found


def _chunk(packed: list[int], places: str) -> Chunk:
    before = [0, *(both & ~_WEIGHT for both in packed)]
    head = "".join(map(_PAIRS.__getitem__, map(sub, packed, before)))
    return Chunk(packed[0] >> DOC - WEIGHT, len(packed), head, places)


def _places_text(entries: array[int]) -> str:
    found, before = [], 0
    for entry in entries:
        place = entry & _PLACE
        if entry >> WEIGHT & _WEIGHT:
            found.append(CHARACTERS[2 * (place - before)])
            before = 0
        else:
            found.append(CHARACTERS[2 * (place - before) + 1])
            before = place
    return "".join(found)


@dataclass(slots=True)
class Shards:
    """The files of all terms."""

    files: dict[str, dict[str, str] | str]
    """By name: ``h…`` and ``p…`` have terms with their records or places, ``c…`` and ``q…`` are chunks of those."""
    heads: int
    places: int
    """How many files ``h…`` and ``p…`` there are."""
    counts: dict[str, int]
    """How many records hold each term."""


def shards(postings: Postings) -> Shards:
    """All terms in files."""
    made = Shards({}, 0, 0, {})
    heads: list[tuple[str, str]] = []
    places: list[tuple[str, str]] = []
    number = 0
    for terms in (postings.placed, postings.whole):
        placed = terms is postings.placed
        for term in sorted(terms):
            cut = chunks(terms[term], placed=placed)
            made.counts[term] = sum(chunk.records for chunk in cut)
            if len(cut) == 1:
                heads.append((term, cut[0].head))
                if placed:
                    places.append((term, cut[0].places))
                continue
            firsts = gaps([chunk.first for chunk in cut])
            heads.append((term, CHUNKED + text_of((made.counts[term], number)) + firsts))
            for chunk in cut:
                made.files[f"c{number}"] = chunk.head
                if placed:
                    made.files[f"q{number}"] = chunk.places
                number += 1
    made.heads, made.places = _spread(made.files, "h", heads), _spread(made.files, "p", places)
    return made


def _spread(files: dict[str, dict[str, str] | str], kind: str, entries: list[tuple[str, str]]) -> int:
    """Puts entries by the hash of their terms into as many files as their bytes ask for; returns how many.

    The number is odd, for even filling.
    """
    size = sum(len(term.encode()) + len(text.encode()) + 6 for term, text in entries)
    count = max(1, size // SIZE) | 1
    spread: list[dict[str, str]] = [{} for _ in range(count)]
    for term, text in entries:
        spread[hash_of(term) % count][term] = text
    files.update((f"{kind}{number}", shard) for number, shard in enumerate(spread))
    return count
