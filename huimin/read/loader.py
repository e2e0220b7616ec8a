"""PyYAML's C composer with the few plain scalars that the knowledge base means.

YAML 1.1 reads ``no`` as false, ``2014-03-18`` as a date and ``1:30`` as ninety; officials mean text.
Only ``true``, ``false``, ``null``, ``~``, whole numbers and decimals keep a meaning of their own.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

STR, INT, FLOAT, BOOL, NULL = (
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null")
)
SEQ, MAP = "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"
KNOWN_TAGS = frozenset({STR, INT, FLOAT, BOOL, NULL, SEQ, MAP})

_RESOLVERS = (
    (BOOL, re.compile(r"^(?:true|false)$"), "tf"),
    (INT, re.compile(r"^-?(?:0|[1-9][0-9]{0,17})$"), "-0123456789"),
    (FLOAT, re.compile(r"^-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,17}$"), "-0123456789"),
    (NULL, re.compile(r"^(?:~|null|)$"), ["~", "n", ""]),
)


FIRST = frozenset("-0123456789tfn~")
"""What a scalar that is no text begins with."""


class KnowledgeLoader(yaml.CSafeLoader):
    """The loader whose composer makes the node trees; it constructs no objects."""

    yaml_implicit_resolvers = {}  # noqa: RUF012 - the base class has it so

    def resolve(self, kind: type[yaml.Node], value: str | None, implicit: Any) -> str:  # noqa: ANN401
        """The tag of a node; most scalars begin like no other kind, and are text without being asked further."""
        if kind is yaml.ScalarNode and value and value[0] not in FIRST:
            return STR
        tag: str = super().resolve(kind, value, implicit)  # type: ignore[no-untyped-call]
        return tag


for _tag, _pattern, _first in _RESOLVERS:
    KnowledgeLoader.add_implicit_resolver(_tag, _pattern, list(_first))
