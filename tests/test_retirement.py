"""Retiring, splitting and merging: what took a thing's place, where that is shown, and what is refused."""

import pytest

from huimin.load import load
from huimin.pages.build import pages
from huimin.retirement import Retirements
from tests.conftest import SMALL, change
from tests.review.scratch import Scratch, approve

STEP = """\
  - id: {id}
    origin: guide
    phase: prepare
    title:
      zh: {zh}
      en: {en}
    lead: city-office
    output:
      zh: 一览表
      en: The list
    evidence:
      zh: 记录
      en: The record
    time:
      anchor: filing
      days: -5
    supersedes: [{old}]
"""


def codes(folder):
    return [(f.file, f.line, f.code) for f in load(folder).findings]


def retire(folder, kind, id_, on="2020-01-01", more=""):
    """Enters one more retired thing, as people do."""
    with (folder / "retired.yaml").open("a", encoding="utf-8") as file:
        file.write(
            f"  - id: {id_}\n    kind: {kind}\n    on: {on}\n    title:\n      zh: 旧的\n      en: Old\n"
            f"    reason:\n      zh: 不合用。\n      en: Of no use.\n{more}"
        )


def split(folder):
    """A step split in two, of which both name it."""
    text = "".join(
        STEP.format(id=id_, zh=zh, en=en, old="keep-list.burn-list")
        for id_, zh, en in (("first-half", "前半", "First half"), ("second-half", "后半", "Second half"))
    )
    change(
        folder / "requirements/keep-list.yaml",
        "supersedes:\n  - old-list\n",
        f"{text}supersedes: [old-list]\n",
    )


def test_successors_follow_the_chain_to_what_is_in_use(small):
    split(small)
    kb = load(small).knowledge_base()
    found = kb.retirements
    assert found.successors("requirement", "old-list") == ["keep-list"]
    assert found.successors("step", "old-list.carve") == ["keep-list.write-list"]
    assert found.successors("step", "keep-list.burn-list") == [
        "keep-list.first-half",
        "keep-list.second-half",
    ]
    assert found.successors("theme", "made-up-area.old-theme") == []
    assert found.successors("step", "keep-list.write-list") == ["keep-list.write-list"]


def test_a_merge_is_one_that_supersedes_two(small):
    change(
        small / "requirements/keep-list.yaml",
        "      - old-list.write-down\n",
        "      - old-list.write-down\n      - keep-list.burn-list\n",
    )
    found = load(small).knowledge_base().retirements
    for old in ("old-list.write-down", "old-list.carve", "keep-list.burn-list"):
        assert found.successors("step", old) == ["keep-list.write-list"]


def test_a_knowledge_base_without_the_file_has_nothing_retired(small):
    (small / "retired.yaml").unlink()
    change(small / "requirements/keep-list.yaml", "supersedes:\n  - old-list\n", "")
    change(small / "requirements/keep-list.yaml", "    supersedes:\n      - old-list.write-down\n", "")
    kb = load(small).knowledge_base()
    assert kb.retired is None
    assert kb.retirements == Retirements()
    assert "目前没有" in next(p.body() for p in pages(kb) if p.path == "zh/retired.html")


@pytest.mark.parametrize(
    ("kind", "id_", "code"),
    [
        ("requirement", "a.b", "KB107"),
        ("step", "keep-list", "KB107"),
        ("theme", "made-up-area.a.b", "KB107"),
        ("indicator", "a.b.c.d", "KB107"),
        ("step", "keep-list.burn-list", "KB108"),
        ("theme", "no-area.a", "KB225"),
        ("step", "made-up-area.no-theme.a", "KB225"),
        ("indicator", "listed-share", "KB223"),
        ("focus-area", "made-up-area", "KB223"),
    ],
)
def test_what_cannot_be_retired_so_is_named(kind, id_, code, small):
    retire(small, kind, id_)
    assert [found[2] for found in codes(small)] == [code]


def test_nothing_is_retired_on_a_day_to_come(small):
    retire(small, "indicator", "old-share", on="2020-01-03")
    assert [found[2] for found in codes(small)] == ["KB106"]


def test_a_reason_is_always_needed(small):
    change(small / "retired.yaml", "    reason:\n      zh: 没有城市选它。\n      en: No city chose it.\n", "")
    assert [found[2] for found in codes(small)] == ["KB102"]


