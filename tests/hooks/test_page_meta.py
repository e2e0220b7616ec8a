"""What pages say of themselves in the way of Chinese government sites; what only the publisher knows is blank, then absent."""

import re

import pytest

from tests.conftest import SMALL, change
from tests.hooks.builds import build

OF_THE_PUBLISHER = {"SiteDomain", "SiteIDCode", "ColumnType", "ContentSource", "Author", "Url"}


def metas(site, path):
    html = (site / path).read_text(encoding="utf-8")
    return dict(re.findall(r'<meta name="([A-Z]\w+)" content="([^"]*)">', html))


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    site = tmp_path_factory.mktemp("meta") / "site"
    assert build(SMALL, site)[0] == 0
    return site


def test_an_entry_is_an_article_of_its_column(plain):
    found = metas(plain, "zh/requirements/keep-list.html")
    assert found == {
        "SiteName": metas(plain, "zh/index.html")["SiteName"],
        "ColumnName": "要求",
        "ArticleTitle": "建立一览表",
        "PubDate": "2020-01-02 00:00",
        "Keywords": "建立一览表",
    }
    assert metas(plain, "en/requirements/keep-list.html")["ArticleTitle"] == "Keep a list"


def test_a_hub_is_a_column(plain):
    found = metas(plain, "zh/requirements.html")
    assert found["ColumnName"] == "要求"
    assert found["ColumnDescription"]
    assert "ArticleTitle" not in found


def test_nothing_is_made_up_for_the_publisher(plain):
    for page in plain.rglob("zh/**/*.html"):
        assert not OF_THE_PUBLISHER & metas(plain, page.relative_to(plain)).keys(), page
        assert not re.search(
            r"ICP备|公网安备|网站标识码|主办单位", page.read_text(encoding="utf-8").split("<footer")[-1]
        )


def test_what_the_publisher_enters_appears(small, tmp_path):
    change(
        small / "site.yaml",
        "updated: 2020-01-02",
        "updated: 2020-01-02\n"
        "page_meta:\n"
        "  column_type: {zh: 工作指南, en: Guide}\n"
        "  content_source: {zh: 虚构的信息中心, en: A made-up centre}\n"
        "  author: {zh: 虚构的编辑部, en: A made-up desk}\n",
    )
    site = tmp_path / "site"
    code, printed = build(small, site, SITE_URL="https://example.org/guide/")
    assert code == 0, printed
    found = metas(site, "zh/requirements/keep-list.html")
    assert found["SiteDomain"] == "example.org"
    assert found["ContentSource"] == "虚构的信息中心"
    assert found["Author"] == "虚构的编辑部"
    assert found["Url"] == "https://example.org/guide/zh/requirements/keep-list.html"
    assert metas(site, "en/requirements.html")["ColumnType"] == "Guide"
    robots = (site / "robots.txt").read_text(encoding="utf-8")
    assert "Sitemap: https://example.org/guide/sitemap.xml" in robots


def test_robots_and_the_page_not_found_are_there_in_both_languages(plain):
    assert (plain / "robots.txt").read_text(encoding="utf-8").startswith("User-agent: *\nAllow: /\n")
    html = (plain / "404.html").read_text(encoding="utf-8")
    assert "没有找到这个页面" in html
    assert "Page not found" in html
