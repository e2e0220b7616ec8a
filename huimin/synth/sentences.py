"""Sentences in both languages from word lists, with what one case is about in their slots."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any

import yaml

from huimin.model.fields import Text, digest_of
from huimin.synth.chance import Chance

Values = dict[str, Any]
Pair = Sequence[str]
"""Chinese and English that say the same."""

MARK: Pair = ("【虚构】", "[Synthetic] ")


@cache
def _lists() -> dict[str, list[Any]]:
    text = resources.files("huimin.synth").joinpath("words.yaml").read_text(encoding="utf-8")
    lists: dict[str, list[Any]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return lists


def word_list(name: str) -> list[Any]:
    """A list of ``words.yaml``."""
    return _lists()[name]


def text(pair: Pair) -> Values:
    """A text as it stands in YAML, confirmed."""
    zh, en = pair
    return {"zh": zh, "en": en, "of": digest_of(zh)}


class Sentences:
    """What one case is about: a place, a service, a method, data, who gives them and who receives them."""

    def __init__(self, chance: Chance, city: Text, start: int, requirement: str) -> None:
        self._chance = chance
        self._start = start
        self._requirement = requirement
        giver, receiver = chance.some(word_list("offices"), 2, 2)
        self._slots: dict[str, Pair] = {
            "city": (city.zh, city.en),
            "place": chance.one(word_list("places")),
            "service": chance.one(word_list("services")),
            "method": chance.one(word_list("methods")),
            "data": chance.one(word_list("data")),
            "giver": giver,
            "receiver": receiver,
        }

    @property
    def receiver(self) -> Values:
        """Who receives the data, and leads."""
        return text(self._slots["receiver"])

    def filled(self, pair: Pair) -> Pair:
        """A pair of sentences with their slots filled, the same numbers in both."""
        numbers = {
            "days": self._chance.between(2, 28),
            "count": self._chance.between(3, 36),
            "share": self._chance.between(20, 99),
            "year": self._start + self._chance.between(0, 2),
            "requirement": self._requirement,
        }
        return [
            sentence.format(**numbers, **{slot: words[n] for slot, words in self._slots.items()})
            for n, sentence in enumerate(pair)
        ]

    def title(self) -> Values:
        """The title, marked."""
        return self._marked(("{city}用{method}办理{service}", "{city}: {method} for {service}"))

    def summary(self) -> Values:
        """The summary, marked."""
        return self._marked(self._chance.one(word_list("summaries")))

    def several(self, name: str, least: int, most: int, *, as_list: bool = False) -> Values:
        """Some different sentences of a list, one after another or as items."""
        pairs = [self.filled(pair) for pair in self._chance.some(word_list(name), least, most)]
        if as_list:
            return text(["".join(f"- {pair[n]}\n" for pair in pairs) for n in (0, 1)])
        return text(["".join(pair[0] for pair in pairs), " ".join(pair[1] for pair in pairs)])

    def _marked(self, pair: Pair) -> Values:
        return text([mark + sentence for mark, sentence in zip(MARK, self.filled(pair), strict=True)])
