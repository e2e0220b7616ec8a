"""The served site without its server: pages that the browser has kept, and how they come and go."""

import contextlib
import re
import shutil
import socket

import pytest
from playwright.sync_api import Error, expect

from tests.browser.conftest import Quiet, Watch
from tests.browser.server import Server
from tests.browser.test_accessibility import found
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


def test_what_was_opened_and_the_lists_can_be_read_with_the_server_gone_and_say_so(visited, server):
    page = visited
    expect(page.locator(HERE)).to_be_hidden()
    heading = page.locator("h1").inner_text()
    server.cut()
    for path in ("zh/index.html", "zh/glossary.html", "zh/requirements/keep-list.html?other"):
        watch = Watch(page, server.address)
        page.goto(f"{server.address}/{path}")
        expect(page.locator(HERE)).to_be_visible()
        expect(page.locator(HERE)).to_contain_text("没有连上网站。这是本机留存的")
        assert page.locator("body").evaluate("b => getComputedStyle(b).fontFamily") != "serif"
        assert page.evaluate("[...document.styleSheets].length") >= 3
        assert [seen for seen in watch.seen if "manifest" not in seen] == []
    expect(page.locator("h1")).to_have_text(heading)
    assert found(page) == {}


def test_the_date_is_that_of_the_page_that_was_kept(server, editions, page):
    server.start(editions[1])
    page.goto(f"{server.address}/en/index.html")
    page.evaluate(UNTIL, ["kept", "about.html"])
    server.cut()
    page.reload()
    expect(page.locator(HERE)).to_have_text(
        re.compile("The site cannot be reached. This is the edition of 2026-02-01 that was kept")
    )


def test_a_page_that_was_not_kept_says_so_and_leads_home(visited, server):
    page = visited
    server.cut()
    answer = page.goto(f"{server.address}/en/requirements/keep-list.html")
    assert answer.status == 503
    expect(page.locator("h1")).to_have_text("没有连上网站")
    expect(page.locator("main")).to_contain_text("本机没有留存这个页面")
    assert found(page) == {}
    page.get_by_role("link", name="中文").click()
    expect(page).to_have_url(f"{server.address}/zh/index.html")
    expect(page.locator(HERE)).to_be_visible()


def test_with_the_server_back_the_page_is_fresh_and_says_nothing(visited, server, editions):
    page = visited
    server.cut()
    page.reload()
    expect(page.locator(HERE)).to_be_visible()
    server.start(editions[0])
    page.reload()
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(HERE)).to_be_hidden()


def test_a_server_that_takes_calls_and_never_answers_is_not_waited_for(visited, server):
    page = visited
    server.cut()
    with contextlib.closing(socket.create_server(("127.0.0.1", server.port), backlog=50)):
        page.goto(f"{server.address}/zh/requirements/keep-list.html")
        expect(page.locator(HERE)).to_be_visible()
        assert page.evaluate("[...document.styleSheets].length") >= 3


def test_errors_are_never_kept(visited, server, editions):
    class Ill(Quiet):
        def do_GET(self):
            if "keep-list" in self.path or "contacts" in self.path:
                self.send_response(500)
                self.send_header("Content-Type", "text/html")
                self.end_headers()
                self.wfile.write(b"<html><h1>out of order</h1>")
            else:
                super().do_GET()

    page = visited
    server.start(editions[0], Ill)
    for path in ("zh/requirements/keep-list.html", "zh/contacts/city-office.html"):
        assert page.goto(f"{server.address}/{path}").status == 500
    server.cut()
    page.goto(f"{server.address}/zh/requirements/keep-list.html")
    expect(page.locator(HERE)).to_be_visible()  # the good one of before
    assert page.goto(f"{server.address}/zh/contacts/city-office.html").status == 503
    assert "out of order" not in page.content()


def test_a_new_edition_shows_at_once_and_takes_the_old_ones_place(visited, server, editions):
    page = visited
    before = set(page.evaluate("caches.keys()"))
    server.start(editions[1])
    page.goto(f"{server.address}/zh/index.html")
    expect(page).to_have_title(re.compile("新的小样指南"))
    page.evaluate("navigator.serviceWorker.getRegistration().then(r => r.update())")
    page.evaluate(
        """async old => { while ((await caches.keys()).some(name => old.includes(name)))
          await new Promise(requestAnimationFrame) }""",
        list(before),
    )
    page.reload()
    page.evaluate(UNTIL, ["kept", "glossary.html"])
    server.cut()
    page.goto(f"{server.address}/zh/glossary.html")
    expect(page.locator(HERE)).to_contain_text("2026-02-01版")
    assert before.isdisjoint(page.evaluate("caches.keys()"))


def test_turned_off_it_frees_those_who_had_it(visited, server, editions):
    page = visited
    server.start(editions[2], Uncached)
    page.goto(f"{server.address}/zh/index.html")
    page.evaluate("navigator.serviceWorker.getRegistration().then(r => r && r.update())")
    page.evaluate(UNTIL, ["free", None])
    page.goto(f"{server.address}/zh/index.html")
    assert page.locator(HERE).count() == 0
    page.evaluate(UNTIL, ["free", None])
    server.cut()
    with pytest.raises(Error, match="ERR_CONNECTION_REFUSED"):
        page.goto(f"{server.address}/zh/index.html")


def test_what_is_kept_has_a_bound(server, site, page):
    server.start(site)
    page.goto(f"{server.address}/zh/index.html")
    page.evaluate(UNTIL, ["kept", "glossary.html"])
    paths = sorted(path.relative_to(site).as_posix() for path in (site / "zh/clauses").rglob("*.html"))
    paths += sorted(path.relative_to(site).as_posix() for path in (site / "zh/requirements").rglob("*.html"))
    paths += sorted(path.relative_to(site).as_posix() for path in (site / "en").rglob("*.html"))
    assert len(paths) > 300
    for start in range(0, 300, 100):
        page.evaluate(
            "async keep => (await navigator.serviceWorker.ready).active.postMessage({ keep })",
            [f"{server.address}/{path}" for path in paths[start : start + 100]],
        )
    page.evaluate(UNTIL, ["count", 200])


def test_the_workbench_opened_first_of_all_works_with_the_server_gone(server, site, page):
    server.start(site)
    page.goto(f"{server.address}/zh/workbench.html")
    page.evaluate(UNTIL, ["kept", "../assets/workbench.js"])
    page.evaluate(UNTIL, ["kept", "../assets/workbench-data.zh.js"])
    page.evaluate(UNTIL, ["kept", "workbench.html"])
    server.cut()
    page.reload()
    expect(page.locator(HERE)).to_be_visible()
    expect(page.get_by_role("button", name="新建清单")).to_be_visible()


def test_the_manifest_is_named_and_leads_home(server, editions, page):
    server.start(editions[0])
    page.goto(f"{server.address}/en/requirements/keep-list.html")
    href = page.locator("link[rel=manifest]").evaluate("link => link.href")
    manifest = page.request.get(href).json()
    assert manifest["lang"] == "en"
    assert page.goto(f"{href.rpartition('/')[0]}/{manifest['start_url']}").status == 200
    icon = f"{href.rpartition('/')[0]}/{manifest['icons'][0]['src']}"
    assert page.request.get(icon).ok
