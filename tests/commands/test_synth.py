"""``kb synth``: the same seed gives the same bytes, every case is marked and valid, nothing is overwritten."""

import os

import pytest
import typer
from typer.testing import CliRunner

from huimin.approval import status_of
from huimin.commands.synth import synth
from huimin.load import load
from huimin.model.walk import texts
from tests.conftest import REAL, SMALL, change

APP = typer.Typer()
APP.command()(synth)


def run(*arguments, lang="C.UTF-8"):
    return CliRunner().invoke(APP, [str(a) for a in arguments], env={"LC_ALL": lang, "COLUMNS": "100"})


def content(folder):
    return {file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("synth") / "kb"
    done = run("--cases", 170, "--seed", 7, "--kb", REAL, folder)
    assert done.exit_code == 0, done.output
    return folder


def test_the_result_has_no_findings_and_cases_of_every_province_and_state(made):
    loaded = load(made)
    assert loaded.findings == []
    kb = loaded.knowledge_base()
    assert len(kb.cases) == 170
    assert {case.province for case in kb.cases.values()} == {p.id for p in kb.jurisdictions.provinces}
    assert {status_of(case) for case in kb.cases.values()} == {"compiled", "published", "withdrawn"}


def test_every_title_and_summary_says_that_the_case_is_made_up(made):
    for case in load(made).knowledge_base().cases.values():
        for text in (case.title, case.summary):
            assert text.zh.startswith("【虚构】")
            assert text.en.startswith("[Synthetic] ")
        assert all("虚构" in source.publisher.zh for source in case.sources)


def test_the_rest_of_the_knowledge_base_is_copied_as_it_is(made):
    copied, real = content(made), content(REAL)
    assert {path for path in real if path.parts[0] != "cases"} == {
        path for path in copied if path.parts[0] != "cases"
    }
    assert all(copied[path] == data for path, data in real.items() if path.parts[0] != "cases")


def test_texts_differ_in_words_and_length(made):
    cases = list(load(made).knowledge_base().cases.values())
    assert len({case.title.zh for case in cases}) > 150
    assert len({case.approach.text.zh for case in cases}) > 160
    lengths = [sum(len(text.zh) for _, text in texts(case)) for case in cases]
    assert max(lengths) > 2 * min(lengths)


def test_the_same_seed_gives_the_same_bytes_and_another_one_others(made, tmp_path):
    run("--cases", 170, "--seed", 7, "--kb", REAL, tmp_path / "same")
    run("--cases", 170, "--seed", 8, "--kb", REAL, tmp_path / "other")
    assert content(tmp_path / "same") == content(made)
    assert content(tmp_path / "other") != content(made)


def test_more_cases_leave_the_first_ones_as_they_were(made, tmp_path):
    run("--cases", 40, "--seed", 7, "--kb", REAL, tmp_path / "fewer")
    assert content(tmp_path / "fewer").items() <= content(made).items()


def test_a_small_knowledge_base_will_do(tmp_path):
    assert run("--cases", 30, "--kb", SMALL, tmp_path / "kb").exit_code == 0
    loaded = load(tmp_path / "kb")
    assert loaded.findings == []
    assert len(loaded.knowledge_base().cases) == 30


def test_a_folder_with_files_is_left_alone_and_an_empty_one_is_filled(tmp_path):
    mine = tmp_path / "mine"
    mine.mkdir()
    assert run("--cases", 1, "--kb", SMALL, mine).exit_code == 0
    before = content(mine)
    done = run("--cases", 2, "--kb", SMALL, mine)
    assert (done.exit_code, content(mine)) == (2, before)
    assert "not an empty folder" in done.output
    assert "不是空文件夹" in run("--cases", 2, "--kb", SMALL, mine, lang="zh_CN.UTF-8").output


def refused(small, folder, *arguments):
    """What is said where nothing is written, neither the folder nor anything beside it."""
    beside = set(folder.parent.iterdir())
    done = run(*arguments, "--kb", small, folder)
    assert done.exit_code in (1, 2)
    assert not isinstance(done.exception, Exception)
    assert set(folder.parent.iterdir()) == beside
    return done.output


def test_what_cannot_be_done_is_refused_with_words_and_leaves_nothing(small, tmp_path):
    out = tmp_path / "out"
    assert "Invalid value" in refused(small, out, "--cases", 0)
    assert "Invalid value" in refused(small, out, "--cases", "many")
    assert "inside the knowledge base" in refused(small, small / "copy", "--cases", 1)
    (tmp_path / "file").write_text("x")
    assert "cannot write" in run("--cases", 1, "--kb", small, tmp_path / "file/out").output
    change(small / "requirements/keep-list.yaml", "strength: must", "strength: most")
    assert "KB104" in refused(small, out, "--cases", 1)


def test_a_base_to_which_no_case_could_belong_is_refused(small, tmp_path):
    for file in ("jurisdictions.yaml", "approvers.yaml"):
        os.remove(small / file)
    for file in (small / "cases").rglob("*.yaml"):
        os.remove(file)
    assert "could belong to" in refused(small, tmp_path / "out", "--cases", 1)
