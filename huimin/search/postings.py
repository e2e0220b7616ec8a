"""The terms of all records of a language: which records hold each, how much it says of them, and where it stands.

Hundreds of thousands are gathered, most of which stand once in their record: these take the short way, one number
appended to the term's.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import chain, pairwise

from huimin.search.fold import fold_lines
from huimin.search.pinyin import Reader
from huimin.search.record import Record
from huimin.search.stem import stem
from huimin.search.tokens import Scan, scan
from huimin.search.weights import Weigher, averages

DOC, WEIGHT = 32, 24
"""By how many bits record and weight are shifted in an occurrence; what is below is its place.

The weight stands in a term's last occurrence in a record alone; it is never 0 there.
"""


class _Stems(dict[str, str]):
    """The term for the stem of a word; none for what is not of letters only."""

    def __missing__(self, word: str) -> str:
        self[word] = "~" + stem(word) if word.isalpha() else ""
        return self[word]


class Postings:
    """Terms, each with its occurrences in order."""

    def __init__(self, records: Sequence[Record], reader: Reader | None) -> None:
        """Gathers all terms; pinyin where there is a ``reader``."""
        self.placed: dict[str, array[int]] = defaultdict(partial(array, "Q"))
        """Terms whose places are told."""
        self.whole: dict[str, array[int]] = defaultdict(partial(array, "Q"))
        """Terms of which it is told only that a record holds them, at place 0."""
        self._reader = reader
        self._stems = _Stems()
        average = averages(records)
        for doc, record in enumerate(records):
            self._add(doc << DOC, Weigher(record, average), record)

    def _add(self, doc: int, weigher: Weigher, record: Record) -> None:
        scans, start = [], 0
        for parts in record.fields:
            # Parts stand on lines of their own, so that no term crosses them.
            text = fold_lines("\n".join(parts))
            scans.append(scan(text, start))
            start += len(text) + 1
        self._add_placed(doc, weigher, scans)
        without = [[*filter(None, map(self._stems.__getitem__, s.words)), *s.codes] for s in scans]
        if self._reader:
            read = [_readings(s, self._reader) for s in scans[:2]]  # of title and names
            self._add_placed(doc, weigher, read)
            for terms, of in zip(without, read, strict=False):
                terms += of.words
        self._add_whole(doc, weigher, without)
        self._add_characters(doc, weigher, scans)

    def _add_placed(self, doc: int, weigher: Weigher, scans: Sequence[Scan]) -> None:
        counts = Counter(chain.from_iterable(s.terms for s in scans))
        terms = self.placed
        frequencies: dict[str, float] = defaultdict(float)
        for s, factor, once in zip(scans, weigher.factors, weigher.once, strict=False):
            entry = doc | once << WEIGHT
            for term, place in zip(s.terms, s.places, strict=True):
                if counts[term] == 1:
                    terms[term].append(entry | place)
                else:
                    terms[term].append(doc | place)
                    frequencies[term] += factor
        for term, frequency in frequencies.items():
            terms[term][-1] |= weigher.weigh(frequency) << WEIGHT

    def _add_whole(self, doc: int, weigher: Weigher, by_field: Iterable[Iterable[str]]) -> None:
        frequencies: dict[str, float] = defaultdict(float)
        for terms, factor in zip(by_field, weigher.factors, strict=True):
            for term in terms:
                frequencies[term] += factor
        for term, frequency in frequencies.items():
            self.whole[term].append(doc | weigher.weigh(frequency) << WEIGHT)

    def _add_characters(self, doc: int, weigher: Weigher, scans: Sequence[Scan]) -> None:
        """Han characters by themselves, each as if it stood once, in the first field that has it."""
        terms, seen = self.whole, set[str]()
        for s, once in zip(scans, weigher.once, strict=True):
            entry = doc | once << WEIGHT
            characters = set("".join(s.han)) - seen
            seen |= characters
            for character in characters:
                terms[character].append(entry)


def _readings(of: Scan, reader: Reader) -> Scan:
    """The pinyin of a field: pairs of syllables and of initials, at their characters' places; syllables as words."""
    found = Scan()
    for start, run in zip(of.han_places, of.han, strict=True):
        read = reader.syllables(run)
        found.words += ["'" + one for one in read]
        for place, (one, after) in enumerate(pairwise(read), start):
            pair, initials = f"'{one} {after}", f"'{one[0]} {after[0]}"
            found.terms += (pair,) if pair == initials else (pair, initials)
            found.places += (place,) if pair == initials else (place, place)
    return found