def test_a_thing_supersedes_only_its_own_kind(small):
    change(small / "indicators/listed-share.yaml", "direction: up", "supersedes: [old-list]\ndirection: up")
    assert [found[2] for found in codes(small)] == ["KB227"]


def test_a_reference_to_what_was_retired_names_its_successors(small):
    split(small)
    change(
        small / "requirements/keep-list.yaml",
        "zh: 没有一览表就不知道缺什么。",
        "zh: 没有一览表就[不知道](step:keep-list.burn-list)缺什么。",
    )
    [finding] = load(small).findings
    assert (finding.code, finding.line, finding.column) == ("KB226", 16, 19)
    assert "keep-list.first-half, keep-list.second-half" in finding.help_zh
    assert "2019-12-01" in finding.message_en


def test_a_draft_may_name_what_is_still_in_use(small):
    text = (small / "requirements/keep-list.yaml").read_text(encoding="utf-8")
    text = text.replace("id: keep-list", "id: keep-lists\nstate: draft").replace(
        "old-list.write-down", "keep-list.write-list"
    )
    (small / "requirements/keep-lists.yaml").write_text(
        text.replace("  - old-list", "  - keep-list"), encoding="utf-8"
    )
    assert codes(small) == []
    change(small / "requirements/keep-lists.yaml", "state: draft\n", "")
    assert {found[2] for found in codes(small)} == {"KB227"}


def test_a_retired_file_that_cannot_be_read_is_named_once(small):
    change(small / "retired.yaml", "items:", "itms:")
    assert {found[0] for found in codes(small)} == {"retired.yaml"}


def test_old_addresses_say_what_took_their_place(small):
    split(small)
    retire(small, "focus-area", "old-area")
    retire(small, "theme", "old-area.nothing")
    retire(small, "indicator", "old-share")
    found = {page.path: page.body() for page in pages(load(small).knowledge_base())}
    for path, words in (
        (
            "zh/requirements/old-list.html",
            ("2019-12-01", "并入一览表。", 'href="../requirements/keep-list.html"'),
        ),
        (
            "en/requirements/old-list.html",
            ("retired on 2019-12-01", "It went into the one list.", "Keep a list"),
        ),
        ("zh/requirements/old-list.html", ('<li id="carve">', "#write-list")),
        ("zh/requirements/keep-list.html", ('<li id="burn-list">', "#first-half", "#second-half")),
        ("zh/focus-areas/made-up-area/old-theme.html", ("没有城市选它。", "没有接替它的内容")),
        ("zh/focus-areas/made-up-area.html", ("made-up-area/old-theme.html",)),
        ("en/focus-areas/old-area.html", ("Of no use.", "../focus-areas/old-area/nothing.html")),
        ("en/checklists/old-area.html", ("Of no use.",)),
        ("en/indicators/old-share.html", ("Of no use.", "indicator of earlier editions")),
        ("en/retired.html", ("Old", "requirements/keep-list.html#burn-list")),
    ):
        for word in words:
            assert word in found[path], (path, word)


def test_approved_words_that_name_what_was_retired_lead_to_its_successor(small):
    for old, new in (("requirements:\n  - keep-list", "requirements:\n  - old-list"),):
        change(small / "cases/east/river-list.yaml", old, new)
    approve(small, "east/river-list", "east-office")
    assert {(found[0], found[2]) for found in codes(small)} == {
        ("cases/east/river-list.yaml", "KB413"),
        ("cases/east/river-list.approved.yaml", "KB413"),
    }
    kb = load(small).knowledge_base()
    assert kb.case_states["east/river-list"] == "published"
    assert "east/river-list" in [case.id for case in kb.cases_by["requirement"]["keep-list"]]
    page = next(p.body() for p in pages(kb) if p.path == "zh/cases/east/river-list.html")
    assert 'href="../../requirements/keep-list.html"' in page


def test_a_pull_request_that_drops_what_was_published_is_told(small):
    scratch = Scratch.of(small)
    change(small / "requirements/keep-list.yaml", "id: write-list", "id: write-the-list")
    notes = " ".join(note["en"] for note in scratch.review()["notes"])
    assert "The step keep-list.write-list was published" in notes
    retire(small, "step", "keep-list.write-list")
    assert "was published" not in " ".join(note["en"] for note in scratch.review()["notes"])


def test_the_small_knowledge_base_retires_what_its_tests_need():
    retired = load(SMALL).knowledge_base().retired
    assert {item.kind for item in retired.items} == {"requirement", "step", "theme"}
