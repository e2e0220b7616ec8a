"""The edition for a disc in a real Firefox, opened by file://, where each page has a store of its own."""

import json

import pytest

from tests.browser.test_reading import EVERY_KIND

TICK = "() => document.querySelector('.wb-step [role=checkbox]')"
TICKED = "() => document.querySelector('.wb-step [role=checkbox]')?.ariaChecked === 'true'"
BUTTON = "(words) => [...document.querySelectorAll('button')].find(b => b.innerText.includes(words))"
LABEL = """(words) => [...document.querySelectorAll('label')].filter(l => l.innerText.trim().startsWith(words))
  .map(l => l.control).filter(Boolean).pop()"""


def begin(tab, disc):
    """A new checklist, filled in by mouse and keyboard, with its first step ticked."""
    tab.open((disc / "site/zh/workbench.html").as_uri())
    tab.click(BUTTON, "新建清单")
    tab.click(LABEL, "城市")
    tab.type("佛山市")
    tab.click(LABEL, "您的姓名或单位")
    tab.type("市发展改革委")
    tab.click(BUTTON, "建立清单")
    tab.click(TICK)
    tab.until(TICKED)


def test_from_the_start_page_to_a_step_by_clicks(firefox, disc):
    tab = firefox.tab()
    tab.open((disc / "start.html").as_uri())
    tab.follow("() => document.querySelector('a[hreflang=en]')")
    assert tab.run("() => document.documentElement.lang") == "en"
    tab.follow("() => document.querySelector('a.hm-language')")
    tab.follow("() => document.querySelector('.hm-cards a')")
    tab.follow("() => document.querySelector('table.hm-checklist tbody th a')")
    assert tab.run("() => document.querySelector('ol.hm-steps > li').checkVisibility()")
    assert firefox.faults() == []


@pytest.mark.parametrize("path", EVERY_KIND)
def test_every_kind_of_page_opens_without_a_fault(path, firefox, disc):
    tab = firefox.tab()
    tab.open((disc / "site" / path).as_uri())
    assert tab.run("() => document.querySelector('h1').innerText.length") > 1
    assert tab.run("() => document.styleSheets.length") >= 3
    tab.close()
    assert firefox.faults() == []


def test_what_is_not_there_is_a_fault(start, disc):
    """Else the tests above would see nothing."""
    page = disc.parent / "broken.html"
    page.write_text(
        '<!doctype html><title>x</title><h1>x</h1><script src="none.js"></script>', encoding="utf-8"
    )
    firefox = start()
    firefox.tab().open(page.as_uri())
    page.unlink()
    assert any("none.js" in fault for fault in firefox.faults())


def test_a_checklist_keeps_its_ticks_over_a_restart(start, disc):
    firefox = start()
    tab = firefox.tab()
    begin(tab, disc)
    tab.text("已保存在本机浏览器")
    assert firefox.faults() == []
    firefox.close()
    firefox = start()
    tab = firefox.tab()
    tab.open((disc / "site/zh/workbench.html").as_uri())
    tab.click(BUTTON, "佛山市")
    tab.until(TICKED)
    assert firefox.faults() == []


def test_where_firefox_keeps_nothing_the_page_says_so_and_offers_a_file(start, disc):
    firefox = start(**{"network.cookie.cookieBehavior": 2})
    tab = firefox.tab()
    begin(tab, disc)
    tab.text("现在只在本页面里")
    tab.click(BUTTON, "保存和打开")
    since = len(firefox.events)
    tab.click(BUTTON, "备份（JSON）")
    firefox.wait("browsingContext.downloadEnd", tab.context, since)
    (saved,) = firefox.downloads.iterdir()
    checklist = json.loads(saved.read_text(encoding="utf-8"))
    assert [step for step in checklist["steps"] if step.get("status") == "done"]
