"""Province against province: who may touch what, and who may approve."""

import re
import shutil

import pytest

from huimin.review.rights import Rights, account, owner_of
from tests.conftest import change
from tests.review.scratch import approve, git

LIST, NAMES = "cases/east/river-list.yaml", "cases/east/river-names.yaml"
EAST, WEST, MAINTAINER = "@made-up-east", "@made-up-west", "@made-up-maintainer"


def reword(scratch):
    change(scratch.kb / NAMES, "zh: 沿河各村的名称", "zh: 沿河各村的叫法")


def test_a_province_changes_its_own_cases(scratch):
    reword(scratch)
    for actor in (EAST, "made-up-east", "Made-Up-EAST", " @MADE-UP-EAST "):
        assert scratch.codes(actor) == {}
    scratch.commit()
    assert scratch.check(EAST).exit_code == 0


def test_a_change_to_another_provinces_case_fails_with_the_reason_and_whom_to_ask(scratch):
    reword(scratch)
    scratch.commit()
    [refusal] = scratch.review(WEST)["refusals"]
    assert (refusal["file"], refusal["code"]) == (f"kb/{NAMES}", "PR001")
    assert "@made-up-west" in refusal["message"]["zh"]
    assert "东省" in refusal["message"]["zh"]
    assert "East Province" in refusal["message"]["en"]
    assert "@made-up-east" in refusal["help"]["en"]
    assert "kb/cases/west/" in refusal["help"]["zh"]
    done = scratch.check(WEST)
    assert done.exit_code == 1
    for words in (
        "PR001 错误 账号@made-up-west属于西省",
        "PR001 error @made-up-west is an account of West Province",
    ):
        assert words in done.stdout


@pytest.mark.parametrize(
    "file",
    [
        "requirements/keep-list.yaml",
        "sources/made-up.yaml",
        "approvers.yaml",
        "jurisdictions.yaml",
        "README.md",
    ],
)
def test_what_is_the_maintainers_is_refused_to_a_province_and_left_to_them(file, scratch):
    with (scratch.kb / file).open("a", encoding="utf-8") as opened:
        opened.write("# more\n")
    assert scratch.codes(EAST) == {f"kb/{file}": ["PR002"]}
    assert scratch.codes(MAINTAINER) == {}


def test_files_outside_the_knowledge_base_are_the_maintainers(scratch):
    workflow = scratch.kb.parent / ".github/workflows/check.yml"
    workflow.parent.mkdir(parents=True)
    workflow.write_text("on: push\n")
    scratch.commit()
    assert scratch.codes(EAST) == {".github/workflows/check.yml": ["PR002"]}
    found = scratch.review(MAINTAINER)
    assert found["passes"]
    assert any("index.html" in note["en"] for note in found["notes"])


def test_accounts_that_are_not_listed_touch_nothing_and_are_told_whom_to_ask(scratch):
    reword(scratch)
    for actor in ("stranger", "made-up-east2", "made-up", "dependabot[bot]", "中文", "made-up-eaſt"):
        [refusal] = scratch.review(actor)["refusals"]
        assert refusal["code"] == "PR003"
        assert "@made-up-east" in refusal["help"]["zh"]
        assert "@made-up-maintainer" in refusal["help"]["zh"]


def test_a_removed_or_renamed_file_counts_at_both_places(scratch):
    west = scratch.kb / "cases/west"
    west.mkdir()
    (scratch.kb / NAMES).rename(west / "river-names.yaml")
    for committed in (False, True):
        if committed:
            scratch.commit()
        assert scratch.codes(EAST) == {"kb/cases/west/river-names.yaml": ["PR001"]}
        assert scratch.codes(WEST) == {f"kb/{NAMES}": ["PR001"]}


def test_a_removal_is_a_change(scratch):
    (scratch.kb / NAMES).unlink()
    assert scratch.codes(WEST) == {f"kb/{NAMES}": ["PR001"]}
    found = scratch.review(EAST)
    assert found["passes"]
    assert [(e["id"], e["change"]) for e in found["entries"]] == [("east/river-names", "removed")]
    assert any("kb case withdraw" in note["zh"] for note in found["notes"])


def test_a_folder_that_only_begins_like_ones_own_is_not_ones_own(scratch):
    for name in ("west-side", "West", "west\u200b"):
        folder = scratch.kb / "cases" / name
        folder.mkdir()
        (folder / "x.yaml").write_text("a: 1\n")
    (scratch.kb / "cases/west.yaml").write_text("a: 1\n")
    found = scratch.review(WEST)["refusals"]
    assert {f["code"] for f in found} == {"PR001", "PR002"}
    assert len(found) == 4


