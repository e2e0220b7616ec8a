"""What a review says: for readers in both languages, for programs, for GitHub; and that nothing brings it down."""

import json
import os
import re
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from huimin.review.machine import as_json, github, workflow_command
from huimin.review.summary import review
from huimin.review.text import text
from huimin.review.words import words
from tests.check.test_catalogue import commit
from tests.conftest import change
from tests.review.scratch import git, kb

NAMES = "cases/east/river-names.yaml"


def test_what_changes_for_readers_is_told_in_both_languages(scratch):
    change(scratch.kb / NAMES, "state: compiled", "state: draft")
    change(scratch.kb / "glossary/one-list.yaml", "zh: 一览表", "zh: 总表")
    text = (scratch.kb / "requirements/keep-list.yaml").read_text(encoding="utf-8")
    (scratch.kb / "requirements/keep-list.yaml").write_text("# a remark\n" + text, encoding="utf-8")
    text = (scratch.kb / NAMES).read_text(encoding="utf-8").replace("river-names", "river-new")
    (scratch.kb / "cases/east/river-new.yaml").write_text(text, encoding="utf-8")
    said = scratch.check().stdout
    for line in (
        "- 修改案例：east/river-names《沿河各村的名称》",
        "- case changed: east/river-names “Names of the villages by the river”",
        "- 新增案例：east/river-new《沿河各村的名称》（读者看不到）",
        "- 修改术语：one-list《总表》",
        "- 1个文件只改了格式，内容不变",
        "- 1 files change in form only",
        "- east/river-names：据公开资料整理 → 草稿",
        "- east/river-names: compiled from public sources → draft",
        "- east/river-new: new → draft",
        "- zh/cases/east/river-new.html",
        "- en/glossary.html#one-list",
        "- zh/provinces/east.html",
    ):
        assert line in said.split("\n")
    assert "zh/requirements/keep-list.html" not in said
    assert "要求：keep-list" not in said


def test_nothing_changed(scratch):
    found = scratch.review("stranger")
    assert found["passes"]
    assert (found["entries"], found["files"], found["refusals"], found["pages"]) == ([], [], [], [])


def test_json_has_the_documented_keys(scratch):
    change(scratch.kb / NAMES, "state: compiled", "state: compild")
    found = scratch.review("@Stranger")
    assert list(found) == [
        "base", "compared_from", "actor", "passes", "entries", "form_only", "files", "refusals", "findings",
        "errors", "warnings", "pages", "notes",
    ]  # fmt: skip
    assert found["actor"] == "stranger"
    [entry] = found["entries"]
    assert list(entry) == [
        "kind", "id", "title", "change", "file", "readable", "shown", "state_before", "state_after",
    ]  # fmt: skip
    assert entry["readable"] is False
    assert (entry["title"]["en"], entry["state_before"]) == ("Names of the villages by the river", "compiled")
    [finding] = found["findings"]
    assert (finding["file"], finding["code"]) == (f"kb/{NAMES}", "KB104")
    for item in (*found["findings"], *found["refusals"]):
        assert list(item) == ["file", "line", "column", "code", "severity", "message", "help"]
        assert set(item["message"]) == set(item["help"]) == {"zh", "en"}


def test_findings_fail_a_change_of_ones_own(scratch):
    change(scratch.kb / NAMES, "city: east-river", "city: no-river")
    found = scratch.review("@made-up-east")
    assert found["refusals"] == []
    assert found["errors"] == 1
    assert "KB201 错误" in scratch.check("@made-up-east").stdout


def test_github_annotations_are_escaped_and_every_line_is_one(scratch):
    odd = scratch.kb / "cases/east/50%,a\n::error::b:c"
    odd.write_text("x")
    change(scratch.kb / NAMES, "zh: 沿河各村的名称", 'zh: "100%\\n::set-output name=a::b ##[error]c"')
    done = scratch.check("stranger", "--format", "github")
    assert done.exit_code == 1
    lines = done.stdout.rstrip("\n").split("\n")
    assert all(line.startswith(("::error file=", "::warning file=", "::notice title=")) for line in lines)
    assert any(
        "file=kb/cases/east/50%25%2Ca%0A%3A%3Aerror%3A%3Ab%3Ac,line=1,col=1,title=PR003::" in x for x in lines
    )
    assert any("100%25 ::set-output" in line for line in lines)
    assert any(line.startswith(f"::error file=kb/{NAMES},line=1,col=1,title=PR003::") for line in lines)
    assert [line for line in lines if "%0A" not in line] == []


@given(st.text(), st.text())
def test_an_escaped_command_reads_back(message, name):
    line = workflow_command("error", message, {"file": name})
    assert "\n" not in line
    assert "\r" not in line
    head, _, data = line.removeprefix("::error file=").partition("::")
    assert not {":", ","} & set(head)

    def plain(text):
        for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
            text = text.replace(code, char)
        return text

    assert plain(head) == name
    for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        data = data.replace(code, char)
    assert data == message


NAMES_OF_FILES = [
    "a b.yaml",
    "“引号”.yaml",
    "-rf",
    "a\tb.yaml",
    "a\nb.yaml",
    "$(id).yaml",
    "*.yaml",
    ":(top)x",
    "😀.yaml",
]


@pytest.mark.parametrize("committed", [False, True])
def test_odd_names(committed, scratch):
    folder = scratch.kb / "cases/east"
    for name in NAMES_OF_FILES:
        (folder / name).write_text("a: 1\n")
    (folder / os.fsdecode(b"\xff\xfe.yaml")).write_text("a: 1\n")
    if committed:
        scratch.commit()
    found = scratch.review("@made-up-east")
    assert found["refusals"] == []
    assert len(found["files"]) == len(NAMES_OF_FILES) + 1
    assert {r["code"] for r in scratch.review("@made-up-west")["refusals"]} == {"PR001"}
    for line in scratch.check("@made-up-east").stdout.split("\n"):
        assert line.isprintable()


