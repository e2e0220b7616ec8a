"""Every state of the search by axe-core and by its width: light and dark, on a phone in large type, forced colours."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_accessibility import found

BOX = ".hm-search"


def box(page, root, lang, text):
    page.goto(f"{root}/{lang}/index.html")
    page.keyboard.press("/")
    expect(page.locator(f"{BOX} [role=option]").first).to_be_visible()
    if text:
        page.keyboard.type(text)
        expect(page.locator(f"{BOX} [role=status]")).not_to_have_text("")
        expect(page.locator(f"{BOX} .hm-search-all")).to_be_visible()
        page.keyboard.press("ArrowDown")


def search_page(page, root, lang, text):
    page.goto(f"{root}/{lang}/search.html")
    expect(page.locator("#hm-find-input")).to_be_visible()
    if text:
        page.locator("#hm-find-input").fill(text)
        page.keyboard.press("Enter")
        expect(page.locator(".hm-find-status")).to_have_text(re.compile(r"结果|没有找到|Results|Nothing"))


def filters(page, root, lang, text):
    search_page(page, root, lang, text)
    page.locator(".hm-find-filters > details > summary").click()
    page.locator(".hm-find-filters fieldset button").first.click()
    expect(page.locator(".hm-find-filters [aria-pressed=true]")).to_have_count(1)


def failed(page, root, lang, text):
    page.route(re.compile(r"/assets/search/(zh|en)\.js"), lambda route: route.abort())
    page.goto(f"{root}/{lang}/search.html?q=a")
    expect(page.locator(".hm-find-results button")).to_be_visible()


STATES = {
    "box, nothing asked": (box, "", ""),
    "box, results": (box, "信息共享", "information sharing"),
    "box, nothing found": (box, "zqxjk vwqzz", "zqxjk vwqzz"),
    "page, nothing asked": (search_page, "", ""),
    "page, results": (search_page, "哪个部门负责数据质量", "who is in charge of data quality"),
    "page, without": (search_page, "“信息” -广州", '"information" -Guangzhou'),
    "page, nothing found": (search_page, "zqxjk vwqzz", "zqxjk vwqzz"),
    "page, filters": (filters, "信息", "information"),
    "page, failed": (failed, "", ""),
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_in_any_state(state, lang, scheme, chromium, address):
    reach, *texts = STATES[state]
    context = chromium.new_context(color_scheme=scheme, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    reach(page, address, lang, texts[lang == "en"])
    assert found(page) == {}
    context.close()


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("state", STATES)
def test_every_state_fits_a_phone_in_large_type(state, lang, chromium, address):
    reach, *texts = STATES[state]
    context = chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    page.add_init_script("localStorage.setItem('huimin-large', 'true')")
    reach(page, address, lang, texts[lang == "en"])
    page.evaluate(
        "scrollTo(0, 0)"
    )  # or a button may lie half below the header, which axe takes for a small one
    assert found(page) == {}
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if state.startswith("box"):
        panel = page.locator(BOX).bounding_box()
        assert (panel["x"], panel["y"], panel["width"], panel["height"]) == (0, 0, 390, 844)
    context.close()


def test_forced_colours_show_which_option_is_chosen(chromium, address):
    context = chromium.new_context(forced_colors="active")
    page = context.new_page()
    box(page, address, "zh", "信息共享")
    chosen = page.locator(f"{BOX} [aria-selected=true]")
    assert chosen.evaluate("option => getComputedStyle(option).outlineStyle") == "solid"
    context.close()
