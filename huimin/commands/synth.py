"""``kb synth``: a copy of the knowledge base with synthetic cases, to measure and to try things on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from huimin.commands.settings import fail, knowledge_folder, reader_language
from huimin.findings import InvalidKnowledgeBase
from huimin.load import load
from huimin.synth.folder import NothingToBuildOn, write


def synth(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where to; must be empty or not there.")],
    cases: Annotated[int, typer.Option(help="How many cases.", min=1, max=100_000)],
    seed: Annotated[int, typer.Option(help="The same seed gives the same bytes.")] = 1,
    kb: Annotated[
        Path | None, typer.Option("--kb", help="The knowledge base. [default: $KB_DIR or kb/]")
    ] = None,
) -> None:
    """Copy the knowledge base to DIR without its cases, and add synthetic ones that say so."""
    root, folder = knowledge_folder(kb).resolve(), folder.resolve()
    if folder.is_relative_to(root):
        fail(
            f"“{folder}”在知识库里面，请另选位置。",
            f"{folder} is inside the knowledge base; choose another place",
        )
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            fail(f"“{folder}”不是空文件夹，不会写入。", f"{folder} is not an empty folder and is left alone")
        write(root, load(root).knowledge_base(), folder, cases, seed)
    except InvalidKnowledgeBase as broken:
        for finding in broken.findings:
            typer.echo(finding.line_of_text(reader_language()), err=True)
        raise typer.Exit(1) from None
    except NothingToBuildOn:
        fail(
            "知识库里没有省市、要求或者工作重点，案例无从归属。",
            "the knowledge base has no provinces, requirements or focus areas that cases could belong to",
        )
    except OSError as error:
        reason = error.strerror or error
        fail(f"写不了“{folder}”：{reason}", f"cannot write {folder}: {reason}")
    typer.echo(
        f"已写入{cases}个虚构案例：{folder}"
        if reader_language() == "zh"
        else f"{cases} synthetic cases: {folder}"
    )
