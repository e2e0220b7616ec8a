"""The command ``kb``."""

from __future__ import annotations

import io
import sys

import typer

from huimin.commands import source
from huimin.commands.case import case_app
from huimin.commands.case_intake import import_cases, template
from huimin.commands.check import check
from huimin.commands.codeowners import codeowners
from huimin.commands.confirm import confirm
from huimin.commands.export import export
from huimin.commands.offline import offline
from huimin.commands.pr import pr_app
from huimin.commands.schema import schema
from huimin.commands.site import serve, site
from huimin.commands.synth import synth

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="The knowledge base of the guide: check it, build from it, keep it true.",
)
for command in (check, site, serve, offline, export, confirm, schema, codeowners, synth):
    app.command()(command)
app.add_typer(source.app, name="source")
case_app.command("template")(template)
case_app.command("import")(import_cases)
app.add_typer(case_app, name="case")
app.add_typer(pr_app, name="pr")


def main() -> None:
    """Runs ``kb``; a console that cannot show a character gets its escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    app()
