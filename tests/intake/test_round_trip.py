"""A filled template becomes the case that was meant, however the file comes back."""

import datetime
import io
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from huimin.check.personal import personal_data
from huimin.intake import values
from huimin.intake.handed_in import plan
from huimin.intake.template import HEADING_ROW
from huimin.load import load
from huimin.model.case import Case
from tests.conftest import SMALL
from tests.intake.conftest import TODAY, content, lines
from tests.intake.fill import as_csv, as_xlsx, cells_of

LOADED = load(SMALL)
_SIGNS = "一河张表共享部门数据，。：“”（）—abcXYZ0159 .,:;#'\"\\-%&*!?@|{}~`$^_/()"
_line = (
    st.text(_SIGNS, min_size=1, max_size=24)
    .map(str.strip)
    .filter(lambda t: t and not t.startswith("=") and not personal_data(t))
)
_name = _line.map(lambda t: t.replace(";", "").strip()).filter(bool)
_prose = st.lists(_line, min_size=1, max_size=3).map("\n".join).map(values.prose)


def _pair(text):
    return st.fixed_dictionaries({"zh": text, "en": text})


def _stated(ids, *, basis=("source", "reading", "not-stated")):
    text, sources = _pair(_prose), st.lists(st.sampled_from(ids), min_size=1, unique=True).map(tuple)
    return st.sampled_from(basis).flatmap(
        lambda b: {
            "source": st.fixed_dictionaries({"basis": st.just(b), "text": text, "sources": sources}),
            "reading": st.fixed_dictionaries({"basis": st.just(b), "text": text}),
            "not-stated": st.fixed_dictionaries({"basis": st.just(b)}),
        }[b]
    )


_when = st.one_of(
    st.integers(1990, 2060).map(str),
    st.dates(datetime.date(1990, 1, 1), datetime.date(2060, 12, 31)).map(lambda d: d.isoformat()[:7]),
    st.dates(datetime.date(1990, 1, 1), datetime.date(2060, 12, 31)).map(str),
)
_number = st.one_of(
    st.integers(-(10**12), 10**12),
    st.decimals(-(10**6), 10**6, places=3, allow_nan=False).map(float).filter(lambda v: v != int(v)),
)


@st.composite
def cases(draw):
    """The values of a case's file, as wild as a case can be."""
    ids = draw(st.sampled_from([["source-1"], ["report"], ["report", "plan"], ["source-1", "source-2"]]))
    case = {
        "id": "east/" + draw(st.from_regex(r"[a-z]{2,8}(-[a-z0-9]{1,6}){0,2}", fullmatch=True)) + "-x",
        "title": draw(_pair(_line)),
        "summary": draw(_pair(_line)),
        "city": draw(st.sampled_from(["east-river", "east"])),
        "years": draw(_maybe("start", st.integers(1990, 2010)))
        | draw(_maybe("end", st.integers(2010, 2100))),
        "outcome": draw(st.sampled_from(["worked", "mixed", "did-not-work"])),
        "focus_areas": ("made-up-area",),
        "requirements": ("keep-list",),
        "clauses": draw(st.sampled_from([("made-up:1.1.1",), ("made-up:1.1.2", "made-up:1.1.1")])),
        **{name: draw(_stated(ids)) for name in ("lead", "problem", "approach", "cost")},
        "sources": tuple(
            {
                "id": id_,
                "title": draw(_pair(_line)),
                "publisher": draw(_pair(_line)),
                "quality": draw(st.sampled_from(["official", "media", "mirror"])),
                "seen": draw(st.sampled_from(["text", "search-excerpt", "not-opened"])),
                **draw(_maybe("date", _when)),
                **draw(_maybe("url", st.just("https://example.org/a?b=1&c=%20#d"))),
            }
            for id_ in ids
        ),
    }
    flow = st.fixed_dictionaries({name: _pair(_line) for name in ("data", "giver", "receiver")})
    flows = draw(st.lists(flow, max_size=4).map(tuple))
    case["sharing"] = draw(_stated(ids, basis=("source",) if flows else ("source", "reading", "not-stated")))
    if flows:
        case["sharing"] = {**case["sharing"], "flows": flows}
    for name in ("mechanism", "rules"):
        case["sharing"] = {**case["sharing"], **draw(_maybe(name, _stated(ids)))}
    result = st.fixed_dictionaries(
        {
            "metric": _pair(_line),
            "value": _number,
            "unit": _pair(_line),
            "qualifier": st.sampled_from(["exact", "about", "at-most"]),
            "source": st.sampled_from(ids),
        },
        optional={
            "date": _when,
            "date_about": st.just(True),
            "series": st.just("one"),
            "indicator": st.just("listed-share"),
            "note": _pair(_line),
        },
    )
    case |= draw(_maybe("results", st.lists(result, min_size=1, max_size=7).map(tuple)))
    case |= draw(_maybe("district", _pair(_line)))
    case |= draw(_maybe("themes", st.just(("made-up-area.made-up-theme",))))
    case |= draw(_maybe("steps", st.just(("keep-list.write-list",))))
    case |= draw(_maybe("partners", st.lists(_pair(_name), min_size=1, max_size=3).map(tuple)))
    case |= draw(_maybe("uncertain", st.lists(_pair(_line), min_size=1, max_size=3).map(tuple)))
    for name in ("copy_this", "avoid_this"):
        case |= draw(_maybe(name, st.lists(_stated(ids), min_size=1, max_size=3).map(tuple)))
    return case


