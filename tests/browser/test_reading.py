"""What a reader does on the site, in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from huimin.load import load
from huimin.pages.build import pages
from tests.browser.conftest import Watch
from tests.browser.links import dead_links
from tests.conftest import REAL

ONE_OF_EACH = {(p.kind, p.lang): p.path for p in pages(load(REAL).knowledge_base())}
EVERY_KIND = sorted(ONE_OF_EACH.values())


@pytest.mark.parametrize("path", EVERY_KIND)
def test_every_kind_of_page_keeps_the_policy_and_asks_no_other_host(path, page, address):
    watch = Watch(page, address)
    page.add_init_script(
        "window.refused = []; addEventListener('securitypolicyviolation', e => refused.push(e.blockedURI + e.violatedDirective))"
    )
    page.goto(f"{address}/{path}", wait_until="networkidle")
    assert page.evaluate("refused") == []
    assert watch.seen == []
    policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy


def test_the_policy_stops_an_inline_script(page, address):
    page.goto(f"{address}/zh/index.html")
    page.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'window.ran = true'; document.body.append(s) }"
    )
    assert page.evaluate("window.ran") is None


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("path", EVERY_KIND)
def test_no_page_is_wider_than_the_screen(path, width, page, address):
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{address}/{path}")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("path", EVERY_KIND)
def test_language_alternate_and_switch_lead_to_the_same_page(path, page, address):
    page.goto(f"{address}/{path}")
    here, other = path[:2], {"zh": "en", "en": "zh"}[path[:2]]
    code = {"zh": "zh-CN", "en": "en"}
    assert page.evaluate("document.documentElement.lang") == code[here]
    alternate = page.locator(f"link[rel=alternate][hreflang='{code[other]}']")
    assert alternate.evaluate("link => link.href") == f"{address}/{other}{path[2:]}"
    page.locator("a.hm-language").click()
    page.wait_for_url(f"{address}/{other}{path[2:]}")
    expect(page.locator("html")).to_have_attribute("lang", code[other])


@pytest.mark.parametrize(
    ("locale", "lang"), [("zh-CN", "zh"), ("zh-TW", "zh"), ("en-GB", "en"), ("de-DE", "en")]
)
def test_the_root_leads_to_the_readers_language(locale, lang, chromium, address):
    context = chromium.new_context(locale=locale)
    page = context.new_page()
    page.goto(address)
    page.wait_for_url(f"{address}/{lang}/index.html")
    context.close()


def test_the_root_remembers_the_language_switched_to(page, address):
    page.goto(f"{address}/zh/requirements.html")
    page.locator("a.hm-language").click()
    page.wait_for_url(f"{address}/en/requirements.html")
    page.goto(address)
    page.wait_for_url(f"{address}/en/index.html")


def test_without_javascript_everything_reads_and_the_root_offers_both_languages(chromium, address):
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(address)
    page.get_by_role("link", name="中文").click()
    page.get_by_role("link", name="城市清单").first.click()
    expect(page.locator("h1")).to_have_text("城市清单")
    page.locator("table.hm-checklist tbody th a").first.click()
    assert page.locator("ol.hm-steps > li").first.is_visible()
    # The menu of a phone opens by a label, not by script.
    page.locator("label.md-header__button[for=__drawer]").click()
    page.locator(".md-sidebar--primary").get_by_role("link", name="术语").click()
    expect(page.locator("h1")).to_have_text("术语")
    context.close()


def test_light_and_dark_follow_the_system_and_then_the_reader(chromium, address):
    context = chromium.new_context(color_scheme="dark", locale="zh-CN")
    page = context.new_page()
    page.goto(f"{address}/zh/index.html")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    page.get_by_role("button", name="深色").click()
    assert page.locator("body").get_attribute("data-md-color-scheme") == "default"
    page.goto(f"{address}/zh/requirements.html")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "default"
    context.close()


def test_from_a_requirement_to_its_clause_and_back(page, address):
    page.goto(f"{address}/zh/requirements/sharing-one-source.html")
    title = page.locator("h1").inner_text()
    page.locator("ul.hm-clauses a.hm-number").first.click()
    expect(page.locator("h1")).to_have_text("条款 3.1.2")
    assert "非原文" in page.locator("article").inner_text()
    page.locator("ul.hm-entries a", has_text=title).first.click()
    expect(page.locator("h1")).to_have_text(title)


def test_every_link_of_every_page_leads_somewhere(site):
    assert dead_links(site, [entry.path for entry in pages(load(REAL).knowledge_base())]) == []


@pytest.mark.parametrize("role", ["city", "province", "coordination-group"])
def test_a_checklist_prints_on_a4_without_the_sites_furniture(role, page, address):
    page.goto(f"{address}/zh/checklists/{role}.html")
    page.emulate_media(media="print")
    assert not page.locator("header.md-header").is_visible()
    assert page.locator("table.hm-checklist").first.is_visible()
    assert page.pdf(format="A4").startswith(b"%PDF")
    rows = page.locator("table.hm-checklist tbody tr").count()
    steps = sum(len(steps) for _, steps in load(REAL).knowledge_base().checklist(role))
    assert rows == steps


def test_past_facts_say_that_they_are_past(page, address):
    page.goto(f"{address}/zh/index.html")
    assert "早已结束" in page.locator(".hm-notice[role=note]").inner_text()
    page.goto(f"{address}/zh/contacts/ndrc-high-tech.html")
    assert "历史信息" in page.locator(".hm-notice[role=note]").inner_text()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_case_prints_on_two_sheets(lang, page, address):
    for case in load(REAL).knowledge_base().cases:
        page.goto(f"{address}/{lang}/cases/{case}.html")
        sheets = re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", prefer_css_page_size=True))
        assert len(sheets) <= 2, case
