"""The digest of a step: what a reader acts on changes it, nothing else does."""

import pytest

from huimin.load import load
from huimin.workbench.digest import step_digest
from tests.conftest import SMALL, change


def digest(folder):
    [step] = load(folder).knowledge_base().requirements["keep-list"].steps
    return step_digest(step)


@pytest.mark.parametrize(
    ("old", "new", "differs"),
    [
        ("      zh: 写一览表\n", "      zh: 写总表\n", True),
        ("      zh: 盖章的一览表\n", "      zh: 签字的一览表\n", True),
        ("      days: -30\n", "      days: -31\n", True),
        ("    helpers: []\n", "    helpers: [city-office]\n", True),
        ("  - id: write-list\n    origin: notice\n", "  - id: write-list\n    origin: guide\n", True),
        (
            "    lead: city-office\n",
            "    detail:\n      zh: 写在纸上。\n      en: On paper.\n    lead: city-office\n",
            True,
        ),
        ("      en: Write the list\n", "      en: Write down the list\n", False),
        ("  - id: write-list\n", "  - id: write-it\n", False),
        ("    supersedes:\n      - old-list.write-down\n", "    supersedes: []\n", False),
        ("strength: must\n", "strength: should\n", False),
    ],
)
def test_what_changes_it(old, new, differs, small):
    before = digest(small)
    change(small / "requirements/keep-list.yaml", old, new)
    assert (digest(small) != before) == differs


def test_it_is_the_same_for_ever():
    # Filled checklists hold it: another way of computing it would ask all of them to confirm every step.
    assert digest(SMALL) == "16917ce97f5965e9"
