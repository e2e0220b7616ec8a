"""LibreOffice as tests use it: each document is opened by a program of its own that ends with the last step.

``convert`` saves a file in another format, ``edit`` does what a person would do with a spreadsheet; the steps are
made by the functions below. Nothing is awaited by the clock: ``bridge.py`` connects as soon as LibreOffice listens.
"""

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

Step = tuple[str, dict[str, Any]]

UTF8, GB18030 = 76, 85
"""LibreOffice's numbers for encodings of text (sal/inc/rtl/textenc.h)."""
SECONDS = 300
"""After this a document is given up; a quiet machine needs two."""
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{locale}</value></prop></item>
</oor:items>
"""


class OfficeError(Exception):
    """What LibreOffice did not do, with what it printed."""


class LibreOffice:
    """The program, with a profile of its own in ``folder``; ``locale`` decides what it takes for a date."""

    def __init__(self, program: str, python: str, folder: Path, locale: str = "zh-CN") -> None:
        self._python = python
        settings = folder / "user/registrymodifications.xcu"
        if not settings.exists():
            settings.parent.mkdir(parents=True)
            settings.write_text(_SETTINGS.format(locale=escape(locale)), encoding="utf-8")
        self._command = [
            program,
            f"-env:UserInstallation={folder.absolute().as_uri()}",
            *("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"),
        ]

    def edit(self, source: Path, *steps: Step) -> list[Any]:
        """Opens ``source`` and does the steps; returns what each step gives, None where it gives nothing.

        ``source`` itself changes only where a step saves to it.

        Raises:
            OfficeError: where a step was not done, or LibreOffice ended or hung; nothing of it goes on running.
        """
        job = {"command": self._command, "open": str(source), "steps": steps, "seconds": SECONDS}
        done = subprocess.run(
            [self._python, Path(__file__).with_name("bridge.py")],
            input=json.dumps(job),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        result = json.loads(done.stdout) if done.returncode == 0 else {"error": f"exit {done.returncode}"}
        if "error" in result:
            raise OfficeError(f"{result['error']}\n{done.stderr}".strip())
        answers: list[Any] = result["answers"]
        return answers

    def convert(self, source: Path, target: Path) -> Path:
        """Saves ``source`` as ``target``, by whose ending the format goes (xlsx, ods, csv, docx, odt, txt, pdf)."""
        self.edit(source, save(target))
        return target


def sheet(name: str) -> Step:
    """Turns to a sheet; a document opens with the one that was last seen."""
    return "sheet", {"name": name}


def enter(cells: Mapping[str, str]) -> Step:
    """Types into cells, by places such as ``B3``; what looks like a number or a date becomes one."""
    return "enter", {"cells": dict(cells)}


def choose(cells: Mapping[str, str]) -> Step:
    """Takes a choice from a cell's drop-down list; fails where the list does not offer it."""
    return "choose", {"cells": dict(cells)}


def sort_rows(area: str, by: str, *, descending: bool = False) -> Step:
    """Sorts the rows of an area such as ``A3:F9`` by a column."""
    return "sort_rows", {"area": area, "by": by, "descending": descending}


def insert_columns(before: str, count: int = 1) -> Step:
    """Puts empty columns before a column."""
    return "insert_columns", {"before": before, "count": count}


def move_columns(first: str, last: str, *, before: str) -> Step:
    """Moves whole columns before another column, all named as they stand now."""
    return "move_columns", {"first": first, "last": last, "before": before}


def insert_rows(before: int, count: int = 1) -> Step:
    """Puts empty rows before a row."""
    return "insert_rows", {"before": before, "count": count}


def delete_rows(first: int, count: int = 1) -> Step:
    """Deletes whole rows."""
    return "delete_rows", {"first": first, "count": count}


def read(area: str) -> Step:
    """Gives what the cells of an area show, row by row."""
    return "read", {"area": area}


def save(target: Path, *, encoding: int = UTF8) -> Step:
    """Saves in the format of ``target``'s ending; ``encoding`` is for CSV, of which the sheet that is seen is saved.

    The options of CSV are those that the dialog proposes: commas, quotes where they are needed, cells as shown.
    """
    options = {".csv": f"44,34,{encoding},1,,0,false,true,false", ".txt": "UTF8"}.get(target.suffix, "")
    return "save", {"path": str(target), "options": options}
