"""The safe subset of Markdown that texts in the knowledge base may use.

Paragraphs, lists, bold, italic, code and links; nothing else has a way to become HTML. What is
refused stays visible as the characters that were typed, so no text can break a page even unchecked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser
from xml.etree import ElementTree as etree

import markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup, escape

from huimin.model.fields import is_safe_link

_KINDS = (
    "requirement|step|clause|contact|term|source|rule|focus-area|theme|indicator|policy|province|case|hub"
)
INTERNAL = re.compile(rf"^({_KINDS}):([a-z0-9:./\-]+|KB[0-9]{{3}})$")
"""A link to another entry: its kind and id."""

RAW_HTML = re.compile(r"<[A-Za-z/!?][^\n]{0,40}")
IMAGE = re.compile(r"!\[[^\n]{0,40}")

_SPECIAL = re.compile(r"[*_`\[\]\\<>&]|^\s*(?:[-+]|\d+\.)\s|\n", re.MULTILINE)
_HAN = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…"
_JOIN = re.compile(rf"(?<=[{_HAN}])\n(?=[{_HAN}])")
_REFUSED_BLOCKS = ("hashheader", "setextheader", "hr", "code", "quote", "reference")
_REFUSED_INLINE = (
    "html", "entity", "autolink", "automail", "image_link", "image_reference", "short_image_ref",
    "reference", "short_reference",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rendered:
    """A text as HTML; links to entries still as ``kind:id``, to be filled in by the page."""

    html: str
    links: tuple[str, ...]


class _Links(Treeprocessor):
    """Collects links, and takes the address from those that are not safe."""

    def run(self, root: etree.Element) -> None:
        found: list[str] = []
        for element in root.iter("a"):
            href = element.get("href", "")
            found.append(href)
            element.attrib.pop("title", None)
            if not INTERNAL.match(href) and not is_safe_link(href):
                del element.attrib["href"]
        self.md.kb_links = tuple(found)  # type: ignore[attr-defined]


class _Safe(Extension):
    def extendMarkdown(self, md: markdown.Markdown) -> None:
        md.preprocessors.deregister("html_block")
        for name in _REFUSED_BLOCKS:
            md.parser.blockprocessors.deregister(name)
        for name in _REFUSED_INLINE:
            md.inlinePatterns.deregister(name)
        md.treeprocessors.register(_Links(md), "kb_links", 0)


_MARKDOWN = markdown.Markdown(extensions=[_Safe(), "sane_lists"], output_format="html")


@lru_cache(maxsize=4096)
def render(text: str) -> Rendered:
    """Renders ``text``; a line break between two Chinese characters joins them without a space."""
    if not _SPECIAL.search(text):
        return Rendered(f"<p>{escape(text.strip())}</p>", ())
    html = _MARKDOWN.reset().convert(_JOIN.sub("", text))
    return Rendered(html, _MARKDOWN.kb_links)  # type: ignore[attr-defined]


_HREF = re.compile(rf'href="({_KINDS}):([^"]+)"')


def to_html(text: str, resolve: object) -> Markup:
    """HTML with links to entries resolved by ``resolve(kind, id)`` to relative addresses."""
    html = render(text).html
    if "href=" in html and callable(resolve):
        html = _HREF.sub(lambda m: f'href="{escape(resolve(m[1], m[2]))}"', html)
    return Markup(html)


class _Plain(HTMLParser):
    """Collects the words of rendered HTML: a block on a line of its own, items with their mark."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self._lists: list[int | None] = []

    def handle_starttag(self, tag: str, _attributes: object) -> None:
        if tag in ("ul", "ol"):
            self._lists.append(0 if tag == "ol" else None)
        elif tag == "li":
            number = self._lists[-1] if self._lists else None
            if number is not None:
                self._lists[-1] = number + 1
            mark = "- " if number is None else f"{number + 1}. "
            self.text = self.text.rstrip("\n ") + "\n" + "  " * (len(self._lists) - 1) + mark
        elif tag == "br":
            self.text += "\n"

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ul", "ol"):
            self._lists.pop()
        if tag in ("p", "li", "ul", "ol"):
            self.text = self.text.rstrip("\n ") + "\n"

    def handle_data(self, data: str) -> None:
        if data.strip() or not self.text.endswith(("\n", " ")):
            self.text += data.replace("\n", " ")


def to_text(text: str) -> str:
    """The words of ``text`` alone, for where no HTML can stand: links as their words, a paragraph or an item a line."""
    if not _SPECIAL.search(text):
        return text.strip()
    plain = _Plain()
    plain.feed(render(text).html)
    plain.close()
    return "\n".join(line.rstrip() for line in plain.text.strip().split("\n"))
