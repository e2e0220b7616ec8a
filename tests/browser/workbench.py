"""What a person does in the workbench, for tests that play a story: begin, save as a file, open a file."""

import json
from pathlib import Path

from playwright.sync_api import expect


def begin(page, address, city="佛山市"):
    """A new checklist for a city, with one area and one theme."""
    page.goto(f"{address}/zh/workbench.html")
    page.get_by_role("button", name="新建清单").click()
    page.get_by_label("城市", exact=True).last.fill(city)
    page.get_by_label("提升公共服务水平").check()
    page.get_by_label("市民卡").check()
    page.get_by_text("日期（可以以后再填）").click()
    page.get_by_label("报送截止").fill("2030-12-31")
    page.get_by_label("您的姓名或单位").fill("市发展改革委")
    page.get_by_role("button", name="建立清单").click()
    expect(page.locator(".wb-step").first).to_be_visible()
    return page


def saved(page):
    expect(page.locator(".wb-saved")).to_have_text("已保存在本机浏览器")


def to_files(page):
    """Turns to where files are saved and opened."""
    page.get_by_role("button", name="保存和打开").click()
    expect(page.locator("input[type=file]")).to_be_attached()


def download(page, button):
    """The bytes of a file that the page saves."""
    if not page.get_by_role("button", name=button).is_visible():
        to_files(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    return Path(waiting.value.path()).read_bytes()


def hand_over(page, data, name):
    """Gives a file to the page; what it says of it is then on the page."""
    if not page.locator("input[type=file]").count():
        to_files(page)
    file = {"name": name, "mimeType": "application/octet-stream", "buffer": data}
    page.locator("input[type=file]").set_input_files(file)
    expect(page.locator(".wb-opened")).to_contain_text(name)


def backup(page):
    """The open checklist as a backup holds it, its steps by id, without what keeps account of changes and parts."""
    checklist = json.loads(download(page, "备份（JSON）"))
    for field in ("history", "revision", "parts"):
        checklist.pop(field, None)
    checklist["steps"] = {step["id"]: step for step in checklist["steps"]}
    return checklist