def _maybe(name, strategy):
    return st.one_of(st.just({}), strategy.map(lambda value: {name: value}))


def _as_model(case):
    return Case.model_validate({**case, "state": "submitted", "updated": TODAY.isoformat()})


@settings(max_examples=40)
@given(case=cases(), lang=st.sampled_from(["zh", "en"]), form=st.sampled_from(["xlsx", "csv", "gb"]))
def test_any_case_comes_back_as_it_was(case, lang, form, tmp_path):
    cells = cells_of(case, lang)
    if form == "xlsx":
        file = tmp_path / "a.xlsx"
        file.write_bytes(as_xlsx([cells], lang))
    else:
        file = tmp_path / "a.csv"
        file.write_bytes(as_csv([cells], lang).encode("utf-8-sig" if form == "csv" else "gb18030"))
    result = plan(SMALL, LOADED, [file], update=False, today=TODAY)
    assert lines(result) == []
    (planned,) = result.cases
    document = content(planned.text)
    assert Case.model_validate({**document, "state": "submitted", "updated": "2020-01-02"}) == _as_model(case)
    assert planned.text.startswith("# yaml-language-server: $schema=../../schema/case.json\nid: east/")


def test_what_comes_back_is_what_was_in_the_knowledge_base(hand_in, row):
    old = content((SMALL / "cases/east/river-names.yaml").read_text(encoding="utf-8"))
    (planned,) = hand_in(as_xlsx([row])).cases
    assert planned.file == "cases/east/river-new.yaml"
    assert {**content(planned.text), "id": old["id"]} == old


def test_columns_moved_and_added_and_rows_moved_import_the_same(hand_in, row):
    second = {**row, "id": "river-other"}
    plain = hand_in(as_xlsx([row, second]))

    def change(book):
        sheet = book.worksheets[0]
        for merged in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(merged))
        columns = [[cell.value for cell in column] for column in sheet.iter_cols(min_row=HEADING_ROW)]
        random.Random(1).shuffle(columns)
        columns.insert(3, ["备注", "内部用", None])
        new = book.create_sheet("各市汇总", 0)
        for place, column in enumerate(columns, start=2):
            for number, value in enumerate(column):
                # headings in row 4, empty rows between, cases the other way round
                new.cell([4, 9, 6][number], place, value)
        book.remove(sheet)

    moved = hand_in(as_xlsx([row, second], change=change))
    assert lines(moved) == []
    assert {c.file: c.text for c in moved.cases} == {c.file: c.text for c in plain.cases}
    assert len(moved.cases) == 2
    (note,) = [line for line in lines(moved, "zh", "note") if "备注" in line]
    assert note == "“各市汇总”表，第4行，E列“备注”: 提示 不是模板的列，没有读 — 不需要的可以不管"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_csv_in_every_encoding_and_with_every_separator(encoding, separator, hand_in, row):
    result = hand_in(as_csv([row], separator=separator).encode(encoding), "cases.csv")
    assert lines(result) == []
    assert result.cases == hand_in(as_xlsx([row])).cases


def test_headings_with_stray_spaces_and_brackets_of_any_width_in_either_language(hand_in, row):
    def change(book):
        for cell in book.worksheets[0][HEADING_ROW]:
            text = cell.value.replace("（", " ( ").replace("）", ")").replace("：", ": ")
            cell.value = f" {text}\n[必填] "
        book.worksheets[0].cell(HEADING_ROW, 2).value = "ＴＩＴＬＥ（Ｃｈｉｎｅｓｅ）"

    result = hand_in(as_xlsx([row], change=change))
    assert lines(result) == []
    assert result.cases == hand_in(as_xlsx([row])).cases


def test_a_case_merged_over_two_rows_is_one_case(hand_in, row):
    def change(book):
        sheet = book.worksheets[0]
        for place in range(1, sheet.max_column + 1):
            sheet.merge_cells(start_row=3, end_row=4, start_column=place, end_column=place)

    result = hand_in(as_xlsx([row], change=change))
    assert (lines(result), len(result.cases)) == ([], 1)


def test_a_city_merged_over_the_rows_of_its_cases_holds_for_each(hand_in, row):
    def change(book):
        sheet = book.worksheets[0]
        place = next(c.column for c in sheet[HEADING_ROW] if c.value.startswith("城市"))
        sheet.merge_cells(start_row=3, end_row=4, start_column=place, end_column=place)

    result = hand_in(as_xlsx([row, {**row, "id": "river-other", "city": None}], change=change))
    assert lines(result) == []
    assert [content(c.text)["city"] for c in result.cases] == ["east-river", "east-river"]