def test_links_and_submodules_are_changes(scratch):
    (scratch.kb / "cases/east/link.yaml").symlink_to("/etc/passwd")
    inner = scratch.kb / "cases/east/inner"
    inner.mkdir()
    (inner / "a").write_text("x")
    commit(inner)
    (scratch.kb.parent / ".gitmodules").write_text(
        '[submodule "x"]\npath = kb/cases/east/inner\nignore = all\nurl = x\n'
    )
    git(scratch.kb.parent, "-c", "advice.addEmbeddedRepo=false", "add", "-f", ".")
    assert set(scratch.codes("@made-up-west")) == {
        ".gitmodules",
        "kb/cases/east/inner",
        "kb/cases/east/link.yaml",
    }
    assert "root:" not in scratch.check("@made-up-east").stdout


BROKEN = [
    b"a: [",
    b"\xff\xfe",
    b"[" * 100_000,
    b"&a [*a]",
    b"",
    b"- x",
    b"id: 1\nstate: approved\napproval: 7",
    b"\x00",
]


@pytest.mark.parametrize("data", BROKEN, ids=range(len(BROKEN)))
def test_broken_yaml_fails_in_words(data, scratch):
    for file in (
        NAMES,
        "cases/east/river-list.approved.yaml",
        "approvers.yaml",
        "jurisdictions.yaml",
        "site.yaml",
    ):
        (scratch.kb / file).write_bytes(data)
    for format_ in ("text", "json", "github"):
        done = scratch.check("@made-up-east", "--format", format_)
        assert done.exit_code == 1
        assert done.stderr == ""
    scratch.commit()
    scratch.base = "HEAD"  # and where the base is broken itself
    (scratch.kb / NAMES).write_bytes(data + b"#")
    assert scratch.check("@made-up-east").exit_code == 1


@settings(max_examples=20)
@given(data=st.binary(max_size=60))
def test_any_bytes_in_a_case(data, scratch):
    (scratch.kb / NAMES).write_bytes(data)
    summary = review(scratch.kb, scratch.base, "made-up-east")
    assert not summary.passes
    assert json.loads(as_json(summary))["errors"] >= 1
    for printed in (text(summary), github(summary)):
        assert printed.endswith("\n")


@pytest.mark.parametrize(
    "base", ["nowhere", "", "--help", "--since=2020-01-01", "-x", "HEAD:kb", "HEAD~5", "a b", "0" * 40]
)
def test_an_unknown_revision_is_misuse(base, scratch):
    for lang, words_ in (("C.UTF-8", "there is no commit"), ("zh_CN.UTF-8", "没有名为")):
        done = kb("pr", "check", "--kb", scratch.kb, f"--base={base}", lang=lang)
        assert (done.exit_code, done.stdout) == (2, "")
        assert words_ in done.stderr


def test_an_empty_account_is_misuse(scratch):
    for actor in ("", "@", "  "):
        done = scratch.check(actor)
        assert (done.exit_code, done.stdout) == (2, "")
        assert "--actor" in done.stderr


def test_a_folder_without_git_is_said_plainly(small):
    done = kb("pr", "check", "--kb", small, "--base", "HEAD", lang="zh_CN.UTF-8")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "不在Git仓库" in done.stderr


def test_a_machine_without_git_is_said_plainly(small, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    done = kb("pr", "check", "--kb", small, "--base", "HEAD")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Git was not found" in done.stderr


def test_no_commit_yet_and_no_common_past(small, scratch):
    git(scratch.kb, "checkout", "-q", "--orphan", "other")
    done = scratch.check()
    assert done.exit_code == 2
    assert "no common past" in done.stderr


def test_looking_changes_nothing(scratch):
    change(scratch.kb / NAMES, "state: compiled", "state: draft")
    os.utime(scratch.kb / "site.yaml", (1, 1))

    before = git(scratch.kb, "ls-files", "--stage"), git(scratch.kb, "status", "--porcelain")
    found = scratch.review()
    assert [f["file"] for f in found["files"]] == [f"kb/{NAMES}"]
    assert (git(scratch.kb, "ls-files", "--stage"), git(scratch.kb, "status", "--porcelain")) == before


def test_settings_of_git_do_not_hide_anything(scratch):
    for name, value in (
        ("diff.noprefix", "true"),
        ("diff.renames", "copies"),
        ("diff.relative", "true"),
        ("core.quotePath", "true"),
        ("diff.external", "false"),
    ):
        git(scratch.kb, "config", name, value)
    (scratch.kb.parent / "文件").write_text("x")
    subprocess.run(["git", "-C", str(scratch.kb.parent), "add", "."], check=True)
    assert scratch.codes("@made-up-east") == {"文件": ["PR002"]}


def test_every_word_is_there_in_both_languages():
    for key, word in words().items():
        assert set(word) == {"zh", "en"}, key
        assert all(word.values()), key
        zh, en = (set(re.findall(r"{(\w+)}", word[lang])) for lang in ("zh", "en"))
        assert zh == en, key


def test_every_kind_and_state_has_a_name():
    from typing import get_args

    from huimin.approval import CaseStatus
    from huimin.model.kinds import KINDS

    assert {f"kind-{kind.name}" for kind in KINDS} <= set(words())
    assert {f"state-{state}" for state in get_args(CaseStatus)} <= set(words())
