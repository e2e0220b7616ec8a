"""A city's work with its checklist, from the first choice to the report."""

import gzip
import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from playwright.sync_api import expect

from scripts.browser import find
from tests.browser.conftest import FLAGS, Watch
from tests.browser.workbench import begin, download, hand_over, saved, to_files
from tests.browser.workbench_states import Workbench


def first(page):
    return page.locator(".wb-step").first


def test_a_city_chooses_ticks_assigns_and_finds_all_again(chromium, address, tmp_path):
    """Closed and opened again, everything is there."""
    browser = chromium.browser_type
    context = browser.launch_persistent_context(
        str(tmp_path / "profile"), executable_path=find(), args=FLAGS, locale="zh-CN"
    )
    page = context.new_page()
    watch = Watch(page, address)
    begin(page, address)
    expect(page.locator("h2").first).to_have_text("佛山市信息惠民国家示范城市创建清单")
    first(page).get_by_role("checkbox").click()
    first(page).locator(".wb-title").click()
    page.get_by_label("牵头单位").fill("市政务数据局")
    page.get_by_label("文号").fill("佛府〔2030〕1号")
    page.get_by_label("备注").fill("已经市政府常务会议审定")
    saved(page)
    context.close()
    context = browser.launch_persistent_context(
        str(tmp_path / "profile"), executable_path=find(), args=FLAGS, locale="zh-CN"
    )
    page = context.new_page()
    page.goto(f"{address}/zh/workbench.html")
    page.get_by_role("button", name="佛山市信息惠民国家示范城市创建清单").click()
    expect(first(page).get_by_role("checkbox")).to_be_checked()
    first(page).locator(".wb-title").click()
    expect(page.get_by_label("牵头单位")).to_have_value("市政务数据局")
    expect(page.get_by_label("文号")).to_have_value("佛府〔2030〕1号")
    expect(page.get_by_label("备注")).to_have_value("已经市政府常务会议审定")
    expect(first(page)).to_contain_text("市发展改革委修改")
    context.close()
    assert watch.seen == []


def test_every_change_can_be_taken_back_and_made_again(page, address):
    begin(page, address)
    tick = first(page).get_by_role("checkbox")
    tick.click()
    first(page).locator(".wb-title").click()
    page.get_by_label("备注").press_sequentially("一句话")
    page.get_by_role("button", name="撤销").click()
    expect(page.get_by_label("备注")).to_have_value("")
    page.get_by_role("button", name="撤销").click()
    expect(tick).not_to_be_checked()
    page.get_by_role("button", name="重做").click()
    expect(tick).to_be_checked()
    page.get_by_role("button", name="修改记录").click()
    expect(page.locator(".wb-history")).to_contain_text("已完成")


def test_the_address_carries_groups_and_filters(page, address):
    begin(page, address)
    page.get_by_label("分组").select_option("lead")
    page.get_by_label("只看").select_option("must")
    page.get_by_label("在清单里查找").fill("共享")
    expect(page).to_have_url(re.compile("search="))
    link = page.url
    count = page.locator(".wb-step").count()
    assert 0 < count < 100
    saved(page)
    page.goto("about:blank")
    page.goto(link)
    expect(page.locator(".wb-step")).to_have_count(count)
    expect(page.get_by_label("分组")).to_have_value("lead")


def test_the_whole_way_with_the_keyboard_alone(page, address):
    begin(page, address)
    page.locator(".wb-tick").first.focus()
    page.keyboard.press("Space")
    expect(page.locator(".wb-tick").first).to_be_checked()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".wb-tick").nth(1)).to_be_focused()
    page.keyboard.press("Space")
    expect(page.locator(".wb-tick").nth(1)).to_be_checked()
    page.keyboard.press("Control+z")
    expect(page.locator(".wb-tick").nth(1)).not_to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".wb-editor")).to_be_visible()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).not_to_be_visible()
    page.keyboard.press("/")
    expect(page.get_by_label("在清单里查找")).to_be_focused()


def test_a_tick_shows_at_once_among_two_thousand_steps(page, address):
    begin(page, address)
    saved(page)
    many = json.loads(download(page, "备份（JSON）"))
    own = [{"id": f"own-{n}", "own": {"title": f"自加第{n}步", "phase": "build"}} for n in range(1700)]
    many |= {"id": "many", "name": "很多步骤", "steps": many["steps"] + own}
    page.locator("input[type=file]").set_input_files(
        {"name": "many.json", "mimeType": "application/json", "buffer": json.dumps(many).encode()}
    )
    page.get_by_role("button", name="作为新的清单打开").click()
    expect(page.locator(".wb-step")).to_have_count(len(many["steps"]))
    page.locator(".wb-tick").nth(3).click()
    expect(page.locator(".wb-tick").nth(3)).to_be_checked()


