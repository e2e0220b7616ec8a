"""What LibreOffice makes of the template imports to the same files as the same cells written straight into it."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from huimin.intake.columns import template_columns
from huimin.intake.handed_in import plan
from huimin.intake.headings import SHEET_NAMES
from huimin.intake.template import HEADING_ROW, template
from huimin.load import load
from tests.conftest import REAL, SMALL
from tests.intake.conftest import TODAY
from tests.intake.fill import as_csv, as_xlsx, cells_of
from tests.intake.kb import kb
from tests.intake.test_round_trip import cases
from tests.office.filling import fill, places, several
from tests.office.libreoffice import (
    GB18030,
    enter,
    insert_columns,
    insert_rows,
    move_columns,
    read,
    save,
    sheet,
    sort_rows,
)

FIRST = HEADING_ROW + 1


def written(folder, lang):
    """The template as the command writes it."""
    file = folder / "template.xlsx"
    kb("template", "--kb", SMALL, "--province", "east", "--lang", lang, "--output", file)
    return file


@pytest.fixture(scope="module")
def real():
    return load(REAL)


@pytest.fixture(scope="module", params=["zh", "en"])
def handed_in(request, office, imported, tmp_path_factory):
    """A folder with the template filled in and saved as it is, and then moved about; and the cases that are meant."""
    folder, lang = tmp_path_factory.mktemp("filled"), request.param
    rows = several(lang)
    letters = list(places(rows, lang).values())
    moves = [
        sort_rows(f"A{FIRST}:{letters[-1]}{FIRST + 2}", by="A"),
        # from the front: a whole group to the end, a column out of its group, a new one between
        move_columns("P", "X", before=letters[-1]),
        move_columns("C", "C", before="A"),
        insert_columns("E"),
        enter({f"E{HEADING_ROW}": "备注", f"E{FIRST}": "内部用", f"E{FIRST + 2}": "1-2"}),
        insert_rows(FIRST + 1, 2),
    ]
    files = ("moved.xlsx", "moved.ods"), {"moved.csv": {}, "moved-gb18030.csv": {"encoding": GB18030}}
    *_, shown = office.edit(
        written(folder, lang),
        *fill(rows, lang),
        save(folder / "as-it-is.xlsx"),
        *moves,
        *(save(folder / name) for name in files[0]),
        *(save(folder / name, **options) for name, options in files[1].items()),
        read(f"B{HEADING_ROW}:B{FIRST + 5}"),
    )
    assert [cell for (cell,) in shown[1:]] == ["river-a", "", "", "river-m", "river-z", ""]
    office.convert(folder / "moved.ods", folder / "from-ods.xlsx")
    plain = folder / "plain.xlsx"
    plain.write_bytes(as_xlsx(rows, lang))
    meant = imported(plain)
    assert len(meant) == 3
    return folder, meant


@pytest.mark.parametrize(
    "name", ["as-it-is.xlsx", "moved.xlsx", "moved.csv", "moved-gb18030.csv", "from-ods.xlsx"]
)
def test_the_same_cases(handed_in, imported, name):
    folder, meant = handed_in
    assert imported(folder / name) == meant


@settings(
    max_examples=2,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(wild=st.lists(cases(), min_size=3, max_size=4, unique_by=lambda case: case["id"]))
def test_the_same_cases_whatever_is_in_them(wild, office, imported, tmp_path_factory):
    """As far as the template's own columns go: those that people add take what looks like a number for one."""
    folder = tmp_path_factory.mktemp("wild")
    own = {column.id for column in template_columns()}
    rows = [{id_: text for id_, text in cells_of(case).items() if id_ in own} for case in wild]
    plain, filled = folder / "plain.xlsx", folder / "filled.xlsx"
    plain.write_bytes(as_xlsx(rows))
    office.edit(written(folder, "zh"), *fill(rows), save(filled), save(folder / "filled.csv"))
    meant = imported(plain)
    assert len(meant) == len(rows)
    assert imported(filled) == meant
    assert imported(folder / "filled.csv") == meant


@pytest.mark.parametrize(("lang", "city"), [("zh", "佛山"), ("en", "Foshan")])
def test_the_example_of_a_real_template(office, real, tmp_path, lang, city):
    file, filled, plain = (tmp_path / name for name in ("template.xlsx", "filled.xlsx", "plain.csv"))
    file.write_bytes(template(real.knowledge_base(), "guangdong", lang))
    letters = places()
    look = sheet(SHEET_NAMES["example"][lang]), read(f"A{FIRST}:{list(letters.values())[-1]}{FIRST}")
    (cells,) = office.edit(file, *look)[-1]
    row = {id_: text for id_, text in zip(letters, cells, strict=True) if text}
    row |= {"id": "one-list", "title.zh": "一条河一张表", "title.en": "One list for one river", "city": city}
    office.edit(file, *fill([row], lang), save(filled))
    plain.write_text(as_csv([row], lang), encoding="utf-8")
    (meant,), (case,) = (plan(REAL, real, [f], update=False, today=TODAY).cases for f in (plain, filled))
    assert case == meant
    assert case.file == "cases/guangdong/one-list.yaml"
