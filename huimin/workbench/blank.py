"""The blank workbook of a filled checklist: looks, lists to choose from, filters, an overview with live formulas.

The workbench fills it in the reader's browser (``docs/script/files/fill.ts``), the plain copies at build (``spreadsheets.py``).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from huimin.check.rules import Words
from huimin.intake.package import packed
from huimin.knowledge import KnowledgeBase
from huimin.workbench.columns import (
    FIRST_ROW,
    HEADING_ROW,
    LAST_ROW,
    Option,
    Sheet,
    sheets,
    view,
    warning,
)
from huimin.workbench.lists import lists_of
from huimin.workbench.overview import write_overview

_FONT = "微软雅黑"
_HEAD = PatternFill("solid", fgColor="DCE6F1")
_TO_FILL_IN = PatternFill("solid", fgColor="FFF2CC")
"""Headings of what people fill in."""
_WARNING = PatternFill("solid", fgColor="FCE4D6")
_THIN = Side(style="thin", color="BFBFBF")
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_WRAP = Alignment(wrap_text=True, vertical="top", horizontal="left")
_STRICT = frozenset({"status", "area"})
"""Lists outside which nothing may be typed in; others propose."""

_WIDE = frozenset({"steps", "retired"})
"""Two pages wide, for on one nobody could read them; the step stands on both."""

NOTES = (
    Words(
        zh="表头底色为黄色的列由您填写，其余的列请不要改动。行可以排序、筛选，可以加列，列可以挪动；表头不要改。",
        en="Fill in the columns whose headings are yellow and leave the others alone. Sort and filter rows, add columns and move them as you like; keep the headings.",
    ),
    Words(
        zh="在工作台中打开本文件（国家层面的清单不能打开），会先列出有哪些不同，由您逐项选择。删掉一行不会删掉清单中的步骤；列删掉了，那一列就不比较。",
        en="Opened in the workbench (which has no checklists of the national level), this file is first compared, and you choose item by item. Deleting a row deletes no step; a column that is gone is not compared.",
    ),
    Words(
        zh="在“步骤”表最下面加一行，写上步骤和阶段，就是加一个自己的步骤。不要用公式：打开时只取它的结果。",
        en="A row added at the end of the sheet of steps, with a step and a phase, is a step of your own. Use no formulas: only their results are read.",
    ),
    Words(
        zh="另存为CSV的，以=、+、-、@、单引号或制表符开头的内容前加了一个单引号，以免被当作公式；工作台打开时去掉。很长的编号在CSV中可能被表格软件改成近似数，请用XLSX。",
        en="In CSV files, text that begins with =, +, -, @, an apostrophe or a tab has an apostrophe before it so that it is not taken for a formula; the workbench takes it away again. Spreadsheet programs may round long numbers in CSV: use XLSX for those.",
    ),
)


def blank(base: KnowledgeBase, lang: str) -> bytes:
    """The blank workbook in ``lang`` as an XLSX file; the same knowledge base gives the same bytes."""
    book = Workbook()
    book.remove(book.worksheets[0])
    titles = {id_: sheet.title[lang] for id_, sheet in sheets().items()}
    order = ("steps", "overview", "indicators", "requirements", "projects", "retired", "checklist", "explain")
    made = {id_: book.create_sheet(titles.get(id_) or view(id_)[lang]) for id_ in order}
    lists = book.create_sheet(view("lists")[lang])
    ranges = _write_lists(lists, lists_of(base), lang)
    for id_, sheet in sheets().items():
        _write_sheet(made[id_], sheet, ranges, lang)
    write_overview(made["overview"], base, _write_left_out(lists, lang), lang)
    _write_explanations(made["explain"], lang)
    for id_, sheet_made in made.items():
        _for_paper(sheet_made, 2 if id_ in _WIDE else 1)
    book.active = 0
    time = datetime.datetime.combine(base.updated, datetime.time())
    book.properties.creator = base.site.title[lang]
    book.properties.created = book.properties.modified = time
    return packed(book, time)


def _write_sheet(made: Worksheet, sheet: Sheet, ranges: Mapping[str, str], lang: str) -> None:
    """The warning, the headings, and how the cells below look."""
    visible = [n for n, column in enumerate(sheet.columns, start=1) if not column.hidden]
    made.cell(1, visible[0], warning()[lang])
    made.merge_cells(start_row=1, start_column=visible[0], end_row=1, end_column=visible[-1])
    head = made.cell(1, visible[0])
    head.font, head.fill, head.alignment = Font(name=_FONT, size=11, bold=True), _WARNING, _WRAP
    made.row_dimensions[1].height = 22
    made.row_dimensions[HEADING_ROW].height = 34
    for place, column in enumerate(sheet.columns, start=1):
        letter = get_column_letter(place)
        cell = made.cell(HEADING_ROW, place, column.heading[lang])
        cell.font = Font(name=_FONT, size=10, bold=True)
        cell.fill = _TO_FILL_IN if column.editable else _HEAD
        cell.alignment, cell.border = _WRAP, _BORDER
        look = made.column_dimensions[letter]
        look.width, look.hidden = column.width, column.hidden
        look.font, look.alignment, look.border = Font(name=_FONT, size=10), _WRAP, _BORDER
        # As text, so that no program makes numbers or dates of its own of 2015-06-30 or 1-2; not long ones, for
        # some programs show ##### for long cells that are text by format.
        look.number_format = "General" if column.kind in ("number", "shown", "note") else "@"
        listed = ranges.get(column.list)
        if column.editable or listed:
            rule = DataValidation(
                type="list" if listed else None,
                formula1=listed,
                allow_blank=True,
                showInputMessage=True,
                showErrorMessage=bool(listed) and column.list in _STRICT,
                promptTitle=column.heading[lang][:32],
                prompt=column.explain[lang][:255],
            )
            rule.add(f"{letter}{FIRST_ROW}:{letter}{LAST_ROW}")
            made.add_data_validation(rule)
    last = get_column_letter(len(sheet.columns))
    made.auto_filter.ref = f"A{HEADING_ROW}:{last}{HEADING_ROW}"
    made.freeze_panes = f"{get_column_letter(sheet.number('title') + 1)}{FIRST_ROW}"
    made.print_title_rows = f"1:{HEADING_ROW}"
    if sheet.id in _WIDE:
        title = get_column_letter(sheet.number("title"))
        made.print_title_cols = f"{title}:{title}"


def _for_paper(made: Worksheet, pages: int) -> None:
    """A4 turned on its side, so many pages wide."""
    made.page_setup.orientation = "landscape"
    made.page_setup.paperSize = 9
    made.page_setup.fitToWidth, made.page_setup.fitToHeight = pages, 0
    made.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]
    made.page_margins.left = made.page_margins.right = 0.4
    made.page_margins.top = made.page_margins.bottom = 0.5
    made.oddFooter.center.text = "&P / &N"  # type: ignore[union-attr]


def _write_lists(made: Worksheet, lists: Mapping[str, Iterable[Option]], lang: str) -> dict[str, str]:
    """The lists, one a column of a hidden sheet; returns the range of each."""
    ranges: dict[str, str] = {}
    for place, (name, items) in enumerate(lists.items(), start=1):
        letter = get_column_letter(place)
        made.cell(1, place, name)
        row = 1
        for row, option in enumerate(items, start=2):
            made.cell(row, place, option.label[lang]).data_type = "s"
        if row > 1:
            ranges[name] = f"{quote_sheetname(made.title)}!${letter}$2:${letter}${row}"
    made.sheet_state = "hidden"
    return ranges


_MOST_LEFT_OUT = 200
"""So many requirements may be left out and still be counted as such; the guide has fewer than a hundred."""


def _write_left_out(made: Worksheet, lang: str) -> str:
    """A further column of the hidden sheet: requirements that do not apply, by title; returns its range.

    Only a row with a reason counts. A dash is no requirement's title; nothing would be found where a step has none.
    """
    sheet = sheets()["requirements"]
    title, reason = (get_column_letter(sheet.number(column)) for column in ("title", "reason"))
    name, place = quote_sheetname(sheet.title[lang]), made.max_column + 1
    made.cell(1, place, sheet.id)
    for row in range(_MOST_LEFT_OUT):
        at = FIRST_ROW + row
        made.cell(2 + row, place, f'=IF({name}!${reason}${at}="","-",{name}!${title}${at})')
    letter = get_column_letter(place)
    return f"{quote_sheetname(made.title)}!${letter}$2:${letter}${_MOST_LEFT_OUT + 1}"


def _write_explanations(made: Worksheet, lang: str) -> None:
    heads = {"zh": ("表", "列", "怎样填"), "en": ("Sheet", "Column", "How to fill it in")}[lang]
    rows: list[tuple[str, ...]] = [
        (sheet.title[lang], column.heading[lang], column.explain[lang])
        for sheet in sheets().values()
        for column in (sheet.columns if sheet.id != "retired" else sheet.columns[-1:])
        if not column.hidden
    ]
    row = 0
    for row, sentence in enumerate((warning(), *NOTES), start=1):
        made.merge_cells(start_row=row, start_column=1, end_row=row, end_column=3)
        cell = made.cell(row, 1, sentence[lang])
        cell.font, cell.alignment = Font(name=_FONT, size=11, bold=row == 1), _WRAP
        cell.fill = _WARNING if row == 1 else PatternFill()
        made.row_dimensions[row].height = 36
    for number, cells in enumerate((heads, *rows), start=row + 1):
        for place, text in enumerate(cells, start=1):
            box = made.cell(number, place, text)
            box.font = Font(name=_FONT, size=10, bold=number == row + 1)
            box.alignment, box.border = _WRAP, _BORDER
            if number == row + 1:
                box.fill = _HEAD
    for letter, width in (("A", 18), ("B", 22), ("C", 90)):
        made.column_dimensions[letter].width = width
    made.freeze_panes = f"A{row + 2}"
