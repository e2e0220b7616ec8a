"""What a case that is already there keeps when a spreadsheet brings it up to date."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from typing import Any

from huimin.intake.yaml_text import SCHEMA, case_text
from huimin.read.document import Path

_KEPT = ("exempt",)
"""Fields that no column holds and that every update keeps."""


def brought_up_to_date(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """``new`` with what it keeps of ``old``, both as values of YAML.

    An approval stays, so that the case counts as changed since it was approved and its approved words go on being
    shown; confirmations of English texts stay with the English that they confirm. Where nothing but the date
    would change, the date stays too.
    """
    kept = {name: old[name] for name in _KEPT if name in old}
    if old.get("state") == "approved":
        kept |= {"state": "approved", "approval": old.get("approval")}
    pairs = dict(_texts(old))
    result: dict[str, Any] = _confirmed(
        {**new, **kept}, pairs, {(t["zh"], t["en"]): t["of"] for t in pairs.values() if "of" in t}, ()
    )
    if _tupled({**result, "updated": old.get("updated")}) == _tupled(dict(old)):
        result["updated"] = old["updated"]
    return result


def differences(file: str, old: Mapping[str, Any], text: str) -> str:
    """The lines in which the case's new ``text`` differs in content, as ``diff -u`` shows them."""
    before = case_text(dict(old)).splitlines(keepends=True)
    return "".join(difflib.unified_diff(before, text.splitlines(keepends=True), file, file, n=1))


def remarks(text: str) -> int:
    """How many remarks, besides the schema's line, stand in lines of their own; they are not kept."""
    return sum(line.lstrip().startswith("#") and line + "\n" != SCHEMA for line in text.split("\n"))


def _tupled(value: Any) -> Any:  # noqa: ANN401
    """Lists as the reader gives them."""
    if isinstance(value, dict):
        return {key: _tupled(item) for key, item in value.items()}
    return tuple(map(_tupled, value)) if isinstance(value, list | tuple) else value


def _texts(value: Any, path: Path = ()) -> Iterator[tuple[Path, Mapping[str, str]]]:  # noqa: ANN401
    if isinstance(value, Mapping):
        if {"zh", "en"} <= value.keys():
            yield path, value
        else:
            for key, item in value.items():
                yield from _texts(item, (*path, key))
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index))


def _confirmed(
    value: Any,  # noqa: ANN401
    old: Mapping[Path, Mapping[str, str]],
    digests: Mapping[tuple[str, str], str],
    path: Path,
) -> Any:  # noqa: ANN401
    """``value`` with the digests of English texts that stand as they were; stale where the Chinese changed."""
    if isinstance(value, dict):
        if {"zh", "en"} <= value.keys():
            before = old.get(path, {})
            # A line end after the last line is none that a cell could hold.
            same = {k: before[k] for k in ("zh", "en") if before.get(k, "").strip() == value[k]}
            value = {**value, **same}
            of = digests.get((value["zh"], value["en"]))
            if of is None and before.get("en") == value["en"]:
                of = before.get("of")
            return {**value, "of": of} if of else value
        return {key: _confirmed(item, old, digests, (*path, key)) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_confirmed(item, old, digests, (*path, index)) for index, item in enumerate(value)]
    return value
