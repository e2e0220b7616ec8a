"""Blank checklists to fill in by hand, for those whose browser runs no script."""

from __future__ import annotations

from dataclasses import dataclass

from huimin.knowledge import KnowledgeBase
from huimin.pages.words import checklist_words

ROLES = ("city", "province")
"""Whose checklists the workbench has (``Role`` of docs/script/model/guide.ts)."""
FORMATS: tuple[str, ...] = ("xlsx", "docx")
"""The endings of the files in which blank copies are made."""


@dataclass(frozen=True, slots=True)
class PlainCopy:
    """A checklist to be had as blank files."""

    id: str
    """The checklist's: of a role, of what comes before filing, or of a focus area."""
    title: str
    files: dict[str, str]
    """Paths from the site's root by ending, ``xlsx`` and ``docx``."""
    opens: bool
    """Whether the workbench opens the spreadsheet: it has no checklists of the coordination group."""


def plain_copies(kb: KnowledgeBase, lang: str) -> list[PlainCopy]:
    """Every checklist, in the order of the checklists' page."""
    return [
        PlainCopy(
            checklist.id,
            checklist_words(checklist, lang)[0],
            {ending: f"downloads/checklist-{checklist.id}.{lang}.{ending}" for ending in FORMATS},
            checklist.role in ROLES,
        )
        for checklist in kb.checklists.values()
    ]
