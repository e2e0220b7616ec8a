"""What plain reading says that a search should find: the entries whose text holds a string, or an English word."""

import random
import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

HAN = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]+")
WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True)
class Entry:
    """One entry as a search is given it: its number, and its texts, of which no string runs into the next."""

    doc: int
    title: str
    texts: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        return (self.title, *self.texts)


def plain(text: str) -> str:
    """NFKC and lower case, Latin letters without their accents; every character by itself."""
    out = []
    for char in text:
        for part in unicodedata.normalize("NFKC", char).lower():
            bare = unicodedata.normalize("NFD", part)
            out.append(bare[0] if bare[0].isascii() and bare[0].isalpha() else part)
    return "".join(out)


@dataclass
class Truth:
    """The texts of all entries, to be read through."""

    entries: Sequence[Entry]
    runs: dict[int, list[str]] = field(init=False)
    """The stretches of Han characters of every entry."""
    words: dict[str, set[int]] = field(init=False)
    """The entries that hold each Latin word."""

    def __post_init__(self) -> None:
        self.runs, self.words = {}, defaultdict(set)
        for entry in self.entries:
            texts = [plain(text) for text in entry.all]
            self.runs[entry.doc] = [run for text in texts for run in HAN.findall(text)]
            for word in {word for text in texts for word in WORD.findall(text)}:
                self.words[word].add(entry.doc)
        self._joined = {doc: "\n".join(runs) for doc, runs in self.runs.items()}

    def holding(self, string: str) -> set[int]:
        """The entries that hold a string of Han characters."""
        return {doc for doc, text in self._joined.items() if string in text}

    def strings(self, number: int, seed: int) -> list[str]:
        """True strings of two to four Han characters: an entry, a stretch of it, a length and a place by chance."""
        chance = random.Random(seed)
        docs = [doc for doc, runs in self.runs.items() if any(len(run) > 1 for run in runs)]
        found = []
        while len(found) < number:
            run = chance.choice([run for run in self.runs[chance.choice(docs)] if len(run) > 1])
            length = min(chance.randint(2, 4), len(run))
            at = chance.randint(0, len(run) - length)
            found.append(run[at : at + length])
        return found

    def some_words(self, number: int, seed: int) -> list[str]:
        """English words that entries hold, each as likely as any other; not those that stand everywhere, as "with"."""
        most = len(self.entries) / 5
        fit = [word for word in sorted(self.words) if len(word) > 3 and word.isalpha()]
        fit = [word for word in fit if len(self.words[word]) <= most]
        return random.Random(seed).sample(fit, min(number, len(fit)))
