"""The way from a folder of YAML to a checked knowledge base: read, make entries, check them together."""

from __future__ import annotations

import gc
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from huimin.approval import status_of, words_for_readers
from huimin.check.cases import check_case
from huimin.check.coverage import (
    check_areas,
    check_coverage,
    check_days,
    check_pages,
    check_path,
    check_today,
    check_updated,
)
from huimin.check.exemptions import apply_exemptions
from huimin.check.ids import ids_of
from huimin.check.issued_texts import issued_texts
from huimin.check.jurisdictions import check_units
from huimin.check.references import check_lead, check_references, check_theme_leads, duplicate_ids
from huimin.check.retirement import check_retired, check_supersedes
from huimin.check.rules import Report
from huimin.check.safety import check_marks, check_texts
from huimin.check.structure import entry_of
from huimin.check.style import StyleCheck, check_terms_used
from huimin.findings import Finding, InvalidKnowledgeBase, has_errors
from huimin.knowledge import KnowledgeBase
from huimin.model.case import Case
from huimin.model.contact import Contact
from huimin.model.entry import Entry
from huimin.model.focus_area import FocusArea
from huimin.model.jurisdiction import Jurisdictions
from huimin.model.kinds import KINDS
from huimin.model.policy import Policy
from huimin.model.programme import Programme
from huimin.model.requirement import Requirement
from huimin.model.retired import Retired
from huimin.model.site import Site
from huimin.model.source import Source
from huimin.model.term import Term
from huimin.parallel import in_parts, together
from huimin.read.document import Document, Place
from huimin.read.files import find
from huimin.read.guard import Broken
from huimin.read.parse import parse
from huimin.retirement import Retirements

YOUNG_ONLY = (100_000, 100_000, 100_000)
"""Thresholds by which what was just made is looked through for garbage, once, and what is older never."""
AT_ONCE = 1000
"""How many files are read before their entries are made."""
TOP = Place(1, 1)
KIND_NAME = {kind.model: kind.name for kind in KINDS}


@dataclass(slots=True)
class Loaded:
    """What a folder holds: entries by kind and id, and all findings."""

    entries: dict[str, dict[str, Entry]]
    findings: list[Finding]
    stale_files: frozenset[str]
    source_texts: dict[str, str]

    def all_entries(self) -> Iterator[Entry]:
        """Every entry that could be made, drafts included."""
        for group in self.entries.values():
            yield from group.values()

    def knowledge_base(self, *, preview: bool = False) -> KnowledgeBase:
        """The knowledge base, with drafts where it is for a preview.

        Raises:
            InvalidKnowledgeBase: where there are errors.
        """
        if has_errors(self.findings):
            raise InvalidKnowledgeBase(self.findings)

        def shown(kind: str) -> dict[str, Any]:
            return {i: e for i, e in self.entries[kind].items() if preview or e.is_shown}

        def single(kind: str) -> Any:  # noqa: ANN401
            return next(iter(shown(kind).values()), None)

        tasks = (lambda: self._cases(preview=preview), lambda: _digest(self.entries))
        (cases, states), digest = together(tasks, worth=len(self.entries["case"]))
        site, programme = self.entries["site"]["site"], self.entries["programme"]["programme"]
        assert isinstance(site, Site)
        assert isinstance(programme, Programme)
        return KnowledgeBase(
            site=site,
            programme=programme,
            about=single("about"),
            jurisdictions=single("jurisdictions"),
            sources=shown("source"),
            requirements=shown("requirement"),
            focus_areas=dict(sorted(shown("focus-area").items(), key=lambda pair: pair[1].order)),
            indicators=shown("indicator"),
            policies=dict(sorted(shown("policy").items(), key=lambda pair: pair[1].sort_key)),
            approvers=single("approvers"),
            retired=single("retired"),
            cases=cases,
            case_states=states,
            contacts=shown("contact"),
            terms=shown("term"),
            stale_files=self.stale_files,
            digest=digest,
            source_texts=self.source_texts,
            preview=preview,
        )

    def _cases(self, *, preview: bool) -> Any:  # noqa: ANN401
        """The cases in the words that readers are shown, all of them in a preview; and where each stands."""
        kept: dict[str, Any] = self.entries["approved-case"]
        cases: dict[str, Any] = {i: c for i, c in self.entries["case"].items() if preview or c.is_shown}
        states = {i: status_of(case) for i, case in cases.items()}
        if not preview:
            cases = {i: words_for_readers(c, kept.get(i), states[i]) for i, c in cases.items()}
        return cases, states


def load(root: Path) -> Loaded:
    """Reads and checks the knowledge base in ``root``; never raises for anything that stands in it."""
    thresholds = gc.get_threshold()
    gc.set_threshold(*YOUNG_ONLY)  # what is made stays: to look through it all again and again costs a third
    try:
        return _load(root)
    finally:
        gc.set_threshold(*thresholds)


