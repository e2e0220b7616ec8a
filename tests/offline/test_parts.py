"""Names, links and checksums of the edition for a disc, one by one."""

import hashlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from huimin.offline.archive import checksums
from huimin.offline.names import LONGEST, refused_names
from huimin.offline.outside import mark_outside


@pytest.mark.parametrize(
    "name",
    [
        "a/con",
        "a/CON.html",
        "com1.x.html",
        "LPT9",
        "a:b",
        "a?b",
        "a|b",
        "a*b",
        'a"b',
        "a<b",
        "a\\b",
        "a.",
        "a ",
        "清单.html",
        "a/./b.",
        "a//b",
        "AutoRun.inf",
        "a\x01",
        "x" * (LONGEST + 1),
    ],
)
def test_names_that_windows_refuses_are_found(name):
    assert refused_names([name, "zh/index.html"]) == [name]


def test_names_that_windows_takes_for_one_are_found():
    assert refused_names(["a/B.html", "a/b.html", "a/console.html", "a/com10.html"]) == ["a/b.html"]


@given(
    st.text(max_size=40),
    st.text(max_size=40),
    st.sampled_from(["http://a.example/", "HTTPS://b.example", "../a.html", "#x"]),
)
def test_only_links_to_elsewhere_get_words_whatever_they_hold(title, text, address):
    page = f'<html lang="zh"><a class="x" title="{escape(title)}" href="{address}">{escape(text)}</a><a href="x">y</a>'
    marked = mark_outside(page, "zh")
    assert marked.count("需联网") == (not address.startswith((".", "#")))
    assert re.sub('<span class="hm-network">[^<]*</span>', "", marked).replace(" data-disc", "", 1) == page


@given(st.binary(max_size=200))
def test_a_checksum_is_that_of_the_bytes(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("sums")
    (folder / "a").write_bytes(data)
    assert checksums(folder, ["a"]) == f"{hashlib.sha256(data).hexdigest()} *a\n"
