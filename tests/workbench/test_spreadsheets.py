"""Plain copies: every role and focus area in both languages, with the columns of the workbench's files."""

import datetime
import io
import zipfile

import pytest
from openpyxl import load_workbook

from huimin.workbench.blank import blank
from huimin.workbench.columns import sheets
from huimin.workbench.fill import Blank


def _rows(data, sheet, lang):
    """The rows of a sheet as dictionaries by column id."""
    found = load_workbook(io.BytesIO(data))[sheets()[sheet].title[lang]]
    ids = [column.id for column in sheets()[sheet].columns]
    return [dict(zip(ids, row, strict=False)) for row in found.iter_rows(min_row=3, values_only=True)]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_one_for_each_checklist_with_all_its_steps(real, made, lang):
    for checklist in real.checklists.values():
        data = made[f"downloads/checklist-{checklist.id}.{lang}.xlsx"]
        rows = _rows(data, "steps", lang)
        lines = [line for _, of_phase in real.checklist(checklist.id) for line in of_phase]
        assert [row["id"] for row in rows] == [line.id for line in lines]
        assert [row["title"] for row in rows] == [line.step.title[lang] for line in lines]
        assert [row["number"] for row in rows] == list(range(1, len(lines) + 1))
        assert {row["status"] for row in rows} == {"未开始" if lang == "zh" else "Not started"}
        about = {row["id"]: row["value"] for row in _rows(data, "checklist", lang)}
        assert about["edition"] == real.edition
        assert about["areas"] == (checklist.area.id if checklist.area else None)


def test_filters_and_names_follow_the_rows(made):
    with zipfile.ZipFile(io.BytesIO(made["downloads/checklist-province.zh.xlsx"])) as archive:
        book = archive.read("xl/workbook.xml").decode()
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        assert {info.date_time for info in archive.infolist()} == {archive.infolist()[0].date_time}
    last = sheet.count("<row ")
    assert f'<autoFilter ref="A2:V{last}"' in sheet
    assert f"'步骤'!$A$2:$V${last}</definedName>" in book


def test_text_stays_text(real):
    texts = ["=1+1", "<a>&", " 尾 ", "_x000D_", "一\n二"]
    empty = Blank(blank(real, "zh"), datetime.datetime(2026, 11, 24))
    data = empty.filled({"步骤": [texts]}, 3)
    row = next(load_workbook(io.BytesIO(data))["步骤"].iter_rows(min_row=3, max_row=3))
    assert {cell.data_type for cell in row[:5]} == {"s"}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in xml
    assert "_x005F_x000D_" in xml
    assert [cell.value for cell in row[:3]] == texts[:3]
    assert empty.filled({"步骤": [texts]}, 3) == data
