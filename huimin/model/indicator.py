"""Indicators: quantities by which effect is measured."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from huimin.model.entry import Entry, Origin
from huimin.model.fields import ClauseRef, ContactRef, FocusAreaRef, Pitfall, RequirementRef, Supersedes, Text

IndicatorGroup = Literal["effect", "service", "sharing", "management"]


class Indicator(Entry):
    """A quantity with its formula, direction, source and traps."""

    title: Text
    origin: Origin
    group: IndicatorGroup = Field(description="成效、服务、共享、管理 / what it speaks of")
    clauses: Annotated[tuple[ClauseRef, ...], Field(min_length=1)]
    focus_areas: tuple[FocusAreaRef, ...] = Field(default=(), description="空为各重点通用 / blank: any focus")
    requirements: tuple[RequirementRef, ...] = ()
    supersedes: Supersedes = ()
    shows: Text = Field(description="说明什么 / what it tells")
    formula: Text = Field(description="分子和分母，一两句 / numerator and denominator, in a sentence or two")
    counting: tuple[Text, ...] = Field(
        default=(), description="计数规则：算什么、不算什么 / what counts and what does not"
    )
    unit: Text
    direction: Literal["up", "down", "range"]
    frequency: Literal["monthly", "quarterly", "half-yearly", "yearly"]
    source: Text = Field(description="数据来源 / where the data come from")
    lead: ContactRef = Field(description="负责计算的单位 / the office that computes it")
    baseline: Text = Field(description="基数怎么定 / how to fix the baseline")
    target: Text = Field(description="目标怎么定 / how to set the target beside it")
    traps: Annotated[tuple[Pitfall, ...], Field(min_length=1)]
