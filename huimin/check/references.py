"""References between entries: every name leads somewhere, no id stands twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from huimin.check.rules import Report, Words
from huimin.check.structure import nearest
from huimin.model.case import Case
from huimin.model.entry import ROLE_OF_LEVEL, Entry
from huimin.model.focus_area import FocusArea
from huimin.model.requirement import Requirement
from huimin.model.walk import lists_with_ids, references
from huimin.read.document import Path, Place
from huimin.retirement import Retirements

KINDS_IN_WORDS = {
    "clause": Words(zh="条款", en="clause"),
    "contact": Words(zh="单位", en="office"),
    "requirement": Words(zh="要求", en="requirement"),
    "term": Words(zh="术语", en="term"),
    "source": Words(zh="来源文件", en="source"),
    "section": Words(zh="章节", en="section"),
    "phase": Words(zh="阶段", en="phase"),
    "anchor": Words(zh="时间基准", en="anchor"),
    "rule": Words(zh="规则", en="rule"),
    "step": Words(zh="步骤", en="step"),
    "focus-area": Words(zh="工作重点", en="focus area"),
    "theme": Words(zh="主题", en="theme"),
    "indicator": Words(zh="指标", en="indicator"),
    "policy": Words(zh="相关文件", en="notice before or after"),
    "round": Words(zh="轮次", en="round"),
    "jurisdiction": Words(zh="省市", en="province or city"),
    "approver": Words(zh="批准单位", en="approver"),
    "case": Words(zh="案例", en="case"),
    "province": Words(zh="省级行政区", en="provincial-level unit"),
    "hub": Words(zh="页面", en="page"),
}
"""What the kinds of reference are called in findings."""

Ids = Mapping[str, Mapping[str, object]]
"""All ids by kind; an id that belongs to a draft entry maps to that entry, others to anything."""


def check_references(
    entry: Entry,
    links: Iterable[tuple[Path, str, str]],
    ids: Ids,
    retirements: Retirements,
    report: Report,
) -> None:
    """Checks what ``entry`` names in its fields and, by ``links``, in its texts."""
    for path, kind, id_ in references(entry):
        _check(entry, path, "", kind, id_, ids, retirements, report)
    for path, kind, id_ in links:
        _check(entry, path, f"({kind}:{id_})", kind, id_, ids, retirements, report)
    for path, parts in lists_with_ids(entry):
        counts = Counter(part.id for part in parts)
        seen: set[str] = set()
        for index, part in enumerate(parts):
            if counts[part.id] > 1 and part.id in seen:
                report.add(
                    "KB108", entry.file, entry.place((*path, index, "id")), id=part.id, other=entry.file
                )
            seen.add(part.id)


def _check(
    entry: Entry,
    path: Path,
    snippet: str,
    kind: str,
    id_: str,
    ids: Ids,
    retirements: Retirements,
    report: Report,
) -> None:
    known = ids.get(kind, {})
    if id_ not in known and (kind, id_) in retirements.items:
        # Approved words cannot be changed, so a case may keep an old id: readers are led to its successor.
        code = "KB413" if isinstance(entry, Case) else "KB226"
        successors = ", ".join(retirements.successors(kind, id_))
        place, on = _inside(entry, path, snippet), retirements.items[kind, id_].on.isoformat()
        report.add(code, entry.file, place, kind=KINDS_IN_WORDS[kind], id=id_, on=on, near=successors)
    elif id_ not in known:
        near = nearest(id_, list(known)) if len(known) < 5000 else ""
        place = _inside(entry, path, snippet)
        report.add("KB201", entry.file, place, kind=KINDS_IN_WORDS[kind], id=id_, near=near)
    elif entry.is_shown and not getattr(known[id_], "is_shown", True):
        report.add("KB207", entry.file, _inside(entry, path, snippet), id=id_)


def _inside(entry: Entry, path: Path, link: str) -> Place:
    """Where a reference stands: the value at ``path``, or the target of a link within its text."""
    place = entry.place(path, snippet=link)
    if link and place != entry.place(path):
        return Place(place.line, place.column + 1)  # past the bracket, which tells a target from a longer one
    return place


def check_lead(requirement: Requirement, contacts: Mapping[str, Entry], report: Report) -> None:
    """A step's lead belongs to one of those whom its requirement binds."""
    for index, step in enumerate(requirement.steps):
        level = getattr(contacts.get(step.lead), "level", None)
        if level and ROLE_OF_LEVEL[level] not in requirement.binds:
            place = requirement.place(("steps", index, "lead"))
            report.add("KB208", requirement.file, place, lead=step.lead, role=ROLE_OF_LEVEL[level])


def check_theme_leads(area: FocusArea, contacts: Mapping[str, Entry], report: Report) -> None:
    """Themes are chosen by cities, so an office of the city leads their steps."""
    for number, theme in enumerate(area.themes):
        for index, step in enumerate(theme.steps):
            path = ("themes", number, "steps", index, "lead")
            level = getattr(contacts.get(step.lead), "level", "city")
            if level != "city":
                report.add("KB221", area.file, area.place(path), lead=step.lead)


def duplicate_ids(entries: Iterable[Entry], kind_name: Callable[[Entry], str], report: Report) -> None:
    """Two entries of one kind with the same id."""
    seen: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        first = seen.setdefault((kind_name(entry), entry.id), entry)
        if first is not entry:
            report.add("KB108", entry.file, entry.place(("id",)), id=entry.id, other=first.file)
