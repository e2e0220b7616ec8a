"""Which files make up a knowledge base, found without ever leaving its folder."""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass
from pathlib import Path

from huimin.read.document import Place
from huimin.read.guard import MAX_BYTES, Broken

IGNORED_FOLDERS = frozenset({"schema", "texts", ".git"})
"""Generated schemas, and issued texts that maintainers may provide; neither holds entries."""

IGNORED_NAMES = frozenset(
    {"README.md", "README.zh.md", ".gitignore", ".gitattributes", ".DS_Store", "Thumbs.db"}
)

TOP = Place(1, 1)


@dataclass(frozen=True, slots=True)
class Found:
    """What a walk found: YAML files with their bytes, and what could not be taken, by file."""

    files: dict[str, bytes]
    broken: list[tuple[str, Broken]]


def find(root: Path) -> Found:
    """Walks ``root`` in order of names and reads every YAML file.

    Symbolic links are never followed; files that are no entries are named rather than passed over,
    so that a case saved as ``.yml`` does not vanish in silence.
    """
    files: dict[str, bytes] = {}
    broken: list[tuple[str, Broken]] = []

    def fail(name: str, code: str, **words: object) -> None:
        broken.append((name, Broken(code, TOP, words)))

    def walk(folder: str, prefix: str) -> None:
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            fail(prefix.rstrip("/") or ".", "KB011", reason=error.strerror or "?")
            return
        for entry in entries:
            name = _printable(prefix + entry.name)
            if entry.is_symlink():
                fail(name, "KB007", path=name)
            elif entry.is_dir():
                if prefix or entry.name not in IGNORED_FOLDERS:
                    walk(entry.path, prefix + entry.name + "/")
            elif not entry.is_file():
                fail(name, "KB009", path=name)
            elif not entry.name.endswith(".yaml"):
                if entry.name not in IGNORED_NAMES:
                    fail(name, "KB009", path=name)
            else:
                try:
                    files[name] = Path(entry.path).read_bytes()
                except OSError as error:
                    fail(name, "KB011", reason=error.strerror or "?")

    walk(os.fspath(root), "")
    return Found(files, broken)


def read_ordinary(path: Path, limit: int = MAX_BYTES) -> bytes:
    """The bytes of an ordinary file; a pipe or a device would be waited for without end.

    Raises:
        OSError: where it is no ordinary file, is larger than ``limit``, or cannot be read.
    """
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "not an ordinary file")
    if path.stat().st_size > limit:
        raise OSError(errno.EFBIG, f"larger than {limit} bytes")
    return path.read_bytes()


def _printable(name: str) -> str:
    """A file name in which bytes that are no UTF-8 are shown as escapes."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
