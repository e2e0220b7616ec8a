"""The pages' own words, by key and language."""

from __future__ import annotations

from functools import cache
from importlib import resources

import yaml


@cache
def words() -> dict[str, dict[str, str]]:
    """All words: key to ``{"zh": …, "en": …}``."""
    text = resources.files("huimin.pages").joinpath("words.yaml").read_text(encoding="utf-8")
    found: dict[str, dict[str, str]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return found
