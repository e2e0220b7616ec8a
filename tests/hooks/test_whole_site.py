"""The site served is always the last good one, byte for byte; the same input gives the same bytes."""

import datetime
import gzip
import os
import resource
import shutil
import signal
import subprocess
import sys
import time

import pytest

from tests.conftest import ROOT, SMALL, change
from tests.hooks.builds import build, fingerprint, start

KILLS = 50


@pytest.fixture(scope="module")
def good(tmp_path_factory):
    """A built site that tests copy and try to spoil."""
    site = tmp_path_factory.mktemp("good") / "site"
    code, printed = build(SMALL, site)
    assert code == 0, printed
    return site


@pytest.fixture
def site(good, tmp_path):
    copy = tmp_path / "site"
    shutil.copytree(good, copy)
    return copy


def test_two_builds_in_different_surroundings_give_the_same_bytes(good, tmp_path):
    for number, (zone, locale, seed) in enumerate(
        [("Asia/Shanghai", "C.UTF-8", "1"), ("America/Lima", "C", "2")]
    ):
        kb = tmp_path / f"folder {number}" / "知识库"
        kb.parent.mkdir()
        # Files made in another order lie in the folder in another order.
        files = sorted((p for p in SMALL.rglob("*.yaml")), reverse=bool(number))
        for file in files:
            (kb / file.relative_to(SMALL)).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, kb / file.relative_to(SMALL))
        site = tmp_path / f"out{number}" / "s"
        code, printed = build(kb, site, TZ=zone, LC_ALL=locale, PYTHONHASHSEED=seed)
        assert code == 0, printed
        assert fingerprint(site) == fingerprint(good)


def test_a_broken_entry_leaves_the_last_site_and_prints_every_finding(site, small):
    before = fingerprint(site)
    change(small / "glossary/one-list.yaml", "pinyin:", "pinyn:")
    change(small / "contacts/city-office.yaml", "level: city", "level: town")
    code, printed = build(small, site)
    assert code == 1
    for line in (
        "contacts/city-office.yaml:6:8: KB104",
        "one-list.yaml:6:1: KB101",
        "one-list.yaml:1:1: KB102",
    ):
        assert line in printed
    assert "Traceback" not in printed
    assert fingerprint(site) == before


def test_a_missing_knowledge_base_is_said_plainly(site, tmp_path):
    before = fingerprint(site)
    code, printed = build(tmp_path / "none", site)
    assert code == 1
    assert "no knowledge base at" in printed
    assert "Traceback" not in printed
    assert fingerprint(site) == before


def test_a_disk_without_room_leaves_the_last_site(site, small):
    before = fingerprint(site)
    change(small / "site.yaml", "A small guide", "Another guide")
    limit = 20_000  # bytes a file may have: the system then refuses as on a full disk
    done = subprocess.run(
        [sys.executable, "-m", "huimin", "site"],
        cwd=ROOT,
        env={**os.environ, "KB_DIR": str(small), "SITE_DIR": str(site), "LC_ALL": "C.UTF-8"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    assert fingerprint(site) == before
    assert [p.name for p in site.parent.iterdir() if p.name.startswith(".site")] == []


def test_a_build_killed_at_any_moment_leaves_a_whole_site(good, site, small):
    change(small / "site.yaml", "A small guide", "Another guide")
    new_site = site.parent / "new"
    began = time.monotonic()
    assert build(small, new_site)[0] == 0
    takes = time.monotonic() - began
    old, new = fingerprint(good), fingerprint(new_site)
    killed = 0
    for moment in range(KILLS):
        kb = small if fingerprint(site) == old else SMALL
        process = start(kb, site)
        try:
            process.wait(timeout=takes * (moment + 0.5) / KILLS)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            killed += 1
        process.communicate()
        assert fingerprint(site) in (old, new)
    assert killed >= KILLS // 2
    assert build(SMALL, site)[0] == 0
    assert fingerprint(site) == old
    assert [p.name for p in site.parent.iterdir() if p.name.startswith(".site")] == []


def test_a_folder_with_other_files_is_left_alone(small, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    (home / "thesis.doc").write_text("x")
    code, printed = build(small, home)
    assert code == 1
    assert "holds other files" in printed
    assert (home / "thesis.doc").read_text() == "x"


def test_drafts_are_in_the_preview_alone(good, small, tmp_path):
    shutil.copy(small / "glossary/one-list.yaml", small / "glossary/new-list.yaml")
    file = small / "glossary/new-list.yaml"
    change(file, "id: one-list\nupdated: 2020-01-02", "id: new-list\nupdated: 2020-01-02\nstate: draft")
    for preview, shown in (("", False), ("1", True)):
        out = tmp_path / f"out{preview}"
        assert build(small, out, PREVIEW=preview)[0] == 0
        assert ('id="new-list"' in (out / "zh/glossary.html").read_text(encoding="utf-8")) == shown


def test_issued_words_stand_beside_the_gist_where_the_publisher_provides_them(good, small, tmp_path):
    (small / "texts").mkdir()
    shutil.copy(SMALL.parent / "made-up.txt", small / "texts/made-up.txt")
    change(
        small / "site.yaml",
        "updated: 2020-01-02",
        "updated: 2020-01-02\nsource_texts:\n  made-up: texts/made-up.txt",
    )
    out = tmp_path / "out"
    code, printed = build(small, out)
    assert code == 0, printed
    words = "各市应当在三月前建立一张完整的一览表"
    for lang in ("zh", "en"):
        page = f"{lang}/sources/made-up/1.1.1.html"
        assert words in (out / page).read_text(encoding="utf-8")
        assert words not in (good / page).read_text(encoding="utf-8")


def test_the_sitemap_names_both_languages_where_the_sites_address_is_known(good, small, tmp_path):
    out = tmp_path / "out"
    assert build(small, out, SITE_URL="https://example.org/guide/")[0] == 0
    sitemap = (out / "sitemap.xml").read_text(encoding="utf-8")
    assert (
        "<loc>https://example.org/guide/zh/requirements/keep-list.html</loc><lastmod>2020-01-02</lastmod>"
        in sitemap
    )
    compressed = (out / "sitemap.xml.gz").read_bytes()
    assert gzip.decompress(compressed).decode() == sitemap
    time_stamp = datetime.datetime.fromtimestamp(int.from_bytes(compressed[4:8], "little"), datetime.UTC)
    assert time_stamp.isoformat() == "2020-01-02T00:00:00+00:00"  # the edition's day, never the clock
    assert 'hreflang="en" href="https://example.org/guide/en/requirements/keep-list.html"' in sitemap
    page = (out / "zh/requirements/keep-list.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://example.org/guide/zh/requirements/keep-list.html">' in page
    assert not (good / "sitemap.xml").exists()


def test_no_path_of_this_machine_is_in_the_site(good):
    for file in good.rglob("*"):
        if file.is_file():
            assert str(ROOT).encode() not in file.read_bytes()
