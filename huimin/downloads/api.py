"""``api/v1``: every kind of entry as one list of items, fields named as in the YAML.

Texts are ``{"zh", "en"}``, references are ids, ``url`` gives the page's path from the site's root by
language. The format is fixed by the JSON Schema beside each file.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from huimin import LANGUAGES
from huimin.check.rules import catalogue
from huimin.knowledge import KnowledgeBase
from huimin.model.entry import Entry
from huimin.model.requirement import Step
from huimin.pages.addresses import address, address_of

Item = dict[str, Any]


def _urls(path: str) -> dict[str, str]:
    return {lang: f"{lang}/{path}" for lang in LANGUAGES}


def _entry(entry: Entry) -> Item:
    """An entry's fields, without what only the knowledge base's own tools use."""
    fields = entry.model_dump(mode="json", exclude_none=True, exclude={"id", "updated", "exempt", "state"})
    return {
        "id": entry.id,
        "url": _urls(address_of(entry)),
        "updated": entry.updated.isoformat(),
        "state": entry.state,
        **_without_digests(fields),
    }


def _without_digests(value: Any) -> Any:  # noqa: ANN401
    """Texts without ``of``, which says only against which Chinese the English was confirmed."""
    if isinstance(value, dict):
        return {k: _without_digests(v) for k, v in value.items() if not (k == "of" and "zh" in value)}
    if isinstance(value, list):
        return [_without_digests(item) for item in value]
    return value


def _programme(kb: KnowledgeBase) -> Iterator[Item]:
    yield _entry(kb.programme)


def _sources(kb: KnowledgeBase) -> Iterator[Item]:
    for source in kb.sources.values():
        item = _entry(source)
        for clause in item["clauses"]:
            clause["url"] = _urls(address("clause", clause["id"]))
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
            yield _step(kb, requirement.id, requirement.updated.isoformat(), step)


def _step(kb: KnowledgeBase, requirement: str, updated: str, step: Step) -> Item:
    id_ = f"{requirement}.{step.id}"
    fields = _without_digests(step.model_dump(mode="json", exclude_none=True, exclude={"id"}))
    return {
        "id": id_,
        "url": _urls(address("step", id_)),
        "updated": updated,
        "requirement": requirement,
        "role": kb.role_of(step),
        **fields,
    }


def _contacts(kb: KnowledgeBase) -> Iterator[Item]:
    return (_entry(contact) for contact in kb.contacts.values())


def _glossary(kb: KnowledgeBase) -> Iterator[Item]:
    return (_entry(term) for term in kb.terms.values())


def _rules(kb: KnowledgeBase) -> Iterator[Item]:
    for rule in catalogue().values():
        yield {
            "id": rule.code,
            "url": _urls(address("rule", rule.code)),
            "updated": kb.updated.isoformat(),
            **rule.model_dump(mode="json", include={"severity", "title", "why", "message", "help"}),
        }


COLLECTIONS: dict[str, Callable[[KnowledgeBase], Iterator[Item]]] = {
    "programme": _programme,
    "sources": _sources,
    "requirements": _requirements,
    "steps": _steps,
    "contacts": _contacts,
    "glossary": _glossary,
    "rules": _rules,
}
"""The collections by name, each with what makes its items."""


def collection(kb: KnowledgeBase, name: str) -> list[Item]:
    """The items of a collection, in the order of the knowledge base."""
    return list(COLLECTIONS[name](kb))


def index(kb: KnowledgeBase, counts: dict[str, int]) -> list[Item]:
    """The items of ``index.json``: one for each collection, with its files."""
    return [
        {
            "id": name,
            "url": _urls("data.html"),
            "updated": kb.updated.isoformat(),
            "count": count,
            "json": f"api/v1/{name}.json",
            "csv": f"api/v1/{name}.csv",
            "schema": f"api/v1/{name}.schema.json",
        }
        for name, count in counts.items()
    ]


def document(kb: KnowledgeBase, items: list[Item]) -> str:
    """The JSON text of a collection, an item a line."""
    lines = ",\n".join(json.dumps(item, ensure_ascii=False) for item in items)
    return f'{{"edition": {json.dumps(kb.edition)}, "items": [\n{lines}\n]}}\n'
