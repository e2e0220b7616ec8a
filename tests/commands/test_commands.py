"""The commands as people call them: what is printed, and exit codes 0, 1 and 2."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REAL, ROOT, SMALL, change


def kb(*arguments: str | Path, lang: str = "C.UTF-8", **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "huimin", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env={**os.environ, "LC_ALL": lang, "COLUMNS": "100", **settings},
    )


def test_a_good_knowledge_base_prints_nothing_and_exits_0(small):
    for arguments in (["--kb", small], ["--kb", REAL], []):
        done = kb("check", *arguments)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_an_error_exits_1_in_one_line_of_text(small):
    change(small / "requirements/keep-list.yaml", "strength: must", "strength: most")
    done = kb("check", "--kb", small)
    assert done.returncode == 1
    line = r'requirements/keep-list.yaml:7:11: KB104 error "most" is not allowed: must, should, may — did you mean "must"\?\n'
    assert re.fullmatch(line, done.stdout)
    assert "错误 “most”不在允许的范围" in kb("check", "--kb", small, "--lang", "zh").stdout
    assert "错误 " in kb("check", "--kb", small, lang="zh_CN.UTF-8").stdout


def test_a_warning_is_shown_and_exits_0(small):
    change(small / "glossary/one-list.yaml", "一张表，用", "一张表,用")
    done = kb("check", "--kb", small)
    assert done.returncode == 0
    assert "KB403 warning" in done.stdout


def test_json_has_the_promised_shape(small):
    empty = json.loads(kb("check", "--kb", small, "--format", "json").stdout)
    assert empty == {"findings": [], "errors": 0, "warnings": 0}
    change(small / "glossary/one-list.yaml", "一张表，用", "一张表,用")
    change(small / "requirements/keep-list.yaml", "strength: must", "strength: most")
    done = kb("check", "--kb", small, "--format", "json")
    content = json.loads(done.stdout)
    assert done.returncode == 1
    assert (content["errors"], content["warnings"]) == (1, 1)
    assert [list(finding) for finding in content["findings"]] == [
        ["file", "line", "column", "code", "severity", "message", "help"]
    ] * 2
    assert content["findings"][1]["file"] == "requirements/keep-list.yaml"


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--format", "xml"],
        ["check", "--kb", "no/such/folder"],
        ["check", "--lang", "fr"],
        ["check", "--nonsense"],
        ["source", "verify", "no-such-file.txt"],
        ["nonsense"],
    ],
)
def test_a_wrong_call_exits_2_with_words_and_no_traceback(arguments):
    done = kb(*arguments)
    assert done.returncode == 2
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_kb_dir_names_the_knowledge_base(small):
    change(small / "requirements/keep-list.yaml", "strength: must", "strength: most")
    assert "KB104" in kb("check", KB_DIR=str(small)).stdout


def test_source_verify_names_the_clause_that_differs(tmp_path):
    text = (SMALL.parent / "made-up.txt").read_text(encoding="utf-8")
    same, other, chinese = tmp_path / "same.txt", tmp_path / "other.txt", tmp_path / "chinese.txt"
    same.write_text(text, encoding="utf-8-sig")
    other.write_text(text.replace("三月", "四月"), encoding="utf-8")
    chinese.write_text(text, encoding="gb18030")
    verify = ("source", "verify", "--kb", SMALL, "--source", "made-up")
    assert kb(*verify, same).stdout == "all 2 clauses match\n"
    assert kb(*verify, chinese).stdout == "all 2 clauses match\n"
    done = kb(*verify, other)
    assert done.returncode == 1
    assert done.stdout.startswith("made-up:1.1.1: differs, here stands")
    assert "四月" in done.stdout
    assert "1 of 2 clauses match" in done.stdout


def test_confirm_mends_staleness_and_leaves_broken_files_as_they_were(small):
    file = small / "glossary/one-list.yaml"
    assert kb("confirm", file).returncode == 0
    change(file, "写明事项", "写明全部事项")
    assert "KB408" in kb("check", "--kb", small).stdout
    assert kb("confirm", file).returncode == 0
    assert kb("check", "--kb", small).stdout == ""
    for broken in (b"a: [", b"\xff\xfe", b"[" * 100_000, b"&a [*a]"):
        file.write_bytes(broken)
        done = kb("confirm", file)
        assert done.returncode == 2
        assert "Traceback" not in done.stderr
        assert file.read_bytes() == broken


def test_export_leaves_a_folder_with_files_alone(tmp_path):
    (tmp_path / "mine").write_text("x")
    done = kb("export", tmp_path, "--kb", SMALL)
    assert done.returncode == 2
    assert [p.name for p in tmp_path.iterdir()] == ["mine"]


def test_schema_is_written_from_the_classes(small):
    assert kb("schema", "--kb", small).returncode == 0
    assert (small / "schema/requirement.json").read_text() == (REAL / "schema/requirement.json").read_text()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  en: list\n", "  en: list\n  of:\n"),
        ("  en: list\n", "  en: list\n  of:\n    b: 1\n"),
        ("term:\n", "also_term: &x\n  zh: 一\n  en: one\nagain: *x\nterm:\n"),
        ("  zh: 一览表\n", "  ? zh\n  : 一览表\n"),
        ("  en: list\n", "  en:\n"),
    ],
)
def test_confirm_changes_digests_alone_or_nothing(old, new, small):
    file = small / "glossary/one-list.yaml"
    change(file, old, new)
    before = file.read_text(encoding="utf-8")
    done = kb("confirm", file)
    after = file.read_text(encoding="utf-8")
    assert "Traceback" not in done.stderr
    if done.returncode:
        assert after == before
    else:
        import yaml

        def without(value):
            if isinstance(value, dict):
                return {k: without(v) for k, v in value.items() if k != "of"}
            return value

        assert without(yaml.safe_load(after)) == without(yaml.safe_load(before))


def test_confirm_keeps_line_ends(small):
    file = small / "glossary/one-list.yaml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert kb("confirm", file).returncode == 0
    assert file.read_bytes().count(b"\n") == file.read_bytes().count(b"\r\n")


def test_pipes_and_devices_are_refused_rather_than_waited_for(small, tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for arguments in (["confirm", pipe], ["source", "verify", pipe], ["source", "verify", "/dev/zero"]):
        done = kb(*arguments)
        assert done.returncode == 2
        assert "Traceback" not in done.stderr
    (small / "texts").mkdir()
    os.mkfifo(small / "texts/made-up.txt")
    change(
        small / "site.yaml",
        "updated: 2020-01-02",
        "updated: 2020-01-02\nsource_texts:\n  made-up: texts/made-up.txt",
    )
    assert "KB011" in kb("check", "--kb", small).stdout


def test_what_cannot_be_written_or_shown_gives_no_traceback(small):
    (small / "schema").write_text("x")
    for arguments in (["schema", "--kb", small], ["export", "/proc/x", "--kb", SMALL]):
        done = kb(*arguments)
        assert done.returncode == 2
        assert "Traceback" not in done.stderr
    (small / "schema").unlink()
    change(small / "requirements/keep-list.yaml", "strength: must", "strength: \U0001f600")
    done = kb("check", "--kb", small, PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    assert "KB104" in done.stdout
