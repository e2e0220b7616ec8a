"""What pages add to their head: a case as JSON-LD that cannot end its block, and links to feeds that are there."""

import json
import re

from huimin.downloads.files import files
from huimin.load import load
from huimin.pages.build import pages
from tests.conftest import SMALL, change


def test_a_case_says_what_it_is_to_machines(small):
    change(
        small / "cases/east/river-names.yaml", "en: Names of the villages by the river", "en: Names & 'more'"
    )
    kb = load(small).knowledge_base()
    page = next(p for p in pages(kb) if p.path == "en/cases/east/river-names.html")
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', page.head())
    assert json.loads(block[1])["headline"] == "Names & 'more'"
    assert "<" not in block[1]


def test_feeds_that_pages_name_exist():
    kb = load(SMALL).knowledge_base()
    written = {path for path, _ in files(kb)}
    named = 0
    for page in pages(kb):
        for href in re.findall(r'atom\+xml" href="([^"]+)"', page.head()):
            named += 1
            up = href.count("../")
            folder = page.path.rsplit("/", 1)[0].split("/")
            assert "/".join([*folder[: len(folder) - up], href.replace("../", "")]) in written, page.path
    assert named > 4
