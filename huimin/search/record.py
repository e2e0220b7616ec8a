"""A record: what the search can find and a result can show, in one language."""

from __future__ import annotations

from dataclasses import dataclass, field

from huimin.markdown import to_text
from huimin.model.fields import Part, Prose
from huimin.model.walk import texts

KINDS: dict[str, float] = {
    "requirement": 1.0,
    "step": 0.8,
    "focus-area": 1.0,
    "theme": 1.0,
    "case": 0.9,
    "indicator": 0.85,
    "clause": 0.8,
    "source": 0.85,
    "contact": 0.9,
    "term": 0.95,
    "policy": 0.85,
    "province": 0.9,
    "city": 0.9,
    "phase": 0.85,
    "checklist": 0.85,
    "page": 0.9,
    "rule": 0.5,
}
"""The kinds of record in the order of the index, and how much each counts among equals: what binds or explains comes
before its parts, and what only maintainers need last."""


@dataclass(slots=True, kw_only=True)
class Record:
    """What a page, or a part of one with an address of its own, says in one language."""

    id: str
    kind: str
    address: str
    """Below the language's folder, with its fragment."""
    title: str
    up: str = ""
    """Where it belongs, in words."""
    names: tuple[str, ...] = ()
    """Other names, ids, codes and numbers by which it is asked for."""
    statement: str = ""
    body: tuple[str, ...] = ()
    facets: dict[str, tuple[str, ...]] = field(default_factory=dict)
    worth: float = 1.0
    """How much it counts beside its kind: a case by its evidence."""

    @property
    def fields(self) -> tuple[tuple[str, ...], ...]:
        """Title, names, statement and body, each in parts."""
        return (self.title,), self.names, (self.statement,), self.body

    @property
    def text(self) -> str:
        """What an excerpt is taken from."""
        return "\n".join(part for part in (self.statement, *self.body) if part)


def body_of(part: Part, lang: str, *without: str) -> tuple[str, ...]:
    """Every text for readers below ``part``, but those of some fields, without Markdown's marks."""
    return tuple(
        to_text(text[lang]) if isinstance(text, Prose) else text[lang]
        for path, text in texts(part)
        if path[0] not in without
    )
