"""Coverage of the sources, and days that cannot be."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from huimin.check.references import KINDS_IN_WORDS
from huimin.check.rules import Report
from huimin.checklists import FILING, ROLES
from huimin.model.contact import Contact
from huimin.model.entry import Entry
from huimin.model.focus_area import FocusArea
from huimin.model.policy import Policy
from huimin.model.programme import Programme
from huimin.model.requirement import Requirement
from huimin.model.source import Source
from huimin.read.document import Path


def check_coverage(
    sources: Iterable[Entry], requirements: Iterable[Entry], claimed: set[str], report: Report
) -> None:
    """Every clause has a requirement or a reason why it asks for nothing, and not both.

    ``claimed`` are clauses that a requirement names which could not be made for other faults.
    """
    covered = claimed | {
        clause for r in requirements if isinstance(r, Requirement) and r.is_shown for clause in r.clauses
    }
    for source in sources:
        if not isinstance(source, Source):
            continue
        sections = {section.id for section in source.sections}
        for index, clause in enumerate(source.clauses):
            place = source.place(("clauses", index, "id"))
            if not clause.id.startswith(f"{source.id}:"):
                report.add("KB107", source.file, place, id=clause.id)
                continue
            if clause.section not in sections:
                report.add(
                    "KB201", source.file, place, kind=KINDS_IN_WORDS["section"], id=clause.section, near=""
                )
            if clause.id in covered and clause.asks_nothing:
                report.add(
                    "KB205",
                    source.file,
                    source.place(("clauses", index, "asks_nothing"), key=True),
                    id=clause.id,
                )
            elif clause.id not in covered and not clause.asks_nothing:
                report.add("KB202", source.file, place, id=clause.id)


def check_areas(sources: Iterable[Entry], focus_areas: Iterable[Entry], report: Report) -> None:
    """Where there are focus areas, each clause that binds by choice belongs to one of them, and to one alone."""
    areas = [area for area in focus_areas if isinstance(area, FocusArea) and area.is_shown]
    known = {c.id for source in sources if isinstance(source, Source) for c in source.clauses}
    owners: dict[str, FocusArea] = {}
    for area in areas:
        if area.id in (*ROLES, FILING):  # the checklist of the area would take another's address
            report.add("KB108", area.file, area.place(("id",)), id=area.id, other="checklists")
        for index, clause in enumerate(area.clauses):
            other = owners.setdefault(clause, area)
            if other is not area:
                report.add(
                    "KB211", area.file, area.place(("clauses", index)), clause=clause, other=other.file
                )
        for number, theme in enumerate(area.themes):
            for index, clause in enumerate(theme.clauses):
                if clause in known and clause not in area.clauses:
                    path = ("themes", number, "clauses", index)
                    report.add("KB211", area.file, area.place(path), clause=clause, other=area.file)
    for source in sources if areas else ():
        for index, item in enumerate(source.clauses if isinstance(source, Source) else ()):
            if item.by_choice and item.id not in owners:
                report.add("KB210", source.file, source.place(("clauses", index, "id")), clause=item.id)


def check_pages(policy: Policy, report: Report) -> None:
    """What is said to have been seen names the page where it was seen; days lie in the document's year, and are past."""
    for index, day in enumerate(policy.dates):
        if day.date > policy.updated or day.date.year != policy.year:
            place = policy.place(("dates", index, "date"))
            report.add("KB106", policy.file, place, value=day.date.isoformat())
    seen: list[Path] = [("title_certainty",)] if policy.title_certainty != "cited" else []
    seen += [("dates", index) for index in range(len(policy.dates))]
    seen += [("facts", index) for index, fact in enumerate(policy.facts) if fact.certainty != "cited"]
    if seen and not policy.pages:
        report.add("KB204", policy.file, policy.place(seen[0]), what=".".join(map(str, seen[0])))


def check_days(programme: Programme, report: Report) -> None:
    """A round's days stand in order, and each says what it rests on."""
    for index, round_ in enumerate(programme.rounds):
        last = None
        for number, day in enumerate(round_.dates):
            path = ("rounds", index, "dates", number)
            if last and day.date < last:
                report.add(
                    "KB106", programme.file, programme.place((*path, "date")), value=day.date.isoformat()
                )
            last = day.date
            if day.clause is None and day.document is None:
                report.add("KB204", programme.file, programme.place(path), what=day.id)


def check_path(programme: Programme, report: Report) -> None:
    """The way through the work goes from phase to phase and never back: its picture is drawn so."""
    order = {phase.id: number for number, phase in enumerate(programme.phases)}
    before = 0
    for index, milestone in enumerate(programme.path):
        here = order.get(milestone.phase, before)
        if here < before:
            place = programme.place(("path", index, "phase"))
            report.add("KB220", programme.file, place, phase=milestone.phase)
        before = here


def check_updated(entry: Entry, report: Report) -> None:
    """An entry cannot have been changed on a day to come; a day is allowed for time zones."""
    if entry.updated > datetime.date.today() + datetime.timedelta(days=1):
        report.add("KB106", entry.file, entry.place(("updated",)), value=entry.updated.isoformat())


def check_today(contact: Contact, report: Report) -> None:
    """A change of an office names the page that says so, and cannot come after the entry's own date."""
    today = contact.today
    if today is None:
        return
    if today.source is None and today.status not in ("unchanged", "unverified"):
        report.add("KB204", contact.file, contact.place(("today",)), what=today.status)
    if today.since and today.since > contact.updated:
        report.add("KB106", contact.file, contact.place(("today", "since")), value=today.since.isoformat())
