"""What a review says, by key and language, from ``words.yaml``; and how contributed words are shown."""

from __future__ import annotations

from functools import cache
from importlib import resources

import yaml

from huimin.check.rules import Words


@cache
def words() -> dict[str, dict[str, str]]:
    """All sentences: key to ``{"zh": …, "en": …}``."""
    text = resources.files("huimin.review").joinpath("words.yaml").read_text(encoding="utf-8")
    found: dict[str, dict[str, str]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return found


def say(key: str, lang: str, **filled: object) -> str:
    """The sentence ``key`` in ``lang`` (zh or en), each ``{name}`` filled with one line of printable characters.

    A value in both languages (``Words``) is taken in the sentence's.
    """
    plain = {n: one_line(v[lang] if isinstance(v, Words) else str(v)) for n, v in filled.items()}
    return words()[key][lang].format(**plain)


def both(key: str, **filled: object) -> Words:
    """The sentence ``key`` in both languages."""
    return Words(zh=say(key, "zh", **filled), en=say(key, "en", **filled))


def listed(items: tuple[str, ...] | list[str]) -> Words:
    """Names one after another, with each language's own comma."""
    return Words(zh="、".join(items), en=", ".join(items))


def one_line(text: str) -> str:
    """``text`` on one line: what cannot be printed, line ends too, as its escape."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def printable_path(path: str) -> str:
    """A path as Git or the system gives it, in which bytes that are no UTF-8 are shown as escapes."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
