"""``kb export``: every body and download without the site engine."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from huimin import LANGUAGES
from huimin.commands.settings import fail, knowledge_folder, reader_language
from huimin.downloads.files import binaries, files
from huimin.findings import InvalidKnowledgeBase
from huimin.intake.page_files import page_files
from huimin.knowledge import KnowledgeBase
from huimin.load import load
from huimin.pages.build import pages
from huimin.pages.case_lists import case_parts
from huimin.search.files import search_files
from huimin.search.words import word_files
from huimin.workbench.files import files as workbench_files


def export(
    folder: Annotated[Path, typer.Argument(help="Where to; must be empty or not there.")],
    kb: Annotated[
        Path | None, typer.Option("--kb", help="The knowledge base. [default: $KB_DIR or kb/]")
    ] = None,
) -> None:
    """Write all page bodies and downloads to FOLDER, without MkDocs."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        fail(f"“{folder}”不是空文件夹，不会写入。", f"{folder} is not an empty folder and is left alone")
    try:
        base = load(knowledge_folder(kb)).knowledge_base()
    except InvalidKnowledgeBase as broken:
        for finding in broken.findings:
            typer.echo(finding.line_of_text(reader_language()), err=True)
        raise typer.Exit(1) from None
    count = 0
    try:
        for path, content in _everything(base):
            count += 1
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    except OSError as error:
        fail(f"写不了“{folder}”：{error.strerror}", f"cannot write {folder}: {error.strerror}")
    typer.echo(f"{count}个文件" if reader_language() == "zh" else f"{count} files")


def _everything(base: KnowledgeBase) -> Iterator[tuple[str, bytes]]:
    for page in pages(base):
        yield page.path, page.body().encode()
    index = (search_files(base, lang) for lang in LANGUAGES)
    for path, text in chain(files(base), case_parts(base), workbench_files(base), word_files(), *index):
        yield path, text.encode()
    yield from binaries(base)
    yield from page_files(base)
