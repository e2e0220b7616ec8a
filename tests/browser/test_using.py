"""What a reader does beyond reading: filters, dates, terms, large type, the menu; by mouse, finger and keyboard."""

import re

import pytest
from playwright.sync_api import expect

from huimin.load import load
from tests.browser.conftest import Watch
from tests.conftest import REAL

KB = load(REAL).knowledge_base()


def shown(page):
    return page.locator(".hm-filtered > :visible").count()


@pytest.mark.parametrize(("lang", "said"), [("zh", "显示{}项，共{}项"), ("en", "{} of {} shown")])
def test_requirements_are_filtered_and_the_address_carries_it(lang, said, page, address):
    watch = Watch(page, address)
    page.goto(f"{address}/{lang}/requirements.html")
    assert shown(page) == len(KB.requirements)
    page.locator("select[name=role]").select_option("city")
    page.locator("select[name=strength]").select_option("must")
    page.locator("select[name=focus]").select_option("general")
    wanted = [
        r
        for r in KB.requirements.values()
        if "city" in r.binds and r.strength == "must" and not KB.areas_of(r)
    ]
    assert shown(page) == len(wanted)
    assert page.locator(".hm-filters output").inner_text() == said.format(len(wanted), len(KB.requirements))
    assert page.url.endswith("?role=city&focus=general&strength=must")
    heading = page.locator(".hm-group:visible h2").first
    assert (
        heading.locator("[data-words]")
        .inner_text()
        .startswith(str(page.locator(".hm-group:visible").first.locator("li:visible").count()))
    )
    # The address opens the same list elsewhere, and a section without any is gone.
    link = page.url
    other = page.context.new_page()
    other.goto(link)
    assert shown(other) == len(wanted)
    page.locator("select[name=phase]").select_option("evaluate")
    assert all(section.locator("li:visible").count() for section in page.locator(".hm-group:visible").all())
    page.get_by_role("button", name=re.compile("清除|Clear")).click()
    expect(page).to_have_url(re.compile(r"\.html$"))
    assert shown(page) == len(KB.requirements)
    assert watch.seen == []


def test_a_focus_area_shows_what_binds_besides_whatever_is_chosen(page, address):
    page.goto(f"{address}/zh/requirements.html?focus=public-services")
    chosen = [
        r
        for r in KB.requirements.values()
        if not (areas := KB.areas_of(r)) or "public-services" in {a.id for a in areas}
    ]
    assert shown(page) == len(chosen)


def test_a_checklist_offers_no_choice_that_fits_nothing(page, address):
    page.goto(f"{address}/zh/checklists/province.html")
    strengths = page.locator("select[name=strength] option").evaluate_all("all => all.map(o => o.value)")
    lines = KB.checklists["province"].lines()
    assert {value for value in strengths if value} == {
        line.requirement.strength for line in lines
    } or page.locator("select[name=strength]").is_hidden()


def test_a_checklist_is_filtered_by_its_lead_office(page, address):
    page.goto(f"{address}/zh/checklists/city-filing.html")
    page.locator("select[name=lead]").select_option("city-finance")
    lines = KB.checklists["city-filing"].lines()
    assert shown(page) == sum(1 for line in lines if line.step.lead == "city-finance") > 0


def test_a_filter_that_fits_nothing_says_what_to_do(page, address):
    page.goto(f"{address}/zh/requirements.html?role=province&phase=evaluate&strength=may")
    assert shown(page) == 0
    assert "放宽条件" in page.locator(".hm-filters output").inner_text()


def test_an_address_with_nonsense_shows_everything(page, address):
    page.goto(f"{address}/zh/requirements.html?role=%00&phase=<script>&x=y")
    assert shown(page) == len(KB.requirements)


def test_filters_work_by_keyboard_alone(page, address):
    page.goto(f"{address}/zh/requirements.html")
    for _ in range(60):
        if page.evaluate("document.activeElement.name") == "phase":
            break
        page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    expect(page).to_have_url(re.compile("phase=prepare"))
    assert 0 < shown(page) < len(KB.requirements)


