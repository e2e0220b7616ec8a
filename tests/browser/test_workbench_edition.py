"""A checklist of the edition before, opened under one that rewords, splits, merges, replaces and retires its steps."""

import json
import shutil

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Watch, served
from tests.browser.workbench import backup, hand_over, saved
from tests.conftest import SMALL
from tests.hooks.builds import build
from tests.workbench import editions
from tests.workbench.test_data import node
from tests.workbench.test_editions import built

NOTICE = "这份清单是按指南较早的版本做的。"


@pytest.fixture(scope="module")
def newer(tmp_path_factory):
    """The site of the second edition, served, and a checklist of the first in which every step is answered."""
    folder = tmp_path_factory.mktemp("editions")
    shutil.copytree(SMALL, folder / "kb")
    editions.first(folder / "kb")
    before = built(folder / "kb", folder / "before.js")
    editions.second(folder / "kb")
    code, printed = build(folder / "kb", folder / "site")
    assert code == 0, printed
    made = node("tests/script/editions-at-build.ts", before, folder / "site/assets/workbench-data.zh.js")
    checklist = json.loads(made)["before"]
    for n, step in enumerate(checklist["steps"]):
        step |= {
            "status": "done",
            "lead": f"单位{n}",
            "due": f"2020-01-0{n + 1}",
            "evidence": [{"number": f"文号{n}"}],
        }
    with served(folder / "site") as address:
        yield address, checklist


@pytest.fixture
def opened(page, newer):
    """The page with the checklist open, and the checklist as it is kept."""
    address, checklist = newer
    page.watch = Watch(page, address)
    page.goto(f"{address}/zh/workbench.html")
    page.get_by_role("button", name="打开文件").click()
    hand_over(page, json.dumps(checklist).encode(), "从前.json")
    page.get_by_role("button", name="作为新的清单打开").click()
    saved(page)
    before = backup(page)
    assert list(before["steps"].values()) == checklist["steps"]
    yield page, before
    assert page.watch.seen == []


def look(page):
    """Follows the notice of a new edition."""
    expect(page.get_by_text(NOTICE)).to_be_visible()
    page.get_by_role("button", name="查看变化").click()
    expect(page.get_by_role("heading", name="指南更新以后")).to_be_visible()


def outcome(page, title):
    return page.locator(".wb-outcomes > li").filter(has=page.get_by_role("checkbox", name=title, exact=True))


def test_old_and_new_words_stand_beside_each_other_and_nothing_changes_by_looking(opened):
    page, before = opened
    look(page)
    expect(page.locator(".wb-fates li")).to_have_text(
        [
            "措辞有改动：1项",
            "由别的步骤代替：1项",
            "拆成几个步骤：1项",
            "合并：2项",
            "停用：1项",
            "新增：1项",
            "没有变化：2项",
        ]
    )
    words = outcome(page, "步骤4").get_by_role("row")
    expect(words).to_have_count(2)
    expect(words.first).to_contain_text("原来的说法现在的说法")
    expect(words.last.get_by_role("cell")).to_have_text(["步骤4", "步骤四"])
    # of the first edition: a step that was split, one of two that went into one, one that was given up
    expect(outcome(page, "步骤0").get_by_role("link")).to_have_text(["步骤0", "步骤1"])
    expect(outcome(page, "步骤1").get_by_role("link")).to_have_text(["步骤2"])
    expect(outcome(page, "步骤3")).to_contain_text("不合用")
    assert backup(page) == before


def test_every_answer_is_accounted_for_in_parts_and_whole_and_undo_brings_all_back(opened):
    page, before = opened
    old = before["steps"]
    look(page)
    outcome(page, "步骤1").get_by_role("checkbox").uncheck()
    expect(outcome(page, "步骤2").get_by_role("checkbox")).not_to_be_checked()  # it goes into the same step
    page.get_by_role("button", name="确认所选的5项").click()
    expect(page.locator(".wb-told", has_text="还有2项留待以后")).to_be_visible()
    saved(page)
    partly = backup(page)
    assert partly["edition"] == before["edition"]
    waiting = "keep-list.join-a", "keep-list.join-b"
    assert [partly["steps"][id_] for id_ in waiting] == [old[id_] for id_ in waiting]
    assert "keep-list.joined" not in partly["steps"]
    assert {step["id"] for step in partly["retired"]} == {
        f"keep-list.{id_}" for id_ in ("cut", "drop", "rename")
    }

    look(page)
    page.get_by_role("button", name="确认所选的2项").click()
    saved(page)
    expect(page.get_by_text(NOTICE)).to_have_count(0)
    whole = backup(page)
    assert whole["edition"] != before["edition"]
    kept = {step["id"]: step for step in whole["retired"]}
    for id_ in (f"keep-list.{gone}" for gone in editions.GONE):
        assert kept.pop(id_) == old[id_] | {"on": "2020-01-01"}
    assert kept == {}
    fields = "status", "lead", "due", "evidence", "note"
    now = {id_: [step.get(field) for field in fields] for id_, step in whole["steps"].items()}

    def was(id_, **other):
        return [(old[f"keep-list.{id_}"] | other)[field] for field in fields]

    for id_ in ("keep-list.write-list", "made-up-area.made-up-theme.hang-up"):
        assert whole["steps"][id_]["note"] == old[id_]["note"]
    assert {
        id_: of
        for id_, of in now.items()
        if id_ not in ("keep-list.write-list", "made-up-area.made-up-theme.hang-up")
    } == {
        "keep-list.cut-first": was("cut", status="in-hand"),
        "keep-list.cut-second": was("cut", status="in-hand"),
        "keep-list.joined": was(
            "join-a",
            evidence=[*old["keep-list.join-a"]["evidence"], *old["keep-list.join-b"]["evidence"]],
            note="记keep-list.join-a\n记keep-list.join-b",
        ),
        "keep-list.renamed": was("rename"),
        "keep-list.stay": was("stay"),
        "keep-list.fresh": [None] * len(fields),
    }
    assert whole["steps"]["keep-list.stay"]["made"]["title"] == "步骤四"

    undo = page.get_by_role("button", name="撤销")
    undo.click()
    saved(page)
    assert backup(page) == partly
    undo.click()
    saved(page)
    assert backup(page) == before
    expect(page.get_by_text(NOTICE)).to_be_visible()
    redo = page.get_by_role("button", name="重做")
    redo.click()
    redo.click()
    expect(page.get_by_text(NOTICE)).to_have_count(0)


def test_two_editions_of_one_day_are_told_apart(page, newer):
    address, checklist = newer
    page.goto(f"{address}/zh/workbench.html")
    day, _, digest = page.evaluate("huiminGuide.edition").partition("+")
    page.get_by_role("button", name="打开文件").click()
    hand_over(page, json.dumps(checklist | {"edition": f"{day}+{'1' * 16}"}).encode(), "从前.json")
    page.get_by_role("button", name="作为新的清单打开").click()
    look(page)
    told = f"按{day}（校验码11111111）版做成，指南现在是{day}（校验码{digest[:8]}）版"
    expect(page.get_by_text(told)).to_be_visible()
