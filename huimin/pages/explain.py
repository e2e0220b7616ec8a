"""Terms of the glossary explained where they stand: the first time on a page, in running text, outside links."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from markupsafe import Markup, escape

from huimin.model.contact import Contact
from huimin.model.term import Term

_OUTSIDE = re.compile(r"(<a\b.*?</a>|<[^>]+>)", re.DOTALL)
Link = Callable[[str, str], str]


class Explainer:
    """Finds the glossary's terms in HTML of one language; made once for a build."""

    def __init__(self, terms: Iterable[Term], contacts: Iterable[Contact], lang: str) -> None:
        self._definitions = {term.id: term.definition[lang] for term in terms}
        # A term within the name of an office is no term there: such names are found first and left alone.
        self._terms: dict[str, str | None] = {contact.name[lang].lower(): None for contact in contacts}
        self._terms |= {
            name.lower(): term.id
            for term in terms
            for name in (*term.also[lang], term.term[lang])
            if len(name) > 1
        }
        longest_first = sorted(map(re.escape, map(str, map(escape, self._terms))), key=len, reverse=True)
        words = "|".join(longest_first) or r"(?!)"
        self._pattern = re.compile(words if lang == "zh" else rf"\b(?:{words})\b", re.IGNORECASE)
        self._pieces = lru_cache(maxsize=4096)(self._cut)

    def explain(self, html: Markup, link: Link, seen: set[str]) -> Markup:
        """``html`` with each term that is not in ``seen`` made a link to the glossary with its definition."""
        pieces = self._pieces(str(html))
        if len(pieces) == 1:
            return html
        out = []
        for text, term in pieces:
            if term is None or term in seen:
                out.append(text)
                continue
            seen.add(term)
            definition = escape(self._definitions[term])
            out.append(f'<a class="hm-term" href="{link("term", term)}" title="{definition}">{text}</a>')
        return Markup("".join(out))

    def _cut(self, html: str) -> tuple[tuple[str, str | None], ...]:
        """The HTML in pieces, each with the term that it names."""
        pieces: list[tuple[str, str | None]] = []
        for number, part in enumerate(_OUTSIDE.split(html)):
            end = 0
            for match in () if number % 2 else self._pattern.finditer(part):
                pieces.append((part[end : match.start()], None))
                pieces.append((match.group(), self._terms[_plain(match.group())]))
                end = match.end()
            pieces.append((part[end:], None))
        return ((html, None),) if all(term is None for _, term in pieces) else tuple(pieces)


def _plain(found: str) -> str:
    return Markup(found).unescape().lower()
