"""A city's checklist goes out as a spreadsheet, is filled in by LibreOffice, and comes back; its report becomes paper."""

import json
import re

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from playwright.sync_api import expect

from huimin.workbench.columns import FIRST_ROW, HEADING_ROW, sheets
from tests.browser.conftest import Watch
from tests.browser.workbench import backup, begin, download, hand_over, saved
from tests.conftest import ROOT
from tests.office.libreoffice import choose, delete_rows, enter, insert_columns, read, save, sheet, sort_rows
from tests.workbench.test_data import node

STEPS = sheets()["steps"]
LETTERS = {column.id: get_column_letter(STEPS.number(column.id)) for column in STEPS.columns}
LAST = get_column_letter(len(STEPS.columns))
OFFICE = "市财政部门"


def at(column, row):
    return f"{LETTERS[column]}{row}"


def answer(page, title, note):
    """Writes a note for a step in the page."""
    page.get_by_role("button", name="步骤", exact=True).click()
    page.get_by_label("在清单里查找").fill(title)
    page.locator(".wb-title", has_text=title).first.click()
    page.get_by_label("备注").fill(note)
    saved(page)


def part(page, file):
    """Saves the office's part; returns what it holds, by row."""
    page.get_by_role("button", name="保存和打开").click()
    page.get_by_label("牵头单位").select_option(OFFICE)
    file.write_bytes(download(page, "存成Excel表格"))
    found = load_workbook(file)[STEPS.title.zh]
    ids, titles = (STEPS.number(column) for column in ("id", "title"))
    rows = {
        row: (found.cell(row, ids).value, found.cell(row, titles).value)
        for row in range(FIRST_ROW, found.max_row + 1)
    }
    return {row: of for row, of in rows.items() if of[0]}


def test_a_department_fills_in_its_part_and_it_is_merged(page, address, office, tmp_path):
    """By way of XLSX, and once more by way of CSV."""
    watch = Watch(page, address)
    begin(page, address)
    sent, filled, plain = (tmp_path / name for name in ("part.xlsx", "财政.xlsx", "财政.csv"))
    rows = part(page, sent)
    done, hand, left_out, both, gone = list(rows)[:5]
    answer(page, rows[gone][1], "早先写的")
    assert part(page, sent) == rows
    office.edit(
        sent,
        sheet(STEPS.title.zh),
        choose(
            {
                at("status", done): "已完成",
                at("status", hand): "进行中",
                at("status", left_out): "不适用",
                at("lead", hand): "市审计部门",
            }
        ),
        enter(
            {
                at("due", done): "2030-6-30",
                at("due", hand): "2030年7月1日",
                at("evidence", done): "文号：佛财〔2030〕5号；日期：2030-05-06\nhttps://example.org/1；2",
                at("reason", left_out): "本市没有这类资金",
                at("note", both): "财政写的",
                at("note", hand): "1-2\n=SUM(A1:A2)",
                at("note", gone): "这一行要删掉",
            }
        ),
        delete_rows(gone),
        sort_rows(f"A{FIRST_ROW}:{LAST}{max(rows) - 1}", by=LETTERS["title"], descending=True),
        insert_columns(LETTERS["status"]),
        enter({at("status", HEADING_ROW): "内部用", at("status", FIRST_ROW): "看过"}),
        save(filled),
        save(plain),
    )
    answer(page, rows[both][1], "发改写的")
    answers = {
        done: {
            "status": "done",
            "due": "2030-06-30",
            "evidence": [
                {"number": "佛财〔2030〕5号", "date": "2030-05-06"},
                {"link": "https://example.org/1；2"},
            ],
        },
        hand: {"status": "in-hand", "lead": "市审计部门", "due": "2030-07-01", "note": "1-2\n=SUM(A1:A2)"},
        left_out: {"status": "not-applicable", "reason": "本市没有这类资金"},
        both: {"note": "财政写的"},
    }
    touched = {rows[row][0]: of for row, of in answers.items()}
    before = unstamped(backup(page), touched)
    steps = {id_: step | touched.get(id_, {}) for id_, step in before["steps"].items()}
    for file in (filled, plain):
        merge(page, file, conflict=(rows[both][1], "发改写的"))
        after = backup(page)
        # Who filled it in, not who merged it; a CSV does not say whose it is, so its name stands for that.
        by = "市财政部门" if file == filled else plain.name
        assert {after["steps"][id_]["changed"]["by"] for id_ in touched} == {by}
        assert unstamped(after, touched) == before | {"steps": steps}, file.name
        page.get_by_role("button", name="撤销").click()
        saved(page)
        assert unstamped(backup(page), touched) == before
    assert watch.seen == []


