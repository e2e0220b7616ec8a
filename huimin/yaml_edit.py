"""Sets a field at the top level of a YAML file by changing its text, so that comments and order stay.

Every change is proved by reading the text before and after: nothing but the field may differ, and no comment
may be lost.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TypeAlias

import yaml

from huimin.read.loader import KnowledgeLoader
from huimin.read.parse import parse

Value: TypeAlias = "str | Mapping[str, Value]"
"""What a field is set to: a text, or fields below it."""

_COMMENT = re.compile(r"(?:(?<=\s)|^)#.*$", re.MULTILINE)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def with_field(text: str, key: str, value: Value) -> str:
    """The YAML ``text`` with ``key`` set to ``value``: in its place where it stands, else at the end.

    ``text`` has line feeds alone as line ends. Comments within a block that is replaced move to its head.

    Raises:
        ValueError: where the text cannot be edited safely, as with braces around the whole or rare forms.
    """
    before, faults = parse("", text.encode())
    if before is None:
        raise ValueError("not readable as YAML")
    result = _edited(text, key, value)
    after, new_faults = parse("", result.encode())
    same_faults = [fault.code for fault in faults] == [fault.code for fault in new_faults]
    if after is None or not same_faults or after.values != {**before.values, key: value}:
        raise ValueError("a form of YAML that cannot be edited safely")
    if Counter(_comments(text)) - Counter(_comments(result)):
        raise ValueError("a comment would be lost")
    return result


def block(key: str, value: Value, indent: int = 0) -> str:
    """``key`` and ``value`` as lines of YAML, with a line end after the last."""
    head = f"{' ' * indent}{key}:"
    if isinstance(value, str):
        return f"{head} {scalar(value)}\n"
    return f"{head}\n" + "".join(block(name, below, indent + 2) for name, below in value.items())


def scalar(value: str) -> str:
    """``value`` as one line of YAML: plain where it is then read as the same text, else in quotes."""
    plain = (value[:1].isalpha() or _DAY.fullmatch(value)) and value.isprintable()
    if plain:
        document, broken = parse("", f"zh: {value}\n".encode())
        if document and not broken and document.values == {"zh": value}:
            return value
    return json.dumps(value, ensure_ascii=False)  # a JSON string is a YAML string in double quotes


def _edited(text: str, key: str, value: Value) -> str:
    root = yaml.compose(text, Loader=KnowledgeLoader)
    assert isinstance(root, yaml.MappingNode)  # parse made a document of it
    for name, node in root.value:
        if name.value != key:
            continue
        if isinstance(node, yaml.ScalarNode) and isinstance(value, str):
            start, end = node.start_mark.index, _end(node, text)
            space = "" if text[start - 1] in " \n" else " "
            return text[:start] + space + scalar(value) + text[end:]
        start = name.start_mark.index
        end = text.find("\n", _end(node, text))
        end = len(text) if end < 0 else end + 1
        head, *lines = block(key, value).splitlines(keepends=True)
        moved = (
            f"  {comment}\n" for place, comment in _places_of_comments(text, root) if start <= place < end
        )
        return text[:start] + "".join([head, *moved, *lines]) + text[end:]
    return text + ("" if text.endswith("\n") else "\n") + block(key, value)


def _end(node: yaml.Node, text: str) -> int:
    """Where the last of a value's own characters stands; its node ends only where the next token begins."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last, text)
    end: int = node.end_mark.index
    while end > node.start_mark.index and text[end - 1] in " \n":
        end -= 1
    return end


def _comments(text: str) -> Iterator[str]:
    root = yaml.compose(text, Loader=KnowledgeLoader)
    return (comment for _, comment in _places_of_comments(text, root)) if root else iter(())


def _places_of_comments(text: str, root: yaml.Node) -> Iterator[tuple[int, str]]:
    """Every comment with its place: a ``#`` after white space that stands in no value."""
    masked = list(text)
    for node in _scalars(root):
        start, end = node.start_mark.index, node.end_mark.index
        if node.style in ("|", ">"):  # a remark may follow the sign
            start = text.index("\n", start)
        masked[start:end] = ("\n" if c == "\n" else "x" for c in text[start:end])
    for match in _COMMENT.finditer("".join(masked)):
        yield match.start(), text[match.start() : match.end()].rstrip()


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    for item in node.value if isinstance(node, yaml.CollectionNode) else ():
        for part in item if isinstance(item, tuple) else (item,):
            yield from _scalars(part)
