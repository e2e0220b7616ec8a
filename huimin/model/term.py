"""Glossary terms in both languages."""

from __future__ import annotations

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
