"""What stands in the blank workbook, and that it is the same bytes each time."""

import base64
import io
import json

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from huimin.workbench.blank import blank
from huimin.workbench.columns import (
    FIRST_ROW,
    HEADING_ROW,
    definition,
    options,
    sheets,
    warning,
)
from huimin.workbench.lists import columns_for_guide, lists_of
from huimin.workbench.spreadsheets import FORMAT_VERSION
from tests.conftest import ROOT


@pytest.fixture(scope="module", params=["zh", "en"])
def book(request, real):
    return request.param, load_workbook(io.BytesIO(blank(real, request.param)))


def test_every_sheet_has_the_warning_its_headings_and_a_head_that_stays(book):
    lang, found = book
    for sheet in sheets().values():
        made = found[sheet.title[lang]]
        visible = [c for c in sheet.columns if not c.hidden]
        first = 1 + sheet.columns.index(visible[0])
        assert made.cell(1, first).value == warning()[lang]
        assert [c.value for c in made[HEADING_ROW]] == [c.heading[lang] for c in sheet.columns]
        assert made.freeze_panes.endswith(str(FIRST_ROW))
        assert made.auto_filter.ref == f"A2:{get_column_letter(len(sheet.columns))}2"
        assert made.print_title_rows == "$1:$2"
        assert made.print_title_cols == ("$E:$E" if sheet.id in ("steps", "retired") else None)
        assert (made.page_setup.orientation, made.page_setup.paperSize) == ("landscape", 9)
        for place, column in enumerate(sheet.columns, start=1):
            assert made.column_dimensions[get_column_letter(place)].hidden == column.hidden
            assert made.cell(HEADING_ROW, place).font.name == "微软雅黑"


def test_lists_to_choose_from(book, real):
    lang, found = book
    steps = sheets()["steps"]
    rules = {str(r.sqref): r for r in found[steps.title[lang]].data_validations.dataValidation}
    lists = found[definition()["views"]["lists"][lang]]
    assert lists.sheet_state == "hidden"
    for column in ("status", "phase", "lead"):
        letter = get_column_letter(steps.number(column))
        rule = rules[f"{letter}3:{letter}5002"]
        cells = lists[rule.formula1.rpartition("!")[2].replace("$", "")]
        assert [row[0].value for row in cells] == [o.label[lang] for o in lists_of(real)[column]]
        # Status is one of four; phases and offices are proposals.
        assert bool(rule.showErrorMessage) == (column == "status")


def test_the_overview_counts_by_formulas(book, real):
    lang, found = book
    made = found[definition()["views"]["overview"][lang]]
    phases = [phase.title[lang] for phase in real.programme.phases]
    assert [made.cell(row, 1).value for row in range(3, 3 + len(phases))] == phases
    done = options()["status"][2].label[lang]
    assert made["B3"].value.startswith("=COUNTIFS(")
    assert made["E3"].value.startswith("=SUMPRODUCT(")
    assert f'"{done}"' in made["E3"].value
    assert made.cell(3 + len(phases), 5).value == f"=SUM(E3:E{2 + len(phases)})"


def test_explanations_name_every_visible_column(book):
    lang, found = book
    made = found[definition()["views"]["explain"][lang]]
    told = {(row[0].value, row[1].value) for row in made.iter_rows()}
    assert made["A1"].value == warning()[lang]
    for sheet in sheets().values():
        for column in sheet.columns if sheet.id != "retired" else ():
            assert ((sheet.title[lang], column.heading[lang]) in told) is not column.hidden


def test_same_knowledge_same_bytes(real, made):
    for lang in ("zh", "en"):
        script = made[f"assets/workbench-blank.{lang}.js"].decode()
        given = json.loads(script.removeprefix("window.huiminBlank=").removesuffix(";\n"))
        assert base64.b64decode(given["xlsx"]) == blank(real, lang)


def test_headings_of_a_sheet_differ_in_both_languages():
    for sheet in sheets().values():
        names = [
            name.casefold()
            for column in sheet.columns
            for name in {column.heading.zh, column.heading.en, *column.also}
        ]
        assert len(names) == len(set(names)), sheet.id


def test_choices_of_a_list_differ_in_both_languages():
    for name, items in options().items():
        labels = [x.casefold() for o in items for x in {o.label.zh, o.label.en, *o.also}]
        assert len(labels) == len(set(labels)), name


def test_scripts_get_the_columns_as_plain_json(real):
    given = json.loads(json.dumps(columns_for_guide(real), ensure_ascii=False))
    assert [s["id"] for s in given["sheets"]] == list(sheets())
    assert {"status", "phase", "area", "role", "flag"} == set(given["lists"])
    assert f"VERSION = {FORMAT_VERSION};" in (ROOT / "docs/script/model/checklist.ts").read_text()
