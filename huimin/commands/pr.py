"""``kb pr check``: whether an account may make a change, and what the change means for readers."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from huimin.commands.settings import fail, knowledge_folder
from huimin.review.machine import as_json, github
from huimin.review.repository import GitProblem
from huimin.review.rights import account
from huimin.review.summary import review
from huimin.review.text import text
from huimin.review.words import say

pr_app = typer.Typer(no_args_is_help=True, help="Changes on their way into the knowledge base.")


class Format(StrEnum):
    """How a review is printed."""

    text = "text"
    json = "json"
    github = "github"


FORMATS = {Format.text: text, Format.json: as_json, Format.github: github}


@pr_app.callback()
def _root() -> None:
    """Keeps ``check`` named while it is alone."""


@pr_app.command()
def check(
    base: Annotated[str, typer.Option("--base", help="The revision that the change is to be merged into.")],
    actor: Annotated[
        str | None,
        typer.Option(
            "--actor", help="The account that puts the change forward. [default: only say who reviews]"
        ),
    ] = None,
    kb: Annotated[
        Path | None, typer.Option("--kb", help="The knowledge base. [default: $KB_DIR or kb/]")
    ] = None,
    format_: Annotated[
        Format,
        typer.Option("--format", help="Words in both languages, JSON, or annotations of GitHub Actions."),
    ] = Format.text,
) -> None:
    """Review the change from BASE to the working tree; exits 1 where it is refused or has errors."""
    # An unset variable of a workflow must not pass for leave to do anything.
    if actor is not None and not account(actor):
        fail(say("no-account", "zh"), say("no-account", "en"))
    try:
        summary = review(knowledge_folder(kb), base, None if actor is None else account(actor))
    except GitProblem as problem:
        fail(problem.zh, problem.en)
    typer.echo(FORMATS[format_](summary), nl=False)
    raise typer.Exit(0 if summary.passes else 1)
