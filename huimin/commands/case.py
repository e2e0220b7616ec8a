"""``kb case``: new cases, their approval and withdrawal, and where each stands."""

from __future__ import annotations

import datetime
import json
import re
import unicodedata
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from huimin.approval import status_of
from huimin.case_files import Change, approval, withdrawal, write
from huimin.case_refusals import Refused, today
from huimin.case_skeleton import skeleton
from huimin.check.rules import Words
from huimin.check.structure import nearest
from huimin.commands.check import Format
from huimin.commands.settings import fail, knowledge_folder, reader_language
from huimin.load import Loaded, load
from huimin.model.case import Case
from huimin.model.jurisdiction import Jurisdictions
from huimin.pages.words import words

case_app = typer.Typer(no_args_is_help=True, help="Cases: new ones, approval, withdrawal, where each stands.")

Kb = Annotated[Path | None, typer.Option("--kb", help="The knowledge base. [default: $KB_DIR or kb/]")]
Id = Annotated[str, typer.Argument(metavar="ID", help="The case's id, as province/name.")]


@case_app.command()
def new(
    province: Annotated[str, typer.Argument(help="The province's id, such as guangdong.")],
    slug: Annotated[str, typer.Argument(help="The case's name: lower-case letters, digits and hyphens.")],
    kb: Kb = None,
) -> None:
    """Write the file of a new case, in state draft, for you to fill in."""
    root = knowledge_folder(kb)
    try:
        files = skeleton(root, load(root), province, slug)
        write(root, files)
    except Refused as refused:
        _refuse(refused)
    except OSError as error:
        _unwritable(error)
    file = root / next(iter(files))
    _say(
        f"已新建草稿：{file}\n请填写标有●的各项，再运行kb check，它会列出还没有填的；填完以前，知识库不能发布。",
        f"new draft: {file}\nFill in each ●, then run kb check: it names what is still blank. Until all are filled in nothing can be published.",
    )


@case_app.command()
def approve(
    id_: Id,
    approver: Annotated[
        str, typer.Option(help="Who approves: an id in approvers.yaml, of the same province.")
    ],
    office: Annotated[str, typer.Option(help="The approver's office, in Chinese.")],
    office_en: Annotated[str, typer.Option(help="The approver's office, in English.")],
    date: Annotated[str, typer.Option(help="The day of the approval, as 2026-11-24.")],
    number: Annotated[
        str | None, typer.Option(help="The approval's document number, if there is one.")
    ] = None,
    kb: Kb = None,
) -> None:
    """Record that a province approved a case as it now stands, and keep the approved words beside it."""
    root, day, office_words = knowledge_folder(kb), _day(date), Words(zh=office, en=office_en)
    try:
        change = approval(
            root, load(root), id_, approver=approver, office=office_words, date=day, number=number
        )
        write(root, change.files)
    except Refused as refused:
        _refuse(refused)
    except OSError as error:
        _unwritable(error)
    case = change.case
    _say(
        f"已批准：{id_}（{approver}，{day}）\n已写入批准记录和校验值：{root / case.file}\n已留存批准的文字：{root / case.approved_file}",
        f"approved: {id_} ({approver}, {day})\nrecord and digests written: {root / case.file}\napproved words kept: {root / case.approved_file}",
    )
    _warn(change)


@case_app.command()
def withdraw(
    id_: Id,
    reason: Annotated[str, typer.Option(help="Why, in Chinese; readers see it.")],
    reason_en: Annotated[str, typer.Option(help="Why, in English; readers see it.")],
    date: Annotated[str | None, typer.Option(help="Since when, as 2026-11-24. [default: today]")] = None,
    replaced_by: Annotated[
        str | None, typer.Option(help="The id of the case that takes its place, if there is one.")
    ] = None,
    kb: Kb = None,
) -> None:
    """Withdraw a published case; its page stays and says since when and why."""
    root, day, why = knowledge_folder(kb), _day(date) if date else today(), Words(zh=reason, en=reason_en)
    try:
        change = withdrawal(root, load(root), id_, reason=why, date=day, replaced_by=replaced_by)
        write(root, change.files)
    except Refused as refused:
        _refuse(refused)
    except OSError as error:
        _unwritable(error)
    file = root / change.case.file
    _say(
        f"已撤回：{id_}（{day}）\n已写入：{file}\n它的页面仍在，写明何时、为何撤回。",
        f"withdrawn: {id_} ({day})\nwritten: {file}\nIts page stays and says since when and why.",
    )
    _warn(change)


