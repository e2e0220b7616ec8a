"""The workbench's own words, by key and language: every file of ``words/``, one for each of its rooms."""

from __future__ import annotations

from functools import cache
from importlib import resources

import yaml


@cache
def words() -> dict[str, dict[str, str]]:
    """All words: ``room.key`` to ``{"zh": …, "en": …}``, in the order of their files.

    Raises:
        ValueError: where two files have the same key.
    """
    folder = resources.files("huimin.workbench").joinpath("words")
    found: dict[str, dict[str, str]] = {}
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if not file.name.endswith(".yaml"):
            continue
        read = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader) or {}
        if twice := found.keys() & read.keys():
            raise ValueError(f"{file.name}: {', '.join(sorted(twice))}")
        found |= read
    return found
