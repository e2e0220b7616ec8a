"""The overview sheet: how many steps of each phase have which status, counted by live formulas."""

from __future__ import annotations

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.worksheet import Worksheet

from huimin.check.rules import Words
from huimin.knowledge import KnowledgeBase
from huimin.workbench.columns import FIRST_ROW, LAST_ROW, options, sheets, warning

_FONT = "微软雅黑"
_THIN = Side(style="thin", color="BFBFBF")
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEAD = PatternFill("solid", fgColor="DCE6F1")

HEADING_ROW = 2
FIRST_COUNT = 3
"""One row for each phase from here on, then all together; ``docs/script/files/overview.ts`` puts in the values."""
HEADINGS = {
    "phase": Words(zh="阶段", en="Phase"),
    "total": Words(zh="步骤数", en="Steps"),
    "share": Words(zh="完成率", en="Share done"),
    "unproved": Words(zh="已完成、缺佐证", en="Done without evidence"),
    "all": Words(zh="合计", en="All"),
    "note": Words(
        zh="按“步骤”表和“不适用的要求”表实时计算。完成率不计不适用的步骤；整项要求不适用的，它的步骤都算不适用。",
        en='Counted live from "Steps" and "Requirements that do not apply". The share done leaves out steps that do not apply, as do all steps of a requirement that does not.',
    ),
}


def write_overview(made: Worksheet, base: KnowledgeBase, left_out: str, lang: str) -> None:
    """Writes headings and formulas; columns: phase, steps, the four states, share done, done without evidence.

    ``left_out`` is the range with the titles of requirements that do not apply: their steps do not either.
    """
    states = {option.id: option.label[lang] for option in options()["status"]}
    phases = [phase.title[lang] for phase in base.programme.phases]
    heads = [HEADINGS["phase"], HEADINGS["total"], *(o.label for o in options()["status"])]
    heads += [HEADINGS["share"], HEADINGS["unproved"]]
    made.cell(1, 1, warning()[lang]).font = Font(name=_FONT, size=11, bold=True)
    for place, head in enumerate(heads, start=1):
        cell = made.cell(HEADING_ROW, place, head[lang])
        cell.font, cell.fill = Font(name=_FONT, size=10, bold=True), _HEAD
        made.column_dimensions[get_column_letter(place)].width = 16
    made.column_dimensions["A"].width = 28
    last = FIRST_COUNT + len(phases) - 1
    columns = ("title", "phase", "status", "evidence", "requirement")
    title, phase, status, evidence, requirement = (_range(column, lang) for column in columns)
    gone = f"ISNUMBER(MATCH({requirement},{left_out},0))"
    for row, name in enumerate((*phases, HEADINGS["all"][lang]), start=FIRST_COUNT):
        made.cell(row, 1, name)
        if row <= last:
            here = f'({phase}=$A{row})*({title}<>"")'
            hand, done, never = (
                f'({status}="{states[id_]}")' for id_ in ("in-hand", "done", "not-applicable")
            )
            counts = [f'=COUNTIFS({phase},$A{row},{title},"<>")', f"=B{row}-SUM(D{row}:F{row})"]
            counts += [f"=SUMPRODUCT({here}*{state}*(1-{gone}))" for state in (hand, done)]
            counts.append(f"=SUMPRODUCT({here}*(({never}+{gone})>0))")
            unproved = f'=SUMPRODUCT({here}*{done}*({evidence}="")*(1-{gone}))'
        else:
            counts = [f"=SUM({c}{FIRST_COUNT}:{c}{last})" for c in "BCDEF"]
            unproved = f"=SUM(H{FIRST_COUNT}:H{last})"
        share = f"=IF(B{row}-F{row}=0,1,E{row}/(B{row}-F{row}))"
        for place, formula in enumerate((*counts, share, unproved), start=2):
            made.cell(row, place, formula)
        made.cell(row, 7).number_format = "0%"
    for row in range(HEADING_ROW, last + 2):
        for place in range(1, len(heads) + 1):
            at = made.cell(row, place)
            at.border = _BORDER
            at.alignment = Alignment(
                wrap_text=True, vertical="center", horizontal="left" if place == 1 else "right"
            )
            if row > HEADING_ROW:
                at.font = Font(name=_FONT, size=10, bold=row == last + 1)
    made.cell(last + 3, 1, HEADINGS["note"][lang]).font = Font(name=_FONT, size=10)
    made.freeze_panes = f"B{FIRST_COUNT}"
    made.print_title_rows = f"1:{HEADING_ROW}"


def _range(column: str, lang: str) -> str:
    """A column of the sheet of steps, as far down as steps may stand."""
    steps = sheets()["steps"]
    letter = get_column_letter(steps.number(column))
    return f"{quote_sheetname(steps.title[lang])}!${letter}${FIRST_ROW}:${letter}${LAST_ROW}"