@case_app.command()
def status(
    province: Annotated[str | None, typer.Option(help="Only this province's cases, by its id.")] = None,
    format_: Annotated[
        Format, typer.Option("--format", help="A table for people, or JSON for programs.")
    ] = Format.text,
    kb: Kb = None,
) -> None:
    """Show where every case stands, drafts included."""
    loaded = load(knowledge_folder(kb))
    _known(province, loaded)
    folder = f"cases/{province}/" if province else "cases/"
    cases = [
        case
        for _, case in sorted(loaded.entries["case"].items())
        if isinstance(case, Case) and case.file.startswith(folder)
    ]
    read = {entry.file for entry in loaded.all_entries()}
    broken = sorted({f.file for f in loaded.findings if f.file.startswith(folder)} - read)
    if format_ is Format.json:
        content = {"cases": [_row_of_json(case) for case in cases], "broken": broken}
        typer.echo(json.dumps(content, ensure_ascii=False, indent=2))
        return
    lang = reader_language()
    head = ("编号", "状态", "批准日期", "名称") if lang == "zh" else ("id", "status", "approved", "title")
    rows = [
        (
            case.id,
            words()[f"state-{status_of(case)}"][lang],
            case.approval.date.isoformat() if case.approval else "-",
            " ".join(case.title[lang].split()),
        )
        for case in cases
    ]
    if rows:
        typer.echo(_table([head, *rows]))
    else:
        _say("没有案例。", "there are no cases")
    if broken:
        typer.echo(
            f"另有{len(broken)}个文件有错误，没有列入，请运行kb check：{'、'.join(broken)}"
            if lang == "zh"
            else f"kb: {len(broken)} more could not be read, run kb check: {', '.join(broken)}",
            err=True,
        )


def _known(province: str | None, loaded: Loaded) -> None:
    """Ends where the province is not one of those that are known."""
    units = loaded.entries["jurisdictions"].get("jurisdictions")
    names = [unit.id for unit in units.provinces] if isinstance(units, Jurisdictions) else []
    if province and names and province not in names:
        near = nearest(province, names)
        fail(
            f"没有编号为“{province}”的省级行政区。" + (f"是不是“{near}”？" if near else ""),
            f'there is no provincial-level unit "{province}"' + (f'; did you mean "{near}"?' if near else ""),
        )


def _row_of_json(case: Case) -> dict[str, Any]:
    record, gone = case.approval, case.withdrawal
    return {
        "id": case.id,
        "status": status_of(case),
        "title": {"zh": case.title.zh, "en": case.title.en},
        "updated": case.updated.isoformat(),
        "approved": record.date.isoformat() if record else None,
        "approver": record.approver if record else None,
        "number": record.number if record else None,
        "withdrawn": gone.date.isoformat() if gone else None,
    }


def _table(rows: list[tuple[str, ...]]) -> str:
    """Rows as lines with columns in line, a Chinese character counted as two."""
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    lines = (
        "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
        for row in rows
    )
    return "\n".join(line.rstrip() for line in lines)


def _width(text: str) -> int:
    """Columns on a terminal (UAX #11: wide and full-width characters take two)."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )


def _day(given: str) -> datetime.date:
    try:
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", given):
            raise ValueError
        return datetime.date.fromisoformat(given)
    except ValueError:
        fail(
            f"“{given}”不是日期。请写成年-月-日，如2026-11-24。",
            f'"{given}" is no date; write it as year-month-day, such as 2026-11-24',
        )


def _say(zh: str, en: str) -> None:
    typer.echo(zh if reader_language() == "zh" else en)


def _warn(change: Change) -> None:
    for finding in change.warnings:
        typer.echo(finding.line_of_text(reader_language()), err=True)


def _refuse(refused: Refused) -> NoReturn:
    """Says all that stands in the way and ends with exit code 1."""
    lang = reader_language()
    for finding in refused.findings:
        typer.echo(finding.line_of_text(lang), err=True)
    for reason in refused.reasons:
        typer.echo(reason[lang] if lang == "zh" else f"kb: {reason[lang]}", err=True)
    fail("没有写入任何文件。", "nothing was written", code=1)


def _unwritable(error: OSError) -> NoReturn:
    said = f"{error.filename}: {error.strerror}" if error.filename else str(error)
    fail(f"没有写成，文件都没有改动。{said}", f"cannot write, and nothing was changed: {said}")
