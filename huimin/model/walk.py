"""Walks an entry by its classes' fields: every text for readers, every reference, every list of ids."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from huimin.model.fields import Names, Part, Text
from huimin.read.document import Path


def texts(part: Part, path: Path = ()) -> Iterator[tuple[Path, Text]]:
    """Every text in two languages below ``part``, with its path."""
    for name, value in part.__dict__.items():
        if isinstance(value, Text):
            yield (*path, name), value
        elif isinstance(value, Part):
            yield from texts(value, (*path, name))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, Text):
                    yield (*path, name, index), item
                elif isinstance(item, Part):
                    yield from texts(item, (*path, name, index))


def references(part: Part, path: Path = ()) -> Iterator[tuple[Path, str, str]]:
    """Every reference below ``part``: its path, the kind of entry it names, and the id."""
    kinds = _reference_kinds(type(part))
    for name, value in part.__dict__.items():
        kind = kinds.get(name)
        if isinstance(value, Part):
            yield from references(value, (*path, name))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if kind:
                    yield (*path, name, index), kind, item
                elif isinstance(item, Part):
                    yield from references(item, (*path, name, index))
        elif kind and value is not None:
            yield (*path, name), kind, value


def lists_with_ids(part: Part, path: Path = ()) -> Iterator[tuple[Path, tuple[Any, ...]]]:
    """Every list of parts that have an id, with its path."""
    for name, value in part.__dict__.items():
        if isinstance(value, tuple) and value and isinstance(value[0], Part):
            if hasattr(value[0], "id"):
                yield (*path, name), value
            for index, item in enumerate(value):
                yield from lists_with_ids(item, (*path, name, index))
        elif isinstance(value, Part):
            yield from lists_with_ids(value, (*path, name))


@cache
def _reference_kinds(model: type[BaseModel]) -> dict[str, str]:
    found = {}
    for name, info in model.model_fields.items():
        kind = next((m.kind for m in info.metadata if isinstance(m, Names)), None) or _kind_in(
            info.annotation
        )
        if kind:
            found[name] = kind
    return found


def _kind_in(annotation: Any) -> str | None:  # noqa: ANN401
    for item in getattr(annotation, "__metadata__", ()):
        if isinstance(item, Names):
            return item.kind
    return next((kind for arg in get_args(annotation) if (kind := _kind_in(arg))), None)
