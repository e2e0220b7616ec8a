"""Terms of the glossary explained where they stand: the first time on a page, in running text, outside links."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cached_property
from html import unescape

from markupsafe import Markup, escape

from huimin.model.contact import Contact
from huimin.model.term import Term

_OUTSIDE = re.compile(r"(<a\b.*?</a>|<[^>]+>)", re.DOTALL)
Link = Callable[[str, str], str]


class Explainer:
    """Finds the glossary's terms in HTML of one language; made once for a build.

    ``stale`` is what English says where its Chinese has changed since; it goes before such a definition.
    """

    def __init__(
        self, terms: Iterable[Term], contacts: Iterable[Contact], lang: str, stale: str = ""
    ) -> None:
        # A term within the name of an office is no term there: such names are found first and left alone.
        self._terms: dict[str, str | None] = {contact.name[lang].lower(): None for contact in contacts}
        self._definitions: dict[str, str] = {}
        for term in terms:
            flag = f"{stale} " if lang != "zh" and term.definition.is_stale else ""
            self._definitions[term.id] = flag + term.definition[lang]
            names = (*term.also[lang], term.term[lang])
            self._terms |= {name.lower(): term.id for name in names if len(name) > 1}
        self._lang = lang

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """Made when first asked for: it takes longer than all else, and many lists and scripts explain nothing."""
        words = _any_of(self._terms)
        return re.compile(words if self._lang == "zh" else rf"\b{words}\b")

    def explain(self, html: Markup, link: Link, seen: set[str]) -> Markup:
        """``html`` with each term that is not in ``seen`` made a link to the glossary with its definition."""
        pieces = _OUTSIDE.split(str(html))
        for number in range(0, len(pieces), 2):
            if pieces[number]:
                pieces[number] = self._text(unescape(pieces[number]), link, seen)
        return Markup("".join(pieces))

    def _text(self, text: str, link: Link, seen: set[str]) -> str:
        """One run of text, as HTML again; names are looked for in the words and not in their escapes."""
        out: list[str] = []
        end = 0
        small = text.lower()  # a pattern that takes capitals for small letters costs three times as much
        if len(small) != len(text):  # a letter such as İ becomes two, and all after it would stand elsewhere
            small = "".join(c if len(c.lower()) > 1 else c.lower() for c in text)
        for match in self._pattern.finditer(small):
            term = self._terms[match.group()]
            if term is None or term in seen:
                continue
            seen.add(term)
            definition = escape(self._definitions[term])
            address = link("term", term)
            out.append(escape(text[end : match.start()]))
            out.append(
                f'<a class="hm-term" href="{address}" title="{definition}">{escape(text[match.start() : match.end()])}</a>'
            )
            end = match.end()
        return "".join([*out, escape(text[end:])])


def _any_of(words: Iterable[str]) -> str:
    """A pattern that matches the longest of ``words``, as a tree of their letters, so that many words cost little more."""
    tree: dict[str, dict[str, object]] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})  # type: ignore[assignment]
        node[""] = {}

    def pattern(node: dict[str, dict[str, object]]) -> str:
        longer = [re.escape(letter) + pattern(after) for letter, after in node.items() if letter]  # type: ignore[arg-type]
        if not longer:
            return ""
        return f"(?:{'|'.join(longer)})" + ("?" if "" in node else "")

    return pattern(tree) or r"(?!)"
