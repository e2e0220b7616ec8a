"""The report's script in a real Chromium: a classic script, from a disc, under the site's policy."""

import base64
import io
import json

from docx import Document

from huimin.bundle import bundle
from huimin.shell import POLICY
from tests.conftest import ROOT

GUIDE = {
    "lang": "zh",
    "edition": "2026-11-24+0000000000000000",
    "updated": "2026-11-24",
    "words": {"report.overall": "总体情况"},
    "phases": [{"id": "prepare", "title": "准备"}],
    **{
        key: []
        for key in ("anchors", "sections", "areas", "requirements", "steps", "indicators", "conditions")
    },
    **{key: [] for key in ("provinces", "retired")},
    "offices": {},
    "cases": {},
    "personal": {"kinds": []},
    "columns": {"warning": {"zh": "数据只保存在本机。"}},
}
CHECKLIST = {
    "format": "huimin-checklist",
    "version": 1,
    "id": "x",
    "name": "清单",
    "created": "2026-11-24T00:00:00Z",
    "edition": "2026-11-24+0000000000000000",
    "role": "city",
    "areas": [],
    "themes": [],
    "steps": [{"id": "own-1", "own": {"title": "<b>自己的</b>", "phase": "prepare"}}],
    "revision": 0,
}
CALLS = """
(async () => {
  const blob = await window.huiminReport.docx(GUIDE_AND_CHECKLIST[1], GUIDE_AND_CHECKLIST[0], "2026-11-24");
  const reader = new FileReader();
  reader.onload = () => { document.querySelector("output").textContent = reader.result; };
  reader.readAsDataURL(blob);
})();
"""


def test_a_report_is_written_from_a_disc_under_the_policy(chromium, tmp_path):
    bundle(ROOT, tmp_path)
    (tmp_path / "data.js").write_text(f"var GUIDE_AND_CHECKLIST = {json.dumps([GUIDE, CHECKLIST])};")
    (tmp_path / "call.js").write_text(CALLS)
    scripts = "".join(f'<script src="{name}.js"></script>' for name in ("report", "data", "call"))
    policy = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    (tmp_path / "page.html").write_text(f"<!doctype html>{policy}<output></output>{scripts}")
    page = chromium.new_page()
    told = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.goto((tmp_path / "page.html").as_uri())
    output = page.locator("output", has_text="base64,")
    output.wait_for(state="attached")
    head, _, data = output.text_content().partition("base64,")
    assert "wordprocessingml.document" in head
    document = Document(io.BytesIO(base64.b64decode(data)))
    assert next(p.text for p in document.paragraphs if p.style.name == "Heading 1") == "总体情况"
    assert document.paragraphs[-1].text == "数据只保存在本机。"
    assert any("<b>自己的</b>" in cell.text for table in document.tables for cell in table._cells)
    assert told == []
    page.close()
