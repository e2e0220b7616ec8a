"""Requirements and the steps that fulfil them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from huimin.model.entry import Entry, Origin, Role
from huimin.model.fields import (
    AnchorRef,
    ClauseRef,
    ContactRef,
    Id,
    Part,
    PhaseRef,
    Prose,
    RequirementRef,
    Supersedes,
    Text,
)

Strength = Literal["must", "should", "may"]


class Time(Part):
    """When a step is to be done: whole days from a named moment of the round."""

    anchor: AnchorRef
    days: Annotated[int, Field(ge=-1500, le=3000)] = Field(description="负数为之前 / negative: before")


class Step(Part):
    """One line of a checklist."""

    id: Id
    origin: Origin
    phase: PhaseRef
    title: Text
    detail: Prose | None = None
    lead: ContactRef
    helpers: tuple[ContactRef, ...] = ()
    output: Text
    evidence: Text
    time: Time
    supersedes: Supersedes = ()


class Requirement(Entry):
    """One thing that a city, a province or the coordination group is asked to do."""

    title: Text
    origin: Origin
    strength: Strength
    binds: Annotated[tuple[Role, ...], Field(min_length=1)]
    clauses: Annotated[tuple[ClauseRef, ...], Field(min_length=1)]
    order: Annotated[int, Field(ge=1, le=99)] = Field(
        default=50, description="同一条款下各要求的先后 / place among the requirements of one clause"
    )
    statement: Prose
    why: Prose
    how: Prose
    evidence: Annotated[tuple[Text, ...], Field(min_length=1)]
    related: tuple[RequirementRef, ...] = ()
    supersedes: Supersedes = ()
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
