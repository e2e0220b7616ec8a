"""The commands as people call them, in this process."""

import typer
from typer.testing import CliRunner

from huimin.commands.case_intake import import_cases, template

app = typer.Typer(pretty_exceptions_enable=False)
app.command("template")(template)
app.command("import")(import_cases)


def kb(*arguments, lang="C.UTF-8"):
    """Runs the command; whatever it raises besides its exit is the test's failure."""
    done = CliRunner().invoke(app, [str(a) for a in arguments], env={"LC_ALL": lang}, catch_exceptions=False)
    assert "Traceback" not in done.output
    return done


def everything(folder):
    """All files below ``folder`` with their bytes, to see that nothing was written."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
