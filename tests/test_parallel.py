"""Shared work gives what one process would: the same results in the same order, the same errors, and no process left."""

import os
import shutil
import signal
import subprocess
import sys

import pytest

from huimin import parallel
from huimin.load import load
from huimin.parallel import in_parts, together
from tests.conftest import REAL, ROOT, change

linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere all is done in one process")


@pytest.fixture(params=[1, 2, 4])
def cores(request, monkeypatch):
    monkeypatch.setattr(parallel, "cores", lambda: request.param)
    return request.param


@pytest.mark.parametrize("number", [0, 1, 199, 200, 1001])
def test_parts_in_order_and_every_item_once(number, cores):
    parts = in_parts(list, range(number))
    assert [item for part in parts for item in part] == list(range(number))
    assert len(parts) == max(1, min(cores, number // parallel.WORTH))


@linux
def test_each_task_but_the_first_has_a_process_of_its_own(monkeypatch):
    monkeypatch.setattr(parallel, "cores", lambda: 2)
    first, *others = together([os.getpid] * 4)
    assert first == os.getpid()
    assert len({first, *others}) == 4


def test_an_error_is_raised_as_without_processes(cores, monkeypatch):
    def wrong():
        raise OSError(28, "No space left on device")

    def recorded_fork(fork=os.fork):
        forked.append(fork())
        return forked[-1]

    forked = []  # these alone are looked for: other tests' browsers are children of this process too
    monkeypatch.setattr(os, "fork", recorded_fork)
    for tasks in ([wrong, int], [int, wrong], [int, wrong, int]):
        with pytest.raises(OSError, match="No space left"):
            together(tasks)
    assert len(forked) == (4 if cores > 1 and sys.platform == "linux" else 0)
    for pid in forked:
        with pytest.raises(ChildProcessError):  # not even a dead one is left
            os.waitpid(pid, os.WNOHANG)


@pytest.mark.parametrize("end", [lambda: os.kill(os.getpid(), signal.SIGKILL), lambda: os._exit(0)])
def test_what_a_lost_process_did_not_do_is_done_here(end, monkeypatch):
    monkeypatch.setattr(parallel, "cores", lambda: 2)
    here = os.getpid()

    def lost():
        return 7 if os.getpid() == here else end()

    assert together([lambda: 1, lost, lambda: 3]) == [1, 7, 3]


def test_what_cannot_be_handed_over_is_done_here(cores):
    assert [f() for f in together([lambda: int, lambda: lambda: 5])] == [0, 5]


@linux
def test_forks_end_with_the_process_that_they_come_from():
    program = (
        "import os, time\nfrom huimin import parallel\nparallel.cores = lambda: 2\n"
        "def fork():\n print(os.getpid(), flush=True)\n time.sleep(600)\n"
        "parallel.together([lambda: time.sleep(600), fork])"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert int(process.stdout.readline())
        process.kill()
        assert process.stdout.read() == ""  # which comes to an end only when nobody holds the other one


def test_the_same_findings_and_the_same_edition_however_many_processes(monkeypatch, tmp_path):
    folder = tmp_path / "kb"
    shutil.copytree(REAL, folder)
    change(folder / "site.yaml", "updated:", "upated:")
    for number, file in enumerate(sorted(folder.rglob("*.yaml"))[::9]):
        text = file.read_text(encoding="utf-8")
        file.write_text(text[: -1 - 7 * (number % 5)] + ("<b>x" * (number % 2)), encoding="utf-8")
    found = []
    for number in (1, 2, 3):
        monkeypatch.setattr(parallel, "cores", lambda number=number: number)
        found.append((load(folder).findings, load(REAL).knowledge_base().edition))
    assert len(found[0][0]) > 20
    assert found[0] == found[1] == found[2]
