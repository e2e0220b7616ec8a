"""The page says of a form what kb case import says of the same cells, and writes the same file."""

import re

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from huimin.intake.columns import every_column
from huimin.intake.headings import CaseRow
from huimin.intake.rows import read_row
from huimin.intake.rules import Rules
from huimin.intake.sheets import Cell
from huimin.intake.yaml_text import case_text
from huimin.load import load
from tests.conftest import ROOT, SMALL
from tests.intake.conftest import TODAY
from tests.intake.fill import BASE, CHOICES, cells_of
from tests.intake.in_page import checked
from tests.intake.test_round_trip import cases

RULES = Rules(load(SMALL))
FORMS = yaml.load((ROOT / "tests/data/forms.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def form(change):
    cells = {id_: FORMS["good"][id_] for id_ in change.get("only", FORMS["good"])}
    for id_, text in change.items():
        if id_ != "only":
            cells[id_] = text["repeat"] * int(text["times"]) if isinstance(text, dict) else text
    return {id_: text for id_, text in cells.items() if text}


def imported(cells):
    """What kb case import finds in a row with these cells: (code, column), and the text of its file."""
    places = {id_: number for number, id_ in enumerate(every_column(), start=1)}
    row = CaseRow("x", "", 3, {id_: _cell(text) for id_, text in cells.items()}, places, {})
    reading = read_row(row, BASE, CHOICES, TODAY)
    text = case_text(reading.values)
    RULES.check(reading, text)
    columns = {number: id_ for id_, number in places.items()}
    found = {(_code(f), columns[f.spot.column]) for f in reading.findings}
    return found, text if reading.is_good else "", reading.findings


def _cell(text):
    return Cell(text, fault="formula" if text.lstrip().startswith("=") else "")


def _code(found):
    return found.message.en.split()[0] if found.code in ("rule", "advice") else found.code


ALL = {name: form(change) for name, change in FORMS["changes"].items()}


@pytest.fixture(scope="module")
def in_page():
    return {lang: dict(zip(ALL, checked(list(ALL.values()), lang), strict=True)) for lang in ("zh", "en")}


@pytest.mark.parametrize("name", ALL)
def test_the_page_finds_what_the_import_finds(name, in_page):
    found, text, _ = imported(ALL[name])
    for lang in ("zh", "en"):
        said = in_page[lang][name]
        assert {(f["code"], f["column"]) for f in said["findings"]} == found
        assert said["text"] == text


@pytest.mark.parametrize("name", ALL)
def test_and_says_it_in_the_same_words(name, in_page):
    _, _, findings = imported(ALL[name])
    for lang in ("zh", "en"):
        words = {re.sub(r"^KB\d+ ", "", f.message[lang]) for f in findings}
        helps = {f.help[lang] for f in findings}
        for said in in_page[lang][name]["findings"]:
            assert said["message"] in words
            assert said["help"] in helps or "“" in said["help"] or '"' in said["help"]  # a nearest name


def test_there_are_good_and_bad_ones():
    good = sum(bool(imported(cells)[1]) for cells in ALL.values())
    assert good >= 12
    assert len(ALL) - good >= 30


def as_form(values):
    """The cells of a case with ids in place of labels, as the form holds them."""
    cells = cells_of(values)
    for id_, text in cells.items():
        name = next((n for n in _lists(id_)), None)
        if name:
            cells[id_] = "\n".join(CHOICES[name].one(part) for part in text.split("\n"))
    return cells


def _lists(id_):
    return [every_column()[id_].choices] if every_column()[id_].choices else []


@settings(max_examples=25)
@given(st.lists(cases(), min_size=1, max_size=4))
def test_any_good_case_becomes_the_same_file(many):
    forms = [as_form(case) for case in many]
    for cells, said in zip(forms, checked(forms), strict=True):
        found, text, _ = imported(cells)
        assert said["text"] == text != ""
        assert {(f["code"], f["column"]) for f in said["findings"]} == found


PIECES = st.sampled_from(
    [*"中文。，（）“”0123456789１２.-/年月日:# \n　'\"[]{}&*!|>%@`?_^~=<aBxé😀", "2019", "19", "http://", "至今", "- ", "1. ", "138", "00138000", "来源1", "、"]
)  # fmt: skip
ANY = st.lists(PIECES, max_size=9).map("".join)
FREE = [
    id_
    for id_, text in FORMS["good"].items()
    if not re.search(r"quality|seen|basis|focus|themes|requirements|city|outcome|qualifier", id_)
] + ["clauses", "results.1.series", "sources.1.id", "district.zh", "district.en"]


@settings(max_examples=40)
@given(st.lists(st.dictionaries(st.sampled_from(FREE), ANY, min_size=1, max_size=4), min_size=1, max_size=12))
def test_whatever_is_typed_is_taken_alike(many):
    forms = [form(change) for change in many]
    for cells, said in zip(forms, checked(forms), strict=True):
        found, text, _ = imported(cells)
        assert {(f["code"], f["column"]) for f in said["findings"]} == found
        assert said["text"] == text