def test_an_approval_by_its_own_province_passes(scratch):
    approve(scratch.kb, "east/river-names", "east-office")
    found = scratch.review(EAST)
    assert found["passes"], found["refusals"] + found["findings"]
    assert {f["file"]: f["approval"] for f in found["files"]} == {
        "kb/cases/east/river-names.approved.yaml": True,
        f"kb/{NAMES}": True,
    }


@pytest.mark.parametrize("actor", [MAINTAINER, WEST, "stranger"])
def test_an_approval_by_the_wrong_account_fails(actor, scratch):
    approve(scratch.kb, "east/river-names", "east-office")
    scratch.commit()
    for file, codes in scratch.codes(actor).items():
        assert "PR004" in codes, file
    refusal = next(
        r for r in scratch.review(actor)["refusals"] if r["code"] == "PR004" and r["file"] == f"kb/{NAMES}"
    )
    text = (scratch.kb / NAMES).read_text(encoding="utf-8").split("\n")
    assert text[refusal["line"] - 1] == "approval:"
    assert "@made-up-east" in refusal["help"]["zh"]


def test_an_approver_of_another_province_is_refused(scratch):
    approve(scratch.kb, "east/river-names", "west-office")
    assert "PR005" in scratch.codes(EAST)[f"kb/{NAMES}"]
    refusal = next(r for r in scratch.review(EAST)["refusals"] if r["code"] == "PR005")
    assert "east-office" in refusal["help"]["zh"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  number: 东办〔2019〕1号\n", "  number: 东办〔2019〕2号\n"),
        ("  date: 2019-12-01\n", "  date: 2019-12-02\n"),
        ("  digest: 410f", "  digest: 510f"),
        ("  english: 90e6", "  english: 80e6"),
    ],
)
def test_a_changed_record_is_an_approval(old, new, scratch):
    change(scratch.kb / LIST, old, new)
    assert scratch.codes(MAINTAINER) == {f"kb/{LIST}": ["PR004"]}
    assert scratch.codes(EAST) == {}


def test_the_kept_words_of_an_approval_are_the_provinces(scratch):
    kept = scratch.kb / LIST.replace(".yaml", ".approved.yaml")
    change(kept, "zh: 一条河一张表", "zh: 一条河一张单")
    assert "PR004" in scratch.codes(MAINTAINER)[f"kb/{LIST.replace('.yaml', '.approved.yaml')}"]
    kept.unlink()  # taking an approval away approves nothing, though the check has a word to say
    assert scratch.codes(MAINTAINER) == {}
    assert scratch.review(MAINTAINER)["errors"] == 1
    git(scratch.kb, "checkout", "-q", ".")
    kept.write_text("# only a remark\n" + kept.read_text(encoding="utf-8"), encoding="utf-8")
    assert scratch.codes(MAINTAINER) == {}


def test_maintainers_change_words_and_withdraw_without_approving(scratch):
    change(scratch.kb / LIST, "zh: 一条河一张表", "zh: 一条河一张单")
    change(scratch.kb / NAMES, "state: compiled", "state: submitted")
    found = scratch.review(MAINTAINER)
    assert found["passes"], found
    states = {e["id"]: (e["state_before"], e["state_after"]) for e in found["entries"]}
    assert states == {
        "east/river-list": ("published", "changed"),
        "east/river-names": ("compiled", "submitted"),
    }
    change(scratch.kb / LIST, "state: approved", "state: withdrawn")
    with (scratch.kb / LIST).open("a", encoding="utf-8") as opened:
        opened.write("withdrawal:\n  date: 2020-01-02\n  reason:\n    zh: 停用。\n    en: Out of use.\n")
    assert scratch.codes(MAINTAINER) == {}
    scratch.commit()
    scratch.base = git(scratch.kb, "rev-parse", "HEAD")
    git(scratch.kb, "checkout", "-q", "HEAD~", "--", LIST)  # what was withdrawn comes back: an approval
    assert scratch.codes(MAINTAINER) == {f"kb/{LIST}": ["PR004"]}


def test_a_change_cannot_grant_itself_rights(scratch):
    change(scratch.kb / "approvers.yaml", '["@made-up-west"]', '["@made-up-west", "@newcomer"]')
    change(
        scratch.kb / "approvers.yaml", '["@made-up-maintainer"]', '["@made-up-maintainer", "@made-up-west"]'
    )
    (scratch.kb / "cases/west").mkdir()
    text = (scratch.kb / NAMES).read_text(encoding="utf-8").replace("id: east/", "id: west/")
    (scratch.kb / "cases/west/river-names.yaml").write_text(text, encoding="utf-8")
    scratch.commit()
    assert scratch.codes("newcomer") == {
        "kb/approvers.yaml": ["PR003"],
        "kb/cases/west/river-names.yaml": ["PR003"],
    }
    assert scratch.codes(WEST) == {"kb/approvers.yaml": ["PR002"]}
    assert any("approvers.yaml" in note["zh"] for note in scratch.review(WEST)["notes"])


