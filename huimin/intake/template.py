"""The spreadsheet that people fill in, for the cities of one province or of all."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from copy import copy
from itertools import groupby
from typing import Any
from weakref import WeakKeyDictionary

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from huimin.check.rules import Words
from huimin.intake.choices import Choices, choices_of
from huimin.intake.columns import definition, template_columns
from huimin.intake.explained import example, explained, is_asked
from huimin.intake.headings import SHEET_NAMES
from huimin.intake.package import packed
from huimin.intake.sheets import MAX_ROWS
from huimin.knowledge import KnowledgeBase

HEADING_ROW = 2
"""Below the row with the names of the groups."""
_FONT = "Microsoft YaHei"
_WIDTHS = {"prose": 44, "line": 26, "lines": 44, "names": 26, "choices": 30, "url": 30, "id": 22}
_AS_NUMBERS = frozenset({"year", "number"})
"""All other kinds are text: a spreadsheet program makes numbers and dates of 2015.10, 1-2 and 15%."""
_TINTS = ("DCE6F1", "EBF1DE")
_THIN = Side(style="thin", color="BFBFBF")
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_LOOKS: WeakKeyDictionary[Workbook, dict[tuple[bool, str, str], Any]] = WeakKeyDictionary()
"""The looks that cells of a workbook have already: openpyxl searches all of them for each that it is given."""
_NOT_LISTED = frozenset({"clause"})
"""Choices that are written by their ids."""

LEAD = (
    Words(
        zh="一行一个案例，填在“填写”表。带*的必填；来源、结果、数据流向等成组的列，不用的整组空着。列可以挪动，表头不要改。",
        en='One case a row, on the sheet "Cases". Columns with * must be filled in. Leave groups (sources, results, flows) that you do not need empty. Columns may be moved; keep their headings.',
    ),
    Words(
        zh="先填来源，后面的“来源”一栏写它的号数，如1、2。每个数字都要有来源；没有来源的，依据选“自己的理解”或“来源没有说明”。",
        en='Fill in the sources first; elsewhere name them by their numbers, such as 1, 2. Every number has its source; where there is none, choose "Our reading" or "The sources do not say" as the basis.',
    ),
    Words(
        zh="中文和英文都要有。来源、结果等不够用的，在右边加列，表头照样写，号数往后排，如“来源4：标题（中文）”。",
        en='Give both Chinese and English. Where groups do not suffice, add columns to the right with the next number, such as "Source 4: title (Chinese)".',
    ),
    Words(
        zh="不要写身份证号、手机号、银行卡号，不要用公式、宏和外部链接；这些都会被退回。",
        en="No identity numbers, mobile numbers or card numbers; no formulas, macros or links to other files. All of these are refused.",
    ),
)


def template(base: KnowledgeBase, province: str | None, lang: str) -> bytes:
    """The template for ``province``, or for all where it is None, as an XLSX file in ``lang``; the same knowledge base gives the same bytes."""
    book = Workbook()
    book.remove(book.worksheets[0])
    fill, explain, sample, lists = (
        book.create_sheet(SHEET_NAMES[name][lang]) for name in ("fill", "explain", "example", "choices")
    )
    choices = choices_of(base, province)
    ranges = _write_choices(lists, choices, lang)
    _write_headings(fill, lang)
    _write_validations(fill, ranges, lang)
    _write_explanations(explain, choices, lang)
    _write_headings(sample, lang)
    _write_example(sample, choices, lang)
    book.active = 0
    time = datetime.datetime.combine(base.updated, datetime.time())
    book.properties.creator = base.site.title[lang]
    book.properties.created = book.properties.modified = time
    return packed(book, time)


def _write_headings(sheet: Worksheet, lang: str) -> None:
    """The groups, the headings, and how the cells below look; the head and the first columns stay in view."""
    columns = template_columns()
    looks: dict[str, Any] = {}
    start = 1
    for number, (title, of_group) in enumerate(groupby(columns, key=lambda c: c.group_title[lang])):
        end = start + len(list(of_group)) - 1
        tint = PatternFill("solid", fgColor=_TINTS[number % 2])
        _put(sheet, 1, start, title, bold=True, fill=tint, horizontal="center")
        if end > start:
            sheet.merge_cells(start_row=1, start_column=start, end_row=1, end_column=end)
        for place in range(start, end + 1):
            column = columns[place - 1]
            star = "*" if is_asked(column) else ""
            _put(sheet, HEADING_ROW, place, column.heading[lang] + star, bold=bool(star), fill=tint)
            look: Any = sheet.column_dimensions[get_column_letter(place)]
            look.width = _WIDTHS.get(column.kind, 16)
            format_ = "General" if column.kind in _AS_NUMBERS else "@"
            if format_ in looks:
                look._style = copy(looks[format_])
                continue
            look.font = Font(name=_FONT, size=10)
            look.alignment = Alignment(wrap_text=True, vertical="top")
            look.number_format = format_
            looks[format_] = copy(look._style)
        start = end + 1
    sheet.row_dimensions[HEADING_ROW].height = 48
    sheet.freeze_panes = f"C{HEADING_ROW + 1}"
    sheet.page_setup.orientation = "landscape"


def _write_validations(sheet: Worksheet, ranges: Mapping[str, str], lang: str) -> None:
    """Lists to choose from, and an explanation for every cell as it is entered."""
    for place, column in enumerate(template_columns(), start=1):
        listed = ranges.get(column.choices)
        rule = DataValidation(
            type="list" if listed else None,
            formula1=listed,
            allow_blank=True,
            showInputMessage=True,
            # Several choices in a cell are typed, so a list for such cells proposes and does not forbid.
            showErrorMessage=bool(listed) and column.kind == "choice",
            promptTitle=column.heading[lang][:32],
            prompt=column.explain[lang][:255],
        )
        letter = get_column_letter(place)
        rule.add(f"{letter}{HEADING_ROW + 1}:{letter}{MAX_ROWS}")
        sheet.add_data_validation(rule)


def _write_choices(sheet: Worksheet, choices: Mapping[str, Choices], lang: str) -> dict[str, str]:
    """The lists, one a column; returns the range of each, for the drop-down lists."""
    ranges: dict[str, str] = {}
    names = definition()["choice_names"]
    word = SHEET_NAMES["choices"][lang] + ("：" if lang == "zh" else ": ")
    for place, (name, found) in enumerate(
        ((n, c) for n, c in choices.items() if n not in _NOT_LISTED and c.items), start=1
    ):
        letter = get_column_letter(place)
        _put(sheet, 1, place, word + names[name][lang], bold=True)
        for row, item in enumerate(found.items, start=2):
            _put(sheet, row, place, item.label[lang])
        sheet.column_dimensions[letter].width = 32
        ranges[name] = f"'{sheet.title}'!${letter}$2:${letter}${len(found.items) + 1}"
    sheet.freeze_panes = "A2"
    return ranges


def _write_explanations(sheet: Worksheet, choices: Mapping[str, Choices], lang: str) -> None:
    heads = {
        "zh": ("列", "必填", "怎样填", "样例"),
        "en": ("Column", "Needed", "How to fill it in", "Example"),
    }
    yes = {"zh": "必填", "en": "yes"}[lang]
    row = 1
    for sentence in LEAD:
        _put(sheet, row, 1, sentence[lang])
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=4)
        sheet.row_dimensions[row].height = 34
        row += 1
    for place, (head, width) in enumerate(zip(heads[lang], (34, 10, 70, 50), strict=True), start=1):
        _put(sheet, row, place, head, bold=True, fill=PatternFill("solid", fgColor=_TINTS[0]))
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = f"A{row + 1}"
    for found in explained(choices, lang):
        row += 1
        _put(sheet, row, 1, found.heading)
        _put(sheet, row, 2, yes if found.is_asked else "")
        _put(sheet, row, 3, found.explain)
        _put(sheet, row, 4, found.example)


def _write_example(sheet: Worksheet, choices: Mapping[str, Choices], lang: str) -> None:
    mark = PatternFill("solid", fgColor="F2F2F2")
    for place, column in enumerate(template_columns(), start=1):
        _put(sheet, HEADING_ROW + 1, place, example(column, choices, lang), fill=mark)


def _put(
    sheet: Worksheet,
    row: int,
    place: int,
    text: str,
    *,
    bold: bool = False,
    fill: PatternFill | None = None,
    horizontal: str = "left",
) -> None:
    cell: Any = sheet.cell(row, place, text or None)
    known = _LOOKS.setdefault(cell.parent.parent, {})
    look = known.get(key := (bold, fill.fgColor.rgb if fill else "", horizontal))
    if look is None:
        cell.font = Font(name=_FONT, size=10, bold=bold)
        cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal=horizontal)
        cell.border = _BORDER
        if fill is not None:
            cell.fill = fill
        known[key] = copy(cell._style)
    else:
        cell._style = copy(look)
    if text:
        cell.data_type = "s"  # whatever it begins with, it is text
