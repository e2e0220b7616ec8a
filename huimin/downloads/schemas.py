"""JSON Schema (2020-12): for editors of the YAML, and beside each collection of the API."""

from __future__ import annotations

import copy
import json
import re
from typing import Any

from huimin.model.contact import Contact
from huimin.model.fields import Part, Text
from huimin.model.focus_area import FocusArea, Theme
from huimin.model.indicator import Indicator
from huimin.model.jurisdiction import City, Province
from huimin.model.kinds import KINDS
from huimin.model.policy import Policy
from huimin.model.programme import Programme
from huimin.model.requirement import Requirement, Step
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
_MODELS: dict[str, type[Part]] = {
    "programme": Programme,
    "sources": Source,
    "requirements": Requirement,
    "steps": Step,
    "focus-areas": FocusArea,
    "themes": Theme,
    "indicators": Indicator,
    "policies": Policy,
    "jurisdictions": Province,
    "contacts": Contact,
    "glossary": Term,
}


_ENTRIES = frozenset(_MODELS) - {"steps", "themes", "jurisdictions"}
_ADDED: dict[str, Schema] = {
    "requirements": {"section": {"type": "string"}, "steps": _IDS},
    "steps": {"requirement": {"type": "string"}, "role": {"type": "string"}},
    "focus-areas": {"themes": _IDS, "requirements": _IDS},
    "themes": {"focus_area": {"type": "string"}},
    "jurisdictions": {"level": {"enum": ["province", "city"]}},
    "rules": {
        "severity": {"enum": ["error", "warning"]},
        **{key: _LANGUAGES for key in ("title", "why", "message", "help")},
    },
    "index": {"count": {"type": "integer"}, **{key: {"type": "string"} for key in ("json", "csv", "schema")}},
}
"""What items have besides the fields of their class."""


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
    schema = _MODELS[name].model_json_schema() if name in _MODELS else {"properties": {}, "required": []}
    schema = copy.deepcopy(schema)
    definitions = schema.pop("$defs", {})
    for definition in (Text.__name__, "Prose"):
        if definition in definitions:
            definitions[definition] = _LANGUAGES
    properties = schema["properties"]
    properties.pop("exempt", None)
    definitions.pop("Exemption", None)
    added: Schema = {"url": _LANGUAGES, **_ADDED.get(name, {})}
    if name not in _ENTRIES:
        added |= {"id": {"type": "string"}, "updated": {"type": "string", "format": "date"}}
    if name == "sources":
        definitions["Clause"]["properties"] |= {"url": _LANGUAGES, "requirements": _IDS}
    if name == "jurisdictions":  # provinces and cities in one list, told apart by ``level``
        of_city = City.model_json_schema()["properties"]
        properties |= {"province": of_city["province"]}
        schema["required"] = ["id", "code", "name"]
    properties |= added
    required = sorted({*schema.get("required", []), *added})
    item = {"type": "object", "properties": properties, "required": required, "additionalProperties": False}
    return item, _used(item, definitions)


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
