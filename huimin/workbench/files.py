"""The workbench's files by path from the site's root."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from huimin import LANGUAGES
from huimin.knowledge import KnowledgeBase
from huimin.workbench.data import guide
from huimin.workbench.format import schema


def files(kb: KnowledgeBase) -> Iterator[tuple[str, str]]:
    """The guide as a script for each language, and the JSON Schema of a filled checklist."""
    for lang in LANGUAGES:
        yield data_path(lang), script(guide(kb, lang))
    yield "api/v1/checklist.schema.json", json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"


def data_path(lang: str) -> str:
    """Where the guide of a language stands."""
    return f"assets/workbench-data.{lang}.js"


def script(guide: dict[str, Any]) -> str:
    """A classic script that hands the guide over, an item a line; ``fetch`` does not work from a disc.

    Nothing in it can end a script element or a line of JavaScript.
    """
    fields = ",\n".join(f"{_text(key)}: {_field(value)}" for key, value in guide.items())
    return f"window.huiminGuide = {{\n{fields}\n}};\n"


def _field(value: Any) -> str:  # noqa: ANN401
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(map(_text, value)) + "\n]"
    if isinstance(value, dict) and value:
        return "{\n" + ",\n".join(f"{_text(key)}: {_text(item)}" for key, item in value.items()) + "\n}"
    return _text(value)


def _text(value: Any) -> str:  # noqa: ANN401
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
