"""Cases: what a city did, how its departments shared, what came of it, and on what each statement rests."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from huimin.model.approval import Approval, Withdrawal
from huimin.model.entry import Entry
from huimin.model.fields import (
    MAX_ID,
    ClauseRef,
    FocusAreaRef,
    Id,
    IndicatorRef,
    JurisdictionRef,
    Part,
    Prose,
    RequirementRef,
    StepRef,
    Text,
    ThemeRef,
    Url,
    is_id,
)

CaseState = Literal["draft", "submitted", "approved", "compiled", "withdrawn"]
"""What stands in the file. ``compiled`` is gathered from public sources: no province has approved it."""
Quality = Literal["official", "media", "academic", "mirror", "aggregator"]
Basis = Literal["source", "reading", "not-stated"]
"""A source says so; it is our reading of the sources; the sources do not say."""
Qualifier = Literal["exact", "about", "more-than", "less-than", "at-least", "at-most"]


def _case_id(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, str):
        parts = value.split("/")
        if len(parts) != 2 or not all(is_id(part) for part in parts):
            raise PydanticCustomError("id_form", "bad case id")
    return value


CaseId = Annotated[
    str,
    BeforeValidator(_case_id),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": r"^[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*$",
            "maxLength": 2 * MAX_ID + 1,
        }
    ),
]
"""``province/slug``, as the case's file stands below ``cases/``."""

When = Annotated[
    str,
    Field(pattern=r"^(?:19|20)[0-9]{2}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?$"),
]
"""A year, a month or a day (ISO 8601), as exactly as the source gives it."""


class CaseSource(Part):
    """A page that the case rests on, by a short id within the case."""

    id: Id
    title: Text
    publisher: Text
    date: When | None = None
    url: Url | None = None
    quality: Quality
    seen: Literal["text", "search-excerpt", "not-opened"]


def _where(basis: Basis, then: dict[str, Any]) -> dict[str, Any]:
    return {"if": {"properties": {"basis": {"const": basis}}, "required": ["basis"]}, "then": then}


# The same as ``huimin.check.cases`` finds by KB215, for editors and for the form in the page.
_TEXT_NEEDED = {"required": ["text"], "properties": {"text": {"type": "object"}}}
_STATED: list[Any] = [
    _where("source", _TEXT_NEEDED),
    _where("source", {"required": ["sources"], "properties": {"sources": {"minItems": 1}}}),
    _where("reading", _TEXT_NEEDED),
    _where("not-stated", {"properties": {"text": {"type": "null"}, "sources": {"maxItems": 0}}}),
]
_FLOWS: dict[str, Any] = {
    "if": {"properties": {"flows": {"minItems": 1}}, "required": ["flows"]},
    "then": {"properties": {"basis": {"const": "source"}}},
}


class Stated(Part):
    """A statement and what it rests on; without text where the sources do not say."""

    model_config = ConfigDict(json_schema_extra={"allOf": _STATED})

    basis: Basis
    text: Prose | None = None
    sources: tuple[Id, ...] = ()


class Flow(Part):
    """Data that went from one body to another; only where a source shows it."""

    data: Text
    giver: Text
    receiver: Text


class Sharing(Stated):
    """How information sharing was achieved: in words, data by data, by which mechanism, under whose rules."""

    model_config = ConfigDict(json_schema_extra={"allOf": [*_STATED, _FLOWS]})

    flows: tuple[Flow, ...] = ()
    mechanism: Stated | None = None
    rules: Stated | None = None


class Result(Part):
    """One measured result; ``series`` joins results of one quantity over time."""

    metric: Text
    value: float
    unit: Text
    qualifier: Qualifier
    date: When | None = None
    date_about: bool = Field(default=False, description="日期为大约 / the date is approximate")
    source: Id
    indicator: IndicatorRef | None = None
    series: Id | None = None
    note: Text | None = None


class Years(Part):
    """From which year to which; without an end where it goes on, without either where the sources do not say."""

    start: Annotated[int, Field(ge=1990, le=2100)] | None = None
    end: Annotated[int, Field(ge=1990, le=2100)] | None = None


class Case(Entry):
    """A practice of a city, published once its province has approved it or compiled from public sources."""

    id: CaseId
    state: CaseState  # type: ignore[assignment]
    title: Text
    summary: Text
    city: JurisdictionRef
    district: Text | None = Field(default=None, description="市以下的地方 / a place within the city")
    years: Years = Years()
    outcome: Literal["worked", "mixed", "did-not-work"] = "worked"
    focus_areas: Annotated[tuple[FocusAreaRef, ...], Field(min_length=1)]
    themes: tuple[ThemeRef, ...] = ()
    requirements: Annotated[tuple[RequirementRef, ...], Field(min_length=1)]
    steps: tuple[StepRef, ...] = Field(
        default=(), description="有助于做好的步骤 / steps that the case helps with"
    )
    clauses: Annotated[tuple[ClauseRef, ...], Field(min_length=1)]
    lead: Stated
    partners: tuple[Text, ...] = ()
    problem: Stated
    approach: Stated
    sharing: Sharing
    results: tuple[Result, ...] = ()
    cost: Stated
    copy_this: tuple[Stated, ...] = Field(default=(), description="可以借鉴的 / what to copy")
    avoid_this: tuple[Stated, ...] = Field(default=(), description="不宜照搬的 / what not to copy")
    uncertain: tuple[Text, ...] = ()
    sources: Annotated[tuple[CaseSource, ...], Field(min_length=1)]
    approval: Approval | None = None
    withdrawal: Withdrawal | None = None

    @property
    def is_shown(self) -> bool:
        """Cases are shown once approved, where they are compiled from public sources, and as withdrawn."""
        return self.state in ("approved", "compiled", "withdrawn")

    @property
    def province(self) -> str:
        """The id of the province whose folder the case stands in."""
        return self.id.partition("/")[0]

    @property
    def slug(self) -> str:
        """The case's name within its province."""
        return self.id.partition("/")[2]

    @property
    def approved_file(self) -> str:
        """Where the words that were approved are kept, beside the case."""
        return str(PurePosixPath(self.file).with_suffix(".approved.yaml"))


class ApprovedCase(Case):
    """The words of a case that were approved, kept beside it as they were."""
