"""What the template offers is still there after LibreOffice has opened and saved it."""

import pytest
from openpyxl import load_workbook

from huimin.intake.columns import template_columns
from huimin.intake.template import HEADING_ROW, template
from huimin.load import load
from tests.conftest import REAL
from tests.office.filling import places
from tests.office.libreoffice import OfficeError, choose, enter, read

FIRST = HEADING_ROW + 1
FIGURES = ("year", "number")


@pytest.fixture(scope="module", params=["zh", "en"])
def both(request, office, tmp_path_factory):
    """The template of a real province as it was written, and as LibreOffice saved it by way of its own format."""
    file = tmp_path_factory.mktemp("template") / "template.xlsx"
    file.write_bytes(template(load(REAL).knowledge_base(), "guangdong", request.param))
    ods = office.convert(file, file.with_name("saved.ods"))
    return file, office.convert(ods, file.with_name("saved.xlsx"))


def test_sheets_headings_groups_and_what_stays_in_view(both):
    before, after = map(load_workbook, both)
    assert after.sheetnames == before.sheetnames
    for old, new in zip(before, after, strict=True):
        assert new.freeze_panes == old.freeze_panes
        assert {str(r) for r in new.merged_cells.ranges} == {str(r) for r in old.merged_cells.ranges}
        assert _texts(new) == _texts(old)


def _texts(sheet):
    cells = (cell for row in sheet.iter_rows() for cell in row)
    return {cell.coordinate: cell.value for cell in cells if cell.value is not None}


def test_lists_and_explanations(both):
    before, after = map(_rules, both)
    assert after == before
    assert len(after) == len(template_columns())


def _rules(file):
    """Of each column below the headings: list, words, and whether it forbids what is not in the list."""
    sheet = load_workbook(file).worksheets[0]
    rules = {}
    for rule in sheet.data_validations.dataValidation:
        listed = (rule.formula1 or "").replace("'", "") if rule.type == "list" else None
        for area in rule.sqref.ranges:
            assert area.min_row == FIRST
            for place in range(area.min_col, area.max_col + 1):
                rules[place] = (listed, rule.promptTitle, rule.prompt, rule.showErrorMessage)
    return rules


def test_a_list_offers_its_choices_and_nothing_else(both, office):
    outcome, city = (f"{places()[id_]}{FIRST}" for id_ in ("outcome", "city"))
    word = load_workbook(both[0]).worksheets[3]["A2"].value
    assert office.edit(both[1], choose({outcome: word}), read(f"{outcome}:{outcome}"))[-1] == [[word]]
    with pytest.raises(OfficeError, match=f"the list of {city} does not offer"):
        office.edit(both[1], choose({city: word}))


def test_what_looks_like_a_number_or_a_date_stays_as_it_was_typed(both, office):
    typed = ["2015.10", "2019年6月1日", "1-2", "15%", "0010"]
    # one column of each kind, for every cell that is typed takes its time
    kinds = {column.kind: places()[column.id] for column in template_columns() if column.kind not in FIGURES}
    letters = list(kinds.values())
    rows = list(enumerate(typed, start=FIRST))
    cells = {f"{letter}{row}": text for letter in letters for row, text in rows}
    columns = (read(f"{letter}{FIRST}:{letter}{rows[-1][0]}") for letter in letters)
    _, *shown = office.edit(both[1], enter(cells), *columns)
    assert shown == [[[text] for text in typed] for _ in letters]
