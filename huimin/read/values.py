"""From a node tree to plain Python values: dict, tuple, str, int, float, bool, None."""

from __future__ import annotations

from typing import Any

import yaml

from huimin.read.document import Place
from huimin.read.guard import MAX_DEPTH, Broken, unsafe_character
from huimin.read.loader import BOOL, FLOAT, INT, NULL

MAX_VALUES = 20_000


class _Bound(Exception):
    def __init__(self, broken: Broken) -> None:
        self.broken = broken


def plain(root: yaml.Node, *, has_aliases: bool) -> tuple[Any, list[Broken]]:
    """The values under ``root``, and every duplicate key or bound that was passed.

    An alias stands for a copy of what it names; a tree that grows past ``MAX_VALUES`` values or
    ``MAX_DEPTH`` levels that way (or for ever, by naming itself) gives ``KB006``; one that is nested
    too deep without them gives ``KB005``.
    """
    broken: list[Broken] = []
    count = 0

    def value(node: yaml.Node, depth: int) -> Any:  # noqa: ANN401
        nonlocal count
        count += 1
        if depth > MAX_DEPTH and not has_aliases:
            raise _Bound(Broken("KB005", _place(node), {"limit": MAX_DEPTH}))
        if depth > MAX_DEPTH or count > MAX_VALUES:
            raise _Bound(Broken("KB006", _place(node), {"limit": MAX_VALUES}))
        if isinstance(node, yaml.MappingNode):
            return mapping(node, depth)
        if isinstance(node, yaml.SequenceNode):
            return tuple(value(item, depth + 1) for item in node.value)
        assert isinstance(node, yaml.ScalarNode)
        if unsafe := unsafe_character(str(node.value)):  # written as an escape, such as "\\u200b"
            broken.append(Broken("KB008", _place(node), {"character": f"U+{ord(unsafe.group()):04X}"}))
        return scalar(str(node.value), node.tag)

    def mapping(node: yaml.MappingNode, depth: int) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                broken.append(Broken("KB103", _place(key_node), {"wanted": "str", "got": "dict"}))
                continue
            key = str(key_node.value)
            if key in result:
                broken.append(Broken("KB003", _place(key_node), {"key": key}))
                continue
            result[key] = value(value_node, depth + 1)
        return result

    try:
        return value(root, 0), broken
    except _Bound as bound:
        return None, [*broken, bound.broken]


def scalar(text: str, tag: str) -> str | int | float | bool | None:
    """The value of one scalar by its tag."""
    if tag == NULL:
        return None
    if tag == BOOL:
        return text == "true"
    try:
        if tag == INT:
            return int(text)
        if tag == FLOAT:
            return float(text)
    except ValueError:  # an explicit !!int on something else: it stays the text that it is
        return text
    return text


def _place(node: yaml.Node) -> Place:
    return Place(node.start_mark.line + 1, node.start_mark.column + 1)
