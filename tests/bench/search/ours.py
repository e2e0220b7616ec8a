"""Our own search, on the built site as readers have it."""

import subprocess

from huimin.bundle import esbuild
from tests.bench.search.browser import Way
from tests.conftest import ROOT

FIRST = """async (text) => {
  document.querySelector("a.hm-search-link").click();
  const box = document.querySelector(".hm-search input");
  box.value = text;
  box.dispatchEvent(new InputEvent("input"));
  while (!document.querySelector(".hm-search-list [data-entry]")) await new Promise(requestAnimationFrame);
}"""
LATER = """async (text) => {
  window.searchAsked ??= window.searchBench("zh");
  await window.searchAsked.search({ text, facets: {}, count: 10 });
}"""


def bundle() -> str:
    """The engine with the site's own way to load files, as one script; no page hands its engine out."""
    options = ["--bundle", "--format=iife", "--target=es2021", "--minify"]
    command = [str(esbuild(ROOT)), "tests/script/search-bench.ts", *options]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


WAY = Way("ours", "zh/index.html", ("assets/search",), FIRST, LATER, script=bundle)
"""By the box in the header; later questions are put to the engine itself, for the others' windows are left out too."""
