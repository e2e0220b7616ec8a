"""``kb check``: every finding in one run."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from huimin.check.exemptions import without_exempted
from huimin.check.history import check_history
from huimin.commands.settings import knowledge_folder, reader_language
from huimin.findings import Finding
from huimin.load import load


class Format(StrEnum):
    """How findings are printed."""

    text = "text"
    json = "json"


class Lang(StrEnum):
    """The language of the findings."""

    zh = "zh"
    en = "en"


def check(
    kb: Annotated[
        Path | None, typer.Option("--kb", help="The knowledge base. [default: $KB_DIR or kb/]")
    ] = None,
    format_: Annotated[
        Format, typer.Option("--format", help="Lines for people, or JSON for programs.")
    ] = Format.text,
    lang: Annotated[
        Lang | None, typer.Option("--lang", help="Language of the findings. [default: $LANG]")
    ] = None,
) -> None:
    """Check the knowledge base: prints every finding, exits 1 where there is an error."""
    root = knowledge_folder(kb)
    loaded = load(root)
    findings = sorted({*loaded.findings, *without_exempted(check_history(root), loaded.all_entries())})
    errors = sum(f.severity == "error" for f in findings)
    typer.echo(report(findings, errors, format_.value, lang.value if lang else reader_language()), nl=False)
    raise typer.Exit(1 if errors else 0)


def report(findings: list[Finding], errors: int, format_: str, lang: str) -> str:
    """The findings as lines of text or as one JSON object, with a line end after the last."""
    if format_ == "json":
        content = {
            "findings": [finding.as_json(lang) for finding in findings],
            "errors": errors,
            "warnings": len(findings) - errors,
        }
        return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    return "".join(finding.line_of_text(lang) + "\n" for finding in findings)
