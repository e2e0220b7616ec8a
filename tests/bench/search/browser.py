"""What a search costs the reader: bytes, time and memory, in Chromium with nothing kept from before."""

import contextlib
import statistics
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from scripts.browser import find
from tests.bench.search.site import Served

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
FLAGS += ["--disable-features=SpareRendererForSitePerProcess"]  # what it holds is no page's memory
FIRSTS = 5
"""Profiles in which a first query is asked, each another one."""
PATIENCE = 120_000
"""Milliseconds that an engine may take to be ready."""


@dataclass(frozen=True)
class Way:
    """How an engine is asked in the browser. Scripts are functions of JavaScript that take the text of a question."""

    name: str
    page: str
    """The page that is opened first."""
    files: tuple[str, ...]
    """What belongs to the search alone, by the beginnings of its paths; the rest of the page does not count."""
    first: str
    """Asks as a reader would and ends when the first results are there."""
    later: str
    """Asks without windows and delays, for the first results with their texts."""
    every: str = ""
    """Gives all results, the best first."""
    hook: str | None = None
    """Run before the page's own scripts."""
    ready: str | None = None
    """Whether ``later`` and ``every`` can be asked."""
    script: Callable[[], str] | None = None
    """A script that ``later`` needs."""


@dataclass(frozen=True)
class Cost:
    """Of a first search: files, bytes, bytes as gzip would send them, seconds; of others and of the same ones again:
    milliseconds; and MB more after the first and after all."""

    files: int
    bytes: int
    sent: int
    first: float
    later: float
    again: float
    memory: float | None
    memory_after: float | None


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """The Chromium of the browser tests."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=FLAGS)
        yield browser
        browser.close()


@contextlib.contextmanager
def opened(browser: Browser, site: Served, way: Way) -> Iterator[Page]:
    """The start page in a fresh profile, once its ``load`` event has come."""
    context = browser.new_context(bypass_csp=True)  # what this file runs in the page is no part of the site
    if way.hook:
        context.add_init_script(way.hook)
    page = context.new_page()
    site.asked.clear()
    page.goto(site.address + way.page, wait_until="load")
    yield page
    context.close()


def cost(browser: Browser, site: Served, way: Way, queries: Sequence[str]) -> Cost:
    """Asks each of the first few queries in a fresh profile, and the others in the first of these; medians.

    The clock of a first search runs from the moment when the page has loaded and the reader asks to the moment when
    the first results are there, as text. All in a browser of its own, so that no other page's memory is taken for
    this one's.
    """
    fresh = browser.browser_type.launch(executable_path=find(), args=FLAGS)
    firsts, sizes, later, again, memory = [], [], [0.0], [0.0], [None, None]
    for number, first in enumerate(queries[:FIRSTS]):
        with opened(fresh, site, way) as page:
            client = page.context.new_cdp_session(page)
            if not number:
                before = _memory(fresh, client)
            firsts.append(_seconds(page, way.first, first))
            sizes.append(site.sizes(way.files))
            if number:
                continue
            held = [_memory(fresh, client)]
            prepare(page, way)
            later, again = (
                [_seconds(page, way.later, query) for query in queries[FIRSTS:]] for _ in range(2)
            )
            held.append(_memory(fresh, client))
            memory = [None if before is None or now is None else (now - before) / 1e6 for now in held]
    fresh.close()
    files, size, sent = (round(statistics.median(some)) for some in zip(*sizes, strict=True))
    seconds, *others = map(statistics.median, (firsts, later, again))
    return Cost(files, size, sent, seconds, *(other * 1000 for other in others), *memory)


def prepare(page: Page, way: Way) -> None:
    """Sees that ``later`` and ``every`` can be asked."""
    if way.script:
        page.add_script_tag(content=way.script())
    if way.ready:
        page.wait_for_function(way.ready, timeout=PATIENCE)


def _seconds(page: Page, script: str, query: str) -> float:
    """How long a script of the page takes to answer; the page's own clock, so that the way there does not count."""
    timed = f"async (text) => {{ const t = performance.now(); await ({script})(text); return performance.now() - t; }}"
    return float(page.evaluate(timed, query)) / 1000


def _memory(browser: Browser, client: CDPSession) -> int | None:
    """Bytes that the pages' processes hold for themselves (RssAnon), workers and all; None where they cannot be read."""
    client.send("HeapProfiler.collectGarbage")
    session = browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    sizes = [_anonymous(process["id"]) for process in processes if process["type"] == "renderer"]
    known = [size for size in sizes if size is not None]
    return sum(known) if known else None


def _anonymous(process: int) -> int | None:
    status = Path(f"/proc/{process}/status")
    if not status.is_file():
        return None
    line = next(line for line in status.read_text().splitlines() if line.startswith("RssAnon"))
    return int(line.split()[1]) * 1024
