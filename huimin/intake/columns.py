"""The columns in which people hand in cases, from the one definition in ``columns.yaml``.

A column's id is a path in the model of a case (``results.2.metric.zh``), where numbers count from 1 and stand
for the number in the heading; ``column_of`` leads from a path of the model back to its column.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal

import yaml

from huimin.check.rules import Words
from huimin.read.document import Path

Kind = Literal[
    "id",
    "line",
    "prose",
    "lines",
    "names",
    "choice",
    "choices",
    "year",
    "when",
    "number",
    "refs",
    "url",
    "word",
]
"""What stands in a cell; ``refs`` are numbers of sources, ``word`` an id within the case."""
Need = Literal["always", "unit", "twin", "basis", "no"]
"""When a cell must be filled in: always, with others of its unit, with its other language, by the basis, never."""

MOST = 12
"""How many of a repeated group may be handed in, by adding columns with higher numbers to the template's."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: how it is called, what it wants, and which value of a case it holds."""

    id: str
    unit: str
    """What is filled in as one: ``results.2``, ``lead``, ``title``."""
    group: str
    group_title: Words
    heading: Words
    label: Words
    """The heading without its unit's, as it stands within a form."""
    unit_title: Words
    explain: Words
    kind: Kind
    need: Need
    choices: str = ""
    """The list to choose from, by name."""
    example: str | tuple[str, ...] | Words = ""
    form: Words | None = None
    """What the form in the page says in place of ``explain``."""

    @property
    def path(self) -> Path:
        """The way to the value in the model; numbers of groups count from 1 here."""
        return tuple(int(part) if part.isdigit() else part for part in self.id.split("."))

    @property
    def number(self) -> int:
        """The number of its repeated group, or 0."""
        last = self.unit.rpartition(".")[2]
        return int(last) if last.isdigit() else 0

    @property
    def twin(self) -> str:
        """The id of the column with the same text in the other language, or an empty string."""
        stem, _, language = self.id.rpartition(".")
        return f"{stem}.{'en' if language == 'zh' else 'zh'}" if language in ("zh", "en") else ""


@dataclass(frozen=True, slots=True)
class Group:
    """A group of columns; a repeated one stands ``repeat`` times in the template."""

    id: str
    title: Words
    repeat: int
    least: int
    """How many must be filled in."""


