"""Writes a copy of a knowledge base whose cases are synthetic."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import yaml

from huimin.approval import content_digest, english_digest
from huimin.knowledge import KnowledgeBase
from huimin.model.case import Case
from huimin.read.parse import parse
from huimin.synth.case import synthetic_case
from huimin.synth.chance import Chance
from huimin.synth.sentences import Values

_FIRST_LINE = "# yaml-language-server: $schema=../../schema/case.json\n"


class NothingToBuildOn(Exception):
    """The knowledge base has no provinces, requirements or focus areas that cases could belong to."""


def write(root: Path, kb: KnowledgeBase, folder: Path, number: int, seed: int) -> None:
    """Copies the knowledge base in ``root`` into ``folder`` without its cases and adds ``number`` synthetic ones.

    ``folder`` must be empty or not there, and outside ``root``; it appears whole, at the end.

    Raises:
        NothingToBuildOn: where ``kb``, read from ``root``, has nothing that cases could belong to.
        OSError: where the file system refuses; ``folder`` is then as it was.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as scratch:
        building = Path(scratch) / "kb"
        without = {str(root): {"cases", ".git"}}
        shutil.copytree(
            root, building, symlinks=True, ignore=lambda at, names: without.get(str(at), set()) & set(names)
        )
        for file, text in synthetic_files(kb, number, seed):
            target = building / file
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="")
        if folder.exists():
            folder.rmdir()
        building.rename(folder)


def synthetic_files(kb: KnowledgeBase, number: int, seed: int) -> Iterator[tuple[str, str]]:
    """The files of ``number`` cases, over all provinces in turn, as (path in the knowledge base, text).

    A case depends on the seed and its place in the count: more cases leave the first ones as they were.

    Raises:
        NothingToBuildOn: where cases would have nothing to belong to.
    """
    if not (kb.jurisdictions and kb.requirements and kb.focus_areas):
        raise NothingToBuildOn
    provinces = kb.jurisdictions.provinces
    for index in range(number):
        province = provinces[index % len(provinces)].id
        case = synthetic_case(kb, province, f"synthetic-{index + 1:05}", Chance(f"{seed}:{index}"))
        file = f"cases/{case['id']}"
        if case["state"] == "approved":
            case["approval"] |= _digests(case)
            yield f"{file}.approved.yaml", _yaml(case)
        yield f"{file}.yaml", _yaml(case)


def _digests(values: Values) -> dict[str, str]:
    """What an approval binds. The case is read back first: a digest is of what a reader of the file finds."""
    unsigned = {name: value for name, value in values.items() if name != "approval"}
    document, _ = parse("", _yaml(unsigned).encode())
    assert document
    case = Case.model_validate(document.values)
    return {"digest": content_digest(case), "english": english_digest(case)}


class _Dumper(yaml.CSafeDumper):
    """Writes texts of several lines as blocks, and never an alias."""

    def ignore_aliases(self, _: object) -> bool:
        return True


def _text(dumper: _Dumper, text: str) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)


def _yaml(values: Values) -> str:
    text = yaml.dump(values, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)
    return f"{_FIRST_LINE}{text}"
