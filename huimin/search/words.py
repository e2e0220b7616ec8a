"""The search's own words, by key and language, and the script that hands them to the page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib import resources

import yaml

from huimin import LANGUAGES


@cache
def words() -> dict[str, dict[str, str]]:
    """All words: key to ``{"zh": …, "en": …}``."""
    text = resources.files("huimin.search").joinpath("words.yaml").read_text(encoding="utf-8")
    found: dict[str, dict[str, str]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return found


def kind_word(kind: str, lang: str) -> str:
    """What entries of ``kind`` are called in results and indexes; a ``KeyError`` where it has no name."""
    return words()[f"kind-{kind}"][lang]


def word_files() -> Iterator[tuple[str, str]]:
    """The words of each language as a script: (path from the site's root, text). They come with the first search."""
    for lang in LANGUAGES:
        said = {key: word[lang] for key, word in words().items()}
        text = json.dumps(said, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
        yield f"assets/search/words-{lang}.js", f'huiminSearch("words-{lang}",{text});\n'
