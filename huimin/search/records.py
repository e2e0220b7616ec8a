"""Every record of a knowledge base, in the order of the index, which is the same in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from huimin.check.rules import catalogue
from huimin.checklists import Line
from huimin.knowledge import KnowledgeBase
from huimin.markdown import to_text
from huimin.model.entry import Level
from huimin.model.fields import Part, Prose
from huimin.model.requirement import Requirement
from huimin.model.walk import texts
from huimin.pages.addresses import HUBS, address
from huimin.pages.words import checklist_words, say, words
from huimin.search.case_record import case_record
from huimin.search.record import KINDS, Record

_LEVELS: tuple[Level, ...] = ("national", "province", "city")


def records(kb: KnowledgeBase, lang: str) -> list[Record]:
    """The records in one language, by kind in the order of ``KINDS``."""
    makers: dict[str, Callable[[KnowledgeBase, str], Iterator[Record]]] = {
        "requirement": _requirements,
        "step": _steps,
        "focus-area": _areas,
        "theme": _themes,
        "case": lambda kb, lang: (case_record(kb, kb.cases[id_], lang) for id_ in sorted(kb.cases)),
        "indicator": _indicators,
        "clause": _clauses,
        "source": _sources,
        "contact": _contacts,
        "term": _terms,
        "policy": _policies,
        "province": _provinces,
        "city": _cities,
        "phase": _phases,
        "checklist": _checklists,
        "page": _pages,
        "rule": _rules,
    }
    return [record for kind in KINDS for record in makers[kind](kb, lang)]


def body_of(part: Part, lang: str, *without: str) -> tuple[str, ...]:
    """Every text for readers below ``part``, but those of some fields, without Markdown's marks."""
    return tuple(
        to_text(text[lang]) if isinstance(text, Prose) else text[lang]
        for path, text in texts(part)
        if path[0] not in without
    )


def _requirements(kb: KnowledgeBase, lang: str) -> Iterator[Record]:
    for _, section, requirements in kb.by_section:
        for item in requirements:
            yield Record(
                id=item.id,
                kind="requirement",
                address=address("requirement", item.id),
                title=item.title[lang],
                up=section.title[lang],
                names=(item.id,),
                statement=to_text(item.statement[lang]),
                body=body_of(item, lang, "title", "statement", "steps"),
                facets={
                    **_of_requirement(kb, item),
                    "role": tuple(item.binds),
                    "phase": tuple(dict.fromkeys(step.phase for step in item.steps)),
                },
            )


def _of_requirement(kb: KnowledgeBase, item: Requirement) -> dict[str, tuple[str, ...]]:
    return {
        "section": (kb.section_of(item)[1].id,),
        "area": tuple(area.id for area in kb.areas_of(item)),
    }


def _steps(kb: KnowledgeBase, lang: str) -> Iterator[Record]:
    for line in kb.lines:
        step = line.step
        offices = [kb.contacts[id_].name[lang] for id_ in (step.lead, *step.helpers)]
        yield Record(
            id=line.id,
            kind="step",
            address=address("step", line.id),
            title=step.title[lang],
            up=line.owner.title[lang],
            names=(line.id,),
            statement=to_text(step.detail[lang]) if step.detail else "",
            body=(step.output[lang], step.evidence[lang], *offices),
            facets=_of_step(kb, line),
        )


def _of_step(kb: KnowledgeBase, line: Line) -> dict[str, tuple[str, ...]]:
    owner = _of_requirement(kb, line.requirement) if line.requirement else {}
    area = {"area": (line.area.id,)} if line.area else {}
    return {**owner, **area, "role": (kb.role_of(line.step),), "phase": (line.step.phase,)}


def _areas(kb: KnowledgeBase, lang: str) -> Iterator[Record]:
    for area in kb.focus_areas.values():
        yield Record(
            id=area.id,
            kind="focus-area",
            address=address("focus-area", area.id),
            title=area.title[lang],
            names=(area.id, area.short[lang]),
            statement=to_text(area.summary[lang]),
            body=body_of(area, lang, "title", "short", "summary", "themes"),
            facets={"area": (area.id,)},
        )


