"""Broken spreadsheets: each gives a finding by sheet, row and column in the words of the heading, and writes nothing."""

import datetime
import io
import time
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from huimin.intake.handed_in import plan
from huimin.intake.template import HEADING_ROW
from huimin.load import load
from tests.conftest import SMALL
from tests.intake import fill
from tests.intake.conftest import TODAY, lines
from tests.intake.kb import everything, kb


def as_xlsx(rows, change=None):
    return fill.as_xlsx(rows, "en", change)


def as_csv(rows):
    return fill.as_csv(rows, "en")


def _cell(id_, value):
    return lambda row: as_xlsx([{**row, id_: value}])


def _changed(change):
    return lambda row: as_xlsx([row], change=change)


def _place(sheet, heading):
    return next(c.column for c in sheet[HEADING_ROW] if c.value.rstrip("*") == heading)


def _without(*ids):
    return lambda row: as_xlsx([{k: v for k, v in row.items() if k not in ids}])


def _delete_column(book):
    sheet = book.worksheets[0]
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))
    sheet.delete_cols(_place(sheet, "Summary (English)"))


def _name_twice(book):
    book.worksheets[0].cell(HEADING_ROW, _place(book.worksheets[0], "District (Chinese)"), "城市")


def _error_value(book):
    book.worksheets[0].cell(3, 2, "#REF!").data_type = "e"


def _parts(row, *, add=None, replace=None, stored=True):
    """The workbook with parts added, or with bytes in parts exchanged."""
    result = io.BytesIO()
    kind = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(io.BytesIO(as_xlsx([row]))) as old, zipfile.ZipFile(result, "w", kind) as new:
        for name in old.namelist():
            data = old.read(name)
            for before, after in (replace or {}).get(name, ()):
                assert before in data
                data = data.replace(before, after)
            new.writestr(name, data)
        for name, data in (add or {}).items():
            new.writestr(name, data)
    return result.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
_MACRO_TYPE = (
    b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
)
_OUTSIDE = b'<Relationship Id="rX" Type="http://x/image" Target="http://e.com/a.png" TargetMode="External"/></Relationships>'
_ENTITIES = b'<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;&b;">]><worksheet '

