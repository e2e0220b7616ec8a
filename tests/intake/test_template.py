"""The template: what an official finds in it, and the same bytes for the same knowledge base."""

import io
import os
import time
import zipfile

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from huimin.check.rules import Words
from huimin.intake.choices import Choice, Choices, choices_of
from huimin.intake.columns import (
    column_of,
    column_patterns,
    columns_by_heading,
    every_column,
    template_columns,
)
from huimin.intake.template import template
from huimin.load import load
from tests.conftest import REAL
from tests.intake.conftest import content, lines
from tests.intake.fill import BASE, as_xlsx


@pytest.fixture(scope="module")
def real():
    return load(REAL).knowledge_base()


def _book(base, province, lang):
    return load_workbook(io.BytesIO(template(base, province, lang)))


@pytest.mark.parametrize(
    ("lang", "names", "first"),
    [
        ("zh", ["填写", "说明", "样例", "选项"], "案例编号*"),
        ("en", ["Cases", "Explanations", "Example", "Choices"], "Case id*"),
    ],
)
def test_sheets_headings_and_what_stays_in_view(real, lang, names, first):
    book = _book(real, "guangdong", lang)
    assert book.sheetnames == names
    sheet = book.worksheets[0]
    assert sheet.cell(2, 1).value == first
    assert sheet.freeze_panes == "C3"
    headings = [cell.value.rstrip("*") for cell in sheet[2]]
    assert headings == [column.heading[lang] for column in template_columns()]
    assert all(cell.alignment.wrap_text and cell.font.name == "Microsoft YaHei" for cell in sheet[2])


def test_figures_are_figures_and_all_else_is_text(real):
    sheet = _book(real, "guangdong", "zh").worksheets[0]
    for place, column in enumerate(template_columns(), start=1):
        shown = sheet.column_dimensions[get_column_letter(place)].number_format
        assert shown == ("General" if column.kind in ("year", "number") else "@")


def _listed(book, column_id):
    """What the drop-down list of a column offers."""
    sheet = book.worksheets[0]
    place = [c.id for c in template_columns()].index(column_id) + 1
    letter = sheet.cell(2, place).column_letter
    rule = next(v for v in sheet.data_validations.dataValidation if str(v.sqref).startswith(f"{letter}3:"))
    name, area = rule.formula1.split("!")
    return [row[0].value for row in book[name.strip("'")][area.replace("$", "")]], rule


def test_lists_to_choose_from_come_from_the_knowledge_base(real):
    book = _book(real, "guangdong", "zh")
    cities, rule = _listed(book, "city")
    expected = ["广东省", *(c.name.zh for c in real.jurisdictions.cities if c.province == "guangdong")]
    assert cities == expected
    assert rule.showErrorMessage
    themes, rule = _listed(book, "themes")
    assert len(themes) == sum(len(area.themes) for area in real.focus_areas.values())
    assert not rule.showErrorMessage  # several may stand in the cell
    requirements, _ = _listed(book, "requirements")
    assert set(requirements) == {r.title.zh for r in real.requirements.values()}
    assert _listed(book, "results.1.qualifier")[0] == ["恰好", "约", "超过", "不到", "至少", "至多"]
    assert "reading" not in _listed(book, "lead.basis")[0]


def test_without_a_province_all_cities_are_offered(real):
    cities, _ = _listed(_book(real, None, "zh"), "city")
    units = real.jurisdictions
    assert cities == [p.full_name.zh for p in units.provinces] + [c.name.zh for c in units.cities]


def test_every_cell_is_explained_as_it_is_entered(real):
    for lang in ("zh", "en"):
        rules = _book(real, "guangdong", lang).worksheets[0].data_validations.dataValidation
        assert len(rules) == len(template_columns())
        assert all(rule.showInputMessage and rule.prompt for rule in rules)
        assert all(len(rule.prompt) <= 255 and len(rule.promptTitle) <= 32 for rule in rules)
        explained = [cell.value for cell in _book(real, "guangdong", lang).worksheets[1]["A"]]
        assert all(c.heading[lang] in explained for c in template_columns() if c.group == "basics")


