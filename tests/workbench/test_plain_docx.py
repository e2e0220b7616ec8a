"""Blank checklists as DOCX: what stands in them, how they are typeset, and that they are the same every time."""

import io
import zipfile
from itertools import chain

import openpyxl
import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from huimin.load import load
from huimin.workbench.plain_docx import documents
from tests.conftest import REAL, SMALL, change


@pytest.fixture(scope="module")
def kb():
    return load(REAL).knowledge_base()


@pytest.fixture(scope="module")
def copies(kb):
    return dict(documents(kb))


def opened(copies, name):
    return Document(io.BytesIO(copies[f"downloads/checklist-{name}.docx"]))


def rows(document):
    """The rows of steps: those whose first cell is a number."""
    cells = ([cell.text for cell in row.cells] for table in document.tables for row in table.rows)
    return [row for row in cells if row[0].isdigit()]


def test_every_role_and_focus_area_has_a_copy_in_each_language(kb, copies):
    assert set(copies) == {
        f"downloads/checklist-{id_}.{lang}.docx" for id_ in kb.checklists for lang in ("zh", "en")
    }


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("id_", ["city-filing", "province", "coordination-group", "public-services"])
def test_a_copy_holds_every_step_once_with_lead_evidence_and_origin(kb, copies, id_, lang):
    found = rows(opened(copies, f"{id_}.{lang}"))
    steps = [line.step for line in chain.from_iterable(lines for _, lines in kb.checklist(id_))]
    assert [row[0] for row in found] == [str(n + 1) for n in range(len(steps))]
    by_words = {(row[1].split("\n")[0], row[2].split("\n")[0], row[3]) for row in found}
    marks = {
        "zh": {"notice": "（通知）", "guide": "（建议）"},
        "en": {"notice": " (Notice)", "guide": " (Advice)"},
    }
    assert by_words == {
        (step.title[lang] + marks[lang][step.origin], kb.contacts[step.lead].name[lang], step.evidence[lang])
        for step in steps
    }
    assert all(row[5].count("□") == 3 and row[6:] == ["", ""] for row in found)


def test_steps_stand_by_phase_and_by_requirement_in_the_order_of_the_notice(kb, copies):
    document = opened(copies, "city.zh")
    phases = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert phases == [f"{phase.title.zh}（{len(lines)}步）" for phase, lines in kb.checklist("city")]
    bands = [
        row.cells[0].text.split("（")[0]
        for row in document.tables[0].rows
        if row.cells[0].paragraphs[0].style.name == "Heading 2"
    ]
    order = [r.title.zh for _, _, of in kb.by_section for r in of]
    assert bands == sorted(set(bands), key=order.index)


def test_it_says_what_it_is_and_what_may_not_be_written_in_it(kb, copies):
    for lang, said in {
        "zh": ("不是印发的文件", "请勿填写涉密和敏感个人信息", "不接受申报"),
        "en": (
            "neither an issued document",
            "no state secrets and no sensitive personal data",
            "no applications",
        ),
    }.items():
        document = opened(copies, f"city.{lang}")
        text = "\n".join(p.text for p in document.paragraphs)
        assert all(words in text for words in said)
        section = document.sections[0]
        for footer in (section.footer, section.even_page_footer):
            assert kb.edition in footer.paragraphs[1].text
            assert footer.paragraphs[0].text == "— 1 —"


def test_it_is_typeset_by_the_standard_turned_on_its_side(copies):
    document = opened(copies, "city.zh")
    (section,) = document.sections
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert [round(length / Mm(1)) for length in (section.page_width, section.page_height)] == [297, 210]
    # 37, 26, 35 and 28 of the sheet upright: its left edge is the head now.
    margins = (section.right_margin, section.bottom_margin, section.left_margin, section.top_margin)
    assert [round(margin / Mm(1)) for margin in margins] == [37, 26, 35, 28]
    faces = {
        name: (style.element.rPr.rFonts.get(qn("w:eastAsia")), style.font.size)
        for name in ("Title", "Heading 1", "Heading 2", "Body Text", "Page number")
        for style in [document.styles[name]]
    }
    assert faces == {
        "Title": ("方正小标宋简体", Pt(22)),
        "Heading 1": ("黑体", Pt(16)),
        "Heading 2": ("楷体", Pt(12)),
        "Body Text": ("仿宋_GB2312", Pt(16)),
        "Page number": ("宋体", Pt(14)),
    }


def test_heads_repeat_and_no_row_splits(copies):
    document = opened(copies, "city.zh")
    for table in document.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


def test_headings_are_numbered_as_in_official_documents(copies):
    archive = zipfile.ZipFile(io.BytesIO(copies["downloads/checklist-city.zh.docx"]))
    numbering = archive.read("word/numbering.xml").decode()
    for text in ("%1、", "（%2）", "%3.", "（%4）"):
        assert f'w:lvlText w:val="{text}"' in numbering
    assert 'w:altName w:val="仿宋,FangSong' in archive.read("word/fontTable.xml").decode()


def test_the_same_knowledge_base_gives_the_same_bytes(kb, copies):
    assert dict(documents(kb)) == copies
    for data in copies.values():
        times = {info.date_time[:3] for info in zipfile.ZipFile(io.BytesIO(data)).infolist()}
        assert times == {(kb.updated.year, kb.updated.month, kb.updated.day)}


def test_words_with_markup_stay_words(small):
    change(small / "requirements/keep-list.yaml", "  zh: 建立一览表\n", "  zh: 甲<乙&amp;丙\n")
    copies = dict(documents(load(small).knowledge_base()))
    text = "\n".join(row.cells[0].text for t in opened(copies, "city.zh").tables for row in t.rows)
    assert "甲<乙&amp;丙" in text


def test_spreadsheets_are_still_read_by_the_guarded_parser():
    assert openpyxl.LXML is False
    assert openpyxl.DEFUSEDXML is True


def test_a_knowledge_base_of_any_size_has_copies():
    assert all(Document(io.BytesIO(data)) for _, data in documents(load(SMALL).knowledge_base()))