# What is wrong, the file, its name, and what is said (each piece in some finding).
BROKEN = {
    "a formula": (_cell("title.zh", '=HYPERLINK("http://e.com")'), "a.xlsx", ['row 3, column B "Title (Chinese)"', "holds a formula"]),
    "a formula in CSV": (lambda row: as_csv([{**row, "summary.zh": "=1+1"}]), "a.csv", ['row 2, column D "Summary (Chinese)"', "holds a formula"]),
    "an error value": (_changed(_error_value), "a.xlsx", ['row 3, column B "Title (Chinese)"', "#REF!"]),
    "a date made of a text": (_cell("title.zh", datetime.date(2026, 1, 2)), "a.xlsx", ['row 3, column B "Title (Chinese)"', "made the date 2026-01-02 of what was typed"]),
    "an over-long cell": (_cell("lead.text.zh", "长" * 8001), "a.xlsx", ['"Lead: text (Chinese)"', "8001 characters, the limit is 8000"]),
    "an over-long line": (_cell("title.en", "long " * 250), "a.xlsx", ['column C "Title (English)"', "the limit is 1000"]),
    "an invisible character": (_cell("title.zh", "一条\u202e河"), "a.xlsx", ['column B "Title (Chinese)"', "character 3", "U+202E"]),
    "a control character in CSV": (lambda row: as_csv([{**row, "title.en": "a\x07b"}]), "a.csv", ['column C "Title (English)"', "U+0007"]),
    "English missing": (_without("title.en"), "a.xlsx", ['row 3, column C "Title (English)"', '"Title (Chinese)" is filled in']),
    "a required cell missing": (_without("city"), "a.xlsx", ['column F "City"', "this is empty"]),
    "no id": (_without("id"), "a.xlsx", ['column A "Case id"', 'such as "names-of-the-villages-by-the-river"']),
    "a bad id": (_cell("id", "沿河 River_New"), "a.xlsx", ['column A "Case id"', '"river-new" would do']),
    "no such choice": (_cell("outcome", "做成啦"), "a.xlsx", ['column K "Outcome"', 'did you mean "Worked"?']),
    "no such city": (_cell("city", "西江"), "a.xlsx", ['column F "City"', "ask the maintainers to add a city"]),
    "two bad choices in one cell": (_cell("requirements", "编一览表、无此要求"), "a.xlsx", ['column N "Requirements"', '"无此要求" is not among the choices']),
    "a year that is none": (_cell("years.start", "去年"), "a.xlsx", ['column I "First year"', '"去年" is no year']),
    "years out of order": (_cell("years.end", "2011"), "a.xlsx", ['column J "Last year"', "2011 is before the first year, 2018"]),
    "a day that no calendar has": (_cell("sources.1.date", "2019-02-30"), "a.xlsx", ['"Source 1: date"', "is no date"]),
    "January or October": (_cell("sources.1.date", 2015.1), "a.xlsx", ['"Source 1: date"', "2015-01 or 2015-10"]),
    "a number with its unit": (_cell("results.1.value", "约120项"), "a.xlsx", ['"Result 1: value"', '"约120项" is no number']),
    "a source that is not there": (_cell("approach.sources", "1、4"), "a.xlsx", ['"Approach: sources"', 'there is no source "4"']),
    "a source said but not named": (_without("approach.sources"), "a.xlsx", ['"Approach: sources"', 'while the basis is "The source says so"']),
    "text where the sources do not say": (_cell("cost.text.zh", "一万元"), "a.xlsx", ['"Cost: text (Chinese)"', 'the basis is "The sources do not say"']),
    "flows that no source shows": (_cell("sharing.basis", "自己的理解"), "a.xlsx", ['"Sharing: basis"', "flows are given"]),
    "half a result": (_without("results.2.unit.zh", "results.2.unit.en"), "a.xlsx", ['"Result 2: unit (Chinese)"', 'other cells of "Result 2" are filled in']),
    "lines that do not match": (lambda row: as_xlsx([{**row, "partners.zh": "甲、乙", "partners.en": "A"}]), "a.xlsx", ['"Partners (English)"', "2 lines in Chinese, 1 in English"]),
    "a mobile number": (_cell("problem.text.zh", "有事打13912345678。"), "a.xlsx", ['"Problem: text (Chinese)"', "KB305 holds a mobile telephone number"]),
    "a citizen's number": (_cell("title.zh", "张三11010519491231002X"), "a.xlsx", ['column B "Title (Chinese)"', "KB305"]),
    "HTML": (_cell("lead.text.en", "<script>alert(1)</script>"), "a.xlsx", ['"Lead: text (English)"', "KB302"]),
    "a dangerous link": (_cell("sources.1.url", "javascript:alert(1)"), "a.xlsx", ['"Source 1: address"', "KB301"]),
    "a link to nothing": (_cell("lead.text.zh", "见[要求](requirement:no-such)。"), "a.xlsx", ['"Lead: text (Chinese)"', "KB201"]),
    "a column missing": (_changed(_delete_column), "a.xlsx", ['row 2, column "Summary (English)"', "the column is missing"]),
    "a column twice": (_changed(_name_twice), "a.xlsx", ['row 2, column G "城市"', "stands twice (see also column F)"]),
    "two rows of one case": (lambda row: as_xlsx([row, row]), "a.xlsx", ['row 4, column A "Case id"', "row 3"]),
    "a case that is there": (_cell("id", "river-names"), "a.xlsx", ['column A "Case id"', 'already a case "east/river-names" (compiled from public sources)']),
    "macros by name": (lambda row: _parts(row, add={"xl/vbaProject.bin": b"x"}), "a.xlsx", ["holds macros (xl/vbaProject.bin)"]),
    "macros by type": (lambda row: _parts(row, replace={"[Content_Types].xml": [_MACRO_TYPE]}), "a.xlsm", ["holds macros"]),
    "an external link": (lambda row: _parts(row, add={"xl/externalLinks/externalLink1.xml": b"<a/>"}), "a.xlsx", ["links to other files"]),
    "an outside relationship": (lambda row: _parts(row, replace={"xl/_rels/workbook.xml.rels": [(b"</Relationships>", _OUTSIDE)]}), "a.xlsx", ["links to other files"]),
    "a zip bomb": (lambda row: _parts(row, add={"xl/media/a.bin": bytes(8_000_000)}, stored=False), "a.xlsx", ["unreasonable size"]),
    "a bigger zip bomb": (lambda row: _parts(row, add={"xl/a.xml": b" " * 40_000_000}, stored=False), "a.xlsx", ["unreasonable size (38 MB)"]),
    "entities": (lambda row: _parts(row, replace={SHEET: [(b"<worksheet ", _ENTITIES)]}), "a.xlsx", ["XML declarations"]),
    "a merged range of the whole sheet": (lambda row: _parts(row, replace={SHEET: [(b'<mergeCell ref="A1:P1" />', b'<mergeCell ref="A1:XFD1048576"/>' * 200)]}), "a.xlsx", ["damaged"]),
    "a row at the end of the world": (lambda row: _parts(row, replace={SHEET: [(b'<row r="3"', b'<row r="1048576"')]}), "a.xlsx", ["more than 2000 rows"]),
    "too many rows in CSV": (lambda row: as_csv([row] * 2001), "a.csv", ["more than 2000 rows"]),
    "a column at the end of the world": (_changed(lambda book: book.worksheets[0].cell(3, 16000, "x")), "a.xlsx", ["more than 600 columns"]),
    "an XLS of the old kind": (lambda row: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.xls", ["old kind"]),
    "a password": (lambda row: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "a.xlsx", ["encrypted with a password"]),
    "half a file": (lambda row: as_xlsx([row])[:9000], "a.xlsx", ["damaged"]),
    "a wrong checksum": (lambda row: _flip(_parts(row)), "a.xlsx", ["damaged"]),
    "a document": (lambda row: _zip({"[Content_Types].xml": b"<a/>", "word/document.xml": b"<a/>"}), "a.docx", ["neither an XLSX nor a CSV"]),
    "a picture": (lambda row: b"\x89PNG\r\n", "a.png", ["neither an XLSX nor a CSV"]),
    "another encoding": (lambda row: as_csv([row]).encode("utf-8") + b"\xff\xff", "a.csv", ["from line 3 on"]),
    "a quote that is not closed": (lambda row: as_csv([row]) + '"', "a.csv", ["never closed"]),
    "no headings": (lambda row: "a,b,c\n1,2,3\n", "a.csv", ["no row of headings"]),
    "nothing filled in": (lambda row: as_xlsx([]), "a.xlsx", ['sheet "Cases"', "no case is filled in"]),
    "nothing at all": (lambda row: b"", "a.csv", ["no row of headings"]),
}  # fmt: skip
TWO_FINDINGS = ("a column twice", "half a result", "two bad choices in one cell", "two rows of one case")
"""All other mistakes are one mistake, and so one finding."""


def _zip(parts):
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return result.getvalue()


def _flip(data):
    at = data.index(b"<sheetData>") + 40
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_spreadsheet_says_where_and_writes_nothing(kind, small, tmp_path, row):
    make, name, said = BROKEN[kind]
    data = make(row)
    file = tmp_path / name
    file.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
    before = everything(small)
    done = kb("import", file, "--kb", small)
    assert done.exit_code == 1
    assert everything(small) == before
    errors = [line for line in done.output.splitlines() if ": error " in line]
    assert any(all(piece in line for piece in said) for line in errors), done.output
    assert all(line.startswith(str(file)) for line in errors)
    assert len(errors) == 1 or kind in TWO_FINDINGS
    # The same in Chinese, with as many findings.
    chinese = kb("import", file, "--kb", small, lang="zh_CN.UTF-8").output
    assert chinese.count(": 错误 ") == len(errors)


def test_every_mistake_of_a_row_is_named_at_once(hand_in, row):
    row |= {
        "title.zh": None,
        "city": "西江",
        "years.start": "去年",
        "results.1.value": "很多",
        "problem.text.zh": "有事打13912345678。",
        "lead.text.en": "<b>x</b>",
        "uncertain.en": "a\nb",
    }
    found = lines(hand_in(fill.as_xlsx([row])), "zh")
    headings = [
        "案例名称（中文）",
        "城市",
        "开始年份",
        "牵头单位：说明（英文）",
        "要解决的问题：说明（中文）",
        "结果1：数值",
    ]
    assert [line.split("“")[2].split("”")[0] for line in found] == [*headings, "拿不准的地方（英文）"]


def test_a_good_case_is_written_beside_a_broken_one(hand_in, row):
    result = hand_in(as_xlsx([{**row, "title.en": None}, {**row, "id": "river-good"}]))
    assert [c.file for c in result.cases] == ["cases/east/river-good.yaml"]
    assert result.refused == 1


def test_a_web_address_that_became_a_link_is_no_external_link(hand_in, row):
    def change(book):
        cell = book.worksheets[0].cell(3, _place(book.worksheets[0], "Source 1: address"))
        cell.hyperlink = "https://example.org/list"

    assert lines(hand_in(as_xlsx([row], change=change))) == []


def test_entities_that_a_parser_would_expand_are_never_parsed(hand_in, row):
    laughs = b'<!DOCTYPE a [<!ENTITY a "ha">' + b"".join(
        b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 50) for n in range(9)
    )
    data = _parts(row, replace={SHEET: [(b"<worksheet ", laughs + b"]><worksheet ")]})
    assert "XML declarations" in lines(hand_in(data))[0]


