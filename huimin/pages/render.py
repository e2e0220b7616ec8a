"""Bodies of pages, straight from Jinja."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import jinja2
from markupsafe import Markup, escape

from huimin.check.rules import catalogue
from huimin.downloads.api import COLLECTIONS
from huimin.knowledge import KnowledgeBase
from huimin.markdown import to_html
from huimin.model.entry import Entry
from huimin.model.fields import Prose, Text
from huimin.model.requirement import Time
from huimin.model.source import Clause
from huimin.pages.addresses import address, address_of, way_up
from huimin.pages.words import words


class Renderer:
    """Renders bodies in one language; made once for a build."""

    def __init__(self, kb: KnowledgeBase, lang: str) -> None:
        self._lang = lang
        self._kb = kb
        self._environment = environment(lang)
        self._environment.filters |= {"t": self._text, "say": self.say}
        self._common = {
            "kb": kb,
            "lang": lang,
            "say": self.say,
            "when": self._when,
            "clause_place": self._clause_place,
            "rules": catalogue(),
            "collections": COLLECTIONS,
        }

    def say(self, key: str, **values: object) -> str:
        """The page's own words for ``key``."""
        sentence = words()[key][self._lang]
        return sentence.format(**values) if values else sentence

    def body(self, kind: str, path: str, **context: Any) -> str:  # noqa: ANN401
        """The body of a page of ``kind`` at ``path`` (from the site's root)."""
        # Pages link within their language; its folder is one step below the root.
        up, to_language = way_up(path), way_up(path).removeprefix("../")

        def link(kind: str, id_: str) -> str:
            return to_language + address(kind, id_)

        def link_to(entry: Entry) -> str:
            return to_language + address_of(entry)

        def prose(text: Prose) -> Markup:
            return self._flagged(text, to_html(text[self._lang], link))

        template = self._environment.get_template(f"{kind}.html")
        own = {"link": link, "link_to": link_to, "md": prose, "root": up}
        return template.render({**self._common, **own, **context})

    def _text(self, text: Text) -> Markup:
        return self._flagged(text, escape(text[self._lang]))

    def _flagged(self, text: Text, html: Markup) -> Markup:
        """English that has fallen behind its Chinese says so where it stands."""
        if self._lang == "zh" or not text.is_stale:
            return html
        return Markup('<span class="hm-stale" data-stale="{}">{}</span> {}').format(
            text.of, self.say("stale"), html
        )

    def _when(self, time: Time) -> str:
        anchor = self._kb.anchors[time.anchor].title[self._lang]
        if self._lang == "en":
            anchor = anchor[:1].lower() + anchor[1:]
        key = "before" if time.days < 0 else "after" if time.days else "on-day"
        return self.say(key, anchor=anchor, n=abs(time.days))

    def _clause_place(self, clause: Clause) -> str:
        """Where a clause stands, in words: ``6b.2.1`` is section six, part two, paragraph 2, sentence 1."""
        section, paragraph, sentence = clause.number.split(".")
        digits, part = section[0], section[1:]
        if self._lang == "zh":
            section = "零一二三四五六七八九"[int(digits)] + (
                f"（{'一二三四五六'[ord(part) - 97]}）" if part else ""
            )
        elif part:
            section = f"{digits} ({ord(part) - 96})"
        return self.say("place-of-clause", section=section, paragraph=paragraph, sentence=sentence)


@cache
def environment(_lang: str) -> jinja2.Environment:
    """The templates of one language, with its words folded in; ``pages`` clears them at the start of a build."""
    folder = str(resources.files("huimin.pages").joinpath("templates"))
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # asking the disk for each page costs more than the page
    )
