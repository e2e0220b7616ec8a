"""The JSON Schema of a case as it is handed in, from which the check of the form in the page is compiled.

It is the schema of ``Case`` without what a form has not: approvals, digests, nulls, fields that no column leads to, and
the words for readers of a schema. Nothing is added but that the last year is not before the first.
"""

from __future__ import annotations

from typing import Any

from huimin.model.case import Case

Schema = dict[str, Any]

_NOT_HANDED_IN = ("approval", "withdrawal", "exempt", "of")
_NOT_NEEDED = ("title", "description", "default", "format", "additionalProperties")


def handed_in_schema() -> Schema:
    """The schema (2020-12, with ajv's ``$data``) of what a form holds; fields that are not filled in are absent."""
    schema: Schema = _bare(Case.model_json_schema())
    schema["properties"]["state"] = {"const": "submitted"}
    years = schema["$defs"]["Years"]
    years["allOf"] = [{"properties": {"end": {"minimum": {"$data": "1/start"}}}}]
    used = {"CaseSource", "Flow", "Prose", "Result", "Sharing", "Stated", "Text", "Years"}
    schema["$defs"] = {name: part for name, part in schema["$defs"].items() if name in used}
    return schema


def _bare(schema: Any) -> Any:  # noqa: ANN401
    if isinstance(schema, list):
        return [_bare(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    found = {}
    for key, value in schema.items():
        if key == "properties":
            found[key] = {name: _bare(part) for name, part in value.items() if name not in _NOT_HANDED_IN}
        elif key not in _NOT_NEEDED:
            found[key] = _bare(value)
    shapes = [shape for shape in found.get("anyOf", ()) if shape != {"type": "null"}]
    if len(shapes) == 1:
        del found["anyOf"]
        found |= shapes[0]
    return found
