"""Scratch repositories with the small knowledge base in ``kb/``, changed and reviewed as people do it."""

import json
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import typer
from click.testing import Result
from typer.testing import CliRunner

from huimin.approval import content_digest, english_digest
from huimin.commands.codeowners import codeowners
from huimin.commands.pr import pr_app
from huimin.load import load
from tests.check.test_catalogue import commit

app = typer.Typer()
app.add_typer(pr_app, name="pr")
app.command()(codeowners)


def kb(*arguments: str | Path, lang: str = "C.UTF-8") -> Result:
    """The two commands as people call them; whatever they raise but their exit code is raised here."""
    return CliRunner().invoke(app, [*map(str, arguments)], env={"LC_ALL": lang}, catch_exceptions=False)


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True, text=True)
    return done.stdout.strip()


@dataclass
class Scratch:
    """A repository whose first commit is the base."""

    kb: Path
    base: str

    @classmethod
    def of(cls, folder: Path) -> "Scratch":
        commit(folder.parent)
        return cls(folder, git(folder, "rev-parse", "HEAD"))

    def commit(self) -> None:
        commit(self.kb.parent)

    def check(self, actor: str | None = None, *more: str) -> Result:
        given = () if actor is None else ("--actor", actor)
        return kb("pr", "check", "--kb", self.kb, "--base", self.base, *given, *more)

    def review(self, actor: str | None = None) -> dict:
        """The JSON of a review, whose exit code agrees with it."""
        done = self.check(actor, "--format", "json")
        found = json.loads(done.stdout)
        assert done.exit_code == (0 if found["passes"] else 1)
        assert found["passes"] == (not found["refusals"] and not found["errors"])
        return found

    def codes(self, actor: str) -> dict[str, list[str]]:
        """The codes of the refusals, by file."""
        found: dict[str, list[str]] = {}
        for refusal in self.review(actor)["refusals"]:
            found.setdefault(refusal["file"], []).append(refusal["code"])
        return found


def approve(folder: Path, case: str, approver: str) -> None:
    """Puts an approval with true digests into a case, and keeps the approved words beside it."""
    file = folder / f"cases/{case}.yaml"
    text = re.sub(r"\napproval:\n.*", "\n", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    file.write_text(re.sub(r"^state: .*$", "state: submitted", text, flags=re.MULTILINE), encoding="utf-8")
    entry = load(folder).entries["case"][case]
    text = file.read_text(encoding="utf-8").replace("state: submitted", "state: approved") + (
        f"approval:\n  approver: {approver}\n  office:\n    zh: 综合处\n    en: General section\n"
        f"  date: 2020-01-01\n  digest: {content_digest(entry)}\n  english: {english_digest(entry)}\n"
    )
    file.write_text(text, encoding="utf-8")
    file.with_name(f"{file.stem}.approved.yaml").write_text(text, encoding="utf-8")
