"""From files that people hand in to what is to be written: every row read and checked, nothing written yet."""

from __future__ import annotations

import contextlib
import datetime
import errno
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from huimin.check.rules import Words
from huimin.intake.archive import MAX_FILE
from huimin.intake.choices import choices_of
from huimin.intake.columns import every_column
from huimin.intake.existing import brought_up_to_date, differences, remarks
from huimin.intake.headings import CaseRow, rows_of
from huimin.intake.read_csv import read_csv
from huimin.intake.read_xlsx import read_xlsx
from huimin.intake.rows import Reading, read_row
from huimin.intake.rules import Rules
from huimin.intake.sheets import CellFinding, Sheet, Spot, finding
from huimin.intake.write import leads_out
from huimin.intake.yaml_text import case_text
from huimin.load import Loaded
from huimin.read.document import Document
from huimin.read.files import read_ordinary
from huimin.read.parse import parse

STATES = {
    "draft": Words(zh="草稿", en="draft"),
    "submitted": Words(zh="已提交", en="submitted"),
    "approved": Words(zh="已批准", en="approved"),
    "compiled": Words(zh="据公开来源整理", en="compiled from public sources"),
    "withdrawn": Words(zh="已撤回", en="withdrawn"),
}
_TEXT_FILES = (".csv", ".tsv", ".txt")


@dataclass(frozen=True, slots=True)
class Planned:
    """A case that may be written: its file relative to the knowledge base, its text, and what changes."""

    file: str
    text: str
    differences: str
    """As ``diff -u`` shows them; empty for a new case."""
    is_new: bool


@dataclass(slots=True)
class Plan:
    """What comes of the files: cases to write, and everything that is to be said."""

    cases: list[Planned] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    """Cases that say already what was handed in, by file."""
    refused: int = 0
    """Rows that are not written."""
    findings: list[CellFinding] = field(default_factory=list)


def plan(root: Path, loaded: Loaded, files: Iterable[Path], *, update: bool, today: datetime.date) -> Plan:
    """Reads ``files`` against the knowledge base ``loaded`` from ``root``; writes nothing.

    Raises:
        InvalidKnowledgeBase: where the knowledge base itself has errors.
    """
    base = loaded.knowledge_base()
    choices, rules = choices_of(base), Rules(loaded)
    result = Plan()
    readings: list[tuple[Reading, bool]] = []
    for file in files:
        rows, found = _rows(file)
        result.findings += found
        for row in rows:
            # Where the headings are at fault, the cells below them cannot be relied on.
            blocked = any(f.severity == "error" and f.spot.sheet == row.sheet for f in found)
            readings.append((read_row(row, base, choices, today), blocked))
    _check_twice([reading for reading, _ in readings])
    for reading, blocked in readings:
        planned = _planned(root, reading, update, rules)
        order = {column_id: number for number, column_id in enumerate(reading.row.places.values())}
        result.findings += sorted(
            reading.findings, key=lambda f: (f.spot.column or len(order), f.spot.column)
        )
        if blocked or planned is None or not reading.is_good:
            result.refused += 1
        elif planned.text == "":
            result.unchanged.append(planned.file)
        else:
            result.cases.append(planned)
    return result


def _rows(file: Path) -> tuple[list[CaseRow], list[CellFinding]]:
    """The rows of one file; a file that is not read has none, and findings."""
    name = str(file)
    try:
        data = read_ordinary(file, MAX_FILE)
    except OSError as error:
        if error.errno == errno.EFBIG:
            return [], [finding("too-large", Spot(name), size=file.stat().st_size, limit=MAX_FILE)]
        return [], [finding("unreadable", Spot(name), reason=error.strerror or "?")]
    sheets, found = _sheets(name, data, file.suffix.lower())
    if found:
        return [], found
    return rows_of(name, sheets)


def _sheets(name: str, data: bytes, suffix: str) -> tuple[list[Sheet], list[CellFinding]]:
    """By what the file is, not by what it is called; text alone shows nothing, there the name counts."""
    if data.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        return read_xlsx(name, data)
    if suffix in _TEXT_FILES:
        return read_csv(name, data)
    return [], [finding("damaged" if suffix == ".xlsx" else "wrong-kind", Spot(name))]


def _check_twice(readings: list[Reading]) -> None:
    """Two rows that make the same case are both refused: which of them is meant is not known."""
    by_id: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        if reading.has_id:
            by_id[reading.id].append(reading)
    column = every_column()["id"]
    for same in by_id.values():
        for number, reading in enumerate(same if len(same) > 1 else ()):
            other = same[number - 1].row
            spot = Spot(other.file, other.sheet, other.number)
            reading.add(
                "id-twice",
                column,
                value=reading.id.partition("/")[2],
                other=Words(zh=spot.in_words("zh"), en=spot.in_words("en")),
            )


def _planned(root: Path, reading: Reading, update: bool, rules: Rules) -> Planned | None:
    """What is to be written for one row; None where the case stands already and is not to be touched."""
    file = f"cases/{reading.id}.yaml"
    old, is_free = _old(root, file, reading, update)
    if old is not None:
        reading.values = brought_up_to_date(old.values, reading.values)
    text = case_text(reading.values)
    rules.check(reading, text)
    if not is_free:
        return None
    if old is None:
        return Planned(file, text, "", is_new=True)
    new, _ = parse(file, text.encode())
    if new is not None and new.values == old.values:
        return Planned(file, "", "", is_new=False)
    if old.values.get("state") == "compiled":
        reading.add("now-submitted", every_column()["id"], id=reading.id, state=STATES["compiled"])
    if count := remarks(old.text):
        reading.add("remarks", every_column()["id"], id=reading.id, count=count)
    return Planned(file, text, differences(file, old.values, text), is_new=False)


def _old(root: Path, file: str, reading: Reading, update: bool) -> tuple[Document | None, bool]:
    """The case that is there, to be brought up to date; and whether its place may be written at all."""
    column = every_column()["id"]
    if not reading.has_id or not (leads_out(root, file) or (root / file).exists()):
        return None, True
    document = None
    if not leads_out(root, file):
        with contextlib.suppress(OSError):
            document, _ = parse(file, read_ordinary(root / file))
    if document is None:
        reading.add("not-ours", column, file=file)
        return None, False
    state = str(document.values.get("state"))
    if not update:
        reading.add("exists", column, id=reading.id, state=STATES.get(state, state))
    elif state == "withdrawn":
        reading.add("withdrawn", column, id=reading.id)
    else:
        return document, True
    return None, False
