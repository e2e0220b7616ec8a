"""Writes the file of a case: whole or not at all, and only below the folder of cases."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path


def leads_out(root: Path, file: str) -> bool:
    """Whether ``file``, relative to ``root``, or a folder on the way to it is a symbolic link."""
    path = root
    for part in Path(file).parts:
        path = path / part
        if path.is_symlink():
            return True
    return False


def write_whole(path: Path, data: bytes, *, replace: bool) -> None:
    """Writes ``data`` beside ``path`` and then puts it in its place in one step.

    Raises:
        FileExistsError: where something stands there and ``replace`` is false.
        OSError: where it cannot be written; then nothing is left behind.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(path.parent)) from None
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(0o666 & ~mask)
        if not replace and path.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