def unstamped(checklist, ids):
    """The checklist without the times at which these steps were changed."""
    for id_ in ids:
        checklist["steps"][id_].pop("changed", None)
    return checklist


def merge(page, file, conflict):
    """Opens a file that came back and merges it, its own answer taken in the one conflict."""
    hand_over(page, file.read_bytes(), file.name)
    expect(page.locator(".wb-findings li")).to_have_count(1)
    expect(page.locator(".wb-findings")).to_contain_text("“内部用”列：这一列不属于清单")
    page.get_by_role("button", name=re.compile("^合并到")).click()
    found = page.locator(".wb-conflict")
    expect(found).to_have_count(1)
    for text in conflict:
        expect(found).to_contain_text(text)
    apply = page.get_by_role("button", name=re.compile("^确认合并"))
    expect(apply).to_be_disabled()
    found.get_by_label("文件里的").check()
    apply.click()
    saved(page)


def test_a_report_becomes_paper(page, address, office, tmp_path):
    begin(page, address)
    page.get_by_role("checkbox").first.click()
    answer(page, "汇总群众和企业最难办", "先从窗口收集")
    document = tmp_path / "report.docx"
    document.write_bytes(download(page, "Word报告"))
    steps = backup(page)["steps"].values()
    paper, words = tmp_path / "report.pdf", tmp_path / "report.txt"
    office.edit(document, save(paper), save(words))
    text = words.read_text(encoding="utf-8-sig")
    pages = len(re.findall(rb"/Type\s*/Page\b", paper.read_bytes()))
    assert len(steps) / 14 < pages < len(steps) / 8
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    assert lines[:2] == ["佛山市信息惠民国家示范城市", "创建工作进展情况报告"]
    headings = "一、总体情况", "二、重点工作进展", "三、指标完成情况", "四、存在问题", "五、下一步安排"
    assert [line.replace(" ", "") for line in lines if line[1:2] == "、"] == list(headings)
    assert "附件：任务清单" in lines
    assert "备注：先从窗口收集" in lines
    assert [step["made"]["title"] for step in steps if step["made"]["title"] not in lines] == []


def test_a_whole_checklist_saved_by_libreoffice_differs_in_nothing(page, address, office, tmp_path):
    page.goto(f"{address}/zh/workbench.html")
    page.get_by_role("button", name="打开样例").click()
    sent = tmp_path / "example.xlsx"
    sent.write_bytes(download(page, "Excel表格（XLSX）"))
    back = office.convert(sent, tmp_path / "back.xlsx")
    hand_over(page, back.read_bytes(), back.name)
    expect(page.locator(".wb-findings")).to_have_count(0)
    page.get_by_role("button", name=re.compile("^合并到")).click()
    expect(page.get_by_text("“back.xlsx”与打开的清单没有不同。")).to_be_visible()


def test_whatever_a_checklist_holds_libreoffice_keeps_it(office, tmp_path):
    """Random checklists, made and compared by the model itself."""
    script = ROOT / "tests/script/through-office.ts"
    count = 3
    node(script, "save", tmp_path, count)
    for n in range(count):
        office.convert(tmp_path / f"{n}.xlsx", tmp_path / f"{n}.back.xlsx")
    assert json.loads(node(script, "open", tmp_path, count)) == []


