"""The programme with its phases, anchors and rounds: a new round is a few lines of data."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from huimin.model.entry import Entry, Role
from huimin.model.fields import (
    ClauseRef,
    ContactRef,
    Date,
    Id,
    Part,
    PhaseRef,
    Prose,
    RequirementRef,
    SourceRef,
    Text,
    Url,
)


class Phase(Part):
    """A stretch of the work, in order."""

    id: Id
    title: Text
    summary: Text


class Anchor(Part):
    """A moment from which steps count their days."""

    id: Id
    title: Text
    summary: Text


class DocumentCited(Part):
    """An issued document that a fact rests on, and how sure it is."""

    title: Text
    number: Annotated[str, Field(min_length=2, max_length=80)]
    url: Url
    certainty: Literal["official", "secondary"]


class RoundDate(Part):
    """A day of a round; it rests on a clause or on another document."""

    id: Id
    date: Date
    title: Text
    clause: ClauseRef | None = None
    document: DocumentCited | None = None


class Round(Part):
    """One call to apply, with its limits, recipients and days."""

    id: Annotated[str, Field(pattern=r"^[0-9]{4}(?:-[0-9])?$")]
    title: Text
    status: Literal["planned", "open", "closed"]
    source: SourceRef
    city_limit: Annotated[int, Field(ge=1, le=999)]
    city_limit_note: Text
    consent: ContactRef
    files: ContactRef
    paper_copies: Annotated[int, Field(ge=0, le=99)]
    discs: Annotated[int, Field(ge=0, le=99)]
    recipient: ContactRef
    copied_to: tuple[ContactRef, ...]
    review: Text
    mid_term: Text
    dates: Annotated[tuple[RoundDate, ...], Field(min_length=1)]


class Milestone(Part):
    """A station of the way through the whole work, in the picture of it."""

    role: Role
    phase: PhaseRef
    title: Text = Field(description="很短，图中用 / very short, for the picture")
    requirement: RequirementRef


class Programme(Entry):
    """The demonstration-city programme."""

    title: Text
    summary: Prose
    today: Prose
    start: Prose | None = Field(default=None, description="刚接到任务怎么办 / when just told to apply")
    choosing: Prose | None = Field(
        default=None, description="选列出的重点以外的领域 / choosing what no focus area names"
    )
    phases: Annotated[tuple[Phase, ...], Field(min_length=1)]
    anchors: Annotated[tuple[Anchor, ...], Field(min_length=1)]
    rounds: Annotated[tuple[Round, ...], Field(min_length=1)]
    path: tuple[Milestone, ...] = Field(default=(), description="按先后 / in order")
