"""The Atom feeds, read back as XML: ids that stay, links that lead to pages, the newest first, no clock."""

import re
import shutil
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest

from huimin.downloads import feeds as module
from huimin.downloads.feeds import feeds
from huimin.load import load
from huimin.pages.build import pages
from tests.conftest import REAL, SMALL, change

ATOM = "{http://www.w3.org/2005/Atom}"
XML = "{http://www.w3.org/XML/1998/namespace}"


def read(kb, site_url=""):
    return {path: ElementTree.fromstring(text.encode()) for path, text in feeds(kb, site_url)}


def texts(element, name):
    return [found.text for found in element.iterfind(f".//{ATOM}{name}")]


def entries(root):
    return {entry.findtext(f"{ATOM}id"): entry for entry in root.iterfind(f"{ATOM}entry")}


def href(element, rel):
    return element.find(f"{ATOM}link[@rel='{rel}']").get("href")


@pytest.mark.parametrize("root", [SMALL, REAL])
def test_every_feed_and_entry_has_what_rfc_4287_asks_for_and_its_links_lead_to_pages(root):
    kb = load(root).knowledge_base()
    there = {page.path for page in pages(kb)}
    found = read(kb)
    ids = [feed.findtext(f"{ATOM}id") for feed in found.values()]
    assert len(set(ids)) == len(ids)
    for path, feed in found.items():
        assert feed.tag == f"{ATOM}feed"
        assert feed.get(f"{XML}lang") == {"zh": "zh-CN", "en": "en"}[path[:2]]
        assert feed.get(f"{XML}base") is None
        assert feed.findtext(f"{ATOM}author/{ATOM}name")
        assert urljoin(path, href(feed, "self")) == path
        for part in (feed, *entries(feed).values()):
            assert re.fullmatch(r"tag:huimin,2014:[a-z0-9/-]+", part.findtext(f"{ATOM}id"))
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", part.findtext(f"{ATOM}updated"))
            assert part.findtext(f"{ATOM}title")
            assert urljoin(path, href(part, "alternate")) in there
        assert len(entries(feed)) == len(texts(feed, "summary"))


def test_there_is_a_feed_for_all_and_one_for_each_province_with_cases_in_each_language():
    kb = load(REAL).knowledge_base()
    provinces = {case.province for case in kb.cases.values()}
    assert set(read(kb)) == {
        f"{lang}/feeds/{name}.atom" for lang in ("zh", "en") for name in {"cases", *provinces}
    }
    of_zhejiang = entries(read(kb)["zh/feeds/zhejiang.atom"])
    assert of_zhejiang
    assert all(id_.startswith("tag:huimin,2014:cases/zhejiang/") for id_ in of_zhejiang)


def test_an_entry_speaks_the_feeds_language_and_says_whether_its_province_approved():
    found = read(load(SMALL).knowledge_base())
    approved = entries(found["zh/feeds/cases.atom"])["tag:huimin,2014:cases/east/river-list/zh"]
    compiled = entries(found["en/feeds/east.atom"])["tag:huimin,2014:cases/east/river-names/en"]
    assert approved.findtext(f"{ATOM}title") == "一条河一张表"
    assert approved.findtext(f"{ATOM}summary") == "本省已批准：沿河各村合用一张一览表。"
    assert approved.findtext(f"{ATOM}published") == "2019-12-01T00:00:00Z"
    assert compiled.findtext(f"{ATOM}summary").startswith("Compiled from public sources: The villages")
    assert compiled.find(f"{ATOM}category").get("term") == "compiled"
    assert compiled.find(f"{ATOM}published") is None


def test_drafts_and_withdrawn_cases_are_not_in_a_feed_even_in_a_preview(small):
    change(small / "cases/east/river-names.yaml", "state: compiled", "state: draft")
    kb = load(small).knowledge_base(preview=True)
    assert texts(read(kb)["zh/feeds/east.atom"], "title")[1:] == ["一条河一张表"]
    withdrawal = "state: withdrawn\nwithdrawal:\n  date: 2020-01-01\n  reason: {zh: 有误。, en: Wrong.}"
    change(small / "cases/east/river-names.yaml", "state: draft", withdrawal)
    assert texts(read(load(small).knowledge_base())["zh/feeds/east.atom"], "title")[1:] == ["一条河一张表"]


def test_the_newest_come_first_and_the_rest_is_left_out(small, monkeypatch):
    monkeypatch.setattr(module, "NEWEST", 2)
    folder = small / "cases/east"
    text = (folder / "river-names.yaml").read_text(encoding="utf-8")
    for name, day in (("older", "2019-01-01"), ("newer", "2021-03-04")):
        new = text.replace("river-names", name).replace("updated: 2020-01-02", f"updated: {day}")
        (folder / f"{name}.yaml").write_text(new, encoding="utf-8")
    feed = read(load(small).knowledge_base())["en/feeds/cases.atom"]
    assert texts(feed, "updated") == [
        f"{day}T00:00:00Z" for day in ("2021-03-04", "2021-03-04", "2020-01-02")
    ]
    assert [id_.split("/")[-2] for id_ in entries(feed)] == ["newer", "river-list"]


def test_a_feed_without_cases_takes_the_editions_day(small):
    shutil.rmtree(small / "cases")
    found = read(load(small).knowledge_base())
    assert set(found) == {"zh/feeds/cases.atom", "en/feeds/cases.atom"}
    assert texts(found["zh/feeds/cases.atom"], "updated") == ["2020-01-02T00:00:00Z"]


def test_the_sites_address_is_the_base_only_where_it_is_known():
    kb = load(SMALL).knowledge_base()
    feed = read(kb, "https://example.org/guide/")["zh/feeds/east.atom"]
    base = feed.get(f"{XML}base")
    assert base == "https://example.org/guide/zh/feeds/east.atom"
    (entry, *_) = entries(feed).values()
    assert urljoin(base, href(entry, "alternate")).startswith("https://example.org/guide/zh/cases/east/")


def test_marks_of_xml_in_a_title_stay_text_and_the_same_base_gives_the_same_bytes(small):
    change(small / "cases/east/river-names.yaml", "en: Names of the villages", 'en: \'A & B ]]> "C" of')
    file = small / "cases/east/river-names.yaml"
    change(file, "by the river\nsummary", "by the river'\nsummary")
    kb = load(small).knowledge_base()
    feed = read(kb)["en/feeds/east.atom"]
    assert 'A & B ]]> "C" of by the river' in texts(feed, "title")
    assert dict(feeds(kb)) == dict(feeds(load(small).knowledge_base()))
