"""Fills in the template as a person would, from the values of a case."""

import csv
import io
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from openpyxl import load_workbook

from huimin.intake.choices import choices_of
from huimin.intake.columns import Column, every_column, groups, heading_key
from huimin.intake.template import HEADING_ROW, template
from huimin.load import load
from tests.conftest import SMALL

BASE = load(SMALL).knowledge_base()
CHOICES = choices_of(BASE)


def cells_of(values: Mapping[str, Any], lang: str = "zh") -> dict[str, str]:
    """The cells of a case by the columns' ids; ``values`` are those of its file."""
    sources = {source["id"]: number for number, source in enumerate(values["sources"], start=1)}
    found = {}
    for column in every_column().values():
        value = _at(values, column)
        if value is None or value == () or value == []:
            continue
        found[column.id] = _cell(column, value, sources, lang)
    found["id"] = values["id"].partition("/")[2]
    return found


def _at(value: Any, column: Column) -> Any:
    if column.kind in ("lines", "names"):
        items = value.get(column.id.rpartition(".")[0], ())
        return "\n".join(item[column.id[-2:]] for item in items) or None
    for part in column.path:
        if isinstance(value, Mapping):
            value = value.get(part)
        elif isinstance(value, list | tuple) and isinstance(part, int):
            value = value[part - 1] if part <= len(value) else None
        if value is None:
            return None
    return value


def _cell(column: Column, value: Any, sources: Mapping[str, int], lang: str) -> str:
    if column.choices == "answer":
        return CHOICES["answer"].label("yes" if value else "no", lang)
    if column.kind == "choice":
        return CHOICES[column.choices].label(value, lang)
    if column.kind == "choices":
        return "\n".join(CHOICES[column.choices].label(id_, lang) for id_ in value)
    if column.kind == "refs":
        return "、".join(str(sources[id_]) for id_ in ([value] if isinstance(value, str) else value))
    return str(value)


def headings_for(rows: Iterable[Mapping[str, str]], lang: str = "zh") -> list[str]:
    """Ids of the template's columns and of those that the rows need besides."""
    needed = {id_ for row in rows for id_ in row}
    return [c.id for c in every_column().values() if _in_template(c) or c.id in needed]


def _in_template(column: Column) -> bool:
    return column.number <= groups()[column.group].repeat


@cache
def _template(lang: str) -> bytes:
    return template(BASE, "east", lang)


def as_xlsx(rows: list[Mapping[str, Any]], lang: str = "zh", change: Any = None) -> bytes:
    """The template of the small knowledge base with the rows filled in; ``change`` may alter the workbook."""
    book = load_workbook(io.BytesIO(_template(lang)))
    sheet = book.worksheets[0]
    places = {heading_key(cell.value): cell.column for cell in sheet[HEADING_ROW]}
    for id_ in headings_for(rows, lang):
        heading = every_column()[id_].heading[lang]
        if heading_key(heading) not in places:
            places[heading_key(heading)] = sheet.max_column + 1
            sheet.cell(HEADING_ROW, sheet.max_column + 1, heading)
    for number, row in enumerate(rows, start=HEADING_ROW + 1):
        for id_, value in row.items():
            sheet.cell(number, places[heading_key(every_column()[id_].heading[lang])], value)
    if change:
        change(book)
    result = io.BytesIO()
    book.save(result)
    return result.getvalue()


def as_csv(rows: list[Mapping[str, str]], lang: str = "zh", separator: str = ",") -> str:
    """The rows below the headings as CSV."""
    ids = headings_for(rows, lang)
    result = io.StringIO()
    writer = csv.writer(result, delimiter=separator)
    writer.writerow([every_column()[id_].heading[lang] for id_ in ids])
    for row in rows:
        writer.writerow([row.get(id_, "") for id_ in ids])
    return result.getvalue()
