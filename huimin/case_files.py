"""Approvals and withdrawals: what is to stand in the files of a case, and the writing of it.

Nothing is written before the whole knowledge base, as it would then be, was checked.
"""

from __future__ import annotations

import contextlib
import datetime
import os
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from huimin.approval import content_digest, english_digest
from huimin.case_refusals import (
    Refused,
    case_named,
    no_approver,
    no_successor,
    not_to_approve,
    not_to_withdraw,
    odd_characters,
    to_come,
    today,
)
from huimin.check.rules import Words
from huimin.findings import Finding
from huimin.load import Loaded, load
from huimin.model.case import Case
from huimin.model.fields import digest_of
from huimin.read.files import read_ordinary
from huimin.yaml_edit import Value, with_field


@dataclass(frozen=True, slots=True)
class Change:
    """Files to write, relative to the knowledge base, the case before, and what the check will newly warn of."""

    files: dict[str, bytes]
    case: Case
    warnings: list[Finding]


def approval(
    root: Path,
    loaded: Loaded,
    id_: str,
    *,
    approver: str,
    office: Words,
    date: datetime.date,
    number: str | None = None,
) -> Change:
    """The files of case ``id_`` once ``approver`` has approved it: the case, and its words beside it.

    Raises:
        Refused: where it may not be approved, or where the knowledge base would hold errors.
        OSError: where files cannot be read.
    """
    case = case_named(loaded, id_)
    reasons = [
        *not_to_approve(case, loaded),
        *no_approver(case, approver, loaded),
        *to_come(date),
        *odd_characters(office.zh, office.en, number),
    ]
    if reasons:
        raise Refused(*reasons, findings=_errors(loaded.findings))
    record: dict[str, Value] = {"approver": approver, "office": _text(office)}
    if number is not None:
        record["number"] = number
    record |= {
        "date": date.isoformat(),
        "digest": content_digest(case),
        "english": english_digest(case),
    }
    data = _with_fields(root, case, {"state": "approved", "approval": record})
    return _checked(root, loaded, case, {case.approved_file: data, case.file: data}, known=())


def withdrawal(
    root: Path,
    loaded: Loaded,
    id_: str,
    *,
    reason: Words,
    date: datetime.date,
    replaced_by: str | None = None,
) -> Change:
    """The file of case ``id_`` once it is withdrawn; its words and its approval stay.

    Errors that stand elsewhere do not keep a case from being withdrawn.

    Raises:
        Refused: where it was never published or is withdrawn already, or where the record would be an error.
        OSError: where files cannot be read.
    """
    case = case_named(loaded, id_)
    reasons = [
        *not_to_withdraw(case),
        *to_come(date),
        *no_successor(case, replaced_by, loaded),
        *odd_characters(reason.zh, reason.en),
    ]
    if case.approval and date < case.approval.date:
        day = case.approval.date
        reasons.append(
            Words(
                zh=f"撤回日期{date}早于批准日期{day}。请核对 --date。",
                en=f"the day {date} is before its approval on {day}; look at --date again",
            )
        )
    if reasons:
        raise Refused(*reasons)
    record: dict[str, Value] = {"date": date.isoformat(), "reason": _text(reason)}
    if replaced_by is not None:
        record["replaced_by"] = replaced_by
    data = _with_fields(root, case, {"state": "withdrawn", "withdrawal": record})
    return _checked(root, loaded, case, {case.file: data}, known=loaded.findings)


def write(root: Path, files: dict[str, bytes]) -> None:
    """Writes ``files`` below ``root``: beside their places first, then exchanged one by one; all of them or none.

    Raises:
        OSError: where a file cannot be written; all are then as they were.
    """
    beside = {name: (root / name).with_name(f".{Path(name).name}.part") for name in files}
    old = {name: (root / name).read_bytes() if (root / name).is_file() else None for name in files}
    done: list[str] = []
    try:
        for name, data in files.items():
            beside[name].parent.mkdir(parents=True, exist_ok=True)
            beside[name].unlink(missing_ok=True)
            with beside[name].open("xb") as file:
                file.write(data)
            if old[name] is not None:
                shutil.copymode(root / name, beside[name])
        for name in files:
            os.replace(beside[name], root / name)
            done.append(name)
    except OSError:
        for name in done:
            data_before = old[name]
            if data_before is None:
                (root / name).unlink()
            else:
                (root / name).write_bytes(data_before)
        raise
    finally:
        for part in beside.values():
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)


def _text(words: Words) -> dict[str, Value]:
    """A text whose English was given with its Chinese, and so is confirmed against it."""
    return {"zh": words.zh, "en": words.en, "of": digest_of(words.zh)}


def _with_fields(root: Path, case: Case, fields: dict[str, Value]) -> bytes:
    """The case's file with ``fields`` set and the day of its last change, its line ends as they were."""
    data = read_ordinary(root / case.file)
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    line_end = "\r\n" if b"\r\n" in data else "\n"
    day = max(today(), case.updated).isoformat()
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        for key, value in {**fields, "updated": day}.items():
            text = with_field(text, key, value)
        return mark + text.replace("\n", line_end).encode()
    except ValueError as error:
        raise Refused(
            Words(
                zh=f"“{case.file}”的写法不能自动修改。请把{'、'.join(fields)}和updated各写成一行“字段: 值”。",
                en=f"{case.file} cannot be edited safely ({error}); write {', '.join(fields)} and updated as plain fields on lines of their own",
            )
        ) from None


def _checked(
    root: Path, loaded: Loaded, case: Case, files: dict[str, bytes], known: Iterable[Finding]
) -> Change:
    """The change, if the knowledge base with it holds no errors but ``known`` ones."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "kb"
        shutil.copytree(root, copy, symlinks=True, ignore=shutil.ignore_patterns(".git"), copy_function=_link)
        write(copy, files)
        after = load(copy)
    new = set(after.findings) - set(known)
    # What is kept beside the case has the same words, and would say everything twice.
    new = {f for f in new if f.file != case.approved_file or f.file not in files}
    if errors := _errors(new):
        raise Refused(findings=errors)
    changed = after.entries["case"].get(case.id)
    if not isinstance(changed, Case) or content_digest(changed) != content_digest(case):
        raise Refused(
            Words(
                zh=f"“{case.file}”刚刚被别人改动。请再运行一次。",
                en=f"{case.file} was changed by someone just now; run the command again",
            )
        )
    return Change(files, case, sorted(new - set(loaded.findings)))


def _link(source: str, target: str) -> None:
    """A second name for a file where the disc allows it, else a copy."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _errors(findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity == "error"]