def test_an_approver_added_in_the_same_change_does_not_count(scratch):
    with (scratch.kb / "approvers.yaml").open("a", encoding="utf-8") as opened:
        opened.write(
            "  - id: new-office\n    province: east\n    body:\n      zh: 新办公室\n      en: New office\n"
        )
    approve(scratch.kb, "east/river-names", "new-office")
    assert "PR005" in scratch.codes(EAST)[f"kb/{NAMES}"]


def test_rights_withdrawn_since_a_branch_began_do_not_live_on_in_it(scratch):
    git(scratch.kb, "branch", "-q", "work")
    change(scratch.kb / "approvers.yaml", '["@made-up-west"]', "[]")
    scratch.commit()
    scratch.base = git(scratch.kb, "rev-parse", "HEAD")
    git(scratch.kb, "checkout", "-q", "work")
    (scratch.kb / "cases/west").mkdir()
    text = (scratch.kb / NAMES).read_text(encoding="utf-8").replace("id: east/", "id: west/")
    (scratch.kb / "cases/west/river-names.yaml").write_text(text, encoding="utf-8")
    scratch.commit()
    # what others did on the main line since is not part of the change
    assert scratch.codes(WEST) == {"kb/cases/west/river-names.yaml": ["PR003"]}


@pytest.mark.parametrize("how", ["missing", "broken", "twice", "empty"])
def test_without_accounts_in_the_base_nobody_has_rights_and_it_says_so(how, small):
    from tests.review.scratch import Scratch

    file = small / "approvers.yaml"
    kept = file.read_text(encoding="utf-8")
    if how == "missing":
        file.unlink()
    else:
        faults = {
            "broken": "a: [",
            "twice": kept + "maintainers: []\n",
            "empty": re.sub(r"\[.*\]", "[]", kept),
        }
        file.write_text(faults[how], encoding="utf-8")
    scratch = Scratch.of(small)
    file.write_text(kept, encoding="utf-8")
    (small / "glossary/README.md").write_text("x")
    found = scratch.review(MAINTAINER)
    assert {r["code"] for r in found["refusals"]} == {"PR003"}
    assert any("kb/approvers.yaml" in note["zh"] for note in found["notes"])
    assert "仓库管理员" in found["refusals"][0]["help"]["zh"]


def test_without_an_account_nothing_is_refused_and_every_file_has_its_reviewers(scratch):
    reword(scratch)
    change(scratch.kb / "glossary/one-list.yaml", "写明事项", "写明全部事项")
    found = scratch.review()
    assert found["passes"]
    assert found["actor"] is None
    assert {f["file"]: (f["owner"], f["reviewers"]) for f in found["files"]} == {
        f"kb/{NAMES}": ("east", [EAST]),
        "kb/glossary/one-list.yaml": ("maintainers", [MAINTAINER]),
    }


def test_a_knowledge_base_at_the_root_of_its_repository(small):
    from tests.check.test_catalogue import commit
    from tests.review.scratch import Scratch

    commit(small)
    scratch = Scratch(small, "HEAD")
    reword(scratch)
    assert scratch.codes(EAST) == {}
    assert scratch.codes(WEST) == {NAMES: ["PR001"]}


def test_a_whole_province_may_be_without_accounts(scratch):
    change(scratch.kb / "approvers.yaml", '["@made-up-east"]', "[]")
    scratch.commit()
    scratch.base = "HEAD"
    approve(scratch.kb, "east/river-names", "east-office")
    found = scratch.review(MAINTAINER)
    assert {r["code"] for r in found["refusals"]} == {"PR004"}
    assert "还没有账号" in found["refusals"][0]["help"]["zh"]
    assert found["files"][0]["reviewers"] == [MAINTAINER]


def test_owners_and_accounts():
    assert owner_of("cases/east/x.yaml") == owner_of("cases/east/deep/x") == "east"
    for file in (
        None,
        "",
        "cases/x.yaml",
        "cases//x.yaml",
        "Cases/east/x.yaml",
        "requirements/cases/east/x.yaml",
    ):
        assert owner_of(file) == "maintainers"
    assert account("@A-b") == account("a-B") == "a-b"
    assert account("\u212aelvin") != "kelvin"
    assert Rights().provinces_of("x") == []
    assert not Rights().is_of("", "maintainers")


def test_a_case_of_ones_own_may_not_take_another_file_along(scratch):
    reword(scratch)
    shutil.copy(scratch.kb / "glossary/one-list.yaml", scratch.kb / "glossary/two-list.yaml")
    assert scratch.codes(EAST) == {"kb/glossary/two-list.yaml": ["PR002"]}
