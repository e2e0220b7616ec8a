"""Every rule: an input that breaks it gives its code at its place, one that keeps it gives nothing."""

import os
import subprocess
from pathlib import Path

import pytest

from huimin.check.history import check_history
from huimin.check.rules import Example, catalogue
from huimin.findings import Finding
from huimin.load import load
from tests.conftest import change

RULES = list(catalogue().values())


def apply(example: Example, folder: Path) -> None:
    file = folder / example.file
    if example.symlink is not None:
        file.symlink_to(example.symlink)
    elif example.hex is not None:
        file.write_bytes(bytes.fromhex(example.hex))
    elif example.new is not None:
        change(file, example.old or "", example.new)
    elif example.content is not None:
        file.write_text(example.content * example.repeat, encoding="utf-8")
    else:
        file.unlink()


def findings(folder: Path, code: str) -> list[Finding]:
    if code != "KB410":
        return load(folder).findings
    commit(folder)
    return [*load(folder).findings, *check_history(folder)]


def commit(folder: Path, day: str = "2020-01-02") -> None:
    settings = {f"GIT_{who}_{what}": "x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    when = {f"GIT_{who}_DATE": f"{day}T12:00:00+08:00" for who in ("AUTHOR", "COMMITTER")}
    for args in (["init", "-q"], ["add", "."], ["commit", "-qm", "all"]):
        subprocess.run(["git", "-C", str(folder), *args], check=True, env={**os.environ, **settings, **when})


def test_the_small_knowledge_base_has_no_findings(small):
    assert load(small).findings == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_breaking_input_gives_the_code_at_its_place(rule, small):
    apply(rule.breaks, small)
    found = findings(small, rule.code)
    places = {f"{f.file}:{f.line}:{f.column}" for f in found if f.code == rule.code}
    at = rule.breaks.at or ""
    assert (at if "/" in at else f"{rule.breaks.file}:{at}") in places
    assert {f.code for f in found} == {rule.code, *rule.breaks.also}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_holding_input_gives_nothing(rule, small):
    apply(rule.holds, small)
    assert findings(small, rule.code) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_findings_are_one_line_in_both_languages(rule, small):
    apply(rule.breaks, small)
    for finding in findings(small, rule.code):
        for lang in ("zh", "en"):
            line = finding.line_of_text(lang)
            assert "\n" not in line
            assert "{" not in line.replace("{2,64}", "")
            assert line.startswith(f"{finding.file}:{finding.line}:{finding.column}: {finding.code} ")


def test_codes_match_file_names_and_severity_their_hundred():
    for code, rule in catalogue().items():
        assert rule.code == code
        assert (rule.severity == "warning") == code.startswith("KB4")
