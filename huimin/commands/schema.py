"""``kb schema``: the JSON Schemas by which editors check the YAML."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from huimin.commands.settings import fail, knowledge_folder
from huimin.downloads.schemas import editor_schemas


def schema(
    kb: Annotated[
        Path | None, typer.Option("--kb", help="The knowledge base. [default: $KB_DIR or kb/]")
    ] = None,
) -> None:
    """Write kb/schema/ anew from the classes of the entries."""
    folder = knowledge_folder(kb) / "schema"
    try:
        folder.mkdir(exist_ok=True)
        for name, text in editor_schemas().items():
            (folder / name).write_text(text, encoding="utf-8")
            typer.echo(str(folder / name))
    except OSError as error:
        fail(f"写不了“{folder}”：{error.strerror}", f"cannot write {folder}: {error.strerror}")
