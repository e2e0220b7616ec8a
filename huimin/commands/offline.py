"""``kb offline``: the edition for a disc."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from huimin.commands.mkdocs import mkdocs
from huimin.commands.settings import fail, knowledge_folder, reader_language
from huimin.exchange import ForeignFolder, exchange, prepare, remove
from huimin.load import load
from huimin.offline.edition import RefusedNames, is_edition, make_edition, name_of


def offline(
    to: Annotated[Path | None, typer.Option(help="Where to. [default: $DIST_DIR or dist/]")] = None,
) -> None:
    """Write the whole site as a folder and a ZIP that work without a network, with checksums."""
    folder = knowledge_folder(None)
    target = (to or Path(os.environ.get("DIST_DIR") or "dist")).resolve()
    try:
        building = prepare(target, is_edition)
        building.mkdir(parents=True)
    except ForeignFolder:
        fail(
            f"“{target}”里有别的文件，不会覆盖；请另选DIST_DIR。",
            f"{target} holds other files and is left alone; choose another DIST_DIR",
        )
    except OSError as error:
        fail(f"写不了“{target}”：{error.strerror}", f"cannot write {target}: {error.strerror}")
    try:
        place = _write(folder, building, target)
    finally:
        remove(building)
    typer.echo(f"离线版：{place}" if reader_language() == "zh" else f"offline edition: {place}")


def _write(folder: Path, building: Path, target: Path) -> Path:
    built = building / "site"
    # The published address means nothing on a disc, and what is not published does not leave the house.
    if mkdocs(["build", "--quiet"], KB_DIR=str(folder), SITE_DIR=str(built), SITE_URL="", PREVIEW=""):
        fail(
            "没有建成，原来的离线版没有改动。",
            "the site was not built; the last edition is as it was",
            code=1,
        )
    kb = load(folder).knowledge_base()
    try:
        make_edition(built, building, kb)
        exchange(building, target)
    except RefusedNames as refused:
        fail(
            f"Windows不接受这些文件名，请改条目编号：\n{refused}",
            f"Windows does not take these names; change the ids of the entries:\n{refused}",
            code=1,
        )
    except OSError as error:
        fail(f"写不了“{target}”：{error.strerror}", f"cannot write {target}: {error.strerror}")
    return target / name_of(kb)
