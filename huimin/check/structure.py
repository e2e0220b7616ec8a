"""From a document to an entry: pydantic's errors become findings with places and nearest names."""

from __future__ import annotations

import difflib
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from huimin.check.rules import Report, Words
from huimin.model.entry import Entry
from huimin.model.fields import lighten
from huimin.model.kinds import Kind, kind_of
from huimin.read.document import Document, Path

_WANTED = {
    "string_type": "str",
    "int_type": "int",
    "int_from_float": "int",
    "float_type": "float",
    "bool_type": "bool",
    "tuple_type": "tuple",
    "dict_type": "dict",
    "model_type": "dict",
    "model_attributes_type": "dict",
    "date_type": "date",
    "is_instance_of": "date",
}
_RANGES = {
    "greater_than_equal": ("不小于 {ge}", "at least {ge}"),
    "less_than_equal": ("不大于 {le}", "at most {le}"),
    "string_too_long": ("不超过 {max_length} 个字符", "at most {max_length} characters"),
    "string_too_short": ("不少于 {min_length} 个字符", "at least {min_length} characters"),
    "string_pattern_mismatch": ("符合格式 {pattern}", "of the form {pattern}"),
    "too_short": ("至少 {min_length} 项", "at least {min_length} item(s)"),
    "too_long": ("至多 {max_length} 项", "at most {max_length} items"),
}


def nearest(word: str, among: list[str]) -> str:
    """The name most like ``word``, or an empty string where none is near."""
    close = difflib.get_close_matches(word, among, n=1, cutoff=0.6)
    return close[0] if close else ""


def entry_of(document: Document, report: Report) -> Entry | None:
    """Makes the entry that ``document`` holds; None, with findings in ``report``, where it cannot be made."""
    kind = kind_of(document.file)
    if kind is None:
        report.add("KB009", document.file, document.place(), path=document.file)
        return None
    try:
        entry = kind.model.model_validate(document.values)
    except ValidationError as error:
        items: list[dict[str, Any]] = [dict(item) for item in error.errors(include_url=False)]
        broken = {tuple(item["loc"])[:n] for item in items for n in range(len(item["loc"]))}
        for item in items:
            # A list that lacks only the items that are named as broken is not short besides.
            if item["type"] != "too_short" or tuple(item["loc"]) not in broken:
                _translate(document, kind, item, report)
        if not any(item["loc"] == ("id",) for item in items):
            _check_name(document, kind, document.values.get("id"), report)
        return None
    entry.read_from(document)
    lighten(entry)
    _check_name(document, kind, entry.id, report)
    return entry


def _check_name(document: Document, kind: Kind, id_: object, report: Report) -> None:
    name = document.file.removeprefix(kind.at).removesuffix(kind.suffix) if kind.is_folder else kind.name
    if isinstance(id_, str) and id_ != name:
        report.add("KB109", document.file, document.place(("id",)), id=id_, name=name)


def _translate(document: Document, kind: Kind, error: dict[str, Any], report: Report) -> None:
    path: Path = tuple(error["loc"])
    type_, value, ctx = error["type"], error.get("input"), error.get("ctx") or {}
    last = str(path[-1]) if path else ""

    def add(code: str, *, key: bool = False, at: Path = path, **words: Any) -> None:  # noqa: ANN401
        report.add(code, document.file, document.place(at, key=key), **words)

    if type_ == "extra_forbidden":
        model = _model_at(kind.model, path[:-1])
        near = (
            nearest(last, [n for n in model.model_fields if n not in _at(document.values, path[:-1])])
            if model
            else ""
        )
        add("KB101", key=True, field=last, near=near)
    elif type_ == "missing" or (value is None and type_ in _WANTED):
        parent = path[:-1] if type_ == "missing" else path
        if last in ("zh", "en"):
            add("KB105", at=parent, language=_language(last), field=_field(path[:-1]))
        elif last == "clauses" and kind.name == "requirement":
            add("KB203", at=parent, id=document.values.get("id", "?"))
        else:
            add("KB102", at=parent, field=last)
    elif type_ == "blank":
        if last in ("zh", "en"):
            add("KB105", language=_language(last), field=_field(path[:-1]))
        else:
            add("KB102", field=last)
    elif type_ in _WANTED:
        add("KB103", wanted=_WANTED[type_], got=_kind_of_value(value))
    elif type_ == "literal_error":
        choices = [str(c) for c in _choices(ctx)]
        add("KB104", value=value, wanted=", ".join(choices), near=nearest(str(value), choices))
    elif type_ == "too_short" and path == ("clauses",) and kind.name == "requirement":
        add("KB203", id=document.values.get("id", "?"))
    elif type_ in _RANGES:
        zh, en = (sentence.format(**ctx) for sentence in _RANGES[type_])
        wanted = Words(zh=zh, en=en)
        add("KB104", value=_short(value), wanted=wanted, near="")
    elif type_ == "date":
        add("KB106", value=value)
    elif type_ == "id_form":
        add("KB107", id=value)
    elif type_ == "id_lookalike":
        add("KB110", id=value, character=ctx["character"])
    elif type_ == "link":
        add("KB301", link=value)
    else:
        add("KB103", wanted="other", got=_kind_of_value(value))


def _choices(ctx: dict[str, Any]) -> list[str]:
    return [part.strip("' ") for part in str(ctx.get("expected", "")).replace(" or ", ", ").split(",")]


def _language(code: str) -> str:
    return {"zh": "zh（中文 Chinese）", "en": "en（英文 English）"}[code]


def _field(path: Path) -> str:
    return ".".join(str(part) for part in path) or "?"


def _short(value: object) -> str:
    if isinstance(value, tuple) and not value:
        return "[]"
    text = str(value) if not isinstance(value, tuple | dict) else f"{len(value)}"
    return text if len(text) <= 40 else text[:40] + "…"


def _kind_of_value(value: object) -> str:
    name = "none" if value is None else type(value).__name__
    return name if name in {"str", "int", "float", "bool", "dict", "tuple", "none"} else "other"


def _at(values: Any, path: Path) -> dict[str, Any]:  # noqa: ANN401
    for part in path:
        values = values[part]
    return values if isinstance(values, dict) else {}


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """The class that holds the value at ``path`` below ``model``."""
    current: type[BaseModel] | None = model
    for part in path:
        if isinstance(part, int):
            continue
        info = current.model_fields.get(part) if current else None
        current = _model_in(info.annotation) if info else None
    return current


def _model_in(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for arg in get_args(annotation) if (found := _model_in(arg))), None)
