"""Offices with their part in the programme, then and now."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from huimin.model.entry import Entry, Level, Origin
from huimin.model.fields import ClauseRef, Date, Part, Prose, Text, WebPage


class Today(Part):
    """Who carries the work today."""

    status: Literal["unchanged", "renamed", "merged", "reorganised", "dissolved", "unverified"]
    name: Text
    since: Date | None = None
    note: Text | None = None
    source: WebPage | None = None


class Telephone(Part):
    """A telephone number as it stood on a day."""

    number: Annotated[str, Field(min_length=3, max_length=40)]
    as_of: Date
    clause: ClauseRef
    historical: bool


class Person(Part):
    """A contact person as named on a day."""

    name: Text
    as_of: Date
    clause: ClauseRef
    historical: bool


class Contact(Entry):
    """An office: its name at the time, its part in the programme, and what became of it."""

    name: Text
    full_name: Text | None = None
    level: Level
    origin: Origin
    clauses: tuple[ClauseRef, ...] = ()
    part: Prose
    today: Today | None = None
    telephones: tuple[Telephone, ...] = ()
    persons: tuple[Person, ...] = ()
