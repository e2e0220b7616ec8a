"""The project's own rules on the case that a row makes, with their findings led back to the row's columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from huimin.check.cases import check_case
from huimin.check.ids import ids_of
from huimin.check.references import check_references
from huimin.check.rules import Report, Words
from huimin.check.safety import check_texts
from huimin.check.structure import entry_of
from huimin.check.style import StyleCheck
from huimin.findings import Finding
from huimin.intake.columns import column_of, every_column
from huimin.intake.rows import Reading
from huimin.load import Loaded
from huimin.model.case import Case
from huimin.model.entry import Entry
from huimin.model.term import Term
from huimin.read.document import Document, Path, Place
from huimin.read.parse import parse
from huimin.retirement import Retirements

_SAID_BY_CELL = frozenset({"KB214", "KB215", "KB222"})
"""Rules on statements and their sources, and on steps and their requirements: where a cell of the same unit has an error, they follow from it."""


@dataclass(frozen=True, slots=True)
class _RowDocument(Document):
    """A document that remembers for which path a place was asked: its lines are the paths' numbers."""

    asked: list[Path] = field(default_factory=list)

    def place(self, path: Path = (), *, key: bool = False, snippet: str = "") -> Place:  # noqa: ARG002
        self.asked.append(path)
        return Place(len(self.asked), 1)


class Rules:
    """The rules, ready to be run on many rows."""

    def __init__(self, loaded: Loaded) -> None:
        self._entries: Mapping[str, Mapping[str, Entry]] = loaded.entries
        self.ids_of = ids_of(loaded.entries, set())
        self._retirements = Retirements.of(loaded.all_entries())
        self._terms = [entry for entry in loaded.entries["term"].values() if isinstance(entry, Term)]

    def check(self, reading: Reading, text: str) -> None:
        """Adds to ``reading`` what the rules find in ``text``, the file that its row makes."""
        file = f"cases/{reading.id}.yaml"
        report = Report()
        parsed, broken = parse(file, text.encode())
        for item in broken:
            report.add_broken(file, item)
        if parsed is None or broken:
            for found in report.sorted():
                _add(reading, (), found)
            return
        document = _RowDocument(file, parsed.data, parsed.values)
        case = entry_of(document, report)
        exempted = {item.rule for item in case.exempt} if case else set()
        if isinstance(case, Case):
            links = check_texts(case, report)
            check_references(case, links, self.ids_of, self._retirements, report)
            check_case(case, self._entries, report)
            StyleCheck(self._terms, report).check(case)
        for found in report.findings:
            if found.severity == "warning" and found.code in exempted:
                continue
            _add(reading, document.asked[found.line - 1], found)


def _add(reading: Reading, path: Path, found: Finding) -> None:
    """A finding in the words of the heading, save where a cell's own finding says the same."""
    column = column_of(path, reading.numbers)
    bad_units = {every_column()[id_].unit for id_ in reading.bad}
    follows = (
        column.unit in bad_units
        or (path == ("sharing", "flows") and "sharing.basis" in reading.bad)
        or (column.id == "steps" and "requirements" in reading.bad)
    )
    if column.id in reading.bad or (found.code in _SAID_BY_CELL and follows):
        return
    reading.add(
        "rule" if found.severity == "error" else "advice",
        column,
        message=Words(zh=f"{found.code} {found.message_zh}", en=f"{found.code} {found.message_en}"),
        help=Words(zh=found.help_zh, en=found.help_en),
    )
