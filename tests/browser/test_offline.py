"""The edition for a disc in a Chromium whose network is cut off."""

import json
import re

import pytest
from playwright.sync_api import expect

from scripts.browser import find
from tests.browser.conftest import FLAGS, Watch
from tests.browser.links import dead_links
from tests.browser.test_accessibility import found
from tests.browser.workbench import begin, download, saved

TABS = 4


@pytest.fixture
def offline(context):
    """A browser without a network."""
    context.set_offline(True)
    return context


def test_no_link_of_the_edition_leads_nowhere(disc):
    pages = [path.relative_to(disc).as_posix() for path in disc.rglob("*.html")]
    assert len(pages) > 800
    assert dead_links(disc, pages) == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_page_opens_without_a_fault(lang, offline, disc):
    pages = sorted((disc / "site" / lang).rglob("*.html"))
    assert len(pages) > 400
    tabs = [offline.new_page() for _ in range(TABS)]
    watches = [Watch(tab, "file://") for tab in tabs]
    for start in range(0, len(pages), TABS):
        for tab, page in zip(tabs, pages[start:], strict=False):
            tab.goto(page.as_uri(), wait_until="commit")
        for tab in tabs:
            tab.wait_for_load_state("load")
        assert [watch.seen for watch in watches] == [[]] * TABS, pages[start : start + TABS]


@pytest.mark.parametrize("width", [1280, 390])
def test_the_start_page_is_plain_and_open_to_all(width, offline, disc):
    page = offline.new_page()
    page.set_viewport_size({"width": width, "height": 844})
    page.goto((disc / "start.html").as_uri())
    assert found(page) == {}
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect(page.locator("main")).to_contain_text("请先把压缩包全部解压")


def test_from_the_start_page_to_a_step_by_clicks(offline, disc):
    page = offline.new_page()
    watch = Watch(page, "file://")
    page.goto((disc / "start.html").as_uri())
    page.get_by_role("link", name="English").click()
    page.get_by_role("link", name="中文").click()
    expect(page).to_have_url(re.compile("/site/zh/index.html$"))
    page.locator(".hm-cards a").first.click()
    page.locator("table.hm-checklist tbody th a").first.click()
    expect(page.locator("ol.hm-steps > li").first).to_be_visible()
    page.goto((disc / "site/index.html").as_uri())
    page.wait_for_url(re.compile("/zh/index.html$"))
    expect(page.locator(".hm-kept")).to_be_hidden()
    assert page.locator("link[rel=manifest]").count() == 0
    assert watch.seen == []


def test_a_checklist_keeps_its_ticks_over_a_restart_and_goes_into_a_file(chromium, disc, tmp_path):
    def start():
        context = chromium.browser_type.launch_persistent_context(
            str(tmp_path / "profile"), executable_path=find(), args=FLAGS, locale="zh-CN", offline=True
        )
        page = context.new_page()
        return context, page, Watch(page, "file://")

    context, page, watch = start()
    begin(page, (disc / "site").as_uri())
    page.locator(".wb-step").first.get_by_role("checkbox").click()
    saved(page)
    context.close()
    assert watch.seen == []
    context, page, watch = start()
    page.goto((disc / "site/zh/workbench.html").as_uri())
    page.get_by_role("button", name="佛山市信息惠民国家示范城市创建清单").click()
    expect(page.locator(".wb-step").first.get_by_role("checkbox")).to_be_checked()
    checklist = json.loads(download(page, "备份（JSON）"))
    assert [step["id"] for step in checklist["steps"] if step.get("status") == "done"]
    context.close()
    assert watch.seen == []


def test_where_the_browser_keeps_nothing_the_page_says_so_and_offers_a_file(offline, disc):
    page = offline.new_page()
    page.add_init_script(
        "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('', 'SecurityError') } })"
    )
    begin(page, (disc / "site").as_uri())
    page.locator(".wb-step").first.get_by_role("checkbox").click()
    expect(page.get_by_role("alert").filter(has_text="只在本页面里").first).to_be_visible()
    assert download(page, "备份（JSON）").startswith(b"{")


@pytest.mark.parametrize(("lang", "words"), [("zh", "（需联网）"), ("en", "(needs a network)")])
def test_links_to_elsewhere_say_that_they_need_a_network_without_script_and_on_paper(
    lang, words, chromium, disc
):
    context = chromium.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto((disc / f"site/{lang}/policies.html").as_uri())
    links = page.locator("a[href^=http]")
    assert links.count() > 5
    for media in ("screen", "print"):
        page.emulate_media(media=media)
        for link in links.all():
            assert link.inner_text().endswith(words)
            expect(link.locator(".hm-network")).to_be_visible()
    context.close()


def test_a_link_that_a_reader_enters_gets_the_words_too(offline, disc):
    page = begin(offline.new_page(), (disc / "site").as_uri())
    page.locator(".wb-step").first.locator(".wb-title").click()
    page.evaluate(
        "() => document.querySelector('.wb-step').insertAdjacentHTML('beforeend', '<a id=own href=\"https://a.example/\" target=_blank>x</a>')"
    )
    assert page.locator("#own").evaluate("a => getComputedStyle(a, '::after').content") == '"（需联网）"'
