"""The workbench's own words, by key and language: every file of ``words/``, one for each of its rooms."""

from __future__ import annotations

from functools import cache
from importlib import resources

import yaml


@cache
def words() -> dict[str, dict[str, str]]:
    """All words: ``room.key`` to ``{"zh": …, "en": …}``; a room is a file, and its keys are the file's."""
    folder = resources.files("huimin.workbench").joinpath("words")
    found: dict[str, dict[str, str]] = {}
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if not file.name.endswith(".yaml"):
            continue
        read = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader) or {}
        room = file.name.removesuffix(".yaml")
        found |= {f"{room}.{key}": word for key, word in read.items()}
    return found
