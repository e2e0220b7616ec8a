"""The served site without its server: pages that the browser has kept, and what they say."""

import contextlib
import re
import socket

from playwright.sync_api import expect

from tests.browser.conftest import Quiet, Watch
from tests.browser.kept import HERE, UNTIL, editions, server, visited
from tests.browser.test_accessibility import found

__all__ = ["editions", "server", "visited"]


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
