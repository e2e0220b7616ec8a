"""Git, asked without a shell: where the repository lies, which commit a name means, what differs, what stood there.

Names of files are kept as Git gives them (``-z``, bytes by ``os.fsdecode``); file contents are asked for by
blob id, so that no name has to be quoted. Formats: git-diff(1) "RAW OUTPUT FORMAT", git-cat-file(1) "BATCH OUTPUT".
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from huimin.review.words import say

Kind = Literal["added", "changed", "removed"]
_KINDS: dict[str, Kind] = {"A": "added", "D": "removed"}


class GitProblem(Exception):
    """Git cannot answer; ``zh`` and ``en`` say why and how to mend it."""

    def __init__(self, key: str, **words: str) -> None:
        self.zh, self.en = say(key, "zh", **words), say(key, "en", **words)
        super().__init__(self.en)


@dataclass(frozen=True, slots=True)
class Difference:
    """One file that differs: its path from the repository's root, and the blob that stood there before."""

    path: str
    kind: Kind
    before: str | None


@dataclass(frozen=True, slots=True)
class Repository:
    """A working tree, and where in it the knowledge base lies (``prefix``, such as ``kb/``, may be empty)."""

    top: Path
    prefix: str

    @classmethod
    def around(cls, folder: Path) -> Repository:
        """The repository that ``folder`` lies in.

        Raises:
            GitProblem: where there is no Git, or the folder lies in no working tree.
        """
        top = _run(folder, "rev-parse", "--show-toplevel")
        prefix = _run(folder, "rev-parse", "--show-prefix")
        if top.returncode or prefix.returncode:
            raise GitProblem("no-repository", folder=str(folder), said=_said(top))
        return cls(Path(_line(top.stdout)), _line(prefix.stdout))

    def commit(self, revision: str) -> str:
        """The id of the commit that ``revision`` names.

        Raises:
            GitProblem: where there is no such commit here.
        """
        # What begins with a hyphen would be an option, and no revision has a NUL in it.
        named = revision and not revision.startswith("-") and "\0" not in revision
        done = named and _run(self.top, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        if not done or done.returncode:
            raise GitProblem("no-revision", revision=revision)
        return _line(done.stdout)

    def where_it_began(self, commit: str) -> str:
        """The commit at which the work in HEAD left the line of ``commit``.

        Raises:
            GitProblem: where they have no common past here (or there is no commit yet).
        """
        done = _run(self.top, "merge-base", commit, "HEAD")
        if done.returncode:
            raise GitProblem("no-common-past", revision=commit[:12])
        return _line(done.stdout)

    def differences(self, commit: str) -> list[Difference]:
        """Every file of the repository that differs between ``commit`` and the working tree, by path.

        A rename is a removal and an addition, so that both places are judged. Files not yet given to Git
        count where they lie in the knowledge base.

        Raises:
            GitProblem: where Git fails.
        """
        listed = self._ask(
            "diff", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-relative",
            # .gitmodules could hide a change of a submodule otherwise
            "--ignore-submodules=none", commit, "--",
        )  # fmt: skip
        found: dict[str, Difference] = {}
        parts = listed.split(b"\0")
        for head, name in zip(parts[0::2], parts[1::2], strict=False):
            _, _, before, _, status = head.decode("ascii").split(" ")
            path, kind = os.fsdecode(name), _KINDS.get(status[:1], "changed")
            found.setdefault(path, Difference(path, kind, before if before.strip("0") else None))
        others = self._ask(
            "ls-files", "--others", "--exclude-standard", "-z", "--", f":(literal){self.prefix or '.'}"
        )
        for name in others.split(b"\0"):
            if path := os.fsdecode(name):
                old = found.get(path)  # removed from the index, yet still there
                found[path] = Difference(path, "changed" if old else "added", old.before if old else None)
        return [found[path] for path in sorted(found)]

    def blobs(self, ids: Iterable[str]) -> dict[str, bytes]:
        """The contents of blobs by id; ids that are none are left out.

        Raises:
            GitProblem: where Git fails.
        """
        wanted = sorted(set(ids))
        if not wanted:
            return {}
        data = self._ask("cat-file", "--batch", given="".join(f"{id_}\n" for id_ in wanted).encode())
        found: dict[str, bytes] = {}
        at = 0
        while at < len(data):
            end = data.index(b"\n", at)
            head = data[at:end].decode("ascii").split(" ")
            at = end + 1
            if head[-1] == "missing":
                continue
            size = int(head[2])
            if head[1] == "blob":
                found[head[0]] = data[at : at + size]
            at += size + 1
        return found

    def file_at(self, commit: str, path: str) -> bytes | None:
        """What stood at ``path`` (from the repository's root) in ``commit``; None where there was no file."""
        done = _run(self.top, "cat-file", "blob", f"{commit}:{path}")
        return None if done.returncode else done.stdout

    def _ask(self, *arguments: str, given: bytes | None = None) -> bytes:
        done = _run(self.top, *arguments, given=given)
        if done.returncode:
            raise GitProblem("git-failed", command=arguments[0], said=_said(done))
        return done.stdout


def _run(folder: Path, *arguments: str, given: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            ["git", "-C", os.fspath(folder), *arguments],
            input=given,
            stdin=subprocess.DEVNULL if given is None else None,
            capture_output=True,
            check=False,
            env={**os.environ, "GIT_OPTIONAL_LOCKS": "0"},  # looking changes nothing
        )
    except OSError as error:
        raise GitProblem("no-git", said=error.strerror or "?") from None


def _line(output: bytes) -> str:
    return os.fsdecode(output.removesuffix(b"\n"))


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    """The first line of what Git complained of."""
    lines = done.stderr.decode("utf-8", "backslashreplace").splitlines()
    return lines[0].strip() if lines else "?"
