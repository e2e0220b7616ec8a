"""``api/v1``: every kind of entry as one list of items, fields named as in the YAML.

Texts are ``{"zh", "en"}``, references are ids, ``url`` gives the page's path from the site's root by
language. The format is fixed by the JSON Schema beside each file.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from huimin import LANGUAGES
from huimin.cases import best_quality
from huimin.check.rules import catalogue
from huimin.knowledge import KnowledgeBase
from huimin.model.entry import Entry
from huimin.model.fields import Part
from huimin.pages.addresses import address, address_of
from huimin.workbench.digest import step_digest

Item = dict[str, Any]


def urls(path: str) -> dict[str, str]:
    """The paths of a page, given below ``/zh/`` and ``/en/``, from the site's root by language."""
    return {lang: f"{lang}/{path}" for lang in LANGUAGES}


def _entry(entry: Entry, only: set[str] | None = None) -> Item:
    """An entry's fields, all or ``only`` some, without what only the knowledge base's own tools use."""
    fields = entry.model_dump(
        mode="json", exclude_none=True, include=only, exclude={"id", "updated", "exempt", "state"}
    )
    return {
        "id": entry.id,
        "url": urls(address_of(entry)),
        "updated": entry.updated.isoformat(),
        "state": entry.state,
        **_without_digests(fields),
    }


def _without_digests(value: Any) -> Any:  # noqa: ANN401
    """``value``, from whose texts ``of`` was taken, which says only against which Chinese the English was confirmed."""
    if isinstance(value, dict):
        if "zh" in value:
            value.pop("of", None)
        else:
            for below in value.values():
                if isinstance(below, dict | list):
                    _without_digests(below)
    elif isinstance(value, list):
        for item in value:
            _without_digests(item)
    return value


def _programme(kb: KnowledgeBase) -> Iterator[Item]:
    yield _entry(kb.programme)


def _sources(kb: KnowledgeBase) -> Iterator[Item]:
    for source in kb.sources.values():
        item = _entry(source)
        for clause in item["clauses"]:
            clause["url"] = urls(address("clause", clause["id"]))
            clause["requirements"] = [r.id for r in kb.requirements_of_clause.get(clause["id"], [])]
        yield item


def _requirements(kb: KnowledgeBase) -> Iterator[Item]:
    for requirement in kb.requirements.values():
        item = _entry(requirement)
        item["section"] = kb.section_of(requirement)[1].id
        item["steps"] = [f"{requirement.id}.{step.id}" for step in requirement.steps]
        yield item


def _steps(kb: KnowledgeBase) -> Iterator[Item]:
    for requirement in kb.requirements.values():
        for step in requirement.steps:
            id_ = f"{requirement.id}.{step.id}"
            item = _part(id_, address("step", id_), requirement, step)
            yield item | {
                "requirement": requirement.id,
                "role": kb.role_of(step),
                "digest": step_digest(step),
            }


def _focus_areas(kb: KnowledgeBase) -> Iterator[Item]:
    for area in kb.focus_areas.values():
        item = _entry(area)
        item["themes"] = [f"{area.id}.{theme.id}" for theme in area.themes]
        item["requirements"] = [r.id for r in kb.requirements_of_area.get(area.id, [])]
        yield item


def _themes(kb: KnowledgeBase) -> Iterator[Item]:
    for id_, (area, theme) in kb.themes.items():
        yield _part(id_, address("theme", id_), area, theme) | {"focus_area": area.id}


def _indicators(kb: KnowledgeBase) -> Iterator[Item]:
    return (_entry(indicator) for indicator in kb.indicators.values())


def _policies(kb: KnowledgeBase) -> Iterator[Item]:
    return (_entry(policy) for policy in kb.policies.values())


def _cases(kb: KnowledgeBase) -> Iterator[Item]:
    """Cases with where they stand for readers as ``state``; of a withdrawn one only that it is withdrawn."""
    for case in kb.cases.values():
        state = kb.case_states[case.id]
        if state == "withdrawn":
            item = _entry(case, only={"title", "withdrawal"})
        else:
            item = _entry(case) | {"province": case.province, "best_quality": best_quality(case)}
        yield item | {"state": state}


def _jurisdictions(kb: KnowledgeBase) -> Iterator[Item]:
    units = kb.jurisdictions
    if units is None:
        return
    for province in units.provinces:
        page = address("province", province.id)
        yield _part(province.id, page, units, province) | {"level": "province"}
        for city in kb.cities_of.get(province.id, []):
            yield _part(city.id, f"{page}#{city.id}", units, city) | {"level": "city"}


def _part(id_: str, path: str, entry: Entry, part: Part) -> Item:
    """A part of an entry that has an address of its own, ``path``."""
    fields = _without_digests(part.model_dump(mode="json", exclude_none=True, exclude={"id"}))
    return {"id": id_, "url": urls(path), "updated": entry.updated.isoformat(), **fields}


def _contacts(kb: KnowledgeBase) -> Iterator[Item]:
    return (_entry(contact) for contact in kb.contacts.values())


def _glossary(kb: KnowledgeBase) -> Iterator[Item]:
    return (_entry(term) for term in kb.terms.values())


def _retired(kb: KnowledgeBase) -> Iterator[Item]:
    """What earlier editions had, with the ids in use that took its place."""
    for item in kb.retired.items if kb.retired else ():
        assert kb.retired
        found = _part(item.id, address(item.kind, item.id), kb.retired, item)
        yield found | {"successors": kb.retirements.successors_of(item)}


def _rules(kb: KnowledgeBase) -> Iterator[Item]:
    for rule in catalogue().values():
        yield {
            "id": rule.code,
            "url": urls(address("rule", rule.code)),
            "updated": kb.updated.isoformat(),
            **rule.model_dump(mode="json", include={"severity", "title", "why", "message", "help"}),
        }


COLLECTIONS: dict[str, Callable[[KnowledgeBase], Iterator[Item]]] = {
    "programme": _programme,
    "sources": _sources,
    "requirements": _requirements,
    "steps": _steps,
    "focus-areas": _focus_areas,
    "themes": _themes,
    "indicators": _indicators,
    "policies": _policies,
    "cases": _cases,
    "jurisdictions": _jurisdictions,
    "contacts": _contacts,
    "glossary": _glossary,
    "retired": _retired,
    "rules": _rules,
}
"""The collections by name, each with what makes its items."""


def collection(kb: KnowledgeBase, name: str) -> Iterator[Item]:
    """The items of a collection, in the order of the knowledge base."""
    return COLLECTIONS[name](kb)


def index(kb: KnowledgeBase, counts: dict[str, int]) -> list[Item]:
    """The items of ``index.json``: one for each collection, with its files."""
    return [
        {
            "id": name,
            "url": urls("data.html"),
            "updated": kb.updated.isoformat(),
            "count": count,
            "json": f"api/v1/{name}.json",
            "csv": f"api/v1/{name}.csv",
            "schema": f"api/v1/{name}.schema.json",
        }
        for name, count in counts.items()
    ]


def line(item: Item) -> bytes:
    """An item as JSON, in UTF-8, which takes up half of what a text with Chinese in it does."""
    return json.dumps(item, ensure_ascii=False).encode()


def document(kb: KnowledgeBase, lines: Iterable[bytes]) -> Iterator[bytes]:
    """The JSON of a collection, an item a line, in pieces."""
    yield f'{{"edition": {json.dumps(kb.edition)}, "items": [\n'.encode()
    comma = b""
    for line in lines:
        yield comma + line
        comma = b",\n"
    yield b"\n]}\n"
