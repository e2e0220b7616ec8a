"""What tests share: a small made-up knowledge base to change, and the real one."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import huimin  # noqa: F401 (before any test imports openpyxl: it says which parser openpyxl takes)

# Files are read and written in examples, and machines differ: only what is found counts, not how soon.
settings.register_profile(
    "files", deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
settings.load_profile("files")

ROOT = Path(__file__).parents[1]
SMALL = ROOT / "tests/data/small"
REAL = ROOT / "kb"
ON_REQUEST = (ROOT / "tests/office", ROOT / "tests/firefox")


def pytest_ignore_collect(collection_path, config):
    """Tests that need LibreOffice or Firefox run only where they are named, as `make test-office` does."""
    named = (Path(argument.partition("::")[0]).resolve() for argument in config.args)
    if collection_path in ON_REQUEST and not any(path.is_relative_to(collection_path) for path in named):
        return True
    return None


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A copy of the small knowledge base that a test may change."""
    folder = tmp_path / "kb"
    shutil.copytree(SMALL, folder)
    return folder


def change(file: Path, old: str, new: str) -> None:
    """Replaces what stands in a file exactly once."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file.name}"
    file.write_text(text.replace(old, new), encoding="utf-8")
