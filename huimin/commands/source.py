"""``kb source verify``: whether a text is the one that the clauses were taken from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from huimin.commands.settings import fail, knowledge_folder, reader_language
from huimin.load import load
from huimin.model.source import Source
from huimin.read.files import read_ordinary
from huimin.source_text import MAX_TEXT, compare, shown

app = typer.Typer(no_args_is_help=True, help="Issued documents and their clauses.")


@app.callback()
def _root() -> None:
    """Keeps ``verify`` named while it is alone."""


@app.command()
def verify(
    file: Annotated[Path, typer.Argument(help="A text file with the issued words (UTF-8 or GB18030).")],
    source: Annotated[str, typer.Option(help="The source's id.")] = "annex-1",
    kb: Annotated[
        Path | None, typer.Option("--kb", help="The knowledge base. [default: $KB_DIR or kb/]")
    ] = None,
) -> None:
    """Compare a text with a source's clauses; line breaks and spaces do not matter. Exits 1 where it differs."""
    entry = load(knowledge_folder(kb)).entries["source"].get(source)
    if not isinstance(entry, Source):
        fail(
            f"知识库里没有来源“{source}”，或它有错误（先运行kb check）。",
            f'no good source "{source}"; run kb check',
        )
    comparison = compare(entry, _read(file))
    chinese = reader_language() == "zh"
    for clause, found in comparison.differing:
        words = shown(clause, found)
        typer.echo(
            f"{clause.id}：不一致，此处为“{words}”"
            if chinese
            else f'{clause.id}: differs, here stands "{words}"'
        )
    matched, total = len(comparison.matched), len(entry.clauses)
    if comparison.differing:
        typer.echo(f"{total}条中有{matched}条一致" if chinese else f"{matched} of {total} clauses match")
        raise typer.Exit(1)
    typer.echo(f"全部{total}条一致" if chinese else f"all {total} clauses match")


def _read(file: Path) -> str:
    try:
        data = read_ordinary(file, MAX_TEXT)
    except OSError as error:
        fail(f"读不了文件“{file}”：{error.strerror}", f"cannot read {file}: {error.strerror}")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("gb18030")
    except UnicodeDecodeError:
        fail(f"“{file}”既不是UTF-8，也不是GB18030。", f"{file} is neither UTF-8 nor GB18030")
