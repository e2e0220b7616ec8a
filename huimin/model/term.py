"""Glossary terms in both languages."""

from __future__ import annotations

import unicodedata
from typing import Annotated

from pydantic import Field

from huimin.model.entry import Entry
from huimin.model.fields import Part, Text

Name = Annotated[str, Field(min_length=1, max_length=80)]


class OtherNames(Part):
    """Short forms and other names by language."""

    zh: tuple[Name, ...] = ()
    en: tuple[Name, ...] = ()

    def __getitem__(self, lang: str) -> tuple[Name, ...]:
        return self.zh if lang == "zh" else self.en


class Term(Entry):
    """A term of art, defined in plain words."""

    term: Text
    pinyin: Annotated[str, Field(min_length=1, max_length=120)]
    definition: Text
    also: OtherNames = OtherNames()
    latin: tuple[Name, ...] = Field(
        default=(), description="中文里允许出现的外文词 / Latin words allowed in Chinese"
    )

    def sort_key(self, lang: str) -> str:
        """What the term is listed by: its pinyin without tones, or its English name; lower case."""
        name = self.pinyin if lang == "zh" else self.term.en
        bare = unicodedata.normalize("NFKD", name.lower())
        return "".join(c for c in bare if c.isalnum() or c == " ")
