"""``kb site`` and ``kb serve``: MkDocs, followed by clear words."""

from __future__ import annotations

import os
import socket
from typing import Annotated

import typer

from huimin.commands.mkdocs import mkdocs
from huimin.commands.settings import fail, reader_language

Preview = Annotated[bool, typer.Option("--preview", help="Show also what is not yet published.")]


def site(preview: Preview = False) -> None:
    """Build the site into SITE_DIR (site/); a failure leaves the last one as it was."""
    if mkdocs(["build", "--quiet"], **_preview(preview)):
        fail("没有建成，原来的站点没有改动。", "the site was not built; the last one is as it was", code=1)
    place = os.environ.get("SITE_DIR") or "site"
    typer.echo(f"已建成：{place}" if reader_language() == "zh" else f"built: {place}")


def serve(
    port: Annotated[int, typer.Option(help="The port on 127.0.0.1.", min=1, max=65535)] = 8000,
    preview: Preview = False,
) -> None:
    """Build and serve on 127.0.0.1, and build again on every change."""
    if not _is_free(port):
        fail(
            f"端口{port}已被占用。请换一个，例如：make serve PORT={port + 1}",
            f"port {port} is taken; choose another, for example: make serve PORT={port + 1}",
        )
    raise typer.Exit(
        mkdocs(["serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"], **_preview(preview))
    )


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _preview(preview: bool) -> dict[str, str]:
    return {"PREVIEW": "1"} if preview else {}
