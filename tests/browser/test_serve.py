"""``make serve``: served on 127.0.0.1, built again on change, in the open page too."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request

import pytest

from huimin.offline.served import OFF
from tests.browser.conftest import Watch
from tests.conftest import ROOT, change


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def served(small):
    """The small knowledge base, served; gives its address and the lines that the server prints."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "huimin", "serve", "--port", str(port)],
        cwd=ROOT,
        env={**os.environ, "KB_DIR": str(small), "PYTHONUNBUFFERED": "1", "LC_ALL": "C.UTF-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    wait_for(process, "Serving on")
    yield f"http://127.0.0.1:{port}", process
    os.killpg(process.pid, signal.SIGINT)
    process.communicate(timeout=30)


def wait_for(process, words) -> str:
    printed = ""
    for line in process.stdout:
        printed += line
        if words in line:
            return printed
    raise AssertionError(f"the server ended: {printed}")


def test_a_change_shows_in_the_open_page_and_a_broken_entry_leaves_the_last_good_one(served, small, page):
    address, process = served
    watch = Watch(page, address)
    page.goto(f"{address}/zh/glossary.html")
    file = small / "glossary/one-list.yaml"
    change(file, "写明事项的一张表", "写明全部事项的一张表")
    page.get_by_text("写明全部事项的一张表").wait_for(timeout=30_000)
    change(file, "pinyin:", "pinyn:")
    assert "KB102" in wait_for(process, "KB101")
    with urllib.request.urlopen(f"{address}/zh/glossary.html", timeout=30) as answer:
        assert "写明全部事项的一张表" in answer.read().decode()
    change(file, "pinyn:", "pinyin:")
    change(file, "写明全部事项的一张表", "写明有关事项的一张表")
    page.get_by_text("写明有关事项的一张表").wait_for(timeout=30_000)
    assert [words for words in watch.seen if "livereload" not in words] == []


def test_the_browser_keeps_no_page_that_is_being_worked_on(served, page):
    address, _ = served
    watch = Watch(page, address)
    page.goto(f"{address}/zh/glossary.html", wait_until="load")
    assert page.locator("script[src*=offline]").count() == 0
    with urllib.request.urlopen(f"{address}/sw.js", timeout=30) as answer:
        assert answer.read().decode() == OFF
    # One that a browser still has from elsewhere under this address goes away.
    page.evaluate("navigator.serviceWorker.register('../sw.js')")
    page.evaluate(
        """async () => { while ((await navigator.serviceWorker.getRegistrations()).length)
          await new Promise(requestAnimationFrame) }"""
    )
    assert [words for words in watch.seen if "livereload" not in words] == []


def test_a_taken_port_is_said_plainly():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-m", "huimin", "serve", "--port", str(port)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )
    assert done.returncode == 2
    assert re.search(rf"port {port} is taken; .* PORT=\d+", done.stderr)
