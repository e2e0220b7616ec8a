"""``kb codeowners``: who reviews what, as the repository's host reads it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from huimin.check.rules import Report
from huimin.check.structure import entry_of
from huimin.commands.settings import fail, knowledge_folder, reader_language
from huimin.model.approval import Approvers
from huimin.read.files import read_ordinary
from huimin.read.parse import parse
from huimin.review.codeowners import MARK
from huimin.review.codeowners import codeowners as owners_file
from huimin.review.repository import GitProblem, Repository
from huimin.review.words import say

FILE = "approvers.yaml"


def codeowners(
    output: Annotated[
        Path | None,
        typer.Option("--output", help="Where to, such as .github/CODEOWNERS. [default: print it]"),
    ] = None,
    kb: Annotated[
        Path | None, typer.Option("--kb", help="The knowledge base. [default: $KB_DIR or kb/]")
    ] = None,
) -> None:
    """Write CODEOWNERS from the accounts in approvers.yaml."""
    folder = knowledge_folder(kb)
    text = owners_file(_approvers(folder / FILE), _prefix(folder))
    if output is None:
        typer.echo(text, nl=False)
        return
    try:
        said = "owners-written" if _write(output, text) else "owners-same"
    except OSError as error:
        _fail("owners-unwritable", file=output, said=error.strerror or "?")
    typer.echo(say(said, reader_language(), file=output))


def _approvers(file: Path) -> Approvers:
    """The approvers in ``file``; ends with words where it is not there or has faults."""
    try:
        data = read_ordinary(file)
    except FileNotFoundError:
        _fail("owners-missing", file=file)
    except OSError as error:
        _fail("owners-missing", file=f"{file} ({error.strerror})")
    report = Report()
    document, broken = parse(FILE, data)
    for item in broken:
        report.add_broken(FILE, item)
    entry = entry_of(document, report) if document else None
    for finding in report.sorted():
        typer.echo(finding.line_of_text(reader_language()), err=True)
    if report.findings or not isinstance(entry, Approvers):
        _fail("owners-broken", code=1, file=FILE)
    return entry


def _prefix(folder: Path) -> str:
    """The way to the knowledge base from the repository's root; its own name where there is no repository."""
    try:
        return Repository.around(folder).prefix
    except GitProblem:
        return f"{folder.resolve().name}/"


def _write(output: Path, text: str) -> bool:
    """Writes the file in one step, and only over one of ours; whether there was something to write.

    Raises:
        OSError: where the file system refuses.
    """
    if output.exists() or output.is_symlink():
        old = read_ordinary(output).decode("utf-8", "replace")
        if old == text:
            return False
        if MARK not in old.partition("\n")[0]:
            _fail("owners-foreign", file=output)
    beside = output.with_name(f".{output.name}-{os.getpid()}")
    try:
        beside.write_text(text, encoding="utf-8", newline="")
        os.replace(beside, output)
    finally:
        beside.unlink(missing_ok=True)
    return True


def _fail(key: str, code: int = 2, **words: object) -> NoReturn:
    fail(say(key, "zh", **words), say(key, "en", **words), code)