def test_figures_and_dates_as_people_write_them(hand_in, row):
    row |= {
        "years.start": "２０１８年",
        "years.end": datetime.datetime(2019, 5, 1),
        "results.1.value": "１，２３４．５",
        "results.1.date": "2018 年 6 月",
        "results.2.value": 240,
        "results.2.date": 43600,
        "results.1.source": 1.0,
        "sources.1.date": "2019/6/1 0:00",
        "lead.sources": "来源１",
    }
    result = hand_in(as_xlsx([row]))
    assert lines(result) == []
    case = content(result.cases[0].text)
    assert case["years"] == {"start": 2018, "end": 2019}
    assert [(r["value"], r["date"]) for r in case["results"]] == [(1234.5, "2018-06"), (240, "2019-05-15")]
    assert (case["sources"][0]["date"], case["lead"]["sources"]) == ("2019-06-01", ("report",))


def test_a_date_is_as_exact_as_its_cell_shows_it(hand_in, row):
    def change(book):
        sheet = book.worksheets[0]
        places = {c.value: c.column for c in sheet[HEADING_ROW]}
        for heading, shown in (
            ("结果1：时间", 'yyyy"年"m"月"'),
            ("结果2：时间", "yyyy"),
            ("来源1：日期", "yyyy/m/d"),
        ):
            cell = sheet.cell(3, places[heading], datetime.datetime(2019, 5, 1))
            cell.number_format = shown
        share = sheet.cell(3, places["结果1：数值"], 0.9993)
        share.number_format = "0.00%"

    case = content(hand_in(as_xlsx([row], change=change)).cases[0].text)
    assert [r["date"] for r in case["results"]] == ["2019-05", "2019"]
    assert case["sources"][0]["date"] == "2019-05-01"
    assert case["results"][0]["value"] == 99.93


def test_line_breaks_join_lines_and_make_paragraphs(hand_in, row):
    row |= {
        "title.zh": "一条河\r\n一张表",
        "title.en": "One list\nfor one river",
        "approach.text.zh": "先合表。_x000D_\n再分工：\n- 上湾\n- 下湾",
    }
    case = content(hand_in(as_xlsx([row])).cases[0].text)
    assert case["title"] == {"zh": "一条河一张表", "en": "One list for one river"}
    assert case["approach"]["text"]["zh"] == "先合表。\n\n再分工：\n\n- 上湾\n- 下湾"


def test_titles_with_commas_in_them_are_chosen_whole(small):
    from huimin.check.rules import Words
    from huimin.intake.choices import Choice, Choices

    names = [("a", "监测、决策的能力"), ("b", "市民卡"), ("c", "决策")]
    choices = Choices("theme", tuple(Choice(i, Words(zh=zh, en=i)) for i, zh in names))
    assert choices.several("市民卡、监测、决策的能力") == ["b", "a"]
    assert choices.several("决策\n市民卡；监测、决策的能力") == ["c", "b", "a"]
    odd = choices.several("市民卡、市民ka")
    assert odd[0] == "b"
    assert odd[1].written == "市民ka"


def test_clauses_left_empty_are_those_of_the_requirements(hand_in, row):
    del row["clauses"]
    result = hand_in(as_xlsx([row]))
    assert content(result.cases[0].text)["clauses"] == ("made-up:1.1.1",)
    assert any("the clauses of the requirements were taken" in line for line in lines(result, "en", "note"))


def test_the_example_is_never_imported(hand_in, row):
    def change(book):
        example = book["样例"]
        for place, cell in enumerate(example[3], start=1):
            book.worksheets[0].cell(4, place, cell.value)

    result = hand_in(as_xlsx([row], change=change))
    assert [c.file for c in result.cases] == ["cases/east/river-new.yaml"]
    notes = lines(result, "en", "note")
    assert any("row 4: note marked as an example" in line for line in notes)
    assert any('sheet "样例": note the sheet of the example' in line for line in notes)


def test_several_files_and_sheets(small, tmp_path, row):
    book = load_workbook(io.BytesIO(as_xlsx([row])))
    sheet = book.copy_worksheet(book.worksheets[0])
    sheet.cell(3, 1, "river-other")
    book.create_sheet("随手记").cell(1, 1, "电话打过了")
    book.save(tmp_path / "a.xlsx")
    (tmp_path / "b.csv").write_text(as_csv([{**row, "id": "river-third"}]), encoding="utf-8")
    result = plan(small, load(small), [tmp_path / "a.xlsx", tmp_path / "b.csv"], update=False, today=TODAY)
    assert lines(result) == []
    assert [c.file[11:-5] for c in result.cases] == ["river-new", "river-other", "river-third"]


def test_a_workbook_that_counts_from_1904(hand_in, row):
    def change(book):
        from openpyxl.utils.datetime import CALENDAR_MAC_1904

        book.epoch = CALENDAR_MAC_1904

    row["results.1.date"] = 43600 - 1462
    assert content(hand_in(as_xlsx([row], change=change)).cases[0].text)["results"][0]["date"] == "2019-05-15"


def test_an_empty_workbook_says_what_is_missing(hand_in):
    data = io.BytesIO()
    Workbook().save(data)
    assert lines(hand_in(data.getvalue())) == [
        "error no row of headings was found — use the template of kb case template and keep its row of headings"
    ]
