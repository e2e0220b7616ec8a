"""Bounds that a file must keep before it is composed.

PyYAML's C composer recurses without a limit, so a few kilobytes of ``[`` end the process; aliases
let a few lines stand for gigabytes. Both are seen in the flat stream of events, where nothing recurses.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml

from huimin.read.document import Place
from huimin.read.loader import KNOWN_TAGS, KnowledgeLoader

MAX_BYTES = 512 * 1024
MAX_DEPTH = 16
MAX_ALIASES = 8

_LEADING = re.compile(r"^[ \-?:]*", re.MULTILINE)
UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ue000-\uf8ff\ufffd-\uffff]"
)


@dataclass(frozen=True, slots=True)
class Broken:
    """A bound that was passed: the rule's code, the place, and what the rule's words need."""

    code: str
    place: Place
    words: dict[str, Any]


def unsafe_character(text: str) -> re.Match[str] | None:
    """The first character that is invisible, steers writing direction, or that YAML takes as a line break."""
    return UNSAFE.search(text)


def is_plainly_shallow(text: str) -> bool:
    """Whether the text cannot nest deeply or hold aliases or tags, told without parsing.

    Each level of nesting needs a flow bracket, or a column further right at the head of a line (a
    sequence may share its column with the mapping around it, hence the factor of two).
    """
    if "&" in text or "!" in text or text.count("[") + text.count("{") > MAX_DEPTH * 4:
        return False
    return max(map(len, _LEADING.findall(text)), default=0) <= 40


def walk_events(text: str) -> Broken | None:
    """Reads the whole stream of events and returns the first bound that it passes.

    Raises:
        yaml.YAMLError: where the text is no YAML.
    """
    depth = aliases = documents = 0
    for event in yaml.parse(text, Loader=KnowledgeLoader):
        mark: Any = event.start_mark
        place = Place(mark.line + 1, mark.column + 1)
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                return Broken("KB010", place, {"what": "---"})
        elif isinstance(event, yaml.AliasEvent):
            aliases += 1
            if aliases > MAX_ALIASES:
                return Broken("KB006", place, {"limit": MAX_ALIASES})
        elif isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                return Broken("KB005", place, {"limit": MAX_DEPTH})
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        tag = getattr(event, "tag", None)
        if tag is not None and tag not in KNOWN_TAGS:
            return Broken("KB010", place, {"what": tag})
    return None
