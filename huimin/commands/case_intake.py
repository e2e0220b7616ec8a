"""``kb case template`` and ``kb case import``: the way in for people who work in spreadsheets."""

from __future__ import annotations

import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from huimin.commands.settings import fail, knowledge_folder, reader_language
from huimin.findings import InvalidKnowledgeBase
from huimin.intake.handed_in import Plan, Planned, plan
from huimin.intake.sheets import has_errors
from huimin.intake.template import template as template_bytes
from huimin.intake.write import write_whole
from huimin.knowledge import KnowledgeBase
from huimin.load import Loaded, load


class Lang(StrEnum):
    """The language of the headings."""

    zh = "zh"
    en = "en"


Kb = Annotated[Path | None, typer.Option("--kb", help="The knowledge base. [default: $KB_DIR or kb/]")]


def template(
    province: Annotated[str, typer.Option(help="The province's id, such as guangdong.")],
    lang: Annotated[Lang, typer.Option(help="Language of headings and choices.")] = Lang.zh,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The file. [default: cases-PROVINCE.xlsx]")
    ] = None,
    kb: Kb = None,
) -> None:
    """Write a spreadsheet in which people fill in their cases."""
    base = _base(load(knowledge_folder(kb)))
    provinces = {p.id: p for p in base.jurisdictions.provinces} if base.jurisdictions else {}
    if province not in provinces:
        known = ", ".join(sorted(provinces))
        fail(f"没有省级行政区“{province}”。可用：{known}", f'there is no province "{province}": {known}')
    target = output or Path(f"cases-{province}.xlsx")
    try:
        write_whole(target, template_bytes(base, province, lang.value), replace=False)
    except FileExistsError:
        fail(
            f"“{target}”已经存在，没有改动。换一个文件名。",
            f"{target} exists and is left alone; choose another name",
        )
    except OSError as error:
        fail(f"写不了“{target}”：{error.strerror}", f"cannot write {target}: {error.strerror}")
    typer.echo(f"已写出：{target}" if reader_language() == "zh" else f"written: {target}")


def import_cases(
    files: Annotated[list[Path], typer.Argument(help="Spreadsheets that were filled in, XLSX or CSV.")],
    update: Annotated[
        bool, typer.Option("--update", help="Bring cases up to date that are there, showing the differences.")
    ] = False,
    kb: Kb = None,
) -> None:
    """Make cases of the rows of FILES, in state submitted; exits 1 where any row is refused."""
    root, lang = knowledge_folder(kb), reader_language()
    loaded = load(root)
    _base(loaded)
    result = plan(root, loaded, files, update=update, today=datetime.date.today())
    for found in result.findings:
        typer.echo(found.line_of_text(lang))
    for planned in result.cases:
        typer.echo(planned.differences, nl=False)
    written = sum(_write(root, planned, lang) for planned in result.cases)
    for file in result.unchanged:
        typer.echo(f"没有变化：{file}" if lang == "zh" else f"unchanged: {file}")
    _sum_up(result, written, lang)
    is_whole = written == len(result.cases) and not has_errors(result.findings)
    raise typer.Exit(0 if is_whole else 1)


def _base(loaded: Loaded) -> KnowledgeBase:
    try:
        return loaded.knowledge_base()
    except InvalidKnowledgeBase as broken:
        for finding in broken.findings:
            typer.echo(finding.line_of_text(reader_language()), err=True)
        fail("知识库有错误，先改正。", "the knowledge base has errors; mend them first", code=1)


def _write(root: Path, planned: Planned, lang: str) -> bool:
    try:
        write_whole(root / planned.file, planned.text.encode(), replace=not planned.is_new)
    except OSError as error:
        reason = error.strerror or "?"
        typer.echo(
            f"写不了“{planned.file}”：{reason}" if lang == "zh" else f"cannot write {planned.file}: {reason}",
            err=True,
        )
        return False
    words = ("已写入", "written") if planned.is_new else ("已更新", "updated")
    typer.echo(f"{words[0]}：{planned.file}" if lang == "zh" else f"{words[1]}: {planned.file}")
    return True


def _sum_up(result: Plan, written: int, lang: str) -> None:
    """How many cases were written and how many mistakes are to be mended, so that nobody believes all went in."""
    errors = sum(found.severity == "error" for found in result.findings)
    typer.echo(
        f"写入{written}个案例，{result.refused}行没有写入，{errors}处要改"
        if lang == "zh"
        else f"{written} case(s) written, {result.refused} row(s) not written, {errors} thing(s) to mend"
    )
