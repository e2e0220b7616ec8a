"""The values of a plainly written file straight from its lines, without a YAML parser.

Nearly all files are such: a key and its value on a line, lists, quoted texts, blocks after ``|``. What is in any way
unusual is left to ``parse.py``'s composer, which also finds its place and what to say of it.
"""

from __future__ import annotations

import re
from typing import Any

from huimin.read.guard import MAX_DEPTH
from huimin.read.loader import FIRST, KnowledgeLoader
from huimin.read.values import MAX_VALUES, scalar

_MAX_TEXT = 2 * MAX_VALUES
"""Longer texts might hold too many values: one takes up two characters at least, with its comma or line end."""
_ROW = re.compile(r"^( *)(- )?(?:([A-Za-z_][A-Za-z0-9_]*):(?: +(.*))?|(.*))$", re.MULTILINE)
"""A line: its indent, the mark of an item, a key and its value, or what else stands there."""
_QUOTED = re.compile(r"\"[^\"]*\"|'(?:[^']|'')*'")
_ITEM = r"(?:\"[^\"]*\"|'[^']*'|[0-9A-Za-z\u4e00-\u9fff](?:[^,\[\]{}:#\"']*[^,\[\]{}:#\"' ])?)"
_LIST = re.compile(rf"\[ *(?:{_ITEM}(?: *, *{_ITEM})*)? *\]")
_ITEMS = re.compile(_ITEM)
_TELLING = FIRST | frozenset(" ,[]{}#&*!|>%@`?:\"'")
"""What a value begins with that may be anything else than plain text."""


class _Unusual(Exception):
    pass


def quick(text: str) -> dict[str, Any] | None:
    """The values of ``text``, which ``is_plainly_shallow``, or None where they have to be read with care.

    Its findings would be none: no faults of form, no key twice, no escapes, no bound that is passed.
    """
    if "\\" in text or "\t" in text or len(text) > _MAX_TEXT or not text.endswith("\n"):
        return None
    try:
        return _Lines(text).document()
    except _Unusual:
        return None


class _Lines:
    """The lines of a text, read one after the other."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._rows = _ROW.findall(text)
        self._at = 0

    def document(self) -> dict[str, Any]:
        if self._indent() != 0 or self._rows[self._at][1]:
            raise _Unusual
        found = self._mapping(0, 0)
        if self._at < len(self._rows):
            raise _Unusual
        return found

    def _indent(self) -> int:
        """The indent of the next line that is no comment and not blank, which comes next; -1 at the end."""
        rows = self._rows
        while self._at < len(rows):
            indent, item, key, _, rest = rows[self._at]
            if key or item or (rest and rest[0] != "#"):
                return len(indent)
            self._at += 1
        return -1

    def _mapping(self, indent: int, depth: int) -> dict[str, Any]:
        """The mapping whose first key stands in the next line, be it after the mark of an item, and the others at ``indent``."""
        found: dict[str, Any] = {}
        here = indent
        while here == indent:
            _, item, key, value, _ = self._rows[self._at]
            if not key or key in found or (item and found):
                raise _Unusual
            self._at += 1
            found[key] = self._scalar(value, indent) if value else self._below(indent, depth)
            here = self._indent()
        if here > indent:
            raise _Unusual
        return found

    def _below(self, indent: int, depth: int) -> Any:  # noqa: ANN401
        """What belongs to a key at ``indent`` after which nothing stands in its line."""
        here = self._indent()
        is_list = here >= 0 and self._rows[self._at][1]
        if here < indent or (here == indent and not is_list):
            return None
        if depth >= MAX_DEPTH - 1:
            raise _Unusual
        return self._list(here, depth + 1) if is_list else self._mapping(here, depth + 1)

    def _list(self, indent: int, depth: int) -> tuple[Any, ...]:
        found: list[Any] = []
        here = indent
        while here == indent:
            _, item, key, _, rest = self._rows[self._at]
            if not item:
                return tuple(found)
            if key:
                if depth >= MAX_DEPTH - 1:
                    raise _Unusual
                found.append(self._mapping(indent + 2, depth + 1))
            else:
                self._at += 1
                found.append(self._scalar(rest, indent))
            here = self._indent()
        if here > indent:
            raise _Unusual
        return tuple(found)

    def _scalar(self, text: str, indent: int) -> Any:  # noqa: ANN401
        if text[-1:] == " ":
            text = text.rstrip(" ")
        first = text[:1]
        if first not in _TELLING:
            if not text or ": " in text or " #" in text or text[-1] == ":":
                raise _Unusual
            return text
        if first in FIRST and (first != "-" or text[1:2].isdigit()):
            return _value(self._scalar("a" + text, indent)[1:])
        if first in ('"', "'"):
            return _unquoted(text)
        if first == "[" and _LIST.fullmatch(text):
            return tuple(
                _unquoted(item) if item[0] in "\"'" else _value(item) for item in _ITEMS.findall(text)
            )
        if text in ("|", "|-"):
            return self._block(indent) + ("\n" if text == "|" else "")
        raise _Unusual

    def _block(self, above: int) -> str:
        """The lines below that are indented further than ``above``, as they stand."""
        first = self._lines[self._at]
        margin = " " * (len(first) - len(first.lstrip(" ")))
        if len(margin) <= above or first == margin:
            raise _Unusual
        found: list[str] = []
        for line in self._lines[self._at :]:
            if line.isspace():
                raise _Unusual
            if line and not line.startswith(margin):
                break
            found.append(line[len(margin) :])
        self._at += len(found)
        return "\n".join(found).rstrip("\n")


def _unquoted(text: str) -> str:
    match = _QUOTED.fullmatch(text)
    if not match:
        raise _Unusual
    return text[1:-1].replace("''", "'") if text[0] == "'" else text[1:-1]


def _value(text: str) -> Any:  # noqa: ANN401
    """The value of a plain text."""
    for tag, pattern in KnowledgeLoader.yaml_implicit_resolvers.get(text[0], ()):
        if pattern.match(text):
            return scalar(text, tag)
    return text
