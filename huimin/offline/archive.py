"""Checksums and the ZIP: nothing in them comes from the clock, the machine or the order of the disk."""

from __future__ import annotations

import datetime
import hashlib
import os
import zipfile
from pathlib import Path


class _Named(zipfile.ZipInfo):
    """An entry whose name is flagged as UTF-8 (APPNOTE 4.4.4, bit 11) even where it is ASCII."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:
        return self.filename.encode(), self.flag_bits | 0x800


def files_below(folder: Path) -> list[str]:
    """The paths of all files below ``folder``, with ``/``, in the order of their characters."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def checksums(folder: Path, paths: list[str]) -> str:
    """The text that ``sha256sum -c`` takes, run in ``folder``; no file is opened there in another mode than binary."""
    return "".join(f"{hashlib.sha256((folder / path).read_bytes()).hexdigest()} *{path}\n" for path in paths)


def set_times(folder: Path, day: datetime.date) -> None:
    """Every file and folder gets the beginning of ``day`` (UTC) as its time."""
    moment = datetime.datetime.combine(day, datetime.time(), datetime.UTC).timestamp()
    for path in (*folder.rglob("*"), folder):
        os.utime(path, (moment, moment))


def pack(folder: Path, target: Path, day: datetime.date) -> None:
    """Writes ``target``: the folder and all below it, each entry with the beginning of ``day`` as its time.

    ZIP has no time before 1980.
    """
    with zipfile.ZipFile(target, "w") as archive:
        for path in files_below(folder):
            info = _Named(f"{folder.name}/{path}", (day.year, day.month, day.day, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3  # else it tells on which system it was made
            info.external_attr = 0o100644 << 16
            archive.writestr(info, (folder / path).read_bytes(), compresslevel=9)
