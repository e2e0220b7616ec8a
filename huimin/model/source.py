"""Sources and their clauses."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from huimin.model.entry import Entry
from huimin.model.fields import ClauseId, ContactRef, Date, Part, Text, Url

ClauseKind = Literal[
    "background",
    "principle",
    "scope",
    "duty",
    "condition",
    "limit",
    "procedure",
    "encouragement",
    "contact",
]


class Section(Part):
    """A section of a source, by the first part of its clauses' addresses."""

    id: Annotated[str, Field(pattern=r"^[1-9][a-z]?$")]
    title: Text


class Clause(Part):
    """One sentence of a source: never its words, but their digest and what they say."""

    id: ClauseId = Field(description="来源:节.段.句 / source:section.paragraph.sentence")
    digest: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] = Field(
        description="SHA-256 of the sentence in UTF-8, white space left out"
    )
    length: Annotated[int, Field(ge=1, le=10_000)] = Field(description="characters, white space left out")
    kind: ClauseKind
    by_choice: bool = Field(
        default=False, description="只约束选它为重点的城市 / binds only cities that choose it"
    )
    gist: Text = Field(description="本指南的概括，非原文 / what it says, not the issued words")
    asks_nothing: Text | None = Field(default=None, description="不提要求的理由 / why it asks for nothing")

    @property
    def section(self) -> str:
        """The section's id, such as ``6a``."""
        return self.number.split(".")[0]

    @property
    def number(self) -> str:
        """The address within the source, such as ``3.1.2``."""
        return self.id.split(":")[1]


class Source(Entry):
    """An issued document, sentence by sentence."""

    title: Text
    number: Annotated[str, Field(min_length=2, max_length=80)] = Field(
        description="发文字号 / document number"
    )
    document: Text = Field(description="所属通知 / the notice it belongs to")
    document_url: Url = Field(description="印发文件的网址 / where the issued document can be read")
    published: Date
    published_note: Text | None = None
    issuers: tuple[ContactRef, ...]
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
    clauses: Annotated[tuple[Clause, ...], Field(min_length=1)]
