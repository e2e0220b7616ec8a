"""The way from a folder of YAML to a checked knowledge base: read, make entries, check them together."""

from __future__ import annotations

import gc
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from huimin.approval import words_for_readers
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
from huimin.check.issued_texts import issued_texts
from huimin.check.jurisdictions import check_units
from huimin.check.references import check_lead, check_references, check_theme_leads, duplicate_ids
from huimin.check.rules import Report, catalogue
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
from huimin.model.site import Site
from huimin.model.source import Source
from huimin.model.term import Term
from huimin.pages.addresses import HUBS
from huimin.read.document import Document, Place
from huimin.read.files import find
from huimin.read.parse import parse

TOP = Place(1, 1)
KIND_NAME = {kind.model: kind.name for kind in KINDS}


@dataclass(slots=True)
class Loaded:
    """What a folder holds: entries by kind and id, and all findings."""

    entries: dict[str, dict[str, Entry]]
    findings: list[Finding]
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
            cases=shown("case") if preview else self._approved_words(shown("case")),
            contacts=shown("contact"),
            terms=shown("term"),
            digest=_digest(self.entries),
            source_texts=self.source_texts,
            preview=preview,
        )

    def _approved_words(self, cases: dict[str, Any]) -> dict[str, Case]:
        """The cases as ``make site`` shows them."""
        kept = self.entries["approved-case"]
        return {id_: words_for_readers(case, kept.get(id_)) for id_, case in cases.items()}  # type: ignore[arg-type]


def load(root: Path) -> Loaded:
    """Reads and checks the knowledge base in ``root``; never raises for anything that stands in it."""
    collects = gc.isenabled()
    gc.disable()  # all that is made stays: looking through it again and again for what could go costs a third
    try:
        return _load(root)
    finally:
        if collects:
            gc.enable()


def _load(root: Path) -> Loaded:
    report = Report()
    found = find(root)
    for file, broken in found.broken:
        report.add_broken(file, broken)
    everything: list[Entry] = []
    unreadable: set[str] = {file for file, _ in found.broken}
    claimed: set[str] | None = set()
    for file, data in found.files.items():
        document, problems = parse(file, data)
        for problem in problems:
            report.add_broken(file, problem)
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
    texts = _check_together(root, everything, entries, ids_of(entries, unreadable), report)
    if not unreadable:  # a term may stand in what could not be read
        check_terms_used([e for e in everything if isinstance(e, Term)], everything, report)
    if claimed is not None and not any(file.startswith("sources/") for file in unreadable):
        check_coverage(entries["source"].values(), entries["requirement"].values(), claimed, report)
    if not any(file.startswith("focus-areas/") for file in unreadable):
        check_areas(entries["source"].values(), entries["focus-area"].values(), report)
    apply_exemptions(everything, report)
    return Loaded(entries, report.sorted(), texts)


def _claimed(document: Document) -> set[str]:
    """The clauses that a requirement names although it has other faults."""
    clauses = document.values.get("clauses")
    return {clause for clause in clauses if isinstance(clause, str)} if isinstance(clauses, tuple) else set()


class _Unreadable(dict[str, object]):
    """The ids of a kind of which some file could not be read: any id may stand in it."""

    def __contains__(self, key: object) -> bool:
        return True

    def __missing__(self, key: str) -> None:
        return None


def _steps(entries: dict[str, dict[str, Entry]]) -> dict[str, object]:
    requirements = [e for e in entries["requirement"].values() if isinstance(e, Requirement)]
    areas = [e for e in entries["focus-area"].values() if isinstance(e, FocusArea)]
    found: dict[str, object] = {f"{r.id}.{step.id}": r for r in requirements for step in r.steps}
    return found | {f"{a.id}.{t.id}.{step.id}": a for a in areas for t in a.themes for step in t.steps}


def ids_of(entries: dict[str, dict[str, Entry]], unreadable: set[str]) -> dict[str, dict[str, object]]:
    """All ids by kind. A broken file is named once, not again by everything that refers to it."""
    ids: dict[str, dict[str, object]] = {name: dict(group) for name, group in entries.items()}
    for kind in KINDS:
        # A file's name counts as its id, so that one that differs, or cannot be read, is named once.
        files = [*unreadable, *(entry.file for entry in entries[kind.name].values())]
        for file in files:
            if kind.is_folder and file.startswith(kind.at):
                ids[kind.name].setdefault(file.removeprefix(kind.at).rpartition(".")[0], None)
    sources = [e for e in entries["source"].values() if isinstance(e, Source)]
    ids["clause"] = {clause.id: source for source in sources for clause in source.clauses}
    if any(file.startswith("sources/") for file in unreadable):
        ids["clause"] = _Unreadable()
    programme = entries["programme"].get("programme")
    for name, parts in (("phase", "phases"), ("anchor", "anchors"), ("round", "rounds")):
        ids[name] = {p.id: programme for p in getattr(programme, parts)} if programme else _Unreadable()
    steps_known = not any(file.startswith(("requirements/", "focus-areas/")) for file in unreadable)
    ids["step"] = _steps(entries) if steps_known else _Unreadable()
    ids["rule"] = dict.fromkeys(catalogue())
    ids["hub"] = dict.fromkeys(HUBS)
    broken_areas = any(file.startswith("focus-areas/") for file in unreadable)
    areas = [e for e in entries["focus-area"].values() if isinstance(e, FocusArea)]
    ids["theme"] = (
        _Unreadable() if broken_areas else {f"{area.id}.{t.id}": area for area in areas for t in area.themes}
    )
    units = entries["jurisdictions"].get("jurisdictions")
    ids["province"] = {p.id: units for p in getattr(units, "provinces", ())}
    ids["jurisdiction"] = {**ids["province"], **{c.id: units for c in getattr(units, "cities", ())}}
    approvers = entries["approvers"].get("approvers")
    ids["approver"] = {a.id: approvers for a in getattr(approvers, "approvers", ())}
    for names, file in (
        (("province", "jurisdiction"), "jurisdictions.yaml"),
        (("approver",), "approvers.yaml"),
    ):
        if file in unreadable:
            ids |= dict.fromkeys(names, _Unreadable())
    return ids


def _check_together(
    root: Path,
    everything: list[Entry],
    entries: dict[str, dict[str, Entry]],
    ids: dict[str, dict[str, object]],
    report: Report,
) -> dict[str, str]:
    terms = [e for e in entries["term"].values() if isinstance(e, Term)]
    sources = [e for e in entries["source"].values() if isinstance(e, Source)]
    style = StyleCheck(terms, report)
    for entry in everything:
        links = check_texts(entry, report)
        check_references(entry, links, ids, report)
        style.check(entry)
        check_updated(entry, report)
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
    site = entries["site"].get("site")
    return issued_texts(root, site, {s.id: s for s in sources}, report) if isinstance(site, Site) else {}


def _digest(entries: dict[str, dict[str, Entry]]) -> str:
    """SHA-256 of all published content as canonical JSON."""
    content = {
        kind: {i: e.model_dump(mode="json", exclude_none=True) for i, e in group.items() if e.is_shown}
        for kind, group in entries.items()
    }
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
