"""Focus areas that a city chooses among, and the themes in each."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from huimin.model.entry import Entry, Origin
from huimin.model.fields import (
    ClauseRef,
    Id,
    IndicatorRef,
    Part,
    Pitfall,
    Prose,
    RequirementRef,
    Supersedes,
    Text,
)
from huimin.model.requirement import Step


class Share(Part):
    """Data that one body has and another needs."""

    data: Text
    provider: Text = Field(description="由谁提供 / who has it")
    users: Text = Field(description="给谁用 / who needs it")
    purpose: Text = Field(description="用来办什么 / what it is used for")


class Theme(Part):
    """One field of work within a focus area."""

    id: Id
    title: Text
    origin: Origin = Field(
        description="notice：通知点到的领域；guide：本指南补充 / named by the notice, or added"
    )
    clauses: Annotated[tuple[ClauseRef, ...], Field(min_length=1)]
    summary: Text
    good: Prose = Field(description="做得好是什么样 / what good looks like")
    shares: Annotated[tuple[Share, ...], Field(min_length=1)]
    failures: Annotated[tuple[Pitfall, ...], Field(min_length=1)]
    indicators: Annotated[tuple[IndicatorRef, ...], Field(min_length=1)]
    requirements: tuple[RequirementRef, ...] = ()
    supersedes: Supersedes = ()
    steps: Annotated[tuple[Step, ...], Field(min_length=1)] = Field(description="起步的几步 / first steps")


class FocusArea(Entry):
    """One of the areas in which a city may choose to show the way."""

    title: Text
    short: Text = Field(description="列表和标签里用的短名 / short name for lists and tags")
    order: Annotated[int, Field(ge=1, le=99)]
    clauses: Annotated[tuple[ClauseRef, ...], Field(min_length=1)]
    summary: Prose
    choose: Prose = Field(description="什么样的城市宜选 / which cities may well choose it")
    supersedes: Supersedes = ()
    themes: Annotated[tuple[Theme, ...], Field(min_length=1)]