@cache
def definition() -> dict[str, Any]:
    """What stands in ``columns.yaml``."""
    text = resources.files("huimin.intake").joinpath("columns.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return found


@cache
def groups() -> dict[str, Group]:
    """The groups by id, in the order of the template."""
    return {
        raw["id"]: Group(raw["id"], Words(**raw["title"]), raw.get("repeat", 0), raw.get("least", 0))
        for raw in definition()["groups"]
    }


@cache
def template_columns() -> tuple[Column, ...]:
    """The columns of the template, in order."""
    return tuple(_columns({group.id: group.repeat for group in groups().values()}))


@cache
def every_column() -> dict[str, Column]:
    """Every column that may be handed in, by id."""
    return {column.id: column for column in _columns({group: MOST for group in groups()})}


@cache
def column_patterns() -> tuple[Column, ...]:
    """Every column once, with ``{n}`` in id and heading where the number of a repeated group stands."""
    return tuple(_columns({group: 1 for group in groups()}, pattern="{n}"))


@cache
def columns_by_heading() -> dict[str, Column]:
    """Every column by the keys of its headings in both languages."""
    return {heading_key(c.heading[lang]): c for c in every_column().values() for lang in ("zh", "en")}


def heading_key(text: str) -> str:
    """Letters and figures of a heading alone, so that spaces, brackets, widths and marks do not matter."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    for mark in ("必填", "选填", "required", "optional"):
        plain = plain.replace(mark, "")
    return "".join(c for c in plain if c.isalnum())


def column_of(path: Path, numbers: Mapping[str, list[int]]) -> Column:
    """The column that holds the value at ``path`` of a case, or the one nearest above or below.

    ``numbers`` gives for each repeated group the numbers of the headings that were filled in, in their order.
    """
    parts: list[str] = []
    for part in path:
        if isinstance(part, str):
            parts.append(part)
        elif (of_group := numbers.get(".".join(parts))) and part < len(of_group):
            parts.append(str(of_group[part]))
    known = every_column()
    while parts:
        wanted = ".".join(parts)
        if wanted in known:
            return known[wanted]
        inside = next((c for id_, c in known.items() if id_.startswith(wanted + ".")), None)
        if inside:
            return inside
        parts.pop()
    return known["id"]


def _columns(counts: Mapping[str, int], pattern: str = "") -> Iterator[Column]:
    for raw in definition()["groups"]:
        group = groups()[raw["id"]]
        if not group.repeat:
            for field in raw["fields"]:
                yield from _field(field, group, 0)
            continue
        for number in range(1, counts[group.id] + 1):
            for field in raw["fields"]:
                yield from _field(field, group, pattern or number)


def _field(raw: Mapping[str, Any], group: Group, number: int | str) -> Iterator[Column]:
    title = Words(zh=group.title.zh.format(n=number), en=group.title.en.format(n=number))
    own = Words(**raw["heading"])
    if not number:
        id_, unit, heading = raw["id"], raw["id"], own
    else:
        unit = f"{group.id}.{number}"
        id_ = f"{unit}.{raw['id']}" if raw["id"] else unit
        heading = _joined(title, own) if raw["id"] else title
    common: dict[str, Any] = {
        "unit": unit,
        "group": group.id,
        "group_title": title,
        "unit_title": heading if not number or not raw["id"] else title,
    }
    explain, example, need = Words(**raw["explain"]), raw["example"], raw["need"]
    if raw.get("stated"):
        yield from _stated(id_, heading, explain, "unit" if need == "no" else need, example, common)
        return
    form = Words(**raw["form"]) if "form" in raw else None
    common |= {"explain": explain, "kind": raw["kind"], "choices": raw.get("choices", ""), "form": form}
    if raw.get("pair"):
        for (lang, column_heading), (_, label) in zip(_both(heading), _both(own), strict=True):
            yield Column(
                id=f"{id_}.{lang}",
                heading=column_heading,
                label=label,
                need="twin" if need == "no" else need,
                example=example[lang],
                **common,
            )
        return
    if isinstance(example, dict):
        example = Words(**example)
    elif isinstance(example, list):
        example = tuple(example)
    yield Column(id=id_, heading=heading, label=own, need=need, example=example, **common)


def _stated(
    id_: str, heading: Words, explain: Words, need: Need, example: Mapping[str, str], common: dict[str, Any]
) -> Iterator[Column]:
    """The four columns of a statement: on what it rests, its text in both languages, its sources."""
    words = definition()["stated"]

    def named(part: str) -> Words:
        return _joined(heading, label(part))

    def label(part: str) -> Words:
        return Words(**words[part]["heading"])

    yield Column(
        id=f"{id_}.basis",
        heading=named("basis"),
        label=label("basis"),
        explain=Words(**words["basis"]["explain"]),
        kind="choice",
        need=need,
        choices="basis",
        example=example["basis"],
        **common,
    )
    for (lang, column_heading), (_, own) in zip(_both(named("text")), _both(label("text")), strict=True):
        yield Column(
            id=f"{id_}.text.{lang}",
            heading=column_heading,
            label=own,
            explain=explain,
            kind="prose",
            need="basis",
            example=example[lang],
            **common,
        )
    yield Column(
        id=f"{id_}.sources",
        heading=named("sources"),
        label=label("sources"),
        explain=Words(**words["sources"]["explain"]),
        form=Words(**words["sources"]["form"]),
        kind="refs",
        need="basis",
        example=example["sources"],
        **common,
    )


def _joined(first: Words, second: Words) -> Words:
    return Words(zh=f"{first.zh}：{second.zh}", en=f"{first.en}: {second.en}")


def _both(heading: Words) -> tuple[tuple[str, Words], tuple[str, Words]]:
    return (
        ("zh", Words(zh=f"{heading.zh}（中文）", en=f"{heading.en} (Chinese)")),
        ("en", Words(zh=f"{heading.zh}（英文）", en=f"{heading.en} (English)")),
    )
