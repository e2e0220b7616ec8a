"""One YAML file: its bytes, its plain values, and where each of them stands.

Only the bytes are kept (a text with Chinese in it takes up twice as much). A place is looked up by composing the
text again, which happens only where a finding has to be shown; ten thousand entries then cost their files and not
their node trees.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import yaml

from huimin.read.loader import KnowledgeLoader

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file; line and column count from 1, in characters."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file that was read: ``file`` relative to the knowledge base, ``values`` plain Python."""

    file: str
    data: bytes = field(repr=False)
    values: dict[str, Any] = field(repr=False)

    @property
    def text(self) -> str:
        """The text; lines are counted alike whoever saved the file."""
        return text_of(self.data)

    def place(self, path: Path = (), *, key: bool = False, snippet: str = "") -> Place:
        """Where the value at ``path`` begins, or its key, or ``snippet`` inside of it.

        A path that leads nowhere gives the nearest place above it.
        """
        text = self.text
        node = _tree(text)
        key_node = node
        for part in path:
            below = _child(node, part)
            if below is None:
                return _place(node)
            key_node, node = below
        if key:
            return _place(key_node)
        if snippet:
            source = text[node.start_mark.index : node.end_mark.index]
            offset = source.find(snippet)
            if offset >= 0:
                return place_at(text, node.start_mark.index + offset)
        return _place(node)


def text_of(data: bytes) -> str:
    """The text of a file.

    Raises:
        UnicodeDecodeError: where it is no UTF-8.
    """
    return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def place_at(text: str, index: int) -> Place:
    """The place of the character at ``index`` of ``text``."""
    before = text[:index]
    return Place(before.count("\n") + 1, index - (before.rfind("\n") + 1) + 1)


@lru_cache(maxsize=8)
def _tree(text: str) -> yaml.Node:
    node = yaml.compose(text, Loader=KnowledgeLoader)
    assert node is not None  # a document is made only from a mapping
    return node


def _child(node: yaml.Node, part: str | int) -> tuple[yaml.Node, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key_node, value_node in node.value:
            if key_node.value == part:
                return key_node, value_node
    elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part], node.value[part]
    return None


def _place(node: yaml.Node) -> Place:
    return Place(node.start_mark.line + 1, node.start_mark.column + 1)
