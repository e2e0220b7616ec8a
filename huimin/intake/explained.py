"""How each column is to be filled in, in words: for the template's sheet of explanations and for the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from huimin.check.rules import Words
from huimin.intake.choices import Choices
from huimin.intake.columns import Column, template_columns


@dataclass(frozen=True, slots=True)
class Explained:
    """One column in one language."""

    group: str
    heading: str
    is_asked: bool
    explain: str
    example: str


def explained(choices: Mapping[str, Choices], lang: str) -> Iterator[Explained]:
    """Every column once; the second of a repeated group is filled in like the first."""
    for column in template_columns():
        if column.number <= 1:
            yield Explained(
                column.group_title[lang],
                column.heading[lang],
                is_asked(column),
                column.explain[lang],
                example(column, choices, lang),
            )


def is_asked(column: Column) -> bool:
    """Whether the column has to be filled in for every case."""
    return column.need == "always" or (column.unit == "sources.1" and column.need == "unit")


def example(column: Column, choices: Mapping[str, Choices], lang: str) -> str:
    """The example's cell; choices that this knowledge base does not have give way to its first."""
    if column.number > 1:
        return ""
    example = column.example
    if isinstance(example, Words):
        return example[lang]
    if not column.choices:
        return example if isinstance(example, str) else ""
    items = choices[column.choices].items
    ids = (example,) if isinstance(example, str) else example
    known = [i.label[lang] for i in items if i.id in ids]
    return "\n".join(known or [items[0].label[lang]] if any(ids) and items else [])
