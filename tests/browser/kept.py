"""The small site in two editions and a third that keeps nothing, and a browser that has been to the first."""

import shutil

import pytest

from tests.browser.conftest import Quiet
from tests.browser.server import Server
from tests.conftest import SMALL, change
from tests.hooks.builds import build

HERE = ".hm-kept"
UNTIL = """async ([what, wanted]) => {
  for (const end = performance.now() + 20000; performance.now() < end; await new Promise(requestAnimationFrame)) {
    if (await (0, { kept: async () => !!(await caches.match(new URL(wanted, location.href).href)),
                    names: async () => (await caches.keys()).length === wanted,
                    count: async () => (await Promise.all((await caches.keys()).filter(n => n.endsWith(' pages'))
                      .map(async n => (await (await caches.open(n)).keys()).length)))[0] === wanted,
                    free: async () => !(await navigator.serviceWorker.getRegistrations()).length
                      && !(await caches.keys()).length }[what])()) return;
  }
  throw new Error(`never ${what}: ${JSON.stringify(await caches.keys())}`);
}"""


class Uncached(Quiet):
    """What the browser's own cache would do is left out."""

    def end_headers(self):
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


@pytest.fixture
def server():
    server = Server()
    yield server
    server.cut()


@pytest.fixture(scope="module")
def editions(tmp_path_factory):
    """Three builds of the small knowledge base: an edition, the next, and the next with keeping turned off."""
    made = []
    for number, edit in enumerate((None, ("小样指南", "新的小样指南"), ("小样指南", "不留存的指南"))):
        kb = tmp_path_factory.mktemp("kb") / "kb"
        shutil.copytree(SMALL, kb)
        if edit:
            change(kb / "site.yaml", *edit)
            change(kb / "site.yaml", "updated: 2020-01-02", f"updated: 2026-02-0{number}")
        if number == 2:
            with (kb / "site.yaml").open("a") as file:
                file.write("offline_reading: false\n")
        folder = tmp_path_factory.mktemp("kept") / "site"
        code, printed = build(kb, folder)
        assert code == 0, printed
        made.append(folder)
    return made


@pytest.fixture
def visited(server, editions, page):
    """A page that has been at the site's home, whose lists are kept, and at a requirement."""
    server.start(editions[0])
    page.goto(f"{server.address}/zh/index.html")
    page.evaluate(UNTIL, ["kept", "glossary.html"])
    page.goto(f"{server.address}/zh/requirements/keep-list.html?from=here#top")
    page.evaluate(UNTIL, ["kept", "keep-list.html"])
    return page
