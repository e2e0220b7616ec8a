"""JSON Schema (2020-12): for editors of the YAML, and beside each collection of the API."""

from __future__ import annotations

import json
import re
from collections.abc import Set
from typing import Any, get_args

from huimin.approval import CaseStatus
from huimin.model.case import Case, Quality
from huimin.model.contact import Contact
from huimin.model.entry import Entry
from huimin.model.fields import Part, Prose, Text
from huimin.model.focus_area import FocusArea, Theme
from huimin.model.indicator import Indicator
from huimin.model.jurisdiction import City, Province
from huimin.model.kinds import KINDS
from huimin.model.policy import Policy
from huimin.model.programme import Programme
from huimin.model.requirement import Requirement, Step
from huimin.model.retired import RetiredItem
from huimin.model.source import Source
from huimin.model.term import Term

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]

_LANGUAGES: Schema = {
    "type": "object",
    "properties": {"zh": {"type": "string"}, "en": {"type": "string"}},
    "required": ["zh", "en"],
    "additionalProperties": False,
}
_IDS: Schema = {"type": "array", "items": {"type": "string"}}
_STRING: Schema = {"type": "string"}
_DIGEST: Schema = {
    "type": "string",
    "pattern": "^[0-9a-f]{16}$",
    "description": "of the Chinese words and all that a reader acts on: changes where a filled checklist should ask again",
}
_DATE: Schema = {"type": "string", "format": "date"}
_MODELS: dict[str, type[Part]] = {
    "programme": Programme,
    "sources": Source,
    "requirements": Requirement,
    "steps": Step,
    "focus-areas": FocusArea,
    "themes": Theme,
    "indicators": Indicator,
    "policies": Policy,
    "contacts": Contact,
    "retired": RetiredItem,
    "glossary": Term,
}
_ADDED: dict[str, Schema] = {
    "requirements": {"section": _STRING, "steps": _IDS},
    "steps": {"requirement": _STRING, "role": _STRING, "digest": _DIGEST},
    "focus-areas": {"themes": _IDS, "requirements": _IDS},
    "themes": {"focus_area": _STRING},
    "retired": {"successors": _IDS},
    "rules": {
        "severity": {"enum": ["error", "warning"]},
        **{key: _LANGUAGES for key in ("title", "why", "message", "help")},
    },
    "index": {"count": {"type": "integer"}, **{key: _STRING for key in ("json", "csv", "schema")}},
    "cases-index": {"count": {"type": "integer"}, "parts": _IDS},
}
"""What items have besides the fields of their class."""


_LEVELS: tuple[tuple[type[Part], str], ...] = ((Province, "province"), (City, "city"))


def editor_schemas() -> dict[str, str]:
    """The schemas of ``kb/schema/`` by file name."""
    return {f"{kind.name}.json": _text(_editor(kind.name, kind.model)) for kind in KINDS}


def _editor(name: str, model: type[Part]) -> Schema:
    schema = model.model_json_schema()
    return {"$schema": DIALECT, "title": name, **{k: v for k, v in schema.items() if k != "title"}}


def collection_schema(name: str) -> str:
    """The schema of ``api/v1/<name>.json``."""
    items, definitions = _item(name)
    return _text(
        {
            "$schema": DIALECT,
            "title": f"api/v1/{name}.json",
            "type": "object",
            "properties": {
                "edition": {
                    "type": "string",
                    "description": "date of the newest entry + first 16 hex digits of the content's SHA-256",
                    "pattern": r"^\d{4}-\d{2}-\d{2}\+[0-9a-f]{16}$",
                },
                "items": {"type": "array", "items": items},
            },
            "required": ["edition", "items"],
            "additionalProperties": False,
            "$defs": definitions,
        }
    )


def _item(name: str) -> tuple[Schema, Schema]:
    """The schema of one item, and the definitions that it uses."""
    if name == "jurisdictions":  # provinces and cities in one list, told apart by ``level``
        shapes = [_shape(model, {"level": {"const": level}}) for model, level in _LEVELS]
    elif name == "cases":  # of a withdrawn case only that it is withdrawn
        states = [state for state in get_args(CaseStatus) if state != "withdrawn"]
        added = {"state": {"enum": states}, "province": _STRING, "best_quality": {"enum": get_args(Quality)}}
        shapes = [
            _shape(Case, added, without={"withdrawal"}),
            _shape(Case, {"state": {"const": "withdrawn"}}, only={"id", "updated", "title", "withdrawal"}),
        ]
        shapes[1][0]["required"].append("withdrawal")
    else:
        shapes = [_shape(_MODELS.get(name), _ADDED.get(name, {}))]
    definitions = {key: value for _, defined in shapes for key, value in defined.items()}
    if name == "sources":
        definitions["Clause"]["properties"] |= {"url": _LANGUAGES, "requirements": _IDS}
    items = [item for item, _ in shapes]
    item = items[0] if len(items) == 1 else {"oneOf": items}
    return item, _used(item, definitions)


def _shape(
    model: type[Part] | None,
    added: Schema,
    only: Set[str] | None = None,
    without: Set[str] = frozenset(),
) -> tuple[Schema, Schema]:
    """An object with the fields of ``model`` (all, or ``only`` some) and what is ``added``; and the definitions."""
    schema = model.model_json_schema() if model else {"properties": {}, "required": []}
    definitions = schema.pop("$defs", {})
    definitions |= {name: _LANGUAGES for name in (Text.__name__, Prose.__name__) if name in definitions}
    kept = (only or schema["properties"].keys()) - without - {"exempt"}
    properties = {name: field for name, field in schema["properties"].items() if name in kept}
    added = {"url": _LANGUAGES, **added}
    if model is None or not issubclass(model, Entry):
        added |= {"id": _STRING, "updated": _DATE}
    required = sorted({name for name in schema["required"] if name in kept} | added.keys())
    item = {
        "type": "object",
        "properties": properties | added,
        "required": required,
        "additionalProperties": False,
    }
    return item, definitions


def _used(item: Schema, definitions: Schema) -> Schema:
    """The definitions that an item needs, by way of each other too; the API's ids take the place of some."""
    used: Schema = {}
    waiting = [item]
    while waiting:
        names = set(re.findall(r'"#/\$defs/(\w+)"', json.dumps(waiting.pop()))) - used.keys()
        used |= {name: definitions[name] for name in names}
        waiting += [definitions[name] for name in names]
    return {name: definition for name, definition in definitions.items() if name in used}


def _text(schema: Schema) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
