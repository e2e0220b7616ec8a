"""The records of what the guide rests on and refers to: documents, offices, terms and places."""

from __future__ import annotations

from collections.abc import Iterator

from huimin.knowledge import KnowledgeBase
from huimin.markdown import to_text
from huimin.model.entry import Level
from huimin.pages.addresses import address
from huimin.pages.words import say
from huimin.search.record import Record, body_of

_LEVELS: tuple[Level, ...] = ("national", "province", "city")


def clauses(kb: KnowledgeBase, lang: str) -> Iterator[Record]:
    """Clauses, with the issued words where the publisher provides them."""
    for source, clause in kb.clauses.values():
        area = kb.area_of_clause.get(clause.id)
        yield Record(
            id=clause.id,
            kind="clause",
            address=address("clause", clause.id),
            title=f"{say('clause', lang)} {clause.number}",
            up=next(s.title[lang] for s in source.sections if s.id == clause.section),
            names=(clause.id, clause.number),
            statement=clause.gist[lang],
            body=(
                *([clause.asks_nothing[lang]] if clause.asks_nothing else []),
                *([kb.source_texts[clause.id]] if clause.id in kb.source_texts else []),
            ),
            facets={"section": (clause.section,), "area": (area.id,) if area else ()},
        )


def sources(kb: KnowledgeBase, lang: str) -> Iterator[Record]:
    """Issued documents."""
    for source in kb.sources.values():
        yield Record(
            id=source.id,
            kind="source",
            address=address("source", source.id),
            title=source.title[lang],
            names=(source.id, source.number),
            statement=source.document[lang],
            body=(
                *body_of(source, lang, "title", "document", "clauses"),
                *(kb.contacts[id_].name[lang] for id_ in source.issuers),
            ),
            facets={"year": (str(source.published.year),)},
        )


def contacts(kb: KnowledgeBase, lang: str) -> Iterator[Record]:
    """Offices by level."""
    for contact in (contact for level in _LEVELS for contact in kb.contacts_at(level)):
        names = [
            contact.id,
            *(t.number for t in contact.telephones),
            *(p.name[lang] for p in contact.persons),
        ]
        names += [contact.full_name[lang]] if contact.full_name else []
        names += [contact.today.name[lang]] if contact.today else []
        yield Record(
            id=contact.id,
            kind="contact",
            address=address("contact", contact.id),
            title=contact.name[lang],
            up=say(f"level-{contact.level}", lang),
            names=tuple(names),
            statement=to_text(contact.part[lang]),
            body=body_of(contact, lang, "name", "full_name", "part", "persons"),
        )


def terms(kb: KnowledgeBase, lang: str) -> Iterator[Record]:
    """Terms."""
    for term in kb.terms.values():
        yield Record(
            id=term.id,
            kind="term",
            address=address("term", term.id),
            title=term.term[lang],
            names=(term.id, *term.also[lang], *term.latin),
            statement=term.definition[lang],
        )


def policies(kb: KnowledgeBase, lang: str) -> Iterator[Record]:
    """Documents before and after the notice."""
    for policy in kb.policies.values():
        yield Record(
            id=policy.id,
            kind="policy",
            address=address("policy", policy.id),
            title=policy.title[lang],
            up=policy.number,
            names=(policy.id, policy.number),
            statement=policy.matters[lang],
            body=(
                *body_of(policy, lang, "title", "matters"),
                *(kb.contacts[id_].name[lang] for id_ in policy.issuers),
            ),
            facets={"year": (str(policy.year),)},
        )


def provinces(kb: KnowledgeBase, lang: str) -> Iterator[Record]:
    """Provinces."""
    for unit in kb.jurisdictions.provinces if kb.jurisdictions else ():
        yield Record(
            id=unit.id,
            kind="province",
            address=address("province", unit.id),
            title=unit.name[lang],
            names=(unit.id, unit.full_name[lang], unit.code, unit.iso),
            statement=unit.pilot.note[lang] if unit.pilot and unit.pilot.note else "",
            facets={"province": (unit.id,)},
        )


def cities(kb: KnowledgeBase, lang: str) -> Iterator[Record]:
    """Cities, each a part of its province's page."""
    for city in kb.jurisdictions.cities if kb.jurisdictions else ():
        yield Record(
            id=city.id,
            kind="city",
            address=f"{address('province', city.province)}#{city.id}",
            title=city.name[lang],
            up=kb.place_names[city.province][lang],
            names=(city.id, city.code),
            statement=city.pilot.note[lang] if city.pilot and city.pilot.note else "",
            facets={"province": (city.province,), "city": (city.id,)},
        )
