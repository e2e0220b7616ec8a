"""A real Chromium, and built sites served on 127.0.0.1 as any web server would."""

import contextlib
import functools
import http.server
import threading

import pytest
from playwright.sync_api import sync_playwright

from scripts.browser import find
from tests.browser import store_page
from tests.commands.test_offline import write_edition
from tests.conftest import REAL
from tests.hooks.builds import build

WITHOUT = (
    # What Playwright turns off, for a list of ours takes the place of its own.
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "AimEnabled",
    "PreconnectToSearch",
    # Pages of the browser's own that each new window loads: they cost half of what opening one does.
    "PreloadTopChromeWebUI",
    "SpareRendererForSitePerProcess",
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxFullPopup",
    "WebUIOmniboxPopup",
)
FLAGS = [
    f"--disable-features={','.join(WITHOUT)}",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The real site, built."""
    folder = tmp_path_factory.mktemp("browser") / "site"
    code, printed = build(REAL, folder)
    assert code == 0, printed
    return folder


@pytest.fixture(scope="session")
def disc(tmp_path_factory):
    """The folder of the real edition for a disc."""
    return write_edition(REAL, tmp_path_factory.mktemp("disc") / "dist")


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format, *args):
        pass


@contextlib.contextmanager
def served(folder):
    """The address of a folder while it is served."""
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder))
    )
    server.handle_error = lambda *_: None  # browsers hang up when a link leads on
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def address(site):
    """Where the real site is served."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def store_folder(tmp_path_factory):
    """A page with nothing but the store that keeps checklists."""
    return store_page.make(tmp_path_factory.mktemp("store"))


@pytest.fixture(scope="session")
def store_origin(store_folder):
    """Where that page is served."""
    with served(store_folder) as address:
        yield address


@pytest.fixture
def context(chromium):
    """A profile of its own, whose tabs share what the browser keeps."""
    context = chromium.new_context(locale="zh-CN", timezone_id="Asia/Shanghai")
    yield context
    context.close()


@pytest.fixture(scope="session")
def chromium():
    path = find()
    assert path, "no Chromium: run make browser"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


class Watch:
    """Everything that a page should not do: errors on the console, refused policy, requests elsewhere or failed."""

    def __init__(self, page, address):
        self.seen = []
        page.on("console", lambda m: self.seen.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda e: self.seen.append(str(e)))
        # What is still on its way when a link leads on is given up, not missing.
        page.on(
            "requestfailed",
            lambda r: None if r.failure == "net::ERR_ABORTED" else self.seen.append(f"failed: {r.url}"),
        )
        page.on(
            "request", lambda r: None if r.url.startswith((address, "data:")) else self.seen.append(r.url)
        )
        page.on("response", lambda r: self.seen.append(f"{r.status}: {r.url}") if r.status >= 400 else None)


@pytest.fixture
def page(chromium):
    context = chromium.new_context(locale="zh-CN", viewport={"width": 1440, "height": 900})
    yield context.new_page()
    context.close()
