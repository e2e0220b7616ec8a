"""A knowledge base that rewords, splits, merges and retires steps: every answer of the edition before is accounted for."""

import json
from pathlib import Path

from huimin.load import load
from huimin.workbench.data import guide
from huimin.workbench.files import script
from tests.conftest import change
from tests.test_retirement import STEP, retire
from tests.workbench.test_data import node

KEEP = "requirements/keep-list.yaml"


def steps(small: Path, *added: tuple[str, str]) -> None:
    """Puts steps after the one that is there, each with the ids whose place it takes."""
    text = "".join(
        STEP.format(id=id_, zh=f"步骤{n}", en=f"Step {n}", old=old) for n, (id_, old) in enumerate(added)
    )
    change(small / KEEP, "supersedes:\n  - old-list\n", f"{text}supersedes:\n  - old-list\n")


def built(small: Path, file: Path) -> Path:
    file.write_text(script(guide(load(small).knowledge_base(), "zh")), encoding="utf-8")
    return file


def test_every_answer_is_accounted_for(small, tmp_path):
    kept = (small / KEEP).read_text(encoding="utf-8")
    steps(small, ("cut", ""), ("join-a", ""), ("join-b", ""), ("drop", ""), ("stay", ""), ("rename", ""))
    before = built(small, tmp_path / "before.js")

    (small / KEEP).write_text(kept, encoding="utf-8")
    steps(
        small,
        ("cut-first", "keep-list.cut"),
        ("cut-second", "keep-list.cut"),
        ("joined", "keep-list.join-a, keep-list.join-b"),
        ("renamed", "keep-list.rename"),
        ("stay", ""),
    )
    change(small / KEEP, "zh: 步骤4", "zh: 步骤四")
    for id_ in ("cut", "join-a", "join-b", "drop", "rename"):
        retire(small, "step", f"keep-list.{id_}")
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
        "made-up-area.made-up-theme.hang-up": ("unchanged", ["made-up-area.made-up-theme.hang-up"]),
    }
    notes = {step["id"]: step.get("note", "") for step in found["after"]["steps"]}
    assert notes["keep-list.joined"] == "记keep-list.join-a\n记keep-list.join-b"
    assert notes["keep-list.cut-first"] == notes["keep-list.cut-second"] == "记keep-list.cut"
    assert notes["keep-list.renamed"] == "记keep-list.rename"
    assert [step["note"] for step in found["after"]["retired"]] == [
        f"记keep-list.{id_}" for id_ in ("cut", "join-a", "join-b", "drop", "rename")
    ]
