"""Two editions of a small knowledge base: the second rewords, splits, merges, replaces and retires steps of the first."""

from pathlib import Path

from tests.conftest import SMALL, change
from tests.test_retirement import STEP, retire

KEEP = "requirements/keep-list.yaml"
GONE = "cut", "join-a", "join-b", "drop", "rename"


def first(folder: Path) -> None:
    """Turns a copy of the small knowledge base into the first edition."""
    _steps(folder, ("cut", ""), ("join-a", ""), ("join-b", ""), ("drop", ""), ("stay", ""), ("rename", ""))


def second(folder: Path) -> None:
    """Turns the first edition into the second."""
    (folder / KEEP).write_bytes((SMALL / KEEP).read_bytes())
    _steps(
        folder,
        ("cut-first", "keep-list.cut"),
        ("cut-second", "keep-list.cut"),
        ("joined", "keep-list.join-a, keep-list.join-b"),
        ("renamed", "keep-list.rename"),
        ("stay", ""),
        ("fresh", ""),
    )
    change(folder / KEEP, "zh: 步骤4", "zh: 步骤四")
    for id_ in GONE:
        retire(folder, "step", f"keep-list.{id_}")


def _steps(folder: Path, *added: tuple[str, str]) -> None:
    """Puts steps after the one that is there, each with the ids whose place it takes."""
    text = "".join(
        STEP.format(id=id_, zh=f"步骤{n}", en=f"Step {n}", old=old) for n, (id_, old) in enumerate(added)
    )
    change(folder / KEEP, "supersedes:\n  - old-list\n", f"{text}supersedes:\n  - old-list\n")
