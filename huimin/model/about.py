"""What the guide says of itself."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from huimin.model.entry import Entry
from huimin.model.fields import Id, Part, Prose, Text


class Passage(Part):
    """A passage under its own heading."""

    id: Id
    title: Text
    text: Prose


class About(Entry):
    """What the guide is, what it is not, how sure its facts are, and how to report an error."""

    summary: Text
    passages: Annotated[tuple[Passage, ...], Field(min_length=1)]
