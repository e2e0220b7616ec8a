"""The kinds of field that entries are made of: texts in two languages, ids, references, dates, links."""

from __future__ import annotations

import datetime
import hashlib
import re
from dataclasses import dataclass
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

MAX_ID = 48
ID_FORM = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
_DATE = re.compile(r"^([0-9]{4})-([0-9]{2})-([0-9]{2})$")


class Part(BaseModel):
    """Whatever entries are made of: frozen, and closed to fields that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


_FIELD_SETS: dict[frozenset[str], set[str]] = {}


def lighten(part: Part) -> None:
    """Lets all parts of which the same fields are given share one set of these fields' names.

    Pydantic makes a set for each; together they are a third of what an entry takes up in memory.
    """
    given = part.__pydantic_fields_set__
    object.__setattr__(part, "__pydantic_fields_set__", _FIELD_SETS.setdefault(frozenset(given), given))
    for value in part.__dict__.values():
        if isinstance(value, Part):
            lighten(value)
        elif isinstance(value, tuple) and value and isinstance(value[0], Part):
            for item in value:
                lighten(item)


def _filled(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, str) and not value.strip():
        raise PydanticCustomError("blank", "blank text")
    return value


Line = Annotated[str, Field(max_length=1000), BeforeValidator(_filled)]
Words = Annotated[str, Field(max_length=8000), BeforeValidator(_filled)]


def digest_of(text: str) -> str:
    """Eight hex digits of SHA-256 that tell whether a text is still the one that was translated."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


class Text(Part):
    """A short text for readers, in both languages."""

    zh: Line = Field(description="中文")
    en: Line = Field(description="English")
    of: str | None = Field(
        default=None,
        pattern=r"^[0-9a-f]{8}$",
        description="Digest of the Chinese that the English was confirmed against; written by `kb confirm`",
    )

    def __getitem__(self, lang: str) -> str:
        return self.zh if lang == "zh" else self.en

    @property
    def is_stale(self) -> bool:
        """Whether the Chinese has changed since the English was confirmed."""
        return self.of is not None and self.of != digest_of(self.zh)


class Prose(Text):
    """A long text for readers, in both languages, in the safe subset of Markdown."""

    zh: Words = Field(description="中文（可用段落、列表、粗体、链接）")
    en: Words = Field(description="English (paragraphs, lists, bold, links)")


def _id(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, str):
        if odd := next((c for c in value if ord(c) > 126), None):
            raise PydanticCustomError("id_lookalike", "look-alike", {"character": f"U+{ord(odd):04X}"})
        if not is_id(value):
            raise PydanticCustomError("id_form", "bad id")
    return value


def is_id(value: str) -> bool:
    """Whether ``value`` has the form of an id: lower-case ASCII words with hyphens, at most 48 characters."""
    return len(value) <= MAX_ID and bool(ID_FORM.fullmatch(value))


Id = Annotated[
    str,
    BeforeValidator(_id),
    WithJsonSchema({"type": "string", "pattern": ID_FORM.pattern, "maxLength": MAX_ID}),
]

_OLD_ID = re.compile(rf"{ID_FORM.pattern[1:-1]}(?:\.{ID_FORM.pattern[1:-1]}){{0,2}}")


def _old_id(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, str) and not (
        _OLD_ID.fullmatch(value) and all(len(part) <= MAX_ID for part in value.split("."))
    ):
        raise PydanticCustomError("id_form", "bad id")
    return value


OldId = Annotated[
    str, BeforeValidator(_old_id), WithJsonSchema({"type": "string", "pattern": f"^{_OLD_ID.pattern}$"})
]
"""An id that was in use once: of a requirement, ``requirement.step``, ``area.theme`` or ``area.theme.step``."""

Supersedes = Annotated[
    tuple[OldId, ...],
    Field(description="接替的已停用编号，同一类 / retired ids of the same kind whose place it took"),
]

CLAUSE_ID = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*:[1-9][a-z]?\.[1-9][0-9]?\.[1-9][0-9]?$")


def _clause_id(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, str) and not CLAUSE_ID.fullmatch(value):
        raise PydanticCustomError("id_form", "bad clause id")
    return value


ClauseId = Annotated[
    str, BeforeValidator(_clause_id), WithJsonSchema({"type": "string", "pattern": CLAUSE_ID.pattern})
]


@dataclass(frozen=True, slots=True)
class Names:
    """Marks a field whose value is the id of an entry of ``kind``."""

    kind: str


ContactRef = Annotated[str, Names("contact")]
RequirementRef = Annotated[str, Names("requirement")]
ClauseRef = Annotated[str, Names("clause")]
SourceRef = Annotated[str, Names("source")]
PhaseRef = Annotated[str, Names("phase")]
AnchorRef = Annotated[str, Names("anchor")]
FocusAreaRef = Annotated[str, Names("focus-area")]
IndicatorRef = Annotated[str, Names("indicator")]
ThemeRef = Annotated[str, Names("theme")]
StepRef = Annotated[str, Names("step")]
JurisdictionRef = Annotated[str, Names("jurisdiction")]
CaseRef = Annotated[str, Names("case")]
ApproverRef = Annotated[str, Names("approver")]
RoundRef = Annotated[str, Names("round")]
ProvinceRef = Annotated[str, Names("province")]


def _date(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, str):
        match = _DATE.fullmatch(value)
        try:
            return datetime.date(*map(int, match.groups())) if match else _no_date(value)
        except ValueError:
            return _no_date(value)
    return value


def _no_date(value: str) -> None:
    raise PydanticCustomError("date", "impossible date", {"value": value})


Date = Annotated[datetime.date, BeforeValidator(_date), WithJsonSchema({"type": "string", "format": "date"})]

_NOT_IN_LINK = "\\u0000-\\u0020\\\\<>\"'`"
LINK = (
    rf"^(?:[Hh][Tt][Tt][Pp][Ss]?://[^/?#\[\]：／？＃＠{_NOT_IN_LINK}]+(?:[/?#][^{_NOT_IN_LINK}]*)?"
    rf"|(?:[Mm][Aa][Ii][Ll][Tt][Oo]|[Tt][Ee][Ll]):[^?#{_NOT_IN_LINK}]+(?:[?#][^{_NOT_IN_LINK}]*)?)$"
)
"""A link with one of the schemes that readers may be sent to, and without hidden characters; for schemas too."""
_LINK = re.compile(LINK)


def is_safe_link(url: str) -> bool:
    """Whether a link has one of the schemes that readers may be sent to, and no hidden characters."""
    try:
        urlsplit(url)  # knows characters that a browser would take for others
    except ValueError:
        return False
    return _LINK.fullmatch(url) is not None


def _url(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, str) and not is_safe_link(value):
        raise PydanticCustomError("link", "forbidden link", {"value": value[:80]})
    return value


Url = Annotated[
    str, BeforeValidator(_url), WithJsonSchema({"type": "string", "format": "uri", "pattern": LINK})
]


class WebPage(Part):
    """A page elsewhere that carries a fact, and how far it was seen."""

    title: Text
    url: Url
    seen: Literal["text", "search-excerpt", "not-opened"]


class Pitfall(Part):
    """What commonly goes wrong or misleads, and how to avoid it."""

    what: Text
    avoid: Text
