"""``kb confirm``: the English says again what the Chinese says."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from huimin.check.rules import Report
from huimin.commands.settings import fail, reader_language
from huimin.confirm import confirmed
from huimin.read.files import read_ordinary
from huimin.read.parse import parse


def confirm(
    files: Annotated[list[Path], typer.Argument(help="Entries whose English was brought up to date.")],
    only_new: Annotated[
        bool, typer.Option("--only-new", help="Leave texts that were confirmed before as they are.")
    ] = False,
) -> None:
    """Record in FILES that each English text was confirmed against its Chinese."""
    for file in files:
        try:
            data = read_ordinary(file)
        except OSError as error:
            fail(f"读不了“{file}”：{error.strerror}", f"cannot read {file}: {error.strerror}")
        report = Report()
        _, broken = parse(str(file), data)
        for item in broken:
            report.add_broken(str(file), item)
        if broken:
            finding = report.sorted()[0]
            fail(
                f"没有改动。{finding.line_of_text('zh')}", f"nothing is changed; {finding.line_of_text('en')}"
            )
        old = data.decode("utf-8-sig")
        line_end = "\r\n" if "\r\n" in old else "\n"
        try:
            new = confirmed(old.replace("\r\n", "\n"), only_new=only_new).replace("\n", line_end)
        except ValueError as error:
            fail(f"没有改动“{file}”：{error}", f"{file} is unchanged: {error}")
        if new != old:
            file.write_bytes(new.encode())
            typer.echo(f"已确认：{file}" if reader_language() == "zh" else f"confirmed: {file}")
