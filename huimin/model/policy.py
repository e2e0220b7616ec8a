"""The family of documents before and after the notice: what is known of each, and how surely."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import Field

from huimin.model.entry import Entry
from huimin.model.fields import ContactRef, Date, Part, SourceRef, Text, WebPage

Certainty = Literal["official", "secondary", "cited"]
"""Seen on an official page; seen in media or a mirror; known only from being cited."""


class PolicyDate(Part):
    """A day of the document that a page shows."""

    kind: Literal["signed", "published"]
    date: Date
    certainty: Literal["official", "secondary"]


class Fact(Part):
    """Something the document says or asks, in our own words, and how surely it is known."""

    text: Text
    certainty: Certainty


class Policy(Entry):
    """An issued document of the family; what is not known is left out or said to be so."""

    title: Text
    title_certainty: Certainty
    number: Annotated[str, Field(min_length=2, max_length=80)] = Field(description="发文字号 / number")
    relation: Literal["before", "launch", "approval", "after"]
    year: Annotated[int, Field(ge=1990, le=2100)]
    dates: tuple[PolicyDate, ...] = ()
    issuers: tuple[ContactRef, ...] = ()
    issuers_note: Text | None = Field(default=None, description="不在单位表里的印发单位 / other issuers")
    annex: SourceRef | None = None
    matters: Text = Field(description="与本指南的关系 / why it matters here")
    facts: tuple[Fact, ...] = ()
    unknown: Text | None = Field(default=None, description="还不知道什么 / what is not known")
    pages: tuple[WebPage, ...] = ()

    @property
    def sort_key(self) -> tuple[int, datetime.date, str]:
        """The order in time: by year, then by the first day known; what has no day comes last in its year."""
        return self.year, min((d.date for d in self.dates), default=datetime.date.max), self.number
