"""What commands take from their surroundings: the knowledge base's folder and the reader's language."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NoReturn

import typer


def knowledge_folder(given: Path | None) -> Path:
    """The folder that was given, else ``KB_DIR``, else ``kb``; ends with exit code 2 where there is none."""
    folder = given or Path(os.environ.get("KB_DIR") or "kb")
    if not folder.is_dir():
        fail(
            f"没有找到知识库文件夹“{folder}”。请用 --kb 或 KB_DIR 指定。",
            f'there is no knowledge base at "{folder}"; name it with --kb or KB_DIR',
        )
    return folder


def reader_language() -> str:
    """``zh`` where the surroundings say Chinese, else ``en``."""
    said = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "zh" if said.startswith("zh") else "en"


def fail(zh: str, en: str, code: int = 2) -> NoReturn:
    """Says what is wrong in the reader's language and ends with ``code``."""
    typer.echo(zh if reader_language() == "zh" else f"kb: {en}", err=True)
    raise typer.Exit(code)
