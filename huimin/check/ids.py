"""All ids that an entry may name, by kind."""

from __future__ import annotations

from huimin.check.rules import catalogue
from huimin.model.entry import Entry
from huimin.model.focus_area import FocusArea
from huimin.model.kinds import KINDS
from huimin.model.requirement import Requirement
from huimin.model.source import Source
from huimin.pages.addresses import HUBS


class _Unreadable(dict[str, object]):
    """The ids of a kind of which some file could not be read: any id may stand in it."""

    def __contains__(self, key: object) -> bool:
        return True

    def __missing__(self, key: str) -> None:
        return None


def _steps(entries: dict[str, dict[str, Entry]]) -> dict[str, object]:
    requirements = [e for e in entries["requirement"].values() if isinstance(e, Requirement)]
    areas = [e for e in entries["focus-area"].values() if isinstance(e, FocusArea)]
    found: dict[str, object] = {f"{r.id}.{step.id}": r for r in requirements for step in r.steps}
    return found | {f"{a.id}.{t.id}.{step.id}": a for a in areas for t in a.themes for step in t.steps}


def ids_of(entries: dict[str, dict[str, Entry]], unreadable: set[str]) -> dict[str, dict[str, object]]:
    """All ids by kind. A broken file is named once, not again by everything that refers to it."""
    ids: dict[str, dict[str, object]] = {name: dict(group) for name, group in entries.items()}
    for kind in KINDS:
        # A file's name counts as its id, so that one that differs, or cannot be read, is named once.
        files = [*unreadable, *(entry.file for entry in entries[kind.name].values())]
        for file in files:
            if kind.is_folder and file.startswith(kind.at):
                ids[kind.name].setdefault(file.removeprefix(kind.at).rpartition(".")[0], None)
    sources = [e for e in entries["source"].values() if isinstance(e, Source)]
    ids["clause"] = {clause.id: source for source in sources for clause in source.clauses}
    if any(file.startswith("sources/") for file in unreadable):
        ids["clause"] = _Unreadable()
    programme = entries["programme"].get("programme")
    for name, parts in (("phase", "phases"), ("anchor", "anchors"), ("round", "rounds")):
        ids[name] = {p.id: programme for p in getattr(programme, parts)} if programme else _Unreadable()
    steps_known = not any(file.startswith(("requirements/", "focus-areas/")) for file in unreadable)
    ids["step"] = _steps(entries) if steps_known else _Unreadable()
    ids["rule"] = dict.fromkeys(catalogue())
    ids["hub"] = dict.fromkeys(HUBS)
    broken_areas = any(file.startswith("focus-areas/") for file in unreadable)
    areas = [e for e in entries["focus-area"].values() if isinstance(e, FocusArea)]
    ids["theme"] = (
        _Unreadable() if broken_areas else {f"{area.id}.{t.id}": area for area in areas for t in area.themes}
    )
    units = entries["jurisdictions"].get("jurisdictions")
    ids["province"] = {p.id: units for p in getattr(units, "provinces", ())}
    ids["jurisdiction"] = {**ids["province"], **{c.id: units for c in getattr(units, "cities", ())}}
    approvers = entries["approvers"].get("approvers")
    ids["approver"] = {a.id: approvers for a in getattr(approvers, "approvers", ())}
    for names, file in (
        (("province", "jurisdiction"), "jurisdictions.yaml"),
        (("approver",), "approvers.yaml"),
    ):
        if file in unreadable:
            ids |= dict.fromkeys(names, _Unreadable())
    return ids
