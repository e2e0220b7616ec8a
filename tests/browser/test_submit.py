"""A case is filled in, kept as a draft, checked as one types, and saved; Python takes what the page has saved."""

import gzip
import json
import re
import shutil

import pytest
import yaml
from playwright.sync_api import expect

from huimin.intake.choices import choices_of
from huimin.intake.columns import every_column
from huimin.intake.handed_in import plan
from huimin.load import load
from huimin.read.parse import parse
from tests.browser.conftest import Watch
from tests.browser.test_accessibility import found as axe
from tests.conftest import REAL, ROOT
from tests.intake.conftest import TODAY

GOOD = {
    **yaml.load((ROOT / "tests/data/forms.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["good"],
    "city": "guangdong-foshan",
    "focus_areas": "public-services\nadministrative-efficiency",
    "themes": "administrative-efficiency.joint-business",
    "requirements": "sharing-one-source\nsharing-catalogue",
    "steps": "sharing-one-source.stop-collecting-twice",
}
PLACE = "cases/guangdong/river-form.yaml"
MISSING = re.compile("没有填写|this is empty")


def control(page, column):
    return page.locator(f'[id="f-{column}"]')


def said(page, column):
    return page.locator(f'[id="f-{column}-said"]')


def with_draft(page, cells):
    """The page finds this draft, as from an earlier visit."""
    draft = json.dumps({"id": "x", "revision": 1, "at": 1_700_000_000_000, "cells": cells})
    page.add_init_script(f"localStorage.length || localStorage.setItem('huimin-case:x', {json.dumps(draft)})")


def by_keyboard(page, cells):
    """Fills in every field that the Tab key comes to, from the first to the button that checks."""
    done = set()
    control(page, "id").focus()
    for _ in range(400):
        column, kind, words = page.evaluate(
            "() => { const e = document.activeElement; const f = e.closest('.hm-field');"
            "const c = f && (f.id || f.querySelector('[id^=f-]:not([id$=-help]):not([id$=-said])')?.id);"
            "return [c ? c.slice(2) : '', e.type || e.tagName, e.closest('label')?.innerText || e.innerText] }"
        )
        wanted = cells.get(column, "")
        if kind == "button" and re.search("检查全部|Check everything", words):
            return
        if column and column not in done and wanted:
            if kind in ("text", "textarea"):
                page.keyboard.insert_text(wanted)
                done.add(column)
            elif kind == "select-one" and every_column()[column].kind == "choices":
                for id_ in wanted.split("\n"):
                    steps_to(page, id_)
                    page.keyboard.press("Tab")
                    page.keyboard.press("Enter")
                done.add(column)
            elif kind == "select-one":
                steps_to(page, wanted)
                done.add(column)
            elif kind in ("radio", "checkbox"):
                labels = _labels(column, wanted)
                if kind == "radio":
                    for _ in range(4):
                        if (
                            page.evaluate("document.activeElement.closest('label').innerText.trim()")
                            in labels
                        ):
                            break
                        page.keyboard.press("ArrowDown")
                    page.keyboard.press("Space")
                    done.add(column)
                elif words.strip().split("\n")[0] in labels or words.strip().startswith("来源1"):
                    page.keyboard.press("Space")
        page.keyboard.press("Tab")
    raise AssertionError("the end of the form was not reached")


def steps_to(page, value):
    steps = page.evaluate("v => [...document.activeElement.options].findIndex(o => o.value === v)", value)
    assert steps > 0, value
    for _ in range(steps):
        page.keyboard.press("ArrowDown")


def _labels(column, wanted):
    kb = load(REAL).knowledge_base()
    name = every_column()[column].choices
    return {choices_of(kb)[name].label(id_, "zh") for id_ in wanted.split("\n")} if name else set()


def save(page, words):
    with page.expect_download() as download:
        page.get_by_role("button", name=words, exact=True).click()
    return download.value


def values_of(data):
    document, broken = parse(PLACE, data)
    assert not broken
    return {key: value for key, value in document.values.items() if key != "updated"}


@pytest.fixture
def kb(tmp_path):
    folder = tmp_path / "kb"
    shutil.copytree(REAL, folder, ignore=shutil.ignore_patterns("texts"))
    return folder


def test_a_case_is_filled_in_by_keyboard_and_python_takes_both_files(page, address, kb, tmp_path):
    watch = Watch(page, address)
    page.goto(f"{address}/zh/submit.html")
    expect(page.locator(".hm-said")).to_have_count(0)
    # Groups that are not there at first are added by keyboard too.
    for name in ("数据流向1", "结果1", "可以借鉴1"):
        page.get_by_role("button", name=f"再加一组：{name}").press("Enter")
    expect(control(page, "copy_this.1.basis").locator("input").first).to_be_focused()
    by_keyboard(page, GOOD)
    page.keyboard.press("Enter")
    expect(page.locator(".hm-summary-of-form")).to_contain_text("没有要改的")
    file = save(page, "存成YAML文件")
    assert file.suggested_filename == "river-form.yaml"
    text = file.path().read_bytes()
    expect(page.locator(".hm-save")).to_contain_text("kb/cases/guangdong/river-form.yaml")
    (kb / PLACE).write_bytes(text)
    loaded = load(kb)
    assert loaded.findings == []
    case = loaded.entries["case"]["guangdong/river-form"]
    assert (case.state, case.title.zh, case.results[0].value) == ("submitted", "一条河一张表", 240)
    # What kb case import makes of the spreadsheet is the same file.
    (kb / PLACE).unlink()
    sheet = tmp_path / "case.xlsx"
    save(page, "存成电子表格").save_as(sheet)
    result = plan(kb, load(kb), [sheet], update=False, today=TODAY)
    assert [f for f in result.findings if f.severity == "error"] == []
    assert [case.file for case in result.cases] == [PLACE]
    assert values_of(result.cases[0].text.encode()) == values_of(text)
    assert watch.seen == []


def test_errors_come_as_one_types_and_nothing_is_red_before(page, address):
    page.goto(f"{address}/zh/submit.html")
    box = control(page, "id")
    expect(page.locator("[aria-invalid]")).to_have_count(0)
    box.focus()
    page.keyboard.press("Tab")
    expect(said(page, "id")).to_contain_text("没有填写")
    expect(box).to_have_attribute("aria-invalid", "true")
    expect(box).to_have_attribute("aria-describedby", "f-id-help f-id-said")
    expect(page.locator("[aria-invalid]")).to_have_count(1)
    box.fill("River Form")
    expect(said(page, "id")).to_contain_text("“River Form”不能用作编号")
    expect(said(page, "id")).to_contain_text("可以写“river-form”")
    box.fill("river-form")
    expect(said(page, "id")).to_have_count(0)
    expect(box).not_to_have_attribute("aria-invalid", "true")
    title = control(page, "title.zh")
    title.fill("电话13800138000")
    title.blur()
    expect(said(page, "title.zh")).to_contain_text("手机号码")
    expect(said(page, "title.zh").get_by_role("link", name="KB305")).to_have_attribute(
        "href", "rules/KB305.html"
    )
    # Advice is no error.
    title.fill("一条 河")
    expect(said(page, "title.zh")).to_contain_text("建议")
    expect(title).not_to_have_attribute("aria-invalid", "true")


def test_what_is_missing_is_listed_with_links_and_no_file_is_saved(page, address):
    page.goto(f"{address}/en/submit.html")
    control(page, "title.en").fill("One list")
    page.get_by_role("button", name="Save as YAML").click()
    summary = page.locator(".hm-errors")
    expect(summary).to_contain_text("still to fill in or mend")
    assert page.locator(".hm-errors li").count() > 15
    summary.get_by_role("link", name="Summary (Chinese)", exact=True).click()
    expect(control(page, "summary.zh")).to_be_focused()
    summary.get_by_role("link", name="Lead: basis", exact=True).click()
    expect(control(page, "lead.basis").locator("input").first).to_be_focused()
    expect(page.locator(".hm-progress li").first).to_contain_text("to fill in")


def test_an_unfinished_case_is_saved_as_a_spreadsheet(page, address, kb, tmp_path):
    page.goto(f"{address}/en/submit.html")
    control(page, "id").fill("river-form")
    control(page, "title.en").fill("=1+1")
    sheet = tmp_path / "case.xlsx"
    save(page, "Save as spreadsheet").save_as(sheet)
    result = plan(kb, load(kb), [sheet], update=False, today=TODAY)
    assert result.cases == []
    missing = {f.spot.heading.en for f in result.findings if f.code.startswith("empty")}
    assert "Title (Chinese)" in missing
    # Text that looks like a formula stays text in the file, and is refused here as there.
    assert [f.spot.heading.en for f in result.findings if f.code == "formula"] == ["Title (English)"]
    control(page, "title.en").blur()
    expect(said(page, "title.en")).to_contain_text("holds a formula")


def test_more_groups_than_the_template_has_come_back_too(page, address, kb, tmp_path):
    cells = dict(GOOD)
    for n in (2, 3, 4):
        for id_, text in GOOD.items():
            if id_.startswith("sources.1."):
                cells[id_.replace("sources.1", f"sources.{n}")] = text
    cells["lead.sources"] = "1、4"
    with_draft(page, cells)
    page.goto(f"{address}/en/submit.html")
    text = save(page, "Save as YAML").path().read_bytes()
    sheet = tmp_path / "case.xlsx"
    save(page, "Save as spreadsheet").save_as(sheet)
    result = plan(kb, load(kb), [sheet], update=False, today=TODAY)
    assert values_of(result.cases[0].text.encode()) == values_of(text)
    assert values_of(text)["lead"]["sources"] == ("source-1", "source-4")


def test_a_source_taken_out_takes_its_number_with_it(page, address):
    two = {
        id_.replace("sources.1", "sources.2"): text
        for id_, text in GOOD.items()
        if id_.startswith("sources.1.")
    }
    with_draft(page, {**GOOD, **two, "lead.sources": "1、2", "approach.sources": "2"})
    page.goto(f"{address}/zh/submit.html")
    page.get_by_role("button", name="删去“来源1”").click()
    expect(page.locator("legend", has_text=re.compile("^来源2$"))).to_have_count(0)
    for column, ticked in (("lead.sources", True), ("approach.sources", True), ("sharing.sources", False)):
        expect(control(page, column).get_by_role("checkbox")).to_be_checked(checked=ticked)


def test_steps_are_those_of_the_requirements_that_are_chosen(page, address, kb, tmp_path):
    with_draft(page, GOOD)
    page.goto(f"{address}/zh/submit.html")
    add = control(page, "steps").locator("select option:not([value=''])")
    owners = {value.rpartition(".")[0] for value in add.evaluate_all("all => all.map(o => o.value)")}
    assert owners == {"sharing-one-source", "sharing-catalogue"}
    page.get_by_role("button", name="去掉“坚持一数一源", exact=False).first.click()
    page.get_by_role("button", name="检查全部").click()
    expect(said(page, "steps")).to_contain_text("KB222")
    # As kb case import says.
    sheet = tmp_path / "case.xlsx"
    save(page, "存成电子表格").save_as(sheet)
    result = plan(kb, load(kb), [sheet], update=False, today=TODAY)
    (error,) = [f for f in result.findings if f.severity == "error"]
    assert error.spot.heading.zh == "对应的步骤"
    assert error.message.zh.removeprefix("KB222 ") in said(page, "steps").inner_text()


@pytest.mark.parametrize("where", ["served", "disc"])
def test_the_draft_is_there_after_a_reload_and_can_be_deleted_and_brought_back(
    where, page, site, address, tmp_path
):
    page.goto(f"{address}/zh/submit.html" if where == "served" else (site / "zh/submit.html").as_uri())
    bar = page.locator(".hm-draft-bar")
    expect(bar).to_contain_text("还没有草稿")
    control(page, "title.zh").press_sequentially("一条河")
    expect(bar).to_contain_text("草稿已保存在本机浏览器里")
    page.reload()
    expect(control(page, "title.zh")).to_have_value("一条河")
    expect(bar).to_contain_text("上次没有填完的草稿")
    # The other language has the same draft, for choices are kept by their ids.
    page.locator("a.hm-language").click()
    expect(control(page, "title.zh")).to_have_value("一条河")
    page.go_back()
    page.get_by_role("button", name="删除这份草稿").click()
    expect(control(page, "title.zh")).to_have_value("")
    page.get_by_role("button", name="撤销").click()
    expect(control(page, "title.zh")).to_have_value("一条河")
    page.reload()
    expect(control(page, "title.zh")).to_have_value("一条河")
    page.get_by_role("button", name="删除这份草稿").click()
    page.reload()
    expect(control(page, "title.zh")).to_have_value("")
    expect(bar).to_contain_text("还没有草稿")
    # The template is loaded when it is asked for, from a disc as well.
    save(page, "存成电子表格").save_as(tmp_path / "a.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes().startswith(b"PK")


def test_where_the_browser_keeps_nothing_the_page_says_so(page, address):
    page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }"
    )
    page.goto(f"{address}/zh/submit.html")
    control(page, "id").fill("a")
    expect(page.locator(".hm-draft-bar")).to_contain_text("没有让本页保存草稿")


def test_two_windows_lose_nothing_of_each_other(page, address):
    page.goto(f"{address}/zh/submit.html")
    control(page, "title.zh").fill("甲")
    other = page.context.new_page()
    other.goto(f"{address}/zh/submit.html")
    expect(control(other, "title.zh")).to_have_value("甲")
    control(other, "title.zh").fill("甲乙")
    # The first window is told, and what it goes on typing becomes a draft of its own.
    expect(page.locator(".hm-draft-bar")).to_contain_text("在另一个窗口里改过")
    control(page, "summary.zh").fill("丙")
    expect(page.locator(".hm-draft-bar")).to_contain_text("两边都留着")
    other.reload()
    expect(control(other, "title.zh")).to_have_value("甲乙")
    page.reload()
    expect(control(page, "summary.zh")).to_have_value("丙")
    drafts = page.locator(".hm-draft-bar li button")
    expect(drafts).to_have_text(["甲", "甲乙"])
    drafts.nth(1).click()
    expect(control(page, "title.zh")).to_have_value("甲乙")


def test_a_change_in_another_window_can_be_shown_here(page, address):
    page.goto(f"{address}/zh/submit.html")
    control(page, "title.zh").fill("甲")
    other = page.context.new_page()
    other.goto(f"{address}/zh/submit.html")
    control(other, "title.zh").fill("乙")
    page.get_by_role("button", name="显示改过的").click()
    expect(control(page, "title.zh")).to_have_value("乙")
    expect(page.locator(".hm-draft-bar li")).to_have_count(0)


def test_a_draft_that_is_nonsense_does_no_harm(page, address):
    page.add_init_script(
        "localStorage.setItem('huimin-case:x', '{\"cells\": 7}'); localStorage.setItem('huimin-case:y', '{')"
    )
    watch = Watch(page, address)
    page.goto(f"{address}/zh/submit.html")
    expect(page.locator(".hm-draft-bar")).to_contain_text("还没有草稿")
    assert watch.seen == []


def test_without_javascript_the_page_says_all_and_has_the_template(chromium, address):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/zh/submit.html")
    assert not page.locator("#form").is_visible()
    assert not page.locator(".hm-to-form").first.is_visible()
    assert page.locator("noscript").inner_text()
    rows = page.locator(".hm-fields tbody tr")
    assert rows.count() > 60
    assert rows.first.is_visible()
    assert rows.first.inner_text().split("\t")[:2] == ["案例编号", "必填"]
    with page.expect_download() as download:
        page.get_by_role("link", name="下载电子表格模板").click()
    assert download.value.path().read_bytes().startswith(b"PK")
    context.close()


def test_the_text_can_be_copied_where_downloads_are_blocked(chromium, address):
    context = chromium.new_context(
        user_agent="Mozilla/5.0 (Linux; Android 12) Chrome/107 MicroMessenger/8.0.30"
    )
    page = context.new_page()
    with_draft(page, GOOD)
    page.goto(f"{address}/zh/submit.html")
    expect(page.locator(".hm-save")).to_contain_text("微信里不能下载文件")
    page.get_by_role("button", name="显示并复制文字").click()
    box = page.get_by_label("文件的文字")
    assert values_of(box.input_value().encode())["id"] == "guangdong/river-form"
    expect(page.locator(".hm-save [role=status]")).to_contain_text(re.compile("已复制|全选"))
    context.close()


def test_links_to_the_repository_carry_the_case_where_its_address_is_known(page, address, site):
    script = (site / "assets/submit-zh.js").read_text(encoding="utf-8")
    assert '"repository":null' in script
    links = (
        '{"new":"https://example.org/o/r/new/main/kb/cases/","issue":"https://example.org/o/r/issues/new"}'
    )
    page.route(
        "**/submit-zh.js",
        lambda r: r.fulfill(
            body=script.replace('"repository":null', f'"repository":{links}'), content_type="text/javascript"
        ),
    )
    with_draft(page, GOOD)
    page.goto(f"{address}/zh/submit.html")
    file = page.get_by_role("link", name="在代码仓库里新建这个文件").get_attribute("href")
    assert file.startswith("https://example.org/o/r/new/main/kb/cases/guangdong?filename=river-form.yaml")
    issue = page.get_by_role("link", name="在代码仓库里提交议题").get_attribute("href")
    assert "template=propose-case.yml" in issue
    assert "&place=%E4%BD%9B%E5%B1%B1" in issue
    expect(page.locator(".hm-repository")).not_to_contain_text("带不下") if "value=" in file else None
    control(page, "approach.text.zh").fill("先合成一张表。" * 300)
    expect(page.locator(".hm-repository li").first).to_contain_text("内容太长")
    assert "value=" not in page.get_by_role("link", name="在代码仓库里新建这个文件").get_attribute("href")


def test_nothing_is_sent_while_a_case_is_filled_in(page, address):
    with_draft(page, GOOD)
    page.goto(f"{address}/zh/submit.html", wait_until="networkidle")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    control(page, "title.zh").fill("另一个名称")
    save(page, "存成YAML文件")
    assert asked == []


BAD = {
    **GOOD,
    "title.en": "",
    "years.start": "二〇一八",
    "summary.zh": "电话13800138000",
    "lead.sources": "",
    "district.zh": "河 湾",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_axe_finds_nothing_in_any_state(lang, scheme, chromium, address):
    for cells in ({}, BAD, GOOD):
        context = chromium.new_context(color_scheme=scheme, viewport={"width": 1280, "height": 900})
        page = context.new_page()
        if cells:
            with_draft(page, cells)
        page.goto(f"{address}/{lang}/submit.html")
        if cells:
            page.locator(".hm-summary-of-form button").click()
            expect(page.locator(".hm-summary-of-form .hm-notice")).to_be_visible()
        assert axe(page) == {}
        context.close()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_on_a_phone_in_large_type_nothing_is_cut(lang, chromium, address):
    context = chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    page.add_init_script("localStorage.setItem('huimin-large', 'true')")
    page.add_init_script(
        f"localStorage.setItem('huimin-case:x', JSON.stringify({{id: 'x', revision: 1, at: 1, cells: {json.dumps(BAD)}}}))"
    )
    page.goto(f"{address}/{lang}/submit.html")
    page.locator(".hm-summary-of-form button").click()
    assert axe(page) == {}
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_on_paper_stands_what_was_typed_and_no_control(page, address):
    long = "先合成一张表，再由各村分头更新。\n" * 12
    with_draft(page, {**GOOD, "approach.text.zh": long.strip()})
    page.goto(f"{address}/zh/submit.html")
    page.emulate_media(media="print")
    assert (
        page.locator(
            "#form button:visible, #form textarea:visible, #form input:visible, #form select:visible"
        ).count()
        == 0
    )
    typed = page.locator(".hm-typed:visible")
    assert long.strip() in [text.strip() for text in typed.all_inner_texts()]
    assert "佛山" in typed.all_inner_texts()


def test_script_and_data_stay_small(site):
    def size(name):
        return len(gzip.compress((site / "assets" / name).read_bytes(), mtime=0))

    assert size("submit.js") < 40_000
    # The data grow with the knowledge base: titles of requirements, steps, indicators.
    assert max(size("submit-zh.js"), size("submit-en.js")) < 40_000


def test_pages_of_cases_and_provinces_lead_to_it(page, address):
    for path in ("zh/cases.html", "en/provinces/guangdong.html"):
        page.goto(f"{address}/{path}")
        page.locator("article a[href$='submit.html']").first.click()
        expect(page.locator("h1")).to_have_text(re.compile("提交案例|Submit a case"))