def test_same_bytes_whatever_clock_and_zone(monkeypatch):
    first = template(BASE, "east", "zh")
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    try:
        assert template(BASE, "east", "zh") == first
    finally:
        monkeypatch.delenv("TZ")
        time.tzset()
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {part.date_time for part in archive.infolist()} == {(2020, 1, 2, 0, 0, 0)}
        assert b"2020-01-02T00:00:00Z" in archive.read("docProps/core.xml")
    assert first != template(BASE, "west", "zh")
    assert os.environ.get("TZ") is None


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_example_is_a_good_case_but_for_its_marks(lang, hand_in):
    book = _book(BASE, "east", lang)
    example = [cell.value for cell in book.worksheets[2][3]]
    columns = [c.id for c in template_columns()]
    row = {id_: value for id_, value in zip(columns, example, strict=True) if value}
    assert row["title.zh"].startswith("【样例】")
    row |= {"id": "no-example", "title.zh": "一条河一张表", "title.en": "One list", "city": "东江"}
    result = hand_in(as_xlsx([row], lang))
    assert lines(result) == []
    assert content(result.cases[0].text)["results"][0]["value"] == 240


def test_the_pattern_of_a_column_gives_every_column():
    for pattern in column_patterns():
        numbers = range(1, 13) if "{n}" in pattern.id else (0,)
        for n in numbers:
            column = every_column()[pattern.id.replace("{n}", str(n))]
            for lang in ("zh", "en"):
                assert pattern.heading[lang].replace("{n}", str(n)) == column.heading[lang]
                assert column.heading[lang].endswith(column.label[lang])
                assert column.heading[lang].startswith(column.unit_title[lang])


def test_headings_are_all_different_in_both_languages():
    assert len(columns_by_heading()) == 2 * len(every_column())


@pytest.mark.parametrize(
    ("path", "column"),
    [
        (("results", 0, "metric", "zh"), "results.3.metric.zh"),
        (("results", 1, "note"), "results.5.note.zh"),
        (("themes", 2), "themes"),
        (("partners", 1, "en"), "partners.en"),
        (("sharing", "flows", 0, "giver", "en"), "sharing.flows.2.giver.en"),
        (("sharing",), "sharing.basis"),
        (("copy_this", 0, "text", "zh"), "copy_this.1.text.zh"),
        (("approval", "digest"), "id"),
    ],
)
def test_a_path_of_the_model_leads_back_to_its_column(path, column):
    numbers = {"results": [3, 5], "sharing.flows": [2], "copy_this": [1]}
    assert column_of(path, numbers).id == column


def test_every_value_of_every_choice_is_one_of_the_model(real):
    from huimin.model.case import Case

    schema = Case.model_json_schema()
    choices = choices_of(real)
    for name, (part, field) in {
        "basis": ("Stated", "basis"),
        "qualifier": ("Result", "qualifier"),
        "quality": ("CaseSource", "quality"),
        "seen": ("CaseSource", "seen"),
    }.items():
        assert [c.id for c in choices[name].items] == schema["$defs"][part]["properties"][field]["enum"]
    assert [c.id for c in choices["outcome"].items] == schema["properties"]["outcome"]["enum"]


def test_a_city_is_found_by_any_of_its_names(real):
    cities = choices_of(real)["city"]
    for written in ("佛山", "佛山市", "Foshan", "guangdong-foshan", " 佛 山 "):
        assert cities.one(written) == "guangdong-foshan"
    assert cities.one("北京") == cities.one("北京市") == "beijing"


def test_a_name_that_could_be_two_is_asked_back():
    names = [("jilin", "吉林省", "吉林"), ("jilin-jilin", "吉林市", "吉林")]
    cities = Choices("city", tuple(Choice(i, Words(zh=zh, en=i), (also,)) for i, zh, also in names))
    assert cities.one("吉林市") == "jilin-jilin"
    assert cities.one("吉林").several == ("jilin", "jilin-jilin")


def test_a_list_without_choices_refuses_what_is_written():
    none = Choices("indicator", ())
    assert none.one("办结率").written == "办结率"
    assert (none.first, none.some("en")) == ("stand-in", "")
