"""Work shared among forked processes; what comes of it is what one process would have made of it.

A fork has all that was loaded before it, so only results are handed over. All is done in this process where there
is one core, where another thread runs (a server's), and elsewhere than on Linux, whose forks alone are sure to end
with the process that they come from.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

MOST = 4
"""Parts at most: what has to be done in one process bounds the gain, and each fork takes memory."""
WORTH = 100
"""Items in a part at least; for fewer a fork does not pay."""
_ON_PARENTS_DEATH = 1  # PR_SET_PDEATHSIG of prctl(2)


def in_parts(work: Callable[[Sequence[Item]], Result], items: Sequence[Item]) -> list[Result]:
    """What ``work`` makes of each part of ``items``, in order."""
    number = max(1, min(cores(), MOST, len(items) // WORTH))
    bounds = [len(items) * part // number for part in range(number + 1)]
    return together([partial(work, items[a:b]) for a, b in pairwise(bounds)])


def together(tasks: Sequence[Callable[[], Result]], worth: int = WORTH) -> list[Result]:
    """The results of ``tasks``, in order; the first is done here, each of the others in a fork.

    ``worth`` is how many items they are about, where they may be too few for forks to pay. A task may be begun
    twice: where its fork comes to no good end (an error, a kill, no memory), it is done here, and raises here what
    it raises.
    """
    if worth < WORTH or cores() < 2:
        return [task() for task in tasks]
    forks: list[_Fork | None] = []
    try:
        forks += map(_fork, tasks[1:])
        results = [tasks[0]()]
        for task, fork in zip(tasks[1:], forks, strict=True):
            found = fork.result() if fork else None
            results.append(found[0] if found else task())
        return results
    finally:
        for fork in forks:
            if fork:
                fork.end()


def cores() -> int:
    """How many processes can work at once."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


@dataclass(slots=True)
class _Fork:
    """A process that was forked, and the pipe by which it hands over its result."""

    pid: int
    pipe: int

    def result(self) -> list[Any] | None:
        """The result alone in a list, or None where there is none."""
        try:
            with open(self.pipe, "rb", closefd=False) as pipe:
                return [pickle.load(pipe)]
        except (EOFError, pickle.UnpicklingError):
            return None

    def end(self) -> None:
        """Ends the process, if it has not ended itself."""
        os.close(self.pipe)
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)


def _fork(task: Callable[[], object]) -> _Fork | None:
    """A process that does ``task``; None where the system refuses one."""
    parent = os.getpid()
    reads, writes = os.pipe()
    try:
        pid = os.fork()
    except OSError:
        os.close(reads)
        os.close(writes)
        return None
    if pid:
        os.close(writes)
        return _Fork(pid, reads)
    try:
        # Left alone, it would write into the folder of the next build.
        ctypes.CDLL(None).prctl(_ON_PARENTS_DEATH, signal.SIGKILL)
        if os.getppid() == parent:
            with open(writes, "wb") as pipe:
                pickle.dump(task(), pipe, pickle.HIGHEST_PROTOCOL)
    finally:
        os._exit(0)  # whatever happened: what stands further up the stack is not this process's to do
