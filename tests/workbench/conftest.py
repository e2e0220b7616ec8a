import pytest

from huimin.load import load
from huimin.workbench.spreadsheets import spreadsheets
from tests.conftest import REAL


@pytest.fixture(scope="session")
def real():
    return load(REAL).knowledge_base()


@pytest.fixture(scope="session")
def made(real):
    """Every plain copy, and the blank workbooks as scripts, by path."""
    return dict(spreadsheets(real))