def test_a_part_goes_out_comes_back_and_conflicts_are_chosen(page, address):
    begin(page, address)
    page.get_by_role("button", name="保存和打开").click()
    page.get_by_label("牵头单位").select_option("市财政部门")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="存成Excel表格").click()
    assert "市财政部门" in waiting.value.suggested_filename
    book = load_workbook(io.BytesIO(Path(waiting.value.path()).read_bytes()))
    sheet = book["步骤"]
    headings = {cell.value: cell.column for cell in sheet[2]}
    assert sheet.column_dimensions["A"].hidden
    status, note = headings["状态"], headings["备注"]
    for row in (3, 4):
        sheet.cell(row, status).value = "已完成"
        sheet.cell(row, note).value = f"财政部门填写{row}"
    title = sheet.cell(3, headings["步骤"]).value
    back = io.BytesIO()
    book.save(back)

    page.get_by_role("button", name="步骤", exact=True).click()
    page.get_by_label("在清单里查找").fill(title)
    expect(page.locator(".wb-step")).to_have_count(1)
    page.locator(".wb-title").first.click()
    page.get_by_label("备注").fill("我们自己写的")
    saved(page)
    page.get_by_role("button", name="保存和打开").click()
    page.locator("input[type=file]").set_input_files(
        {"name": "财政.xlsx", "mimeType": "application/octet-stream", "buffer": back.getvalue()}
    )
    expect(page.locator(".wb-opened")).to_contain_text("只有“市财政部门”牵头的")
    page.get_by_role("button", name=re.compile("^合并到")).click()
    conflict = page.locator(".wb-conflict")
    expect(conflict).to_have_count(1)
    expect(conflict).to_contain_text("我们自己写的")
    apply = page.get_by_role("button", name=re.compile("^确认合并"))
    expect(apply).to_be_disabled()
    conflict.get_by_label("文件里的").check()
    apply.click()
    page.get_by_label("在清单里查找").fill("财政部门填写")
    expect(page.locator(".wb-step")).to_have_count(2)
    expect(page.locator(".wb-tick").first).to_be_checked()


def test_all_parts_go_out_at_once_and_one_sees_whose_came_back(page, address):
    begin(page, address)
    packed = zipfile.ZipFile(io.BytesIO(download(page, "各单位各一份（ZIP）")))
    offices = page.get_by_label("牵头单位").locator("option").count() - 1
    assert len(packed.namelist()) == offices > 5
    assert packed.testzip() is None
    state = page.locator(".wb-parts summary")
    expect(state).to_contain_text(f"{offices}个单位，已发出{offices}个，其中收回0个")
    name = "市财政部门.xlsx"
    book = load_workbook(io.BytesIO(packed.read(name)))
    sheet = book["步骤"]
    lead, note = ({cell.value: cell.column for cell in sheet[2]}[head] for head in ("建议单位", "备注"))
    assert {sheet.cell(row, lead).value.split("\n")[0] for row in range(3, sheet.max_row + 1)} == {
        "市财政部门"
    }
    sheet.cell(3, note).value = "填好了"
    back = io.BytesIO()
    book.save(back)
    hand_over(page, back.getvalue(), name)
    page.get_by_role("button", name=re.compile("^合并到")).click()
    page.get_by_role("button", name=re.compile("^确认合并")).click()
    to_files(page)
    expect(state).to_contain_text(f"已发出{offices}个，其中收回1个")
    row = page.locator(".wb-parts tr", has_text="市财政部门")
    expect(row).not_to_contain_text("尚未收回")
    expect(page.locator(".wb-parts tr", has_text="尚未收回")).to_have_count(offices - 1)
    saved(page)
    page.reload()
    expect(state).to_contain_text("其中收回1个")
    page.get_by_label("牵头单位").select_option("市财政部门")
    download(page, "存成Excel表格")
    expect(row).to_contain_text("尚未收回")


def test_a_report_goes_without_its_annex_where_that_is_chosen(page, address):
    begin(page, address)
    whole = Document(io.BytesIO(download(page, "Word报告")))
    page.get_by_label("附上任务清单").uncheck()
    short = Document(io.BytesIO(download(page, "Word报告")))
    assert (len(whole.sections), len(short.sections)) == (2, 1)
    texts = [[p.text for p in document.paragraphs] for document in (whole, short)]
    assert "附件：任务清单" in texts[0]
    assert not any("附件" in text for text in texts[1])
    assert texts[0][:4] == texts[1][:4]


@pytest.mark.parametrize(
    ("button", "magic"), [("Word报告", b"PK"), ("Excel表格（XLSX）", b"PK"), ("步骤表", b"\xef\xbb\xbf")]
)
def test_files_are_made_in_the_page(button, magic, page, address):
    watch = Watch(page, address)
    begin(page, address)
    assert download(page, button).startswith(magic)
    assert watch.seen == []


