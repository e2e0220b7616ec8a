"""``kb case template`` and ``kb case import`` as people call them."""

import os

import pytest

from huimin.intake.write import write_whole
from huimin.load import load
from tests.conftest import change
from tests.intake.fill import as_xlsx
from tests.intake.kb import everything, kb


@pytest.fixture
def sheet(tmp_path):
    """Writes rows into a spreadsheet and gives its path."""

    def write(*rows, name="cases.xlsx"):
        file = tmp_path / name
        file.write_bytes(as_xlsx(list(rows)))
        return file

    return write


def test_template_and_import(small, tmp_path, sheet, row):
    target = tmp_path / "out.xlsx"
    done = kb("template", "--kb", small, "--province", "east", "--output", target)
    assert (done.exit_code, done.output) == (0, f"written: {target}\n")
    done = kb("import", sheet(row), "--kb", small)
    assert done.exit_code == 0
    assert done.output.endswith(
        "written: cases/east/river-new.yaml\n1 case(s) written, 0 row(s) not written, 0 thing(s) to mend\n"
    )
    loaded = load(small)
    assert loaded.findings == []
    assert loaded.entries["case"]["east/river-new"].state == "submitted"
    assert not [p for p in (small / "cases/east").iterdir() if p.name.startswith(".")]


def test_a_template_is_never_written_over_and_wrong_calls_end_in_words(small, tmp_path):
    target = tmp_path / "out.xlsx"
    target.write_text("mine")
    for arguments, said in (
        (("--province", "east", "--output", target), "left alone"),
        (("--province", "nowhere"), 'there is no province "nowhere": east, west'),
        (("--province", "east", "--output", tmp_path / "out.xlsx/a.xlsx"), "cannot write"),
    ):
        done = kb("template", "--kb", small, *arguments)
        assert done.exit_code == 2
        assert said in done.output
    assert target.read_text() == "mine"
    assert "没有省级行政区" in kb("template", "--kb", small, "--province", "x", lang="zh_CN.UTF-8").output
    done = kb("import", tmp_path / "none.xlsx", "--kb", small)
    assert done.exit_code == 1
    assert "cannot be read" in done.output


def test_a_broken_knowledge_base_is_said_first(small, sheet, row):
    change(small / "requirements/keep-list.yaml", "strength: must", "strength: most")
    before = everything(small)
    done = kb("import", sheet(row), "--kb", small)
    assert done.exit_code == 1
    assert "KB104" in done.output
    assert everything(small) == before


def test_nothing_is_overwritten_without_update_and_the_differences_come_first(small, sheet, row):
    kb("import", sheet(row), "--kb", small)
    file = small / "cases/east/river-new.yaml"
    first = file.read_bytes()
    changed = {**row, "summary.en": "The villages share one list."}
    done = kb("import", sheet(changed), "--kb", small)
    assert done.exit_code == 1
    assert 'already a case "east/river-new" (submitted)' in done.output
    assert file.read_bytes() == first

    done = kb("import", sheet(changed), "--kb", small, "--update")
    assert done.exit_code == 0
    assert (
        "-  en: The villages by the river use one list together.\n+  en: The villages share one list.\n"
        in done.output
    )
    assert done.output.index("+  en:") < done.output.index("updated: cases/east/river-new.yaml")
    assert b"The villages share one list." in file.read_bytes()

    second = file.read_bytes()
    done = kb("import", sheet(changed), "--kb", small, "--update")
    assert "unchanged: cases/east/river-new.yaml" in done.output
    assert file.read_bytes() == second


def test_an_approved_case_keeps_its_approval_and_counts_as_changed(small, sheet, row):
    row |= {"id": "river-list", "title.zh": "一条河一张表", "title.en": "One list for one river"}
    row["summary.zh"] = "沿河各村合用同一张一览表。"
    done = kb("import", sheet(row), "--kb", small, "--update")
    assert done.exit_code == 0
    case = load(small).entries["case"]["east/river-list"]
    assert (case.state, case.approval.number) == ("approved", "东办〔2019〕1号")
    assert [f.code for f in load(small).findings] == ["KB411"]
    assert "note KB411" in done.output


def test_a_compiled_case_becomes_submitted_and_says_so(small, sheet, row):
    done = kb("import", sheet({**row, "id": "river-names"}), "--kb", small, "--update")
    assert done.exit_code == 0
    assert "\n-state: compiled\n" in done.output
    assert "\n+state: submitted\n" in done.output
    assert "the site does not show it until it is approved" in done.output


def test_a_withdrawn_case_is_not_updated(small, sheet, row):
    file = small / "cases/east/river-list.yaml"
    text = file.read_text(encoding="utf-8").replace("state: approved", "state: withdrawn")
    file.write_text(
        text + "withdrawal:\n  date: 2020-01-01\n  reason: {zh: 不再做, en: It ended}\n", encoding="utf-8"
    )
    before = everything(small)
    done = kb("import", sheet({**row, "id": "river-list"}), "--kb", small, "--update")
    assert done.exit_code == 1
    assert "was withdrawn and cannot be updated" in done.output
    assert everything(small) == before


def test_confirmations_and_exemptions_stay_and_lost_remarks_are_said(small, sheet, row):
    file = small / "cases/east/river-names.yaml"
    text = file.read_text(encoding="utf-8")
    text = text.replace(
        "state: compiled",
        "state: submitted\n# ask again in spring\nexempt:\n  - rule: KB401\n    reason: a name of its own",
    )
    text = text.replace(
        "  en: Names of the villages by the river\n",
        '  en: Names of the villages by the river\n  of: "00000000"\n',
    )
    text = text.replace("zh: 沿河各村的名称", "zh: 沿河各村Names")
    file.write_text(text, encoding="utf-8")
    row |= {
        "id": "river-names",
        "title.zh": "沿河各村Name",
        "cost.basis": "自己的理解",
        "cost.text.zh": "不多",
        "cost.text.en": "Little",
    }
    done = kb("import", sheet(row), "--kb", small, "--update")
    assert done.exit_code == 0
    assert "1 line(s) of remarks in the file are not kept" in done.output
    new = file.read_text(encoding="utf-8")
    assert '  of: "00000000"\n' in new  # stale now, as it should be
    assert "rule: KB401" in new


def test_a_link_out_of_the_knowledge_base_is_not_followed(small, sheet, row, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (small / "cases/west").symlink_to(outside)
    before = everything(outside)
    # A symbolic link is an error of the knowledge base itself.
    assert kb("import", sheet({**row, "city": "西省"}), "--kb", small).exit_code == 1
    assert everything(outside) == before


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path, monkeypatch):
    target = tmp_path / "a.yaml"
    target.write_text("old")
    with pytest.raises(FileExistsError):
        write_whole(target, b"new", replace=False)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(target, b"new", replace=True)
    assert [p.name for p in tmp_path.iterdir()] == ["a.yaml"]
    assert target.read_text() == "old"


def test_a_disk_that_is_full_is_said_in_words(small, sheet, row, monkeypatch):
    file = sheet(row)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    done = kb("import", file, "--kb", small)
    assert done.exit_code == 1
    assert "cannot write cases/east/river-new.yaml: No space left on device" in done.output
    assert not (small / "cases/east/river-new.yaml").exists()
