"""The list of cases as a person uses it: by keyboard, by address, in other orders, and without script."""

import re

import pytest
from playwright.sync_api import expect

from huimin.cases import years_covered
from huimin.load import load
from tests.browser.conftest import Watch
from tests.conftest import REAL

SHOWN = ".hm-filtered > li:visible"


@pytest.fixture(scope="module")
def kb():
    return load(REAL).knowledge_base()


@pytest.fixture
def open_list(page, address):
    return lambda query="", lang="zh": page.goto(f"{address}/{lang}/cases.html{query}")


def chosen(page, name):
    return page.locator(f"select[name={name}]").input_value()


def listed(page):
    links = page.locator(f"{SHOWN} > a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    return [link.removeprefix("cases/").removesuffix(".html") for link in links]


def test_a_province_then_one_of_its_cities_by_keyboard_alone(page, open_list, address, kb):
    watch = Watch(page, address)
    open_list()
    expect(page.locator("select[name=city]")).to_be_hidden()
    page.locator("select[name=province]").focus()
    while chosen(page, "province") != "zhejiang":
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    city = page.locator("select[name=city]")
    expect(city).to_be_focused()
    offered = city.locator("option").evaluate_all("all => all.map(o => o.value)")
    assert set(offered[1:]) == {c.city for c in kb.cases.values() if c.province == "zhejiang"}
    while chosen(page, "city") != "zhejiang-ningbo":
        page.keyboard.press("ArrowDown")
    assert page.url.endswith("?province=zhejiang&city=zhejiang-ningbo")
    wanted = {c.id for c in kb.cases.values() if c.city == "zhejiang-ningbo"}
    assert set(listed(page)) == wanted
    page.reload()
    assert (chosen(page, "city"), set(listed(page))) == ("zhejiang-ningbo", wanted)
    page.locator("select[name=province]").select_option("guangdong")
    assert page.url.endswith("?province=guangdong")
    assert {id_.partition("/")[0] for id_ in listed(page)} == {"guangdong"}
    assert watch.seen == []


@pytest.mark.parametrize(
    ("query", "name", "value", "fits"),
    [
        ("?city=guangdong-foshan", "province", "guangdong", lambda c: c.city == "guangdong-foshan"),
        (
            "?step=focus-joint-business.run-jointly",
            "requirement",
            "focus-joint-business",
            lambda c: "focus-joint-business.run-jointly" in c.steps,
        ),
        ("?requirement=sharing-one-source", "step", "", lambda c: "sharing-one-source" in c.requirements),
        ("?year=not-stated", "year", "not-stated", lambda c: c.years.start is None),
        ("?city=nowhere&sort=sideways", "sort", "", lambda c: True),
        ("?province=zhejiang&city=guangdong-foshan", "city", "", lambda c: c.province == "zhejiang"),
    ],
)
def test_an_address_carries_each_choice(query, name, value, fits, page, open_list, kb):
    open_list(query)
    assert chosen(page, name) == value
    assert sorted(listed(page)) == sorted(c.id for c in kb.cases.values() if fits(c))


def test_orders_stand_in_the_address_and_the_first_comes_back(page, open_list, kb):
    best = [case.id for case in kb.cases_in_order]
    open_list()
    assert listed(page) == best

    def last_year(id_):
        return max((int(year) for year in years_covered(kb.cases[id_].years) if year.isdigit()), default=0)

    page.locator("select[name=sort]").select_option("newest")
    assert page.url.endswith("?sort=newest")
    assert listed(page) == sorted(best, key=lambda id_: -last_year(id_))
    open_list("?sort=place")
    code = kb.place_codes
    assert listed(page) == sorted(best, key=lambda i: (code[kb.cases[i].province], code[kb.cases[i].city]))
    open_list("?sort=title", "en")
    titles = [kb.cases[id_].title.en for id_ in listed(page)]
    assert [t[0] for t in titles if t[0].isalpha()] == sorted(t[0] for t in titles if t[0].isalpha())
    page.get_by_role("button", name="Clear").click()
    expect(page).to_have_url(re.compile(r"/en/cases\.html$"))
    assert listed(page) == best


def test_a_choice_tells_how_many_it_leaves(page, open_list):
    open_list("?focus=public-services")
    theme = page.locator("select[name=theme]")
    choices = theme.locator("option").evaluate_all(
        "all => all.slice(1).map(o => [o.value, Number(/（(\\d+)）$/.exec(o.textContent)[1]), o.disabled])"
    )
    assert any(disabled for _, _, disabled in choices)
    for value, number, disabled in choices:
        assert disabled == (number == 0)
        if not disabled:
            theme.select_option(value)
            assert len(listed(page)) == number
    page.locator("select[name=focus]").select_option("")
    counted = page.locator("select[name=province] option[value=guangdong]").text_content()
    page.locator("select[name=theme]").select_option("")
    assert page.locator("select[name=province] option[value=guangdong]").text_content() != counted


def test_filters_and_orders_work_from_a_disc(page, site):
    page.goto((site / "zh/cases.html").as_uri() + "?city=jiangsu-suzhou&sort=title")
    assert (chosen(page, "province"), len(listed(page))) == ("jiangsu", 2)
    page.locator("select[name=province]").select_option("shanghai")
    expect(page.locator("select[name=city]")).to_be_hidden()
    assert len(listed(page)) == 3


def test_a_step_leads_to_its_cases_and_back(page, address):
    page.goto(f"{address}/zh/requirements/focus-joint-business.html")
    links = page.locator("#run-jointly .hm-wide:last-child dd a")
    number = int(re.search(r"\d+", links.last.text_content())[0])
    assert links.count() == 4
    first = links.first.text_content()
    links.last.click()
    expect(page.locator(SHOWN)).to_have_count(number)
    assert page.locator(f"{SHOWN} > a").first.text_content() == first
    page.locator(f"{SHOWN} > a").first.click()
    page.locator(".hm-helped a", has_text="推进部门间信息共享").click()
    expect(page.locator("#run-jointly")).to_be_in_viewport()


def test_without_javascript_every_list_is_whole(chromium, address, kb):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/zh/cases.html")
    assert page.locator(SHOWN).count() == len(kb.cases)
    assert not page.locator(".hm-filters").is_visible()
    page.locator("article details summary").click()
    requirement = "focus-joint-business"
    page.locator(f"details a[href*='{requirement}.html']").click()
    cases = set(
        page.locator("#on-cases ~ ul.hm-case-list > li > a, #on-cases ~ details li > a").evaluate_all(
            "all => all.map(a => /cases\\/(.+)\\.html/.exec(a.href)[1])"
        )
    )
    assert cases == {c.id for c in kb.cases.values() if requirement in c.requirements}
    context.close()
