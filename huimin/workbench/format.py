"""The format of a filled checklist, as ``docs/script/model/checklist.ts`` has it: its name, version and JSON Schema."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import yaml

FORMAT = "huimin-checklist"
VERSION = 1


@cache
def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a filled checklist; unknown fields are allowed everywhere."""
    text = resources.files("huimin.workbench").joinpath("checklist.schema.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return found
