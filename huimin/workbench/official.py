"""How documents that offices file are typeset, from ``official.json``: what the standard says, and what is our choice.

The browser's reports (``docs/script/report/``) read the same file.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class Type:
    """A face (its first name the one wanted, the others taken where it is missing), its size and line in points."""

    faces: tuple[str, ...]
    size: float
    line: float


@dataclass(frozen=True, slots=True)
class Layout:
    """One language's layout; lengths in millimetres, sizes in points."""

    lang: str
    page: tuple[int, int]
    margins: dict[str, int]
    indent: int
    """Characters by which a paragraph's first line is set in."""
    title: Type
    heading1: Type
    heading2: Type
    body: Type
    band: Type
    """A heading across a table."""
    cell: Type
    small: Type
    number: Type
    below: Type
    """The line below the page number."""

    @property
    def faces(self) -> list[tuple[str, ...]]:
        """All faces, each once."""
        types = (self.title, self.heading1, self.heading2, self.body, self.number)
        return list(dict.fromkeys(of.faces for of in types))


@cache
def definition() -> dict[str, Any]:
    """The file as it is."""
    text = resources.files("huimin.workbench").joinpath("official.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def latin() -> str:
    """The face of Latin letters and figures."""
    return str(definition()["choice"]["latin"])


@cache
def layout(lang: str) -> Layout:
    """The standard's layout for Chinese, a plain one for English."""
    standard, choice = definition()["standard"], definition()["choice"]
    faces = {name: tuple(names) for name, names in standard["faces"].items()}
    page = tuple(standard["page"])
    below = choice["below"]
    if lang == "en":
        plain, body = choice["english"], faces["number"]
        return Layout(
            lang=lang,
            page=page,
            margins=plain["margins"],
            indent=0,
            title=Type(body, plain["title"], plain["title"] * 1.3),
            heading1=Type(body, plain["heading1"], plain["heading1"] * 1.3),
            heading2=Type(body, plain["heading2"], plain["heading2"] * 1.3),
            body=Type(body, plain["body"], plain["line"]),
            band=Type(body, plain["table"], plain["tableLine"] * 1.3),
            cell=Type(body, plain["table"], plain["tableLine"]),
            small=Type(body, plain["small"], plain["smallLine"]),
            number=Type(body, plain["number"], plain["number"] * 1.3),
            below=Type(body, below["size"], below["line"]),
        )
    sizes, line, table = standard["sizes"], standard["line"], choice["table"]
    return Layout(
        lang=lang,
        page=page,
        margins=standard["margins"],
        indent=standard["indent"],
        title=Type(faces["title"], sizes["title"], line * 1.2),
        heading1=Type(faces["heading1"], sizes["body"], line),
        heading2=Type(faces["heading2"], sizes["body"], line),
        body=Type(faces["body"], sizes["body"], line),
        band=Type(faces["heading2"], table["size"] + 1.5, table["line"] * 1.3),
        cell=Type(faces["body"], table["size"], table["line"]),
        small=Type(faces["body"], table["small"], table["smallLine"]),
        number=Type(faces["number"], sizes["number"], sizes["number"] * 1.3),
        below=Type(faces["body"], below["size"], below["line"]),
    )
