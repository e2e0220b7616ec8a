"""The guide as the workbench needs it, in one language: what ``docs/script/model/guide.ts`` calls ``Guide``."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any

import yaml

from huimin.checklists import Line
from huimin.knowledge import KnowledgeBase
from huimin.markdown import to_text
from huimin.model.fields import Text
from huimin.model.jurisdiction import City
from huimin.model.requirement import Requirement
from huimin.model.source import Clause, Section, Source
from huimin.pages.addresses import address
from huimin.workbench.digest import step_digest
from huimin.workbench.example import example
from huimin.workbench.lists import columns_for_guide
from huimin.workbench.words import words

Item = dict[str, Any]

ROLES = ("city", "province")
"""Those who work through a checklist of their own."""
MOST_CASES = 6
"""The best cases that a requirement or a theme shows, as on its page; the page leads to the others."""


def guide(kb: KnowledgeBase, lang: str) -> Item:
    """Everything in ``lang``, addresses relative to the language's folder, in which the workbench's page lies.

    The same knowledge base gives the same; kinds of entry that it does not have are blank lists.
    """
    made = _Guide(kb, lang).whole()
    filled = example(kb, made, lang)
    return made | ({"example": filled} if filled else {})


class _Guide:
    def __init__(self, kb: KnowledgeBase, lang: str) -> None:
        self._kb, self._lang = kb, lang
        self._lines = [line for line in kb.lines if kb.role_of(line.step) in ROLES]
        wanted = {line.requirement.id for line in self._lines if line.requirement}
        ordered = [r for _, _, requirements in kb.by_section for r in requirements]
        self._requirements = {r.id: r for r in ordered if r.id in wanted}
        self._sections = _section_ids(kb)
        self._cases: dict[str, Item] = {}

    def whole(self) -> Item:
        kb, lang = self._kb, self._lang
        requirements = [self._requirement(r) for r in self._requirements.values()]
        steps = [self._step(line) for line in self._lines]
        return {
            "lang": lang,
            "edition": kb.edition,
            "updated": kb.updated.isoformat(),
            "words": {key: word[lang] for key, word in words().items()},
            "phases": [self._named(p.id, p.title) for p in kb.programme.phases],
            "anchors": [self._named(a.id, a.title) for a in kb.programme.anchors],
            "sections": [
                self._named(self._sections[s.id, c.id], c.title) for s, c, _ in self._shown_sections()
            ],
            "areas": [
                self._named(area.id, area.title)
                | {
                    "short": area.short[lang],
                    "url": address("focus-area", area.id),
                    "themes": [self._named(f"{area.id}.{t.id}", t.title, "theme") for t in area.themes],
                }
                for area in kb.focus_areas.values()
            ],
            "requirements": requirements,
            "steps": steps,
            "indicators": [
                self._named(i.id, i.title, "indicator")
                | {
                    "unit": i.unit[lang],
                    "direction": i.direction,
                    "formula": i.formula[lang],
                    "areas": kb.areas_of_indicator[i.id],
                    "requirements": [id_ for id_ in i.requirements if id_ in self._requirements],
                }
                for i in kb.indicators.values()
            ],
            "conditions": [self._condition(clause) for clause in _conditions(kb)],
            "offices": {c.id: c.name[lang] for c in kb.contacts.values()},
            "cases": self._cases,
            "provinces": self._provinces(),
            "retired": self._retired(),
            "personal": {"kinds": _personal()},
            "columns": columns_for_guide(kb),
        }

    def _named(self, id_: str, title: Text, kind: str = "") -> Item:
        found: Item = {"id": id_, "title": title[self._lang]}
        return found | ({"url": address(kind, id_)} if kind else {})

    def _requirement(self, requirement: Requirement) -> Item:
        kb = self._kb
        source, section = kb.section_of(requirement)
        return self._named(requirement.id, requirement.title, "requirement") | {
            "origin": requirement.origin,
            "strength": requirement.strength,
            "section": self._sections[source.id, section.id],
            "clauses": [{"id": id_, "url": address("clause", id_)} for id_ in requirement.clauses],
            "areas": [area.id for area in kb.areas_of(requirement)],
            "indicators": [i.id for i in kb.indicators_of_requirement.get(requirement.id, [])],
            "cases": self._best_cases("requirement", requirement.id),
        }

    def _step(self, line: Line) -> Item:
        kb, lang, step = self._kb, self._lang, line.step
        if line.requirement:
            owner = {"requirement": line.requirement.id}
            cases = self._best_cases("requirement", line.requirement.id)
        else:
            theme = line.id.rpartition(".")[0]
            owner, cases = {"theme": theme}, self._best_cases("theme", theme)
        return {
            "id": line.id,
            "role": kb.role_of(step),
            **owner,
            "url": address("step", line.id),
            "origin": step.origin,
            "strength": self._strength(line),
            "phase": step.phase,
            "title": step.title[lang],
            "detail": to_text(step.detail[lang]) if step.detail else "",
            "lead": step.lead,
            "helpers": list(step.helpers),
            "output": step.output[lang],
            "evidence": step.evidence[lang],
            "anchor": step.time.anchor,
            "days": step.time.days,
            "digest": step_digest(step),
            "cases": cases,
        }

    def _strength(self, line: Line) -> str:
        """How strongly the notice asks for a step: as for its requirement where it words the step itself.

        A step that is the guide's advice is "advised"; where a requirement has no other steps, they stand for it.
        """
        requirement, step = line.requirement, line.step
        if requirement is None or requirement.origin == "guide":
            return "advised"
        role = self._kb.role_of(step)
        worded = any(s.origin == "notice" for s in requirement.steps if self._kb.role_of(s) == role)
        return requirement.strength if step.origin == "notice" or not worded else "advised"

    def _best_cases(self, kind: str, id_: str) -> list[str]:
        found = self._kb.cases_by[kind].get(id_, [])[:MOST_CASES]
        for case in found:
            self._cases.setdefault(
                case.id, {"title": case.title[self._lang], "url": address("case", case.id)}
            )
        return [case.id for case in found]

    def _shown_sections(self) -> Iterable[tuple[Source, Section, list[Requirement]]]:
        for source, section, requirements in self._kb.by_section:
            if any(r.id in self._requirements for r in requirements):
                yield source, section, requirements

    def _condition(self, clause: Clause) -> Item:
        resting = self._kb.requirements_of_clause.get(clause.id, [])
        return {
            "id": clause.number,
            "title": clause.gist[self._lang],
            "clause": clause.id,
            "url": address("clause", clause.id),
            "requirements": [r.id for r in resting if r.id in self._requirements],
        }

    def _provinces(self) -> list[Item]:
        units = self._kb.jurisdictions
        return [
            self._named(p.id, p.full_name)
            | {"cities": [self._city(c) for c in self._kb.cities_of.get(p.id, [])]}
            for p in (units.provinces if units else ())
        ]

    def _city(self, city: City) -> Item:
        """A city by its full name: in Chinese with 市, save where another word says what it is."""
        title = city.name[self._lang]
        if self._lang == "zh" and not title.endswith(("市", "自治州", "地区", "盟", "新区")):
            title += "市"
        return {"id": city.id, "title": title}

    def _retired(self) -> list[Item]:
        kb, lang = self._kb, self._lang
        return [
            {
                "id": item.id,
                "kind": "area" if item.kind == "focus-area" else item.kind,
                "title": item.title[lang],
                "on": item.on.isoformat(),
                "reason": item.reason[lang],
                "successors": kb.retirements.successors_of(item),
            }
            for item in (kb.retired.items if kb.retired else ())
        ]


@cache
def _personal() -> list[Item]:
    """The patterns of personal data with which cases are checked, where they are data."""
    file = resources.files("huimin.check").joinpath("personal.yaml")
    read: dict[str, list[Item]] = (
        yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader) if file.is_file() else {}
    )
    return read.get("kinds", [])


def _section_ids(kb: KnowledgeBase) -> dict[tuple[str, str], str]:
    """Sections by source and id: called as in their source, or with its name where another source has the same."""
    found: dict[tuple[str, str], str] = {}
    for source in kb.sources.values():
        for section in source.sections:
            taken = section.id in found.values()
            found[source.id, section.id] = f"{source.id}:{section.id}" if taken else section.id
    return found


def _conditions(kb: KnowledgeBase) -> list[Clause]:
    """The conditions of section six: the clauses of each section in which conditions stand.

    The sixth is worded as an encouragement, and the section lists it among the conditions all the same.
    """
    all_ = [(source.id, clause) for source, clause in kb.clauses.values()]
    sections = {(source, clause.section) for source, clause in all_ if clause.kind == "condition"}
    return [clause for source, clause in all_ if (source, clause.section) in sections]
