"""Material's own search with jieba: the theme's plugin makes the index, the theme's pages and worker ask it."""

import json
import subprocess
import sys
import time
import warnings
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

from tests.bench.search import pages
from tests.bench.search.browser import Way
from tests.conftest import ROOT
from tests.search.truth import Entry

CONFIG = """site_name: plain
use_directory_urls: false
theme: {{name: material, font: false, language: {lang}}}
plugins: [search]
docs_dir: {docs}
site_dir: {site}
"""
HOOK = """(() => {
  const Plain = Worker;
  window.Worker = class extends Plain {
    constructor(...given) {
      super(...given);
      window.searchWorker = this;
      this.addEventListener("message", ({ data }) => { if (data.type === 1) window.searchReady = true; });
    }
  };
})()"""
"""Run before the page's own scripts: keeps the worker that the theme starts, so that it can be asked directly."""
FIRST = """async (text) => {
  const box = document.querySelector(".md-search__input");
  box.value = text;
  box.focus();
  box.dispatchEvent(new KeyboardEvent("keyup", { key: "a" }));
  const list = document.querySelector(".md-search-result__list");
  while (!list.querySelector(".md-search-result__item")) await new Promise(requestAnimationFrame);
  return [...list.querySelectorAll(".md-search-result__item")].map((item) => item.querySelector("a").pathname);
}"""
"""Asks by the theme's own box and waits for what it shows."""
ALL = """(text) => new Promise((done) => {
  const worker = window.searchWorker;
  const take = ({ data }) => {
    if (data.type !== 3) return;
    worker.removeEventListener("message", take);
    done(data.data.items.map((item) => item[0].location));
  };
  worker.addEventListener("message", take);
  worker.postMessage({ type: 2, data: text });
})"""
FILES = ("search/", "assets/javascripts/workers/", "assets/javascripts/lunr/")
WAY = Way(
    "Material, jieba", "index.html", FILES, FIRST, ALL, ALL, hook=HOOK, ready="() => window.searchReady"
)
"""The theme reads its index on every page, asked or not; its worker can be asked directly once that is done."""


class Material:
    """The pages of one language indexed in ``folder``. The theme's start page alone is built; the other pages go
    through the theme's plugin as MkDocs would hand them over, so that its time is that of the index alone."""

    way = WAY

    def __init__(self, entries: Sequence[Entry], lang: str, folder: Path) -> None:
        self.folder = folder / "site"
        docs = folder / "docs"
        docs.mkdir(parents=True)
        (docs / "index.md").write_text("# plain\n", encoding="utf-8")
        config = folder / "mkdocs.yml"
        config.write_text(CONFIG.format(lang=lang, docs=docs, site=self.folder), encoding="utf-8")
        command = [sys.executable, "-W", "ignore", "-m", "mkdocs", "build", "-q", "-f", str(config)]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        index = self.folder / "search/search_index.json"
        settings = json.loads(index.read_text(encoding="utf-8"))["config"]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from material.plugins.search.plugin import SearchIndex, jieba

            jieba.setLogLevel(60)
            jieba.initialize()
        began = time.process_time()
        made = SearchIndex(**settings)
        for entry in entries:
            page = {"content": pages.body(entry), "meta": {}, "toc": [], "url": pages.name(entry)}
            made.add_entry_from_context(SimpleNamespace(**page, title=entry.title))
        index.write_text(made.generate_search_index(None), encoding="utf-8")
        self.seconds = time.process_time() - began

    @staticmethod
    def docs(found: list[str]) -> list[int]:
        """The entries of what ``ALL`` gave."""
        return [pages.number(location) for location in found]

    @staticmethod
    def phrase(string: str) -> str:
        """How one asks for the string as it stands; what is quoted it takes for words that must all be there."""
        return f'"{string}"'
