"""The values of a plainly written file straight from libyaml's events, without the tree of nodes between.

Nearly all files are such, and the tree costs more than all the rest of reading them. What is in any way
unusual is left to ``parse.py``'s composer, which also finds its place and what to say of it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml

from huimin.read.guard import MAX_DEPTH
from huimin.read.loader import FIRST, KnowledgeLoader
from huimin.read.values import MAX_VALUES, scalar

_SCALAR, _MAPPING, _SEQUENCE = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent
_MAX_TEXT = 2 * MAX_VALUES
"""Longer texts might hold too many values: one takes up two characters at least, with its comma or line end."""


class _Unusual(Exception):
    pass


def quick(text: str) -> dict[str, Any] | None:
    """The values of ``text``, which ``is_plainly_shallow``, or None where they have to be read with care.

    Its findings would be none: no faults of form, no key twice, no escapes, no bound that is passed.
    """
    if "\\" in text or len(text) > _MAX_TEXT:
        return None
    try:
        return _document(KnowledgeLoader(text))
    except (_Unusual, yaml.YAMLError):
        return None


def _document(loader: KnowledgeLoader) -> dict[str, Any]:
    event: Callable[[], Any] = loader.get_event

    def value(start: Any, depth: int) -> Any:  # noqa: ANN401
        kind = type(start)
        if depth > MAX_DEPTH:
            raise _Unusual
        if kind is _SCALAR:
            text = start.value
            if not start.implicit[0] or (text and text[0] not in FIRST):
                return text
            return scalar(text, loader.resolve(yaml.ScalarNode, text, start.implicit))
        if kind is _MAPPING:
            found: dict[str, Any] = {}
            count = 0
            while type(key := event()) is _SCALAR:
                found[key.value] = value(event(), depth + 1)
                count += 1
            if type(key) is yaml.MappingEndEvent and count == len(found):
                return found
        elif kind is _SEQUENCE:
            items = []
            while type(item := event()) is not yaml.SequenceEndEvent:
                items.append(value(item, depth + 1))
            return tuple(items)
        raise _Unusual

    event()  # the stream's start
    event()  # the document's
    root = value(event(), 0)
    if not isinstance(root, dict):
        raise _Unusual
    event()  # the document's end
    if not isinstance(event(), yaml.StreamEndEvent):
        raise _Unusual
    return root
