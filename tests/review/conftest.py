from pathlib import Path

import pytest

from tests.review.scratch import Scratch


@pytest.fixture
def scratch(small: Path) -> Scratch:
    """The small knowledge base, committed; what a test changes is the change that is reviewed."""
    return Scratch.of(small)
