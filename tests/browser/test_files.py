"""Saving and opening in a real browser: its own XML parser, from a disc, under the policy of the pages."""

import base64
import io
import json
import zipfile

import pytest
from openpyxl import load_workbook

from huimin.bundle import bundle
from huimin.load import load
from huimin.shell import POLICY
from huimin.workbench.columns import sheets
from huimin.workbench.spreadsheets import spreadsheets
from huimin.workbench.words import words
from tests.browser.conftest import Watch
from tests.conftest import REAL, ROOT
from tests.workbench.test_parity import _guide

OPEN = """async ([data, name, more]) => {
  const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
  let n = 0;
  const guide = { ...window.given, ...more };
  return window.huiminFiles.open(bytes, name, { guide, at: "2026-01-01T00:00:00Z", random: () => `r${(n += 1)}` });
}"""
SAVE = """([checklist, how]) => {
  const blank = Uint8Array.from(atob(window.huiminBlank.xlsx), (c) => c.charCodeAt(0));
  const files = window.huiminFiles;
  const made = how === "xlsx" ? files.saveXlsx(checklist, window.given, blank) : files.saveCsv(checklist, window.given);
  let text = "";
  for (const byte of made) text += String.fromCharCode(byte);
  return btoa(text);
}"""


@pytest.fixture(scope="module")
def base():
    return load(REAL).knowledge_base()


@pytest.fixture(scope="module")
def made(base):
    return dict(spreadsheets(base))


@pytest.fixture
def opened(page, base, made, tmp_path):
    """A page on a disc that has loaded what the workbench loads when it saves or opens."""
    bundle(ROOT, tmp_path / "assets")
    (tmp_path / "assets/workbench-blank.zh.js").write_bytes(made["assets/workbench-blank.zh.js"])
    given = _guide(base, "zh") | {
        "words": {key: said["zh"] for key, said in words().items()},
        "anchors": [],
        "indicators": [],
        "offices": {c.id: c.name.zh for c in base.contacts.values()},
    }
    (tmp_path / "assets/given.js").write_text(f"window.given = {json.dumps(given)};", encoding="utf-8")
    scripts = "".join(
        f'<script src="assets/{name}.js"></script>'
        for name in ("given", "workbench-blank.zh", "workbench-files")
    )
    (tmp_path / "page.html").write_text(
        f'<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        f'<link rel="icon" href="data:,"><title>x</title>{scripts}',
        encoding="utf-8",
    )
    page.watch = Watch(page, tmp_path.as_uri())
    page.goto((tmp_path / "page.html").as_uri())
    yield page
    assert page.watch.seen == []


def _open(page, data, name="a.xlsx"):
    return page.evaluate(OPEN, [base64.b64encode(data).decode(), name, {}])


def test_a_plain_copy_filled_in_goes_out_and_in_again(opened, made):
    book = load_workbook(io.BytesIO(made["downloads/checklist-city-filing.zh.xlsx"]))
    steps = sheets()["steps"]
    sheet = book[steps.title.zh]
    for row, note in ((3, "=1+1"), (4, "<img src=x onerror=alert(1)>"), (5, "👨‍👩‍👧 x\n二")):
        cell = sheet.cell(row, steps.number("note"), note)
        cell.data_type = "s"
        sheet.cell(row, steps.number("status"), "已完成")
    saved = io.BytesIO()
    book.save(saved)
    found = _open(opened, saved.getvalue())["opened"]
    checklist = found["checklist"]
    assert found["findings"] == []
    assert [s.get("note") for s in checklist["steps"][:3]] == [
        "=1+1",
        "<img src=x onerror=alert(1)>",
        "👨‍👩‍👧 x\n二",
    ]
    for how in ("xlsx", "csv"):
        again = _open(opened, base64.b64decode(opened.evaluate(SAVE, [checklist, how])), f"a.{how}")["opened"]
        assert again["checklist"]["steps"] == checklist["steps"], how
        if how == "xlsx":
            assert again["checklist"] == checklist
            assert again["isKnown"]


@pytest.mark.parametrize(
    ("sheet", "code"),
    [
        ('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet>&x;</worksheet>', "unsafe-xml"),
        ("<worksheet><sheetData>", "damaged"),
        ("<worksheet>&nbsp;</worksheet>", "damaged"),
        ("<a>" * 50_000 + "</a>" * 50_000, "deep"),
        ("", "damaged"),
    ],
)
def test_hostile_sheets_are_refused_by_the_browsers_own_parser(opened, made, sheet, code):
    changed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(made["downloads/checklist-province.zh.xlsx"])) as source,
        zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            target.writestr(name, sheet if name == "xl/worksheets/sheet1.xml" else source.read(name))
    refused = _open(opened, changed.getvalue())["refused"]
    assert refused["code"] == code
    said = opened.evaluate("(f) => window.huiminFiles.inWords(f, window.given.words)", refused)
    assert "没有打开" in said


def test_chinese_windows_text_is_read(opened, base):
    line = base.lines[0]
    text = f"步骤,状态,所属要求\r\n{line.step.title.zh},完成,{line.owner.title.zh}\r\n"
    found = _open(opened, text.encode("gb18030"), "a.csv")["opened"]
    assert [(s["id"], s["status"]) for s in found["checklist"]["steps"]] == [(line.id, "done")]
