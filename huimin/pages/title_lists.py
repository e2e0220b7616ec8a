"""The indexes of all titles, by pinyin and by the English alphabet: a page for each letter, long ones in parts.

They are plain pages, the way to everything for whoever reads without script. Every list is made once for a build.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from pypinyin import lazy_pinyin

from huimin.knowledge import KnowledgeBase
from huimin.pages.addresses import HUBS, address
from huimin.pages.words import checklist_words, say

PER_PAGE = 150
OTHERS = "0-9"
"""The letter under which everything stands that begins with no letter."""
LISTS = ("index-pinyin", "index-a-z")

_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Title:
    """One line: a title in both languages, and where it leads (below the language's folder)."""

    kind: str
    zh: str
    en: str
    address: str
    place: str = ""
    """The id of the province or city that tells it from others."""

    def __getitem__(self, lang: str) -> str:
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter, its titles in order, and the pages that it takes."""

    letter: str
    titles: tuple[Title, ...]

    @property
    def id(self) -> str:
        """How the letter stands in addresses."""
        return self.letter.lower()

    @property
    def pages(self) -> int:
        """How many pages its titles take."""
        return -(-len(self.titles) // PER_PAGE)

    def on_page(self, number: int) -> tuple[Title, ...]:
        """The titles of page ``number``, from 1."""
        return self.titles[(number - 1) * PER_PAGE : number * PER_PAGE]

    def address(self, index: str, number: int = 1) -> str:
        """The address of page ``number``, from 1, in ``index``, one of LISTS."""
        return f"{index}/{self.id}{f'-{number}' if number > 1 else ''}.html"


class TitleLists:
    """Both indexes of a knowledge base."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb

    def of(self, index: str) -> tuple[Letter, ...]:
        """The letters of one of LISTS that have titles."""
        return self._by_pinyin if index == "index-pinyin" else self._by_letter

    def pages(self) -> Iterator[tuple[str, Letter, int]]:
        """Every page of a letter: index, letter, and number from 1."""
        for index in LISTS:
            for letter in self.of(index):
                for number in range(1, letter.pages + 1):
                    yield index, letter, number

    @cached_property
    def _titles(self) -> list[Title]:
        return list(titles(self._kb))

    @cached_property
    def _by_pinyin(self) -> tuple[Letter, ...]:
        once = {(title.zh, title.address): title for title in reversed(self._titles)}
        return _letters([(pinyin_key(title.zh), title) for title in once.values()])

    @cached_property
    def _by_letter(self) -> tuple[Letter, ...]:
        once = {(title.en, title.address): title for title in reversed(self._titles)}
        return _letters([(english_key(title.en), title) for title in once.values()])


def pinyin_key(title: str) -> str:
    """What a Chinese title is listed by: its pinyin without tones, syllables apart, marks left out."""
    return english_key(" ".join(lazy_pinyin(title)))


def english_key(title: str) -> str:
    """What an English title is listed by: letters and digits alone, lower case, without its article and accents."""
    bare = unicodedata.normalize("NFKD", _ARTICLE.sub("", title.strip()).casefold())
    return " ".join("".join(c if c.isalnum() else " " for c in bare if not unicodedata.combining(c)).split())


def titles(kb: KnowledgeBase) -> Iterator[Title]:
    """Everything that has a title of its own and a place that can be linked to; other names of terms too."""
    for hub in HUBS:
        key = "home" if hub == "index" else hub
        yield Title("page", say(key, "zh"), say(key, "en"), address("hub", hub))
    for checklist in kb.checklists.values():
        zh, en = (checklist_words(checklist, lang)[0] for lang in ("zh", "en"))
        yield Title("checklist", zh, en, address("checklist", checklist.id))
    for kind, entries in (
        ("phase", kb.programme.phases),
        ("requirement", kb.requirements.values()),
        ("focus-area", kb.focus_areas.values()),
        ("indicator", kb.indicators.values()),
        ("source", kb.sources.values()),
        ("policy", kb.policies.values()),
    ):
        for entry in entries:
            yield Title(kind, entry.title.zh, entry.title.en, address(kind, entry.id))
    for id_, (_, theme) in kb.themes.items():
        yield Title("theme", theme.title.zh, theme.title.en, address("theme", id_))
    for case in kb.cases.values():
        yield Title(
            "case", case.title.zh, case.title.en, address("case", case.id), case.city or case.province
        )
    for contact in kb.contacts.values():
        yield Title("contact", contact.name.zh, contact.name.en, address("contact", contact.id))
    for term in kb.terms.values():
        names = [(term.term.zh, term.term.en), *((zh, term.term.en) for zh in term.also.zh)]
        names += ((term.term.zh, en) for en in term.also.en)
        for zh, en in names:
            yield Title("term", zh, en, address("term", term.id))
    for province in kb.jurisdictions.provinces if kb.jurisdictions else ():
        at = address("province", province.id)
        yield Title("province", province.full_name.zh, province.full_name.en, at)
        for city in kb.cities_of.get(province.id, ()):
            yield Title("city", city.name.zh, city.name.en, f"{at}#{city.id}", province.id)


def _letters(keyed: list[tuple[str, Title]]) -> tuple[Letter, ...]:
    def initial(item: tuple[str, Title]) -> str:
        first = item[0][:1].upper()
        return first if "A" <= first <= "Z" else OTHERS

    ordered = sorted(keyed, key=lambda item: (initial(item), *item[0:1], item[1].zh, item[1].address))
    return tuple(
        Letter(letter, tuple(title for _, title in found)) for letter, found in groupby(ordered, initial)
    )
