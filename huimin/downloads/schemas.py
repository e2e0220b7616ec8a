"""JSON Schema (2020-12): for editors of the YAML, and beside each collection of the API."""

from __future__ import annotations

import copy
import json
from typing import Any

from huimin.model.contact import Contact
from huimin.model.fields import Part, Text
from huimin.model.kinds import KINDS
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
    "contacts": Contact,
    "glossary": Term,
}


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
    added: Schema = {"url": _LANGUAGES}
    if name == "requirements":
        added |= {"section": {"type": "string"}, "steps": _IDS}
        definitions = {k: v for k, v in definitions.items() if k not in ("Step", "Time")}
    elif name == "steps":
        added |= {"id": {"type": "string"}, "updated": {"type": "string", "format": "date"}}
        added |= {"requirement": {"type": "string"}, "role": {"type": "string"}}
    elif name == "sources":
        definitions["Clause"]["properties"] |= {"url": _LANGUAGES, "requirements": _IDS}
    elif name == "rules":
        added |= {"id": {"type": "string"}, "updated": {"type": "string", "format": "date"}}
        added |= {"severity": {"enum": ["error", "warning"]}}
        added |= {key: _LANGUAGES for key in ("title", "why", "message", "help")}
    elif name == "index":
        added |= {"id": {"type": "string"}, "updated": {"type": "string", "format": "date"}}
        added |= {
            "count": {"type": "integer"},
            **{key: {"type": "string"} for key in ("json", "csv", "schema")},
        }
    properties |= added
    required = sorted({*schema.get("required", []), *added})
    item = {"type": "object", "properties": properties, "required": required, "additionalProperties": False}
    return item, definitions


def _text(schema: Schema) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
