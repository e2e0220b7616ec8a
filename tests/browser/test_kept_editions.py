"""What the browser keeps comes and goes: with editions, with the setting, and with a bound."""

import re

import pytest
from playwright.sync_api import Error, expect

from tests.browser.kept import HERE, UNTIL, Uncached, editions, server, visited

__all__ = ["editions", "server", "visited"]


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