def test_the_overview_leaves_out_steps_of_requirements_that_do_not_apply(page, address, office, tmp_path):
    """As LibreOffice counts it while one types, and as the page puts the results in."""
    page.goto(f"{address}/zh/workbench.html")
    page.get_by_role("button", name="打开样例").click()
    sent, changed, counted = (tmp_path / f"{name}.xlsx" for name in ("sent", "changed", "counted"))
    sent.write_bytes(download(page, "Excel表格（XLSX）"))
    left_out = sheets()["requirements"]
    title, reason = (get_column_letter(left_out.number(column)) for column in ("title", "reason"))
    requirement = STEPS.number("requirement")
    # One that the example does not leave out yet, the most frequent of the first phase.
    rows = list(load_workbook(sent)[STEPS.title.zh].iter_rows(min_row=FIRST_ROW, values_only=True))
    gone = {row[0].value for row in load_workbook(sent)[left_out.title.zh][f"{title}{FIRST_ROW}:{title}99"]}
    names = [row[requirement - 1] for row in rows if row[requirement - 1] not in gone]
    chosen = max(sorted(set(names)), key=names.count)
    last = FIRST_ROW + len(gone - {None})
    overview = "B3:F8"
    *_, before = office.edit(sent, sheet("总览"), read(overview))
    assert before == counts_in(sent, overview)
    *_, after, _ = office.edit(
        sent,
        sheet(left_out.title.zh),
        enter({f"{title}{last}": chosen, f"{reason}{last}": "本市没有"}),
        sheet("总览"),
        read(overview),
        save(changed),
    )
    assert after != before
    hand_over(page, changed.read_bytes(), changed.name)
    page.get_by_role("button", name=re.compile("^合并到")).click()
    page.get_by_role("button", name=re.compile("^确认合并")).click()
    counted.write_bytes(download(page, "Excel表格（XLSX）"))
    assert counts_in(counted, overview) == after


def counts_in(file, area):
    """The results that stand in the overview, as LibreOffice shows numbers."""
    return [[str(cell.value) for cell in row] for row in load_workbook(file, data_only=True)["总览"][area]]


@pytest.mark.parametrize("name", ["city-filing", "province"])
def test_a_plain_copy_filled_in_opens_as_a_checklist(name, page, address, site, office, tmp_path):
    watch = Watch(page, address)
    copy = site / f"downloads/checklist-{name}.zh.xlsx"
    about = sheets()["checklist"]
    book = load_workbook(copy)
    ids = [
        row[STEPS.number("id") - 1]
        for row in book[STEPS.title.zh].iter_rows(min_row=FIRST_ROW, values_only=True)
    ]
    fields = [row[about.number("id") - 1] for row in book[about.title.zh].iter_rows(values_only=True)]
    letter = get_column_letter(about.number("value"))
    name_at, city_at = (f"{letter}{fields.index(field) + 1}" for field in ("name", "city"))
    filled = tmp_path / "filled.xlsx"
    office.edit(
        copy,
        sheet(STEPS.title.zh),
        choose({at("status", FIRST_ROW): "已完成", at("status", FIRST_ROW + 1): "进行中"}),
        enter(
            {
                at("evidence", FIRST_ROW): "佛府〔2030〕1号",
                at("due", FIRST_ROW + 1): "2030-06-30",
                at("helpers", FIRST_ROW + 1): "市民政局\n市公安局",
                at("note", FIRST_ROW + 2): "先等上级通知",
            }
        ),
        sheet(about.title.zh),
        enter({name_at: "佛山的清单", city_at: "佛山市"}),
        save(filled),
    )
    page.goto(f"{address}/zh/workbench.html")
    page.get_by_role("button", name="打开文件").click()
    hand_over(page, filled.read_bytes(), filled.name)
    expect(page.locator(".wb-opened")).to_contain_text("佛山的清单")
    page.get_by_role("button", name="作为新的清单打开").click()
    saved(page)
    kept = backup(page)
    answers = {
        id_: {k: v for k, v in s.items() if k not in ("id", "made")} for id_, s in kept["steps"].items()
    }
    assert {id_: of for id_, of in answers.items() if of} == {
        ids[0]: {"status": "done", "evidence": [{"number": "佛府〔2030〕1号"}]},
        ids[1]: {"status": "in-hand", "due": "2030-06-30", "helpers": ["市民政局", "市公安局"]},
        ids[2]: {"note": "先等上级通知"},
    }
    assert (kept["name"], kept["city"]) == ("佛山的清单", "佛山市")
    assert list(kept["steps"]) == ids
    assert watch.seen == []
