"""Plays the stories of tests/browser/stories.py on a built site and keeps a picture of each screen in docs/stories/."""

import functools
import http.server
import sys
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))
from scripts.browser import find
from tests.browser.stories import STORIES, play

OUT = Path(__file__).parents[1] / "docs/stories"


def main(site: str) -> None:
    """Plays every story on the site in the folder ``site``."""
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=site)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox", "--disable-gpu"])
        for name, (lang, width, _) in STORIES.items():
            folder = OUT / name
            folder.mkdir(parents=True, exist_ok=True)
            size = {"width": width, "height": 844 if width < 600 else 900}
            page = browser.new_context(
                locale={"zh": "zh-CN"}.get(lang, lang), viewport=size, has_touch=width < 600
            ).new_page()
            play(
                page,
                f"http://127.0.0.1:{server.server_port}",
                name,
                lambda number, scene, page=page, folder=folder: page.screenshot(
                    path=folder / f"{number:02}-{scene.name}.png", animations="disabled"
                ),
            )
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "site")
