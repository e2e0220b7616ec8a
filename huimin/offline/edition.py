"""The edition for a disc: a folder with the whole site, its ZIP, and checksums of both."""

from __future__ import annotations

from pathlib import Path

from huimin import LANGUAGES
from huimin.knowledge import KnowledgeBase
from huimin.offline.archive import checksums, files_below, pack, set_times
from huimin.offline.names import refused_names
from huimin.offline.outside import mark_outside
from huimin.offline.template import fill

START = "start.html"
"""Where a reader begins. ASCII, for what unpacks ZIPs on old Windows turns Chinese names into other signs."""
SUMS = "SHA256SUMS.txt"
_OF_A_SERVER = ("404.html", "robots.txt", "sitemap.xml", "sitemap.xml.gz")
"""What only a web server, or whoever searches it, asks for."""


class RefusedNames(Exception):
    """Files whose names Windows does not take; the text lists them."""


def name_of(kb: KnowledgeBase) -> str:
    """The name of the folder, and of the ZIP: the edition's day tells one disc from another."""
    return f"huimin-{kb.updated}"


def is_edition(folder: Path) -> bool:
    """Whether a folder holds an edition for a disc and nothing else, so that it may be replaced."""
    ours = all(path.name.startswith("huimin-") for path in folder.iterdir())
    return ours and any(folder.glob(f"huimin-*/{SUMS}"))


def make_edition(built: Path, target: Path, kb: KnowledgeBase) -> None:
    """Makes ``target`` from a built site, which is moved into it.

    Raises:
        RefusedNames: where Windows would not take a file's name.
        OSError: where the file system refuses.
    """
    folder = target / name_of(kb)
    folder.mkdir(parents=True)
    site = folder / "site"
    built.rename(site)
    for name in _OF_A_SERVER:
        (site / name).unlink(missing_ok=True)
    if refused := refused_names(f"{folder.name}/{path}" for path in files_below(folder)):
        raise RefusedNames("\n".join(refused))
    for lang in LANGUAGES:
        for page in (site / lang).rglob("*.html"):
            page.write_bytes(mark_outside(page.read_bytes().decode(), lang).encode())
    (folder / START).write_bytes(fill(START, kb).encode())
    (folder / SUMS).write_bytes(checksums(folder, files_below(folder)).encode())
    set_times(folder, kb.updated)
    packed = target / f"{folder.name}.zip"
    pack(folder, packed, kb.updated)
    sums = target / f"{packed.name}.sha256"
    sums.write_bytes(checksums(target, [packed.name]).encode())
    set_times(target, kb.updated)
