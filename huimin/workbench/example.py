"""The example checklist that shows readers what the workbench is for, made from the steps that the guide has now."""

from __future__ import annotations

import datetime
from functools import cache
from importlib import resources
from typing import Any

import yaml

from huimin.knowledge import KnowledgeBase
from huimin.workbench.format import FORMAT, VERSION

Item = dict[str, Any]
ID = "00000000-0000-4000-8000-000000000001"
"""A UUID that no random one is: the example is always the same."""


def example(kb: KnowledgeBase, guide: Item, lang: str) -> Item | None:
    """The filled example (version 1 of the format) in ``lang``; None where the guide has no step of a city.

    It comes from ``example.yaml``; whatever the guide does not have is left out of it.
    """
    return _Example(kb.updated, guide, lang).checklist()


@cache
def _given() -> Item:
    text = resources.files("huimin.workbench").joinpath("example.yaml").read_text(encoding="utf-8")
    given: Item = yaml.load(text, Loader=yaml.CSafeLoader)
    return given


class _Example:
    def __init__(self, today: datetime.date, guide: Item, lang: str) -> None:
        self._today, self._guide, self._lang = today, guide, lang
        self._at = f"{today.isoformat()}T00:00:00Z"

    def checklist(self) -> Item | None:
        given, guide = _given(), self._guide
        areas = self._known(given["areas"], [area["id"] for area in guide["areas"]])
        themes = self._known(given["themes"], [t["id"] for area in guide["areas"] for t in area["themes"]])
        steps = fitting(guide, "city", areas, themes)
        if not steps:
            return None
        phases = {phase["id"] for phase in guide["phases"]}
        requirements = {requirement["id"] for requirement in guide["requirements"]}
        projects = [self._filled(p) for p in given["projects"] if p["area"] in areas]
        return _without_blanks(
            {
                "format": FORMAT,
                "version": VERSION,
                "id": ID,
                "name": given["name"][self._lang],
                "example": True,
                "created": self._at,
                "edition": guide["edition"],
                "role": "city",
                "province": given["province"][self._lang],
                "city": given["city"][self._lang],
                "areas": areas,
                "themes": themes,
                "start": self._day(given["start"]),
                "targets": {p: self._day(n) for p, n in given["targets"].items() if p in phases},
                "anchors": self._anchors(),
                "requirements": {
                    id_: {"reason": reason[self._lang], "changed": {"at": self._at}}
                    for id_, reason in given["requirements"].items()
                    if id_ in requirements
                },
                "steps": [self._step(step) for step in steps]
                + [self._own(own) for own in given["own"] if own["phase"] in phases],
                "projects": projects,
                "indicators": {
                    indicator["id"]: self._measured(given["indicators"][indicator["id"]])
                    for indicator in guide["indicators"]
                    if indicator["id"] in given["indicators"]
                },
                "revision": 0,
            }
        )

    def _step(self, step: Item) -> Item:
        answers = _given()["steps"].get(step["id"])
        made: Item = {"id": step["id"], "made": made_of(step, self._guide)}
        if answers is None:
            return made
        filled: Item = self._filled(answers)
        moment = _given()["anchors"].get(step["anchor"])
        if "due" not in filled and moment is not None:
            filled["due"] = self._day(moment + step["days"])
        return made | filled | {"changed": {"at": self._at}}

    def _own(self, own: Item) -> Item:
        filled = self._filled(own)
        project = filled.pop("project")
        parts = {key: filled.pop(key) for key in ("title", "phase", "evidence")}
        if any(p["id"] == project and p["area"] in self._areas for p in _given()["projects"]):
            parts["project"] = project
        return {"id": filled.pop("id"), "own": parts, **filled, "changed": {"at": self._at}}

    @property
    def _areas(self) -> set[str]:
        return {area["id"] for area in self._guide["areas"]}

    def _measured(self, given: Item) -> Item:
        filled: Item = self._filled(given)
        year = self._today.year
        filled["targets"] = {str(year + number): value for number, value in filled["targets"].items()}
        return filled | {"changed": {"at": self._at}}

    def _anchors(self) -> Item:
        known = {anchor["id"] for anchor in self._guide["anchors"]}
        return {id_: self._day(n) for id_, n in _given()["anchors"].items() if id_ in known}

    def _filled(self, value: Any, key: str = "") -> Any:  # noqa: ANN401
        """What stands in the file with words in the one language and days as days."""
        if isinstance(value, dict):
            if value.keys() == {"zh", "en"}:
                return value[self._lang]
            return {name: self._filled(item, name) for name, item in value.items()}
        if isinstance(value, list):
            return [self._filled(item) for item in value]
        return self._day(value) if key in ("date", "due") else value

    def _day(self, days: int) -> str:
        return (self._today + datetime.timedelta(days=days)).isoformat()

    @staticmethod
    def _known(ids: list[str], among: list[str]) -> list[str]:
        return [id_ for id_ in ids if id_ in among]


def fitting(guide: Item, role: str, areas: list[str], themes: list[str]) -> list[Item]:
    """The guide's steps that belong into a checklist; ``fitting`` of ``docs/script/model/make.ts`` says the same."""
    bound = {requirement["id"]: requirement["areas"] for requirement in guide["requirements"]}
    found = []
    for step in guide["steps"]:
        of_areas = bound.get(step.get("requirement"), [])
        fits = step["theme"] in themes if "theme" in step else not of_areas or set(of_areas) & set(areas)
        if step["role"] == role and fits:
            found.append(step)
    return found


def made_of(step: Item, guide: Item) -> Item:
    """The words of a step, kept in a checklist so that a later edition can show what changed."""
    made = {"edition": guide["edition"], "digest": step["digest"], "lang": guide["lang"]}
    words = {key: step[key] for key in ("origin", "title", "detail", "output", "evidence") if step[key]}
    return made | words


def _without_blanks(checklist: Item) -> Item:
    """A field that is not filled in is absent, save the lists that a checklist always has."""
    needed = ("areas", "themes", "steps")
    return {key: value for key, value in checklist.items() if key in needed or value not in ({}, [])}
