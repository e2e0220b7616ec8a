"""A case as the text of its file, in the style of ``kb/cases/``: the schema's line, then fields in their order."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import yaml

from huimin.model.case import Case

SCHEMA = "# yaml-language-server: $schema=../../schema/case.json\n"
_FIRST = ("id", "state", "updated")
IN_ONE_LINE = frozenset({"focus_areas", "themes", "requirements", "steps", "clauses", "sources"})
"""Lists of ids, as long as all of their items are such."""


_STR, _TIME = "tag:yaml.org,2002:str", "tag:yaml.org,2002:timestamp"


WITHIN = [
    "id",
    "basis",
    "zh",
    "en",
    "of",
    "text",
    "sources",
    "flows",
    "mechanism",
    "rules",
    "data",
    "giver",
    "receiver",
    "metric",
    "value",
    "unit",
    "title",
    "publisher",
    "qualifier",
    "date",
    "date_about",
    "source",
    "indicator",
    "series",
    "url",
    "quality",
    "seen",
    "note",
]
"""The order of fields within statements, results and sources."""


class _Id(str):
    """An id in a list that stands in one line."""


class _Digest(str):
    """A digest, which stands in quotes whether or not it looks like a number."""


class _Day(str):
    """A day that needs no quotes: our reader takes it as text."""


class _Style(yaml.SafeDumper):
    """PyYAML's dumper with lists set in, and double quotes where quotes are needed."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ANN401, ARG002
        return True


def _text(dumper: _Style, value: str) -> yaml.Node:
    analysis = dumper.analyze_scalar(value)
    if "\n" in value and analysis.allow_block:
        return dumper.represent_scalar(_STR, value, style="|")
    plain = analysis.allow_flow_plain if isinstance(value, _Id) else analysis.allow_block_plain
    # What YAML 1.1 takes for a number, a date or a truth gets quotes, and so does what looks like a remark.
    plain = plain and "#" not in value and _is_text(dumper, value)
    return dumper.represent_scalar(_STR, value, style=None if plain else '"')


def _is_text(dumper: _Style, value: str) -> bool:
    tag: str = dumper.resolve(yaml.ScalarNode, value, (True, False))  # type: ignore[no-untyped-call]
    return tag == _STR


def _number(dumper: _Style, value: float) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:float", format(Decimal(repr(value)), "f"))


def _ids(dumper: _Style, value: tuple[_Id, ...]) -> yaml.Node:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=True)


_Style.add_representer(str, _text)
_Style.add_representer(_Id, _text)
_Style.add_representer(_Day, lambda dumper, value: dumper.represent_scalar(_TIME, value))
_Style.add_representer(_Digest, lambda dumper, value: dumper.represent_scalar(_STR, value, style='"'))
_Style.add_representer(float, _number)
_Style.add_representer(tuple, _ids)


def field_order() -> tuple[str, ...]:
    """The fields of a case in the order of its file."""
    return (*_FIRST, *(name for name in Case.model_fields if name not in _FIRST))


def case_text(values: dict[str, Any]) -> str:
    """The text of a case's file with the given values, which are those of YAML (strings, numbers, lists, mappings)."""
    ordered = {name: _styled(name, values[name]) for name in field_order() if values.get(name) is not None}
    return SCHEMA + yaml.dump(
        ordered, Dumper=_Style, allow_unicode=True, sort_keys=False, width=1_000_000, default_flow_style=False
    )


def _styled(name: str, value: Any) -> Any:  # noqa: ANN401
    if name == "updated":
        return _Day(value)
    if name == "of":
        return _Digest(value)
    if isinstance(value, dict):
        fields = sorted(value, key=lambda key: WITHIN.index(key) if key in WITHIN else len(WITHIN))
        return {key: _styled(key, value[key]) for key in fields}
    if isinstance(value, list | tuple):
        if name in IN_ONE_LINE and all(isinstance(item, str) for item in value):
            return tuple(map(_Id, value))
        return [_styled("", item) for item in value]
    return value