def test_filters_work_from_a_disc(page, site):
    page.goto((site / "zh/requirements.html").as_uri())
    page.locator("select[name=role]").select_option("province")
    assert 0 < shown(page) < len(KB.requirements)


def test_without_javascript_lists_are_whole_and_no_dead_control_shows(chromium, address):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/zh/requirements.html?role=province")
    assert page.locator(".hm-filtered > li").count() == len(KB.requirements)
    assert not page.locator(".hm-filters").is_visible()
    page.goto(f"{address}/zh/calendar.html")
    assert not page.locator(".hm-dates").is_visible()
    page.locator("summary").first.click()
    assert page.locator("details li").first.is_visible()
    context.close()


def test_a_checklist_is_filtered_to_what_the_notice_asks_and_prints_so(page, address):
    page.goto(f"{address}/zh/checklists/city-filing.html")
    lines = KB.checklists["city-filing"].lines()
    assert shown(page) == len(lines)
    page.locator("select[name=origin]").select_option("notice")
    wanted = sum(1 for line in lines if line.step.origin == "notice")
    assert shown(page) == wanted
    page.emulate_media(media="print")
    assert shown(page) == wanted
    # The paper says that it is a part, and of how many; it says what it is not, and has room for a name.
    assert page.locator(".hm-filters output").inner_text() == f"显示{wanted}项，共{len(lines)}项"
    assert not page.get_by_role("button", name="打印").is_visible()
    assert page.locator(".hm-blanks").is_visible()
    page.emulate_media(media="screen")
    page.get_by_role("button", name="清除").click()
    expect(page).to_have_url(re.compile(r"\.html$"))
    page.emulate_media(media="print")
    assert not page.locator(".hm-filters").is_visible()


def test_the_calendar_turns_days_into_the_dates_of_ones_own_round(page, address):
    page.goto(f"{address}/zh/calendar.html")
    assert page.locator("tr", has_text="2014-03-18").get_by_text("历史日期").is_visible()
    page.locator("input[name=filing]").fill("2027-03-01")
    stretch = page.locator("[data-anchor=filing]").first
    days = int(stretch.get_attribute("data-from"))
    first = page.evaluate(
        "days => { const d = new Date('2027-03-01T00:00Z'); d.setUTCDate(d.getUTCDate() + days); return d.toISOString().slice(0, 10) }",
        days,
    )
    assert page.locator("summary .hm-dated").first.inner_text().startswith(first)
    page.locator("input[name=filing]").fill("2020-03-01")
    assert page.locator("summary .hm-dated").first.inner_text().endswith("已过")
    page.locator("summary").first.click()
    assert re.match(r"20\d\d-\d\d-\d\d 已过$", page.locator("details[open] li .hm-dated").first.inner_text())
    page.get_by_role("button", name="清除").click()
    expect(page.locator("summary .hm-dated").first).to_be_empty()


def test_the_calendar_file_is_there(page, address):
    page.goto(f"{address}/zh/calendar.html")
    with page.expect_download() as download:
        page.get_by_role("link", name="下载日历文件").click()
    text = download.value.path().read_text(encoding="utf-8")
    assert "DTSTART;VALUE=DATE:20140318" in text
    assert "历史日期" in text


def first_term(page, address):
    page.goto(f"{address}/zh/requirements/sharing-one-source.html")
    return page.locator("a.hm-term").first


def test_a_term_is_explained_on_hover_and_on_focus_and_escape_closes_it(page, address):
    term = first_term(page, address)
    definition = term.get_attribute("data-definition")
    note = page.get_by_role("tooltip")
    term.hover()
    assert note.inner_text() == definition
    page.keyboard.press("Escape")
    assert not note.is_visible()
    term.focus()
    assert note.is_visible()
    assert term.get_attribute("aria-describedby") == note.get_attribute("id")
    term.press("Enter")
    page.wait_for_url(re.compile(r"/zh/glossary\.html#"))


