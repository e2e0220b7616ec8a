"""The real knowledge base, and one with made-up cases, each with its index and the engine that asks it."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

from huimin.knowledge import KnowledgeBase
from huimin.load import load
from huimin.synth.folder import write
from tests.conftest import REAL
from tests.search.asking import Asking
from tests.search.entries import entries, index
from tests.search.truth import Truth

CASES = 1000


@dataclass
class Searched:
    """A knowledge base and the search over it."""

    name: str
    kb: KnowledgeBase
    engine: Asking

    @cached_property
    def zh(self) -> Truth:
        return Truth(entries(self.kb, "zh"))

    @cached_property
    def en(self) -> Truth:
        return Truth(entries(self.kb, "en"))


def _searched(name: str, root: Path, folder: Path):
    kb = load(root).knowledge_base()
    index(kb, folder)
    with Asking(folder, kb) as engine:
        yield Searched(name, kb, engine)


@pytest.fixture(scope="package")
def real(tmp_path_factory):
    yield from _searched("real", REAL, tmp_path_factory.mktemp("real"))


@pytest.fixture(scope="package")
def many(tmp_path_factory):
    folder = tmp_path_factory.mktemp("many")
    write(REAL, load(REAL).knowledge_base(), folder / "kb", CASES, seed=1)
    yield from _searched("many", folder / "kb", folder / "index")


@pytest.fixture(scope="package", params=["real", "many"])
def searched(request):
    return request.getfixturevalue(request.param)