def _load(root: Path) -> Loaded:
    report = Report()
    found = find(root)
    for file, broken in found.broken:
        report.add_broken(file, broken)
    everything: list[Entry] = []
    unreadable: set[str] = {file for file, _ in found.broken}
    claimed: set[str] | None = set()
    for (file, data), (values, problems) in zip(found.files.items(), _read(found.files), strict=True):
        for problem in problems:
            report.add_broken(file, problem)
        document = None if values is None else Document(file, data, values)
        entry = entry_of(document, report) if document else None
        if entry is not None:
            everything.append(entry)
            continue
        unreadable.add(file)
        if file.startswith("requirements/") and claimed is not None:
            claimed = claimed | _claimed(document) if document else None
    for kind in KINDS:
        if kind.required and kind.at not in found.files and kind.at not in unreadable:
            report.add("KB111", kind.at, TOP, file=kind.at)
    duplicate_ids(everything, lambda e: KIND_NAME[type(e)], report)
    entries: dict[str, dict[str, Entry]] = {kind.name: {} for kind in KINDS}
    for entry in everything:
        entries[KIND_NAME[type(entry)]].setdefault(entry.id, entry)
    texts = _check_together(root, everything, entries, unreadable, report)
    if not unreadable:  # a term may stand in what could not be read
        check_terms_used([e for e in everything if isinstance(e, Term)], everything, report)
    if claimed is not None and not any(file.startswith("sources/") for file in unreadable):
        check_coverage(entries["source"].values(), entries["requirement"].values(), claimed, report)
    if not any(file.startswith("focus-areas/") for file in unreadable):
        check_areas(entries["source"].values(), entries["focus-area"].values(), report)
    stale = frozenset(f.file for f in report.findings if f.code == "KB408")
    apply_exemptions(everything, report)
    return Loaded(entries, report.sorted(), stale, texts)


def _read(files: dict[str, bytes]) -> Iterator[tuple[dict[str, Any] | None, list[Broken]]]:
    """The values of each file, and what is broken in it; some at a time, for they take up more than the entries."""

    def read(part: Sequence[tuple[str, bytes]]) -> list[tuple[dict[str, Any] | None, list[Broken]]]:
        parsed = (parse(file, data) for file, data in part)
        return [(document.values if document else None, problems) for document, problems in parsed]

    items = list(files.items())
    for first in range(0, len(items), AT_ONCE):
        yield from chain.from_iterable(in_parts(read, items[first : first + AT_ONCE]))


def _claimed(document: Document) -> set[str]:
    """The clauses that a requirement names although it has other faults."""
    clauses = document.values.get("clauses")
    return {clause for clause in clauses if isinstance(clause, str)} if isinstance(clauses, tuple) else set()


def _check_together(
    root: Path,
    everything: list[Entry],
    entries: dict[str, dict[str, Entry]],
    unreadable: set[str],
    report: Report,
) -> dict[str, str]:
    ids = ids_of(entries, unreadable)
    terms = [e for e in entries["term"].values() if isinstance(e, Term)]
    sources = [e for e in entries["source"].values() if isinstance(e, Source)]
    retirements = Retirements.of(everything)

    def check(part: Sequence[Entry]) -> list[Finding]:
        found = Report()
        style = StyleCheck(terms, found)
        _check_each(part, entries, ids, retirements, "retired.yaml" not in unreadable, style, found)
        return found.findings

    report.findings += chain.from_iterable(in_parts(check, everything))
    site = entries["site"].get("site")
    return issued_texts(root, site, {s.id: s for s in sources}, report) if isinstance(site, Site) else {}


def _check_each(
    part: Sequence[Entry],
    entries: dict[str, dict[str, Entry]],
    ids: dict[str, dict[str, object]],
    retirements: Retirements,
    knows_retired: bool,
    style: StyleCheck,
    report: Report,
) -> None:
    for entry in part:
        links = check_texts(entry, report)
        check_references(entry, links, ids, retirements, report)
        style.check(entry)
        check_updated(entry, report)
        if knows_retired:
            check_supersedes(entry, retirements, ids, report)
        if isinstance(entry, Requirement):
            check_lead(entry, entries["contact"], report)
        elif isinstance(entry, FocusArea):
            check_theme_leads(entry, entries["contact"], report)
        elif isinstance(entry, Case):
            check_case(entry, entries, report)
        elif isinstance(entry, Policy):
            check_pages(entry, report)
        elif isinstance(entry, Jurisdictions):
            check_units(entry, report)
        elif isinstance(entry, Contact):
            check_today(entry, report)
        elif isinstance(entry, Programme):
            check_days(entry, report)
            check_path(entry, report)
        elif isinstance(entry, Site):
            check_marks(entry, report)
        elif isinstance(entry, Retired):
            check_retired(entry, retirements, ids, report)


def _digest(entries: dict[str, dict[str, Entry]]) -> str:
    """SHA-256 of all published content as canonical JSON; entry by entry, for all at once would fill the memory."""
    found = hashlib.sha256()
    opens = "{"
    for kind in sorted(entries):
        found.update(f"{opens}{_canonical(kind)}:{{".encode())
        shown = sorted(id_ for id_, entry in entries[kind].items() if entry.is_shown)
        for number, id_ in enumerate(shown):
            content = entries[kind][id_].model_dump(mode="json", exclude_none=True)
            found.update(f"{',' if number else ''}{_canonical(id_)}:{_canonical(content)}".encode())
        opens = "},"
    found.update(b"}}")
    return found.hexdigest()


def _canonical(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