def test_the_example_opens_with_one_click_and_says_what_it_is(page, address):
    page.goto(f"{address}/zh/workbench.html")
    page.get_by_role("button", name="打开样例").click()
    expect(page.locator(".wb-path")).to_contain_text("样例")
    for view in ("指标", "进展", "时间表", "打印"):
        page.get_by_role("button", name=view, exact=True).click()
        expect(page.locator(".wb section").first).to_be_visible()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_summary_for_those_who_decide_is_one_page(lang, chromium, address):
    """Whatever stands in it: the longest names and titles that there may be."""
    context = chromium.new_context(locale="zh-CN" if lang == "zh" else "en")
    wb = Workbench(context.new_page(), address, lang)
    wide = "很长的名称" if lang == "zh" else "a long name "
    steps = [
        {"id": f"own-{n}", "lead": f"{n}{wide * 30}"[:500], "due": "2015-06-30", "status": "in-hand"}
        | {"own": {"title": f"{n}{wide * 30}"[:500], "phase": "prepare"}}
        for n in range(30)
    ]
    own = wb.own(name=(wide * 20)[:99].strip(), city=(wide * 20)[:99].strip())
    wb.button("shelf.open").click()
    for checklist in (wb.guide["example"], own, own | {"id": "long", "steps": own["steps"] + steps}):
        wb.put("checklist.json", checklist)
        wb.page.locator(".wb-opened button").last.click()
        wb.view("print")
        wb.button("print.brief").click()
        expect(wb.page.locator(".wb-first-ones").first).to_be_visible()
        paper = wb.page.pdf(prefer_css_page_size=True, format="A4")
        assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1
        wb.view("files")
    context.close()


LETTERS = """(svg) => (11 * svg.getBoundingClientRect().width) / svg.viewBox.baseVal.width * 0.75"""


def test_a_timeline_on_paper_has_letters_that_can_be_read(page, address):
    """By requirement it has some seventy rows: they go over several pages, and the first begins below the head."""
    page.goto(f"{address}/zh/workbench.html")
    page.get_by_role("button", name="打开样例").click()
    page.get_by_role("button", name="时间表", exact=True).click()
    rows = page.locator(".wb-scroll .wb-row-name").count()
    assert rows > 40
    page.set_viewport_size(
        {"width": 1000, "height": 700}
    )  # A4 on its side, without its margins, as Chromium prints it
    page.emulate_media(media="print")
    pictures = page.locator(".wb-on-paper svg")
    assert pictures.locator(".wb-row-name").count() == rows
    for number in range(pictures.count()):
        assert pictures.nth(number).evaluate(LETTERS) > 6.5
    expect(page.locator(".wb-scroll")).to_be_hidden()
    paper = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == pictures.count() > 1


def test_the_warning_shrinks_once_it_was_read_and_never_goes(page, address):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}/zh/workbench.html")
    warning = page.locator(".wb-warning")
    expect(page.locator(".hm-warning")).to_be_hidden()
    expect(warning).to_contain_text("不会发送到任何地方")
    height = warning.bounding_box()["height"]
    warning.get_by_role("button", name="知道了").click()
    expect(warning).not_to_contain_text("不会发送到任何地方")
    assert warning.bounding_box()["height"] < height / 3
    begin(page, address)
    for view in ("步骤", "指标", "进展", "时间表", "修改记录", "基本设置", "保存和打开", "打印"):
        page.get_by_role("button", name=view, exact=True).click()
        expect(warning.get_by_text("请勿填写涉密和敏感个人信息。")).to_be_in_viewport()
    page.emulate_media(media="print")
    expect(warning.get_by_text("请勿填写涉密和敏感个人信息。")).to_be_visible()
    expect(warning.get_by_role("button")).to_be_hidden()
    page.emulate_media(media="screen")
    warning.get_by_role("button", name="数据保存在哪里").click()
    expect(warning).to_contain_text("不会发送到任何地方")


def test_a_deleted_checklist_comes_back(page, address):
    begin(page, address)
    page.get_by_role("button", name="全部清单").click()
    page.get_by_role("button", name="删除").click()
    expect(page.locator(".wb-card")).to_have_count(0)
    page.locator(".wb-told").get_by_role("button", name="撤销").click()
    expect(page.locator(".wb-card")).to_have_count(1)


def test_one_button_clears_a_shared_computer(page, address):
    begin(page, address)
    page.get_by_role("button", name="全部清单").click()
    page.get_by_role("button", name="清除本机全部内容").click()
    page.get_by_role("button", name="全部清除").click()
    expect(page.locator(".wb-card")).to_have_count(0)
    page.reload()
    expect(page.locator(".wb-ways")).to_be_visible()
    expect(page.locator(".wb-card")).to_have_count(0)


def test_personal_data_are_pointed_at(page, address):
    begin(page, address)
    first(page).locator(".wb-title").click()
    page.get_by_label("备注").fill("联系人电话13912345678")
    expect(page.get_by_role("alert").filter(has_text="手机号")).to_be_visible()


def test_it_works_from_a_disc(page, site):
    watch = Watch(page, "file://")
    begin(page, site.as_uri())
    first(page).get_by_role("checkbox").click()
    saved(page)
    page.reload()
    expect(first(page).get_by_role("checkbox")).to_be_checked()
    assert download(page, "备份（JSON）").startswith(b"{")
    assert watch.seen == []


def test_without_script_the_blank_files_are_offered(chromium, address):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/zh/workbench.html")
    links = page.locator(".hm-plain-copies a[download]")
    assert links.count() > 10
    context.close()


def test_the_pages_own_script_stays_small(site):
    assert len(gzip.compress((site / "assets/workbench.js").read_bytes())) < 60_000
