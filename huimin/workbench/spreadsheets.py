"""Blank checklists as spreadsheets: one for each role and focus area, in each language.

They have the columns of the workbench's own files, so it opens them once they are filled in by hand.
"""

from __future__ import annotations

import base64
import datetime
from collections.abc import Iterator

from huimin import LANGUAGES
from huimin.checklists import Checklist, Line
from huimin.knowledge import KnowledgeBase
from huimin.pages.words import checklist_words, say, when
from huimin.workbench.blank import blank
from huimin.workbench.columns import FIRST_ROW, definition, options, sheets
from huimin.workbench.fill import Blank, Cell

FORMAT_VERSION = 1
"""``VERSION`` of docs/script/model/checklist.ts."""


def spreadsheets(kb: KnowledgeBase) -> Iterator[tuple[str, bytes]]:
    """The blank workbook as a script for each language, and every plain copy, as (path, bytes)."""
    for lang in LANGUAGES:
        empty = blank(kb, lang)
        script = f'window.huiminBlank={{"xlsx":"{base64.b64encode(empty).decode()}"}};\n'
        yield f"assets/workbench-blank.{lang}.js", script.encode()
        workbook = Blank(empty, datetime.datetime.combine(kb.updated, datetime.time()))
        for checklist in kb.checklists.values():
            rows = {
                "steps": _steps(kb, checklist, lang),
                "indicators": _indicators(kb, checklist, lang),
                "checklist": _about(kb, checklist, lang),
            }
            named = {sheets()[id_].title[lang]: found for id_, found in rows.items()}
            yield f"downloads/checklist-{checklist.id}.{lang}.xlsx", workbook.filled(named, FIRST_ROW)


def _steps(kb: KnowledgeBase, checklist: Checklist, lang: str) -> list[list[Cell]]:
    """The steps by phase, in the order of their times."""
    lines = [line for _, of_phase in kb.checklist(checklist.id) for line in of_phase]
    return [_row(kb, line, number, lang) for number, line in enumerate(lines, start=1)]


def _row(kb: KnowledgeBase, line: Line, number: int, lang: str) -> list[Cell]:
    step = line.step
    helpers = "、".join(kb.contacts[id_].name[lang] for id_ in step.helpers)
    lead = kb.contacts[step.lead].name[lang]
    cells: dict[str, Cell] = {
        "id": line.id,
        "number": number,
        "phase": kb.phases[step.phase].title[lang],
        "requirement": line.owner.title[lang],
        "title": step.title[lang],
        "detail": step.detail[lang] if step.detail else None,
        "origin": say(f"{step.origin}-short", lang),
        "wanted": step.evidence[lang],
        "time": when(step.time, kb.anchors[step.time.anchor], lang),
        "proposed": f"{lead}\n{helpers}" if helpers else lead,
        "status": options()["status"][0].label[lang],
    }
    return [cells.get(column.id) for column in sheets()["steps"].columns]


def _indicators(kb: KnowledgeBase, checklist: Checklist, lang: str) -> list[list[Cell]]:
    """A city measures all of them, a focus area those that serve it."""
    if checklist.role != "city":
        return []
    area = checklist.area
    found = kb.indicators_of_area.get(area.id, []) if area else kb.indicators.values()
    return [[indicator.id, indicator.title[lang], indicator.unit[lang]] for indicator in found]


def _about(kb: KnowledgeBase, checklist: Checklist, lang: str) -> list[list[Cell]]:
    """What the checklist is, for the workbench; what is to be filled in stays empty."""
    roles = {option.id: option.label[lang] for option in options()["role"]}
    area = checklist.area
    values: dict[str, tuple[Cell, str]] = {
        "name": (checklist_words(checklist, lang)[0], ""),
        "role": (roles.get(checklist.role, say(checklist.role, lang)), ""),
        "province": (None, ""),
        "city": (None, ""),
        "areas": (area.id if area else None, area.title[lang] if area else ""),
        "themes": (
            "\n".join(f"{area.id}.{theme.id}" for theme in area.themes) if area else None,
            "\n".join(theme.title[lang] for theme in area.themes) if area else "",
        ),
        "start": (None, ""),
        "edition": (kb.edition, ""),
        "version": (FORMAT_VERSION, ""),
    }
    titles = {row["id"]: row["title"][lang] for row in definition()["about"]}
    return [[id_, titles[id_], value, meaning or None] for id_, (value, meaning) in values.items()]
