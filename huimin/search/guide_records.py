"""The records of what is to be done: requirements and steps, focus areas and themes, indicators, phases, checklists."""

from __future__ import annotations

from collections.abc import Iterator

from huimin.checklists import Line
from huimin.knowledge import KnowledgeBase
from huimin.markdown import to_text
from huimin.model.requirement import Requirement
from huimin.pages.addresses import address
from huimin.pages.words import checklist_words, say, when
from huimin.search.record import Record, body_of


def requirements(kb: KnowledgeBase, lang: str) -> Iterator[Record]:
    """Requirements by section."""
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


def steps(kb: KnowledgeBase, lang: str) -> Iterator[Record]:
    """Every step, the first steps of themes too."""
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
            body=(
                step.output[lang],
                step.evidence[lang],
                when(step.time, kb.anchors[step.time.anchor], lang),
                *offices,
            ),
            facets=_of_step(kb, line),
        )


def _of_step(kb: KnowledgeBase, line: Line) -> dict[str, tuple[str, ...]]:
    owner = _of_requirement(kb, line.requirement) if line.requirement else {}
    area = {"area": (line.area.id,)} if line.area else {}
    return {**owner, **area, "role": (kb.role_of(line.step),), "phase": (line.step.phase,)}


def areas(kb: KnowledgeBase, lang: str) -> Iterator[Record]:
    """Focus areas."""
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


def themes(kb: KnowledgeBase, lang: str) -> Iterator[Record]:
    """Themes."""
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


def indicators(kb: KnowledgeBase, lang: str) -> Iterator[Record]:
    """Indicators."""
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


def phases(kb: KnowledgeBase, lang: str) -> Iterator[Record]:
    """Phases."""
    for phase in kb.programme.phases:
        yield Record(
            id=phase.id,
            kind="phase",
            address=address("phase", phase.id),
            title=say("phase-of", lang, phase=phase.title[lang]),
            statement=phase.summary[lang],
            facets={"phase": (phase.id,)},
        )


def checklists(kb: KnowledgeBase, lang: str) -> Iterator[Record]:
    """Checklists; their steps have records of their own."""
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
