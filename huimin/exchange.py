"""Puts a finished site in the place of the last one, so that a reader always finds one whole site.

A build goes into a folder beside the site. At its end the two are exchanged: in one step where the
system can (Linux ``renameat2`` with ``RENAME_EXCHANGE``, macOS ``renamex_np`` with ``RENAME_SWAP``),
else in two renames, of which an interrupted one is mended at the next start.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

MARK = Path("api/v1/index.json")
"""The file by which a folder is known to be a site of ours; no other folder is ever replaced."""


def is_site(folder: Path) -> bool:
    """Whether a folder is a site of ours."""
    return (folder / MARK).is_file()


class ForeignFolder(Exception):
    """The folder to be replaced holds something that is not ours."""


def building_folder(site: Path) -> Path:
    """The folder beside ``site`` in which the next one is built."""
    return site.with_name(f".{site.name}-building")


def _previous_folder(site: Path) -> Path:
    return site.with_name(f".{site.name}-previous")


def prepare(site: Path, ours: Callable[[Path], bool] = is_site) -> Path:
    """Mends an interrupted exchange, clears what a killed build left, and returns the folder to build in.

    Raises:
        ForeignFolder: where ``site`` exists and is neither empty nor one of those that ``ours`` knows.
        OSError: where the file system refuses.
    """
    previous, building = _previous_folder(site), building_folder(site)
    if previous.is_dir() and not site.exists():
        previous.rename(site)
    if site.exists() and not (site.is_dir() and (not any(site.iterdir()) or ours(site))):
        raise ForeignFolder(str(site))
    for leftover in (previous, building):
        remove(leftover)
    return building


def exchange(building: Path, site: Path) -> None:
    """Puts ``building`` in the place of ``site`` and removes what stood there.

    Raises:
        OSError: where the file system refuses; ``site`` is then as it was.
    """
    if not site.exists():
        building.rename(site)
        return
    if not _swap(building, site):
        previous = _previous_folder(site)
        site.rename(previous)
        try:
            building.rename(site)
        except OSError:
            previous.rename(site)
            raise
        building = previous
    remove(building)


def remove(folder: Path) -> None:
    """Removes a folder of ours; one that is not there is no matter."""
    shutil.rmtree(folder, ignore_errors=True)


def _swap(one: Path, other: Path) -> bool:
    """Exchanges two folders in one step; False where the system cannot."""
    first, second = os.fsencode(one), os.fsencode(other)
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            return bool(libc.renamex_np(first, second, 2) == 0)  # RENAME_SWAP
        here = -100  # AT_FDCWD
        return bool(libc.renameat2(here, first, here, second, 2) == 0)  # RENAME_EXCHANGE
    except (AttributeError, OSError):
        return False
