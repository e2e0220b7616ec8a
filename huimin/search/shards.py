"""Terms in files of about the same size, found by the hash of the term.

What many records hold, or hold in many places, is cut in chunks, each a file of its own: the term's head then says how
many records there are, the number of its first chunk, and with which record each chunk begins, so that only those are
loaded in which something is looked for. So files grow in number with the entries, and not in size.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

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


def chunks(entries: Iterable[int]) -> list[Chunk]:
    """The occurrences of a term (as in ``Postings``) as they are written, cut where they are many."""
    found: list[Chunk] = []
    head: list[str] = []
    places: list[str] = []
    first = last = before = 0
    for entry in entries:
        place, weight = entry & _PLACE, entry >> WEIGHT & _WEIGHT
        if not weight:
            places.append(CHARACTERS[2 * (place - before) + 1])
            before = place
            continue
        places.append(CHARACTERS[2 * (place - before)])
        doc, before = entry >> DOC, 0
        if not head:
            first, last = doc, 0
        head.append(CHARACTERS[doc - last] + CHARACTERS[weight])
        last = doc
        if len(head) >= RECORDS or len(places) >= PLACES:
            found.append(Chunk(first, len(head), "".join(head), "".join(places)))
            head, places = [], []
    if head:
        found.append(Chunk(first, len(head), "".join(head), "".join(places)))
    return found


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
            cut = chunks(terms[term])
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
