"""CODEOWNERS: the same for the same data, and never over somebody else's file."""

import re

from huimin.model.approval import Approvers
from huimin.review.codeowners import codeowners
from tests.conftest import change
from tests.review.scratch import kb


def rules(text):
    return [line for line in text.split("\n") if line and not line.startswith("#")]


def approvers(**accounts):
    maintainers = accounts.pop("maintainers", ())
    offices = [
        {"id": f"{name}-office", "province": name, "body": {"zh": "处", "en": "Office"}, "accounts": given}
        for name, given in accounts.items()
    ]
    return Approvers.model_validate(
        {"id": "approvers", "updated": "2020-01-02", "maintainers": maintainers, "approvers": tuple(offices)}
    )


def test_maintainers_own_everything_and_provinces_their_folder(scratch):
    done = kb("codeowners", "--kb", scratch.kb)
    assert done.exit_code == 0
    assert rules(done.stdout) == [
        "* @made-up-maintainer",
        "/kb/cases/east/ @made-up-east",
        "/kb/cases/west/ @made-up-west",
    ]
    assert "kb codeowners" in done.stdout.split("\n")[0]


def test_order_and_spelling_do_not_matter():
    one = approvers(maintainers=("b", "@A"), west=("@x", "y"), east=("Z/team", "@a"), north=())
    other = approvers(north=(), east=("@a", "@Z/team"), west=("@y", "x", "@x"), maintainers=("@A", "@b"))
    assert codeowners(one, "kb/") == codeowners(other, "kb/")
    assert rules(codeowners(one, "")) == ["* @A @b", "/cases/east/ @a @Z/team", "/cases/west/ @x @y"]
    assert "north" in codeowners(one, "")
    assert rules(codeowners(one, "my kb/"))[1] == "/my\\ kb/cases/east/ @a @Z/team"


def test_without_maintainers_a_remark_says_so():
    text = codeowners(approvers(east=("x",)), "kb/")
    assert rules(text) == ["/kb/cases/east/ @x"]
    assert "没有写明维护人员" in text
    assert "names no maintainers" in text
    assert rules(codeowners(approvers(), "kb/")) == []


def test_it_is_written_whole_and_never_over_another_file(scratch, tmp_path):
    file = tmp_path / "CODEOWNERS"
    assert kb("codeowners", "--kb", scratch.kb, "--output", file).stdout == f"written: {file}\n"
    first = file.read_text(encoding="utf-8")
    assert kb("codeowners", "--kb", scratch.kb, "--output", file).stdout == f"unchanged: {file}\n"
    change(scratch.kb / "approvers.yaml", '["@made-up-west"]', "[]")
    assert kb("codeowners", "--kb", scratch.kb, "--output", file).exit_code == 0
    assert rules(first)[:2] == rules(file.read_text(encoding="utf-8"))
    file.write_text("* @somebody\n")
    done = kb("codeowners", "--kb", scratch.kb, "--output", file)
    assert done.exit_code == 2
    assert "left alone" in done.stderr
    assert file.read_text() == "* @somebody\n"
    assert [p.name for p in tmp_path.iterdir() if "CODEOWNERS" in p.name] == ["CODEOWNERS"]


def test_what_cannot_be_read_or_written_is_said(scratch, tmp_path):
    done = kb("codeowners", "--kb", scratch.kb, "--output", tmp_path / "no/such/CODEOWNERS")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "cannot write" in done.stderr
    file = scratch.kb / "approvers.yaml"
    text = file.read_text(encoding="utf-8")
    for broken in ("a: [", re.sub("province: east", "provnce: east", text)):
        file.write_text(broken, encoding="utf-8")
        done = kb("codeowners", "--kb", scratch.kb, "--output", tmp_path / "x")
        assert (done.exit_code, done.stdout) == (1, "")
        assert "approvers.yaml:" in done.stderr
    file.unlink()
    assert kb("codeowners", "--kb", scratch.kb).exit_code == 2
    assert not (tmp_path / "x").exists()


def test_without_git_the_folders_own_name_leads(small):
    assert rules(kb("codeowners", "--kb", small).stdout)[1] == "/kb/cases/east/ @made-up-east"
