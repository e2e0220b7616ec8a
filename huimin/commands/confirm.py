"""``kb confirm``: the English says again what the Chinese says."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
import yaml

from huimin.commands.settings import fail, reader_language
from huimin.confirm import confirmed


def confirm(
    files: Annotated[list[Path], typer.Argument(help="Entries whose English was brought up to date.")],
    only_new: Annotated[
        bool, typer.Option("--only-new", help="Leave texts that were confirmed before as they are.")
    ] = False,
) -> None:
    """Record in FILES that each English text was confirmed against its Chinese."""
    for file in files:
        try:
            old = file.read_bytes().decode("utf-8")
            new = confirmed(old, only_new=only_new)
        except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
            reason = str(error).splitlines()[0]
            fail(
                f"“{file}”没有改动：{reason}（先运行kb check）",
                f"{file} is unchanged: {reason} (run kb check first)",
            )
        if new != old:
            file.write_bytes(new.encode())
            typer.echo(f"已确认：{file}" if reader_language() == "zh" else f"confirmed: {file}")
