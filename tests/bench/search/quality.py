"""How well an engine finds what is there, against plain reading."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.search.truth import Truth

FEW = 10
"""Where more entries than this hold a string, which of them come first is a matter of taste."""

Ask = Callable[[str], Sequence[int]]
"""All entries that a question finds, the best first."""


@dataclass
class Quality:
    """Shares, from 0 to 1; ``words`` is that of English words, None where none were asked."""

    nothing: float
    in_ten: float
    recall: float
    phrase_recall: float
    phrase_precision: float
    words: float | None = None


def quality(ask: Ask, phrase: Callable[[str], str], truth: Truth, strings: Sequence[str]) -> Quality:
    """Asks every string as it is and as a phrase.

    Recall and precision are of all pairs of a string and an entry together, so that a string in many entries
    weighs more.
    """
    nothing = there = few = 0
    plain, exact = _Pairs(), _Pairs()
    for string in strings:
        true = truth.holding(string)
        found = ask(string)
        nothing += not found
        if len(true) <= FEW:
            few += 1
            there += not true.isdisjoint(found[:FEW])
        plain.add(set(found), true)
        exact.add(set(ask(phrase(string))), true)
    shares = (
        nothing / len(strings),
        there / few if few else 1.0,
        plain.recall,
        exact.recall,
        exact.precision,
    )
    return Quality(*shares)


def word_recall(ask: Ask, truth: Truth, words: Sequence[str]) -> float:
    """The share of the pairs of an English word and an entry that holds it which are found."""
    pairs = _Pairs()
    for word in words:
        pairs.add(set(ask(word)), truth.words[word])
    return pairs.recall


@dataclass
class _Pairs:
    """Pairs of a question and an entry: found and true, true, found."""

    both: int = 0
    true: int = 0
    found: int = 0

    def add(self, found: set[int], true: set[int]) -> None:
        self.both += len(found & true)
        self.true += len(true)
        self.found += len(found)

    @property
    def recall(self) -> float:
        return self.both / self.true if self.true else 1.0

    @property
    def precision(self) -> float:
        return self.both / self.found if self.found else 1.0