@settings(max_examples=60)
@given(st.data())
def test_no_bytes_whatever_give_a_traceback(tmp_path, data):
    good = test_no_bytes_whatever_give_a_traceback.good
    kind = data.draw(st.sampled_from(["noise", "flips", "cut", "csv"]))
    if kind == "noise":
        content = data.draw(st.sampled_from([b"", b"PK\x03\x04"])) + data.draw(st.binary(max_size=400))
    elif kind == "csv":
        content = data.draw(st.text(max_size=200)).encode("utf-8", "surrogatepass")
    else:
        content = bytearray(good)
        for _ in range(data.draw(st.integers(1, 6))):
            content[data.draw(st.integers(0, len(good) - 1))] = data.draw(st.integers(0, 255))
        content = bytes(content[: data.draw(st.integers(1, len(good)))] if kind == "cut" else content)
    file = tmp_path / ("a.csv" if kind == "csv" else "a.xlsx")
    file.write_bytes(content)
    result = plan(SMALL, LOADED, [file], update=False, today=TODAY)
    for lang in ("zh", "en"):
        assert all("\n" not in line for line in lines(result, lang, None))


LOADED = load(SMALL)


def _good():
    book = load_workbook(io.BytesIO(as_xlsx([])))
    for name in book.sheetnames[1:]:
        del book[name]
    book.worksheets[0].data_validations.dataValidation.clear()
    book.worksheets[0].cell(3, 1, "river-new")
    result = io.BytesIO()
    book.save(result)
    return _parts_of(result.getvalue())


def _parts_of(data):
    """Stored as it is, so that a changed byte changes the XML and not the compression alone."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return _zip({name: archive.read(name) for name in archive.namelist()})


test_no_bytes_whatever_give_a_traceback.good = _good()


def test_a_cell_full_of_separators_is_answered_at_once(hand_in, row):
    began = time.monotonic()
    result = hand_in(as_xlsx([{**row, "requirements": "甲、" * 450, "lead.sources": "9," * 450}]))
    assert len(lines(result)) == 900
    assert time.monotonic() - began < 20
