"""Walks an entry by its classes' fields: every text for readers, every reference, every list of ids.

Which fields can lead to one is found once for each class; the others, most of them, are passed over.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from huimin.model.fields import Names, Part, Text
from huimin.read.document import Path


def texts(part: Part, path: Path = ()) -> Iterator[tuple[Path, Text]]:
    """Every text in two languages below ``part``, with its path."""
    values = part.__dict__
    for name in _to_texts(type(part)):
        value = values[name]
        if isinstance(value, Text):
            yield (*path, name), value
        elif isinstance(value, Part):
            yield from texts(value, (*path, name))
        elif value:
            for index, item in enumerate(value):
                if isinstance(item, Text):
                    yield (*path, name, index), item
                else:
                    yield from texts(item, (*path, name, index))


def references(part: Part, path: Path = ()) -> Iterator[tuple[Path, str, str]]:
    """Every reference below ``part``: its path, the kind of entry it names, and the id."""
    values = part.__dict__
    for name, kind in _to_references(type(part)).items():
        value = values[name]
        if isinstance(value, Part):
            yield from references(value, (*path, name))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if kind:
                    yield (*path, name, index), kind, item
                else:
                    yield from references(item, (*path, name, index))
        elif value is not None:
            yield (*path, name), kind, value


def lists_with_ids(part: Part, path: Path = ()) -> Iterator[tuple[Path, tuple[Any, ...]]]:
    """Every list of parts that have an id, with its path."""
    values = part.__dict__
    for name, have_ids in _to_lists(type(part)).items():
        value = values[name]
        if isinstance(value, Part):
            yield from lists_with_ids(value, (*path, name))
        elif value:
            if have_ids:
                yield (*path, name), value
            for index, item in enumerate(value):
                yield from lists_with_ids(item, (*path, name, index))


@cache
def _to_texts(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of ``model`` that are texts or lead to some."""
    return tuple(
        name
        for name, info in model.model_fields.items()
        if any(issubclass(part, Text) or _to_texts(part) for part in _parts_in(info.annotation))
    )


@cache
def _to_references(model: type[BaseModel]) -> dict[str, str]:
    """The fields of ``model`` that are references, with their kind, or lead to some, without one."""
    found = {}
    for name, info in model.model_fields.items():
        kind = next((m.kind for m in info.metadata if isinstance(m, Names)), None) or _kind_in(
            info.annotation
        )
        if kind or any(_to_references(part) for part in _parts_in(info.annotation)):
            found[name] = kind or ""
    return found


@cache
def _to_lists(model: type[BaseModel]) -> dict[str, bool]:
    """The fields of ``model`` that are lists of parts with ids (true) or lead to some (false)."""
    found = {}
    for name, info in model.model_fields.items():
        for part in _parts_in(info.annotation):
            have_ids = "id" in part.model_fields
            if have_ids or _to_lists(part):
                found[name] = have_ids
    return found


def _kind_in(annotation: Any) -> str | None:  # noqa: ANN401
    for item in getattr(annotation, "__metadata__", ()):
        if isinstance(item, Names):
            return item.kind
    return next((kind for arg in get_args(annotation) if (kind := _kind_in(arg))), None)


def _parts_in(annotation: Any) -> Iterator[type[Part]]:  # noqa: ANN401
    """The classes of parts that a field may hold, by itself or in a list."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for arg in get_args(annotation):
        yield from _parts_in(arg)
