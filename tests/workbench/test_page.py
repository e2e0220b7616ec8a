"""The page of the workbench without script: what it says, what it loads, what it offers instead."""

import re

import pytest

from huimin.load import load
from huimin.pages.build import pages
from huimin.workbench import plain
from huimin.workbench.files import files
from tests.conftest import SMALL


def found(lang="zh"):
    return {page.address: page for page in pages(load(SMALL).knowledge_base()) if page.lang == lang}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_warns_and_offers_the_plain_checklists(lang):
    body = found(lang)["workbench.html"].body()
    for words in {
        "zh": ("请勿填写涉密和敏感个人信息", "不会发送到任何地方", "没有运行脚本"),
        "en": ("no state secrets", "is sent nowhere", "runs no script"),
    }[lang]:
        assert words in body
    assert '<div id="workbench"></div>' in body
    linked = re.findall(r'href="checklists/([^"]+)\.html"', body)
    assert linked == ["city", "city-filing", "province", "coordination-group", "made-up-area"]


def test_only_its_page_loads_the_guide_and_the_program():
    for address, page in found().items():
        scripts = re.findall(r'<script src="\.\./([^"]+)" defer></script>', page.head())
        wanted = ["assets/workbench-data.zh.js", "assets/workbench.js"] if address == "workbench.html" else []
        assert scripts == wanted, address
    assert "assets/workbench-data.zh.js" in dict(files(load(SMALL).knowledge_base()))


def test_home_page_and_checklists_lead_to_it():
    for address in ("index.html", "checklists.html", "checklists/city.html", "checklists/province.html"):
        assert re.search(r'href="(\.\./)?workbench\.html"', found()[address].body()), address
    assert "workbench.html" not in found()["checklists/coordination-group.html"].body()


def test_blank_copies_are_linked_where_they_are_made(monkeypatch):
    monkeypatch.setattr(plain, "FORMATS", ("xlsx", "docx"))
    copies = plain.plain_copies(load(SMALL).knowledge_base(), "en")
    assert copies[0].files == {
        "xlsx": "downloads/checklist-city.en.xlsx",
        "docx": "downloads/checklist-city.en.docx",
    }
    body = found("en")["workbench.html"].body()
    assert {copy.id for copy in copies if not copy.opens} == {"coordination-group"}
    assert body.count("the workbench does not open it") == 1
    assert re.search(r"National level[^<]*</a> <span[^>]*>[^<]*the workbench does not open it", body)
    for copy in copies:
        for path in copy.files.values():
            assert f'href="../{path}" download' in body
