"""What people choose from in a filled checklist, and the definition of its columns as the scripts get it."""

from __future__ import annotations

from typing import Any

from huimin.check.rules import Words
from huimin.knowledge import KnowledgeBase
from huimin.workbench.columns import Column, Option, definition, options, sheets


def lists_of(base: KnowledgeBase) -> dict[str, tuple[Option, ...]]:
    """What people choose from, by the name of the list."""
    phases = tuple(Option(p.id, Words(zh=p.title.zh, en=p.title.en)) for p in base.programme.phases)
    areas = tuple(Option(a.id, Words(zh=a.title.zh, en=a.title.en)) for a in base.focus_areas.values())
    leads = {line.step.lead for line in base.lines}
    offices = tuple(
        Option(c.id, Words(zh=c.name.zh, en=c.name.en)) for c in base.contacts.values() if c.id in leads
    )
    return {**options(), "phase": phases, "area": areas, "lead": offices}


def columns_for_guide(base: KnowledgeBase) -> dict[str, Any]:
    """What the scripts need of sheets and columns (``Columns`` in docs/script/model/columns.ts), in both languages.

    A file may be in either: headings and choices are understood in both.
    """
    lists = {name: items for name, items in lists_of(base).items() if name != "lead"}
    return {
        "sheets": [
            {
                "id": sheet.id,
                "title": sheet.title.model_dump(),
                **({"also": list(sheet.also)} if sheet.also else {}),
                "columns": [_plain(c) for c in sheet.columns],
            }
            for sheet in sheets().values()
        ],
        "lists": {
            name: [
                {
                    "id": option.id,
                    **option.label.model_dump(),
                    **({"also": list(option.also)} if option.also else {}),
                }
                for option in items
            ]
            for name, items in lists.items()
        },
        **{key: definition()[key] for key in ("about", "views", "evidence", "continued", "warning")},
    }


def _plain(column: Column) -> dict[str, Any]:
    found: dict[str, Any] = {
        "id": column.id,
        "kind": column.kind,
        "heading": column.heading.model_dump(),
        "also": list(column.also),
        "editable": column.editable,
        "list": column.list,
    }
    return {key: value for key, value in found.items() if value not in ([], "", False)}
