"""What every entry has: an id, a date, a state, and the place in the knowledge base it was read from."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Literal

from pydantic import Field, PrivateAttr

from huimin.model.fields import Date, Id, Part
from huimin.read.document import Document, Path, Place

Origin = Literal["notice", "guide"]
Level = Literal["national", "province", "city"]
Role = Literal["city", "province", "coordination-group"]

ROLE_OF_LEVEL: dict[Level, Role] = {
    "city": "city",
    "province": "province",
    "national": "coordination-group",
}
"""Whose checklist a step stands in, by the level of the office that leads it."""


class Exemption(Part):
    """A warning that does not apply to this entry, and why."""

    rule: Annotated[str, Field(pattern=r"^KB[0-9]{3}$")]
    reason: Annotated[str, Field(min_length=8, max_length=400)]


class Entry(Part):
    """One file of the knowledge base."""

    id: Id = Field(description="小写字母、数字和连字符，与文件名相同 / same as the file name")
    updated: Date = Field(description="最后修改日期 / date of last change")
    state: Literal["published", "draft"] = Field(
        default="published", description="草稿只在预览中显示 / drafts show only in the preview"
    )
    exempt: tuple[Exemption, ...] = Field(
        default=(), description="不适用的提示及理由 / warnings that do not apply"
    )

    _document: Document = PrivateAttr(default=Document("", b"{}", {}))

    @property
    def is_shown(self) -> bool:
        """Whether ``make site`` shows it; the preview shows everything."""
        return self.state == "published"

    @property
    def file(self) -> str:
        """The entry's file, relative to the knowledge base."""
        return self._document.file

    def place(self, path: Path = (), *, key: bool = False, snippet: str = "") -> Place:
        """Where in its file the entry, or the value at ``path``, stands."""
        return self._document.place(path, key=key, snippet=snippet)

    def read_from(self, document: Document) -> None:
        """Remembers the document that the entry was made from, but its values; called once, by the reader."""
        self._document = replace(document, values={})
