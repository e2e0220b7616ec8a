"""What lets browsers keep pages of the served site: the service worker at its root, and the web app manifests.

Kept unasked are only the pages in the site's navigation, in the language that is read: they lead to all others, and
everything at once would be many megabytes for every reader of every edition. What else is opened is kept as it is opened.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from posixpath import dirname, join, normpath

from huimin.knowledge import KnowledgeBase
from huimin.offline.template import fill
from huimin.pages.words import say

OFF = 'importScripts("assets/worker-off.js");\n'
"""``sw.js`` where reading without a network is turned off: it unregisters itself and clears what it kept."""

_ASSET = re.compile(r'\b(?:src|href)="((?:\.\./)*assets/[^"]+)"')
_TOOLS = ("workbench", "submit", "search")
"""Hubs that are of no use without their data, which are large; they are kept with all that they load once opened."""


def worker(kb: KnowledgeBase, hubs: Mapping[str, Sequence[str]], read: Callable[[str], bytes]) -> str:
    """The text of ``sw.js``.

    ``hubs`` has the paths of the pages in the navigation by language, and ``read`` gives a built file's bytes by its path
    from the root. The same files give the same text, and other files another, by which browsers find a new edition.
    """
    lists = {lang: [path for path in paths if _stem(path) not in _TOOLS] for lang, paths in hubs.items()}
    pages = ["index.html", *(path for paths in lists.values() for path in paths)]
    assets = sorted({asset for page in pages for asset in _assets(page, read(page).decode())})
    digest = hashlib.sha256()
    for path in (*pages, *assets, "assets/worker.js"):
        digest.update(hashlib.sha256(read(path)).digest())
    own = {
        "version": digest.hexdigest()[:16],
        "files": ["index.html", *assets],
        "lists": lists,
        "absent": fill("absent.html", kb),
    }
    return f'self.huimin = {json.dumps(own, ensure_ascii=False)};\nimportScripts("assets/worker.js");\n'


def manifest(kb: KnowledgeBase, lang: str) -> str:
    """The web app manifest in a language, for ``assets/guide.<lang>.webmanifest``."""
    content = {
        "name": kb.site.title[lang],
        "short_name": say("app-name", lang),
        "lang": {"zh": "zh-CN"}.get(lang, lang),
        "start_url": f"../{lang}/index.html",
        "scope": "../",
        "display": "minimal-ui",
        "background_color": "#ffffff",
        "theme_color": "#14508c",
        "icons": [{"src": "favicon.svg", "sizes": "any", "type": "image/svg+xml"}],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _stem(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".html")


def _assets(page: str, html: str) -> list[str]:
    return [normpath(join(dirname(page), found)) for found in _ASSET.findall(html)]
