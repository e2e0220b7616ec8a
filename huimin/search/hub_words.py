"""What a hub says of its own: the words that its template alone uses."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from huimin.pages.words import words

_KEY = re.compile(r'"([a-z0-9-]+)"')
_BLANK = re.compile(r"\{[^}]*\}")


def hub_words(hub: str, lang: str) -> tuple[str, ...]:
    """The sentences of a hub's page in one language, in the order of its template; without its lead.

    What is filled in is left out.
    """
    found = (words()[key][lang] for key in _keys().get(hub, ()) if key != f"{hub}-lead")
    return tuple(_BLANK.sub("…", sentence) for sentence in found)


@cache
def _keys() -> dict[str, tuple[str, ...]]:
    """By template the keys of words that stand in no other."""
    folder = resources.files("huimin.pages").joinpath("templates")
    used: dict[str, dict[str, None]] = {}
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".html"):
            found = _KEY.findall(file.read_text(encoding="utf-8"))
            used[file.name.removesuffix(".html")] = {key: None for key in found if key in words()}
    return {
        name: tuple(key for key in keys if not any(key in other for of, other in used.items() if of != name))
        for name, keys in used.items()
    }
