"""A case is found by province and theme with the keyboard alone, read on a phone-wide screen, and printed."""

import re

from playwright.sync_api import expect

from huimin.load import load
from tests.browser.conftest import Watch
from tests.conftest import REAL

KB = load(REAL).knowledge_base()
CASE = next(c for c in KB.cases.values() if c.themes and len(KB.cases_by["province"][c.province]) > 1)


def tab_to(page, test):
    for _ in range(300):
        if page.evaluate(test):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard does not reach {test}")


def choose(page, name, value):
    tab_to(page, f"document.activeElement.name === '{name}'")
    for _ in range(page.locator(f"select[name={name}] option").count()):
        if page.locator(f"select[name={name}]").input_value() == value:
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"{name} has no choice {value}")


def test_a_case_is_found_by_keyboard_read_on_a_phone_and_printed(page, address):
    watch = Watch(page, address)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}/zh/cases.html")
    choose(page, "province", CASE.province)
    choose(page, "theme", CASE.themes[0])
    expect(page).to_have_url(re.compile(f"province={CASE.province}.*theme={CASE.themes[0]}"))
    wanted = {c.title.zh for c in KB.cases_by["province"][CASE.province] if CASE.themes[0] in c.themes}
    shown = page.locator(".hm-filtered > li:visible > a")
    assert set(shown.all_inner_texts()) == wanted
    tab_to(page, f"document.activeElement.textContent === {CASE.title.zh!r}")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(CASE.title.zh)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", prefer_css_page_size=True))) <= 2
    assert watch.seen == []
