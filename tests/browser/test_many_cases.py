"""A list of many cases: pages without script, and filters over all of them, served and from a disc."""

import functools
import http.server
import re
import shutil
import threading

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Quiet, Watch
from tests.conftest import SMALL
from tests.hooks.builds import build

MANY = 640


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """A site of the small knowledge base with many cases, each year's a tenth of them."""
    folder = tmp_path_factory.mktemp("many")
    shutil.copytree(SMALL, folder / "kb")
    text = (SMALL / "cases/east/river-names.yaml").read_text(encoding="utf-8")
    for n in range(MANY):
        year = 2000 + n % 10
        case = text.replace("id: east/river-names", f"id: east/river-{n}")
        case = case.replace("  start: 2018\n  end: 2019", f"  start: {year}\n  end: {year}")
        (folder / f"kb/cases/east/river-{n}.yaml").write_text(case, encoding="utf-8")
    code, printed = build(folder / "kb", folder / "site")
    assert code == 0, printed
    return folder / "site"


@pytest.fixture(params=["http", "file"])
def start(request, many):
    """Where the site begins: on a server, or on a disc."""
    if request.param == "file":
        yield many.as_uri()
        return
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(many)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def shown(page):
    return page.locator(".hm-filtered > li:visible").count()


def test_a_filter_finds_among_all_cases_and_shows_so_many_at_a_time(start, page):
    watch = Watch(page, start)
    page.goto(f"{start}/zh/cases.html")
    assert shown(page) == 100
    page.locator("select[name=year]").select_option("2003")
    expect(page.locator(".hm-filters output")).to_contain_text("显示64项")
    assert shown(page) == 64
    assert not page.locator(".hm-pages").is_visible()
    page.locator("select[name=year]").select_option("")
    page.locator("select[name=province]").select_option("east")
    expect(page.locator(".hm-filters output")).to_contain_text(f"显示{MANY + 2}项")
    assert shown(page) == 100
    page.get_by_role("button", name="显示更多").click()
    assert shown(page) == 200
    assert watch.seen == []


def test_an_address_that_carries_a_filter_opens_so(start, page):
    page.goto(f"{start}/en/cases.html?year=2009")
    expect(page.locator(".hm-filters output")).to_contain_text("64 of")
    page.locator(".hm-filtered > li:visible a").last.click()
    page.wait_for_url(re.compile(r"/en/cases/east/river-\d+\.html$"))


def test_an_order_brings_all_cases_and_shows_so_many_at_a_time(start, page):
    watch = Watch(page, start)
    page.goto(f"{start}/zh/cases.html?sort=newest")
    expect(page.locator(".hm-pages")).to_be_hidden()
    expect(page.locator(".hm-filters output")).to_contain_text(f"共{MANY + 2}项")
    assert shown(page) == 100
    years = page.locator(".hm-filtered > li").evaluate_all(
        "all => all.map(li => Number(li.dataset.year.split(' ').pop()))"
    )
    assert len(years) == MANY + 2
    assert years == sorted(years, reverse=True)
    page.locator("select[name=sort]").select_option("")
    assert page.locator(".hm-filtered > li > a").first.get_attribute("href") == "cases/east/river-list.html"
    assert watch.seen == []


def test_without_javascript_the_list_goes_on_page_by_page(many, chromium):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((many / "zh/cases.html").as_uri())
    seen = page.locator(".hm-case-list > li").count()
    for number in range(2, 8):
        page.locator(".hm-pages a", has_text=re.compile(f"^{number}$")).click()
        seen += page.locator(".hm-case-list > li").count()
    assert seen == MANY + 2
    context.close()
