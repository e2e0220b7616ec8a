"""Firefox, which these tests are about (where there is none they fail)."""

import pytest

from scripts.firefox import ABSENT, find
from tests.browser.conftest import disc
from tests.firefox.bidi import Firefox

__all__ = ["disc"]  # the same as in Chromium


@pytest.fixture(scope="session")
def program():
    found = find()
    if not found:
        pytest.exit(ABSENT, returncode=1)
    return found


@pytest.fixture
def start(program, tmp_path):
    """Starts a Firefox with the profile that belongs to this test; what is not closed is closed at its end."""
    started = []

    def start(**settings):
        started.append(Firefox(program, tmp_path / "profile", **settings))
        return started[-1]

    yield start
    for firefox in started:
        firefox.end()


@pytest.fixture(scope="module")
def firefox(program, tmp_path_factory):
    """One for tests that only read."""
    with Firefox(program, tmp_path_factory.mktemp("firefox") / "profile") as firefox:
        yield firefox
