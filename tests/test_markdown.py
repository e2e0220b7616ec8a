"""The safe subset of Markdown: what it renders, and that nothing dangerous gets through."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from huimin.markdown import render, to_html

ALLOWED = {"p", "ul", "ol", "li", "strong", "em", "code", "a", "br"}


class Tags(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.tags = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("一段话。", "<p>一段话。</p>"),
        ("甲 < 乙 & 丙", "<p>甲 &lt; 乙 &amp; 丙</p>"),
        ("**重点。**其余", "<p><strong>重点。</strong>其余</p>"),
        ("前半\n后半", "<p>前半后半</p>"),
        ("one\ntwo", "<p>one\ntwo</p>"),
        ("- 甲\n- 乙", "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>"),
        ("[站](https://example.org/a?b=1&c=2)", '<p><a href="https://example.org/a?b=1&amp;c=2">站</a></p>'),
    ],
)
def test_renders(text, html):
    assert render(text).html == html


def test_links_to_entries_are_resolved():
    html = to_html("见[条款](clause:annex-1:3.1.2)", lambda kind, id_: f"../{kind}/{id_}.html")
    assert html == '<p>见<a href="../clause/annex-1:3.1.2.html">条款</a></p>'


def is_harmless(html: str) -> bool:
    for tag, attributes in Tags(html).tags:
        if tag not in ALLOWED or not set(attributes) <= {"href"}:
            return False
        href = attributes.get("href")
        if href is not None and not re.match(
            r"(https?://|mailto:|tel:|(requirement|clause|contact|term|source|rule):)", href
        ):
            return False
    return True


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<style>*{display:none}</style>",
        "<iframe src=//e.org></iframe>",
        "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))",
        "[a](java\tscript:alert(1))",
        "[a](data:text/html,<script>alert(1)</script>)",
        "[a](//evil.example)",
        "[a](\\\\evil)",
        "[a]: javascript:alert(1)\n\n[a]",
        "<javascript:alert(1)>",
        "![x](https://e.org/a.png)",
        "[a](https://e.org \"onmouseover=alert(1)\")",
        "&#x6a;avascript:alert(1) &lt;script&gt;",
        "[a](&#106;avascript:alert(1))",
        "*a*{: onclick=alert(1) }",
        "<div markdown=1>x</div>",
        "# heading\n\n---\n\n> quote\n\n    code",
    ],
)  # fmt: skip
def test_dangerous_text_stays_text(text):
    assert is_harmless(render(text).html)


@given(st.text(max_size=200) | st.text(alphabet="<>[]()!*_`\\&#:;/\"'= \n-1.ajvscript甲，", max_size=120))
@example("[<b>](https://e.org)")
@example('[x](https://e.org/"><script>)')
def test_no_text_whatever_is_dangerous(text):
    assert is_harmless(render(text).html)
