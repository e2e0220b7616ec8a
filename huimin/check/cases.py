"""Cases: every number and statement has its source, the folder is the city's province, records agree with the state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from huimin.approval import content_digest, status_of
from huimin.check.rules import Report, Words
from huimin.model.approval import Approvers
from huimin.model.case import ApprovedCase, Case, Stated
from huimin.model.entry import Entry
from huimin.model.fields import Part
from huimin.model.jurisdiction import Jurisdictions
from huimin.read.document import Path

_FAULTS = {
    "no source": Words(zh="写了basis: source，却没有列出来源", en="basis is source, yet no source is named"),
    "no text": Words(zh="没有文字", en="there is no text"),
    "text": Words(
        zh="写了来源没有说明，却又有文字或来源", en="basis is not-stated, yet there is text or a source"
    ),
    "flows": Words(zh="没有见到共享，不能画出数据流向", en="flows are drawn only where sharing was seen"),
}


def check_case(case: Case, entries: Mapping[str, Mapping[str, Entry]], report: Report) -> None:
    """Adds the findings for one case, all but those on its texts and references."""

    def add(code: str, path: Path, **words: object) -> None:
        report.add(code, case.file, case.place(path), **words)

    known = {source.id for source in case.sources}
    statements = list(_statements(case))
    for path, id_ in _sources_named(case, statements):
        if id_ not in known:
            add("KB214", path, id=id_)
    for path, stated in statements:
        fault = _fault(stated)
        if fault:
            add("KB215", path, what=path[-1], fault=_FAULTS[fault])
    if case.sharing.flows and case.sharing.basis != "source":
        add("KB215", ("sharing", "flows"), what="flows", fault=_FAULTS["flows"])
    for index, id_ in enumerate(case.steps):
        owner = id_.rpartition(".")[0]
        if owner in entries["requirement"] and owner not in case.requirements:
            add("KB222", ("steps", index), step=id_, requirement=owner)
    if case.years.start and case.years.end and case.years.end < case.years.start:
        add("KB106", ("years", "end"), value=case.years.end)
    units = entries["jurisdictions"].get("jurisdictions")
    if isinstance(units, Jurisdictions):
        home = {unit.id: unit.id for unit in units.provinces} | {c.id: c.province for c in units.cities}
        if home.get(case.city, case.province) != case.province:
            add("KB216", ("city",), city=case.city, province=home[case.city], folder=case.province)
    if not isinstance(case, ApprovedCase):
        _check_record(case, entries, report)


def _check_record(case: Case, entries: Mapping[str, Mapping[str, Entry]], report: Report) -> None:
    """The approval and the withdrawal, against the state and against each other."""

    def add(code: str, path: Path, **words: object) -> None:
        report.add(code, case.file, case.place(path), **words)

    for name, record, states in (
        ("approval", case.approval, ("approved", "withdrawn")),
        ("withdrawal", case.withdrawal, ("withdrawn",)),
    ):
        if (record is None and case.state == states[0]) or (record is not None and case.state not in states):
            add("KB217", ("state",), state=case.state, record=name)
    approvers = entries["approvers"].get("approvers")
    if case.approval and isinstance(approvers, Approvers):
        of = {a.id: a.province for a in approvers.approvers}
        if of.get(case.approval.approver, case.province) != case.province:
            add("KB218", ("approval", "approver"), approver=case.approval.approver, province=case.province)
    if case.approval is None or case.state != "approved":
        return
    if status_of(case) == "changed":
        add("KB411", ("approval", "digest"), date=case.approval.date)
    kept = entries["approved-case"].get(case.id)
    if not isinstance(kept, ApprovedCase) or content_digest(kept) != case.approval.digest:
        add("KB219", ("approval", "digest"), file=case.approved_file)


def _statements(part: Part, path: Path = ()) -> Iterator[tuple[Path, Stated]]:
    for name, value in part.__dict__.items():
        if isinstance(value, Stated):
            yield (*path, name), value
        if isinstance(value, tuple):
            yield from (((*path, name, i), item) for i, item in enumerate(value) if isinstance(item, Stated))
        elif isinstance(value, Part):
            yield from _statements(value, (*path, name))


def _sources_named(case: Case, statements: Iterable[tuple[Path, Stated]]) -> Iterator[tuple[Path, str]]:
    for path, stated in statements:
        for index, id_ in enumerate(stated.sources):
            yield (*path, "sources", index), id_
    for index, result in enumerate(case.results):
        yield ("results", index, "source"), result.source


def _fault(stated: Stated) -> str:
    if stated.basis == "not-stated":
        return "text" if stated.text or stated.sources else ""
    if stated.text is None:
        return "no text"
    return "no source" if stated.basis == "source" and not stated.sources else ""
