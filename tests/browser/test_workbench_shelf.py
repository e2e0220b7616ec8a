"""Several checklists side by side, and what a city adds to the guide's steps or leaves out."""

import json
import re

from playwright.sync_api import expect

from tests.browser.workbench import backup, begin, download, saved

NAME = "佛山市信息惠民国家示范城市创建清单"


def card(page, name):
    heading = page.get_by_role("heading", name=name, exact=True)
    return page.locator(".wb-card").filter(has=heading)


def test_checklists_are_copied_renamed_and_put_away(page, address):
    begin(page, address)
    page.locator(".wb-tick").first.click()
    page.get_by_role("button", name="全部清单").click()
    card(page, NAME).get_by_role("button", name="复制").click()
    copy = card(page, f"{NAME}（副本）")
    expect(copy).to_contain_text("已完成1项")
    copy.get_by_role("button", name="重命名").click()
    page.get_by_label("清单名称").fill("第二份")
    page.get_by_role("button", name="确定").click()
    expect(page.locator(".wb-card")).to_have_count(2)
    card(page, NAME).get_by_role("button", name="归档", exact=True).click()
    expect(page.locator(".wb-card")).to_have_count(1)
    saved_names = page.locator(".wb-card h3")
    expect(saved_names).to_have_text(["第二份"])
    page.reload()
    expect(saved_names).to_have_text(["第二份"])
    page.get_by_role("button", name="已归档的清单（1）").click()
    card(page, NAME).get_by_role("button", name="取消归档").click()
    expect(page.locator(".wb-card")).to_have_count(2)


def test_a_requirement_that_does_not_apply_takes_its_steps_out_of_the_count(page, address):
    begin(page, address)
    total = int(re.search(r"共(\d+)项", page.locator(".wb-bar .wb-meter").inner_text())[1])
    page.locator(".wb-title").first.click()
    page.locator(".wb-editor summary", has_text="整项要求").click()
    page.get_by_label("本市不适用这项要求").check()
    expect(page.locator(".wb-bar .wb-meter")).to_contain_text(f"共{total}项")  # not without a reason
    page.locator(".wb-editor").get_by_label("不适用的理由").last.fill("由省里统一安排")
    saved(page)
    kept = backup(page)
    (id_,) = kept["requirements"]
    assert kept["requirements"][id_]["reason"] == "由省里统一安排"
    gone = [step for step in kept["steps"] if step.startswith(f"{id_}.")]
    expect(page.locator(".wb-bar .wb-meter")).to_contain_text(f"共{total - len(gone)}项")


def test_own_steps_and_projects_are_added(page, address):
    begin(page, address)
    page.get_by_text("增加自己的步骤或特色项目").click()
    page.get_by_label("项目名称").fill("信用惠民")
    page.get_by_role("button", name="增加项目").click()
    page.get_by_label("要做的事").fill("先做一次试点")
    page.get_by_role("button", name="增加步骤").click()
    expect(page.locator(".wb-step", has_text="先做一次试点")).to_contain_text("自加")
    saved(page)
    kept = json.loads(download(page, "备份（JSON）"))
    (project,) = kept["projects"]
    assert project["title"] == "信用惠民"
    assert kept["steps"][-1]["own"] == {
        "title": "先做一次试点",
        "phase": "prepare",
        "project": project["id"],
    }


def test_every_file_says_what_must_not_stand_in_it(page, address):
    begin(page, address)
    for button in ("备份（JSON）", "步骤表（CSV）"):
        text = download(page, button).decode("utf-8-sig")
        assert "请勿填写涉密和敏感个人信息" in text
        assert "数据只保存在本机" in text
        assert "清除本机全部内容" in text
    lines = text.splitlines()
    assert lines[0].startswith("请勿填写")
    assert lines[1].startswith("步骤编号,序号,")
    assert lines[0].count(",") == lines[1].count(",")
