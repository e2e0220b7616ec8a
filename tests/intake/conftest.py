"""One case as a person would hand it in, and a way to hand in a file."""

import datetime
from pathlib import Path

import pytest

from huimin.intake.handed_in import plan
from huimin.load import load
from huimin.read.parse import parse
from tests.conftest import SMALL
from tests.intake.fill import cells_of

TODAY = datetime.date(2020, 1, 2)


def values_of(file):
    return parse(str(file), Path(file).read_bytes())[0].values


@pytest.fixture
def row():
    """The cells of a good case that is not in the small knowledge base."""
    return {**cells_of(values_of(SMALL / "cases/east/river-names.yaml")), "id": "river-new"}


@pytest.fixture
def hand_in(small, tmp_path):
    """Hands in the bytes of a file; gives what is planned and the findings in English."""

    def hand_in(data, name="cases.xlsx", update=False):
        file = tmp_path / name
        file.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
        return plan(small, load(small), [file], update=update, today=TODAY)

    return hand_in


def lines(result, lang="en", severity="error"):
    """Findings as they are printed, without the folder of the test."""
    found = [f for f in result.findings if severity in (f.severity, None)]
    return [f.line_of_text(lang).partition(": ")[2] for f in found]


def content(text):
    """The values of a case's file, save state and date."""
    values = dict(parse("", text.encode())[0].values)
    return {key: value for key, value in values.items() if key not in ("state", "updated")}
