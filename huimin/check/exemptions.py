"""Warnings that an entry states a reason against; one that exempts nothing is itself a finding."""

from __future__ import annotations

from collections.abc import Iterable

from huimin.check.rules import Report, catalogue
from huimin.findings import Finding
from huimin.model.entry import Entry

FROM_HISTORY = "KB410"
"""The warning that only ``kb check`` gives, where there is Git; whether its exemption is needed is not known here."""


def exempted(entries: Iterable[Entry]) -> set[tuple[str, str]]:
    """Every (file, code) of a warning that its entry exempts."""
    return {(entry.file, item.rule) for entry in entries for item in entry.exempt}


def apply_exemptions(entries: list[Entry], report: Report) -> None:
    """Takes exempted warnings out of ``report``; names exemptions of errors, and those not needed."""
    given = {(f.file, f.code) for f in report.findings}
    taken = {pair for pair in exempted(entries) if pair[1] in catalogue() and not _is_error(pair[1])}
    report.findings = [f for f in report.findings if (f.file, f.code) not in taken]
    for entry in entries:
        for index, item in enumerate(entry.exempt):
            place = entry.place(("exempt", index, "rule"))
            if item.rule not in catalogue() or _is_error(item.rule):
                report.add("KB206", entry.file, place, rule=item.rule)
            elif (entry.file, item.rule) not in given and item.rule != FROM_HISTORY:
                report.add("KB409", entry.file, place, rule=item.rule)


def without_exempted(findings: Iterable[Finding], entries: Iterable[Entry]) -> list[Finding]:
    """Findings of the history, save those that their entries exempt."""
    taken = exempted(entries)
    return [f for f in findings if (f.file, f.code) not in taken]


def _is_error(code: str) -> bool:
    return catalogue()[code].severity == "error"
