"""The served site in a real Firefox, with its server gone."""

import pytest

from tests.browser.server import Server
from tests.conftest import SMALL
from tests.hooks.builds import build

KEPT = "async (path) => !!(await caches.match(new URL(path, location.href).href))"
SAYS = "() => document.querySelector('.hm-kept').checkVisibility()"


@pytest.fixture
def server():
    server = Server()
    yield server
    server.cut()


def test_what_was_opened_can_be_read_with_the_server_gone_and_says_so(start, server, tmp_path):
    code, printed = build(SMALL, tmp_path / "site")
    assert code == 0, printed
    server.start(tmp_path / "site")
    tab = start().tab()
    tab.open(f"{server.address}/zh/index.html")
    tab.until(KEPT, "glossary.html")
    tab.open(f"{server.address}/zh/requirements/keep-list.html")
    tab.until(KEPT, "keep-list.html")
    assert not tab.run(SAYS)
    server.cut()
    for path in ("glossary.html", "requirements/keep-list.html"):
        tab.open(f"{server.address}/zh/{path}")
        assert tab.run(SAYS)
    tab.open(f"{server.address}/en/requirements/keep-list.html")
    tab.text("This page was not kept on this computer")
    server.start(tmp_path / "site")
    tab.open(f"{server.address}/zh/glossary.html")
    assert not tab.run(SAYS)