def test_a_first_tap_explains_a_term_and_a_second_opens_the_glossary(chromium, address):
    context = chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    term = first_term(page, address)
    term.tap()
    note = page.get_by_role("tooltip")
    assert note.is_visible()
    box = note.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    term.tap()
    page.wait_for_url(re.compile(r"/zh/glossary\.html#"))
    context.close()


def test_without_javascript_a_term_carries_its_definition_as_title(chromium, address):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    assert len(first_term(page, address).get_attribute("title")) > 10
    context.close()


@pytest.mark.parametrize("width", [390, 1280, 1920, 2560])
def test_large_type_grows_all_text_and_is_remembered(width, page, address):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}/zh/requirements/sharing-one-source.html")
    size = "parseFloat(getComputedStyle(document.querySelector('article p')).fontSize)"
    before = page.evaluate(size)
    assert before >= 12
    page.get_by_role("button", name="大字").click()
    assert page.evaluate(size) > before * 1.3
    page.goto(f"{address}/zh/index.html")
    assert page.get_by_role("button", name="大字").get_attribute("aria-pressed") == "true"
    assert (
        page.evaluate("parseFloat(getComputedStyle(document.querySelector('article .hm-lead')).fontSize)")
        >= 22
    )
    page.get_by_role("button", name="大字").click()
    assert page.get_by_role("button", name="大字").get_attribute("aria-pressed") == "false"


def test_body_text_is_16_px_or_more_and_lines_are_open(page, address):
    page.goto(f"{address}/zh/about.html")
    found = page.evaluate(
        "(() => { const s = getComputedStyle(document.querySelector('article > p:not([class])')); return [parseFloat(s.fontSize), parseFloat(s.lineHeight)] })()"
    )
    assert found[0] >= 16
    assert found[1] / found[0] >= 1.7


def test_at_200_percent_zoom_nothing_is_cut_and_the_menu_works_by_keyboard(page, address):
    page.set_viewport_size({"width": 720, "height": 450})  # 1440 × 900 at 200 %
    page.goto(f"{address}/zh/index.html")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    menu = page.get_by_role("button", name="菜单")
    menu.focus()
    page.keyboard.press("Enter")
    assert menu.get_attribute("aria-expanded") == "true"
    assert page.evaluate("document.activeElement.closest('.md-nav--primary') !== null")
    page.keyboard.press("Escape")
    assert menu.get_attribute("aria-expanded") == "false"
    assert page.evaluate("document.activeElement.classList.contains('hm-menu')")


def test_the_first_tab_offers_to_skip_to_the_content(page, address):
    page.goto(f"{address}/zh/requirements.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "跳到正文"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_from_the_home_page_each_role_reaches_its_checklist_in_one_click(page, address):
    for name, heading in [("城市：", "报送前清单"), ("省级：", "省级清单"), ("维护人员：", "校验规则")]:
        page.goto(f"{address}/zh/index.html")
        page.locator(".hm-roles > li > a", has_text=name).click()
        expect(page.locator("h1")).to_have_text(heading)
    page.goto(f"{address}/zh/index.html")
    page.locator(".hm-roles > li > a", has_text="境外读者").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_the_picture_of_the_way_leads_to_requirements_and_has_its_text(page, address):
    page.goto(f"{address}/zh/index.html")
    titles = [m.title.zh for m in KB.programme.path]
    page.locator(".hm-path-text summary").click()
    assert page.locator(".hm-path-text li a").all_inner_texts() == titles
    page.locator(".hm-path-picture a", has_text=titles[0][:2]).first.click()
    expect(page).to_have_url(re.compile(f"requirements/{KB.programme.path[0].requirement}\\.html$"))


def test_the_schematic_leads_to_provinces_and_the_table_says_the_same(page, address):
    page.goto(f"{address}/zh/provinces.html")
    assert page.locator(".hm-schematic a").count() == 34
    assert "不是地图" in page.locator("figcaption").inner_text()
    page.locator(".hm-schematic a", has_text="浙").click()
    expect(page.locator("h1")).to_have_text("浙江省")
    assert page.locator("tbody tr", has_text="有网页写明").count() == KB.pilots["zhejiang"]