def _themes(kb: KnowledgeBase, lang: str) -> Iterator[Record]:
    for id_, (area, theme) in kb.themes.items():
        yield Record(
            id=id_,
            kind="theme",
            address=address("theme", id_),
            title=theme.title[lang],
            up=area.short[lang],
            names=(id_,),
            statement=theme.summary[lang],
            body=body_of(theme, lang, "title", "summary", "steps"),
            facets={"area": (area.id,)},
        )


def _indicators(kb: KnowledgeBase, lang: str) -> Iterator[Record]:
    for item in kb.indicators.values():
        yield Record(
            id=item.id,
            kind="indicator",
            address=address("indicator", item.id),
            title=item.title[lang],
            up=say(f"group-{item.group}", lang),
            names=(item.id,),
            statement=item.shows[lang],
            body=(*body_of(item, lang, "title", "shows"), kb.contacts[item.lead].name[lang]),
            facets={"area": tuple(kb.areas_of_indicator[item.id])},
        )


def _clauses(kb: KnowledgeBase, lang: str) -> Iterator[Record]:
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
            body=(clause.asks_nothing[lang],) if clause.asks_nothing else (),
            facets={"section": (clause.section,), "area": (area.id,) if area else ()},
        )


def _sources(kb: KnowledgeBase, lang: str) -> Iterator[Record]:
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


def _contacts(kb: KnowledgeBase, lang: str) -> Iterator[Record]:
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


def _terms(kb: KnowledgeBase, lang: str) -> Iterator[Record]:
    for term in kb.terms.values():
        yield Record(
            id=term.id,
            kind="term",
            address=address("term", term.id),
            title=term.term[lang],
            names=(term.id, *term.also[lang]),
            statement=term.definition[lang],
        )


def _policies(kb: KnowledgeBase, lang: str) -> Iterator[Record]:
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


def _provinces(kb: KnowledgeBase, lang: str) -> Iterator[Record]:
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


def _cities(kb: KnowledgeBase, lang: str) -> Iterator[Record]:
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


def _phases(kb: KnowledgeBase, lang: str) -> Iterator[Record]:
    for phase in kb.programme.phases:
        yield Record(
            id=phase.id,
            kind="phase",
            address=address("phase", phase.id),
            title=say("phase-of", lang, phase=phase.title[lang]),
            statement=phase.summary[lang],
            facets={"phase": (phase.id,)},
        )


def _checklists(kb: KnowledgeBase, lang: str) -> Iterator[Record]:
    for checklist in kb.checklists.values():
        title, lead = checklist_words(checklist, lang)
        yield Record(
            id=checklist.id,
            kind="checklist",
            address=address("checklist", checklist.id),
            title=title,
            statement=lead,
            facets={"role": (checklist.role,), "area": (checklist.area.id,) if checklist.area else ()},
        )


def _pages(kb: KnowledgeBase, lang: str) -> Iterator[Record]:
    """The hubs and what is written by hand, and the pages that are left of what was retired."""
    for hub in HUBS:
        part = {"index": kb.site, "programme": kb.programme, "about": kb.about}.get(hub)
        yield Record(
            id=hub,
            kind="page",
            address=address("hub", hub),
            title=kb.site.title[lang] if hub == "index" else say(hub, lang),
            statement=words().get(f"{hub}-lead", {}).get(lang, ""),
            body=body_of(part, lang, "path") if part else (),
        )
    for item in kb.retired.items if kb.retired else ():
        yield Record(
            id=item.id,
            kind="page",
            address=address(item.kind, item.id),
            title=item.title[lang],
            up=say("retired", lang),
            names=(item.id,),
            statement=item.reason[lang],
        )


def _rules(_kb: KnowledgeBase, lang: str) -> Iterator[Record]:
    for rule in catalogue().values():
        yield Record(
            id=rule.code,
            kind="rule",
            address=address("rule", rule.code),
            title=f"{rule.code} {rule.title[lang]}",
            statement=rule.why[lang],
            body=(rule.message[lang], rule.help[lang]),
        )
