"""LibreOffice, which these tests are about (where there is none they fail), and spreadsheets given to `kb`."""

import re
import shutil

import pytest

from scripts.office import ABSENT, find
from tests.browser.conftest import address, chromium, page, site
from tests.conftest import SMALL
from tests.intake.kb import everything, kb
from tests.office.libreoffice import LibreOffice

__all__ = ["address", "chromium", "page", "site"]  # the browser is the same as in its own tests


@pytest.fixture(scope="session")
def office(tmp_path_factory):
    """LibreOffice set to Chinese dates and numbers."""
    found = find()
    if not found:
        pytest.exit(ABSENT, returncode=1)
    return LibreOffice(*found, tmp_path_factory.mktemp("profile"))


@pytest.fixture(scope="session")
def imported(tmp_path_factory):
    """Imports a file into a fresh knowledge base; gives the files of cases that were not there, save their date."""

    def imported(file):
        folder = tmp_path_factory.mktemp("kb") / "kb"
        shutil.copytree(SMALL, folder)
        before = everything(folder)
        done = kb("import", file, "--kb", folder)
        assert done.exit_code == 0, done.output
        new = {name: data for name, data in everything(folder).items() if before.get(name) != data}
        return {name: re.sub(rb"(?m)^updated: .*", b"", data) for name, data in new.items()}

    return imported
