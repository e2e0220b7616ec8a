"""What earlier editions had and this one has not: ids are addresses, so none that was published just disappears."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from huimin.model.entry import Entry
from huimin.model.fields import Date, OldId, Part, Supersedes, Text

RetiredKind = Literal["requirement", "step", "indicator", "theme", "focus-area"]
"""The kinds that can be retired; the names are those of references."""


class RetiredItem(Part):
    """One thing that was retired; what took its place follows from ``supersedes`` and is not written here."""

    id: OldId
    kind: RetiredKind
    on: Date = Field(description="停用日期 / the day from which it is gone")
    title: Text = Field(description="原来的标题 / its title as it was")
    reason: Text = Field(description="停用的原因 / why it was retired")
    supersedes: Supersedes = ()


class Retired(Entry):
    """Everything that was retired; blank where nothing was."""

    items: tuple[RetiredItem, ...] = Field(default=(), description="没有停用的写[] / [] where nothing was")
