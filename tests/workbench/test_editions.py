"""A knowledge base that rewords, splits, merges and retires steps: every answer of the edition before is accounted for."""

import json
from pathlib import Path

from huimin.load import load
from huimin.workbench.data import guide
from huimin.workbench.files import script
from tests.workbench import editions
from tests.workbench.test_data import node


def built(small: Path, file: Path) -> Path:
    """The guide of a knowledge base as the page loads it."""
    file.write_text(script(guide(load(small).knowledge_base(), "zh")), encoding="utf-8")
    return file


def test_every_answer_is_accounted_for(small, tmp_path):
    editions.first(small)
    before = built(small, tmp_path / "before.js")
    editions.second(small)
    after = built(small, tmp_path / "after.js")

    found = json.loads(node("tests/script/editions-at-build.ts", before, after))
    assert {id_: (fate, now) for fate, id_, now in found["outcomes"]} == {
        "keep-list.write-list": ("unchanged", ["keep-list.write-list"]),
        "keep-list.cut": ("split", ["keep-list.cut-first", "keep-list.cut-second"]),
        "keep-list.join-a": ("merged", ["keep-list.joined"]),
        "keep-list.join-b": ("merged", ["keep-list.joined"]),
        "keep-list.drop": ("retired", []),
        "keep-list.rename": ("replaced", ["keep-list.renamed"]),
        "keep-list.stay": ("reworded", ["keep-list.stay"]),
        "keep-list.fresh": ("new", ["keep-list.fresh"]),
        "made-up-area.made-up-theme.hang-up": ("unchanged", ["made-up-area.made-up-theme.hang-up"]),
    }
    notes = {step["id"]: step.get("note", "") for step in found["after"]["steps"]}
    assert notes["keep-list.joined"] == "记keep-list.join-a\n记keep-list.join-b"
    assert notes["keep-list.cut-first"] == notes["keep-list.cut-second"] == "记keep-list.cut"
    assert notes["keep-list.renamed"] == "记keep-list.rename"
    assert [step["note"] for step in found["after"]["retired"]] == [
        f"记keep-list.{id_}" for id_ in editions.GONE
    ]
