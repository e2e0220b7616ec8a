"""Bodies of pages, straight from Jinja."""

from __future__ import annotations

from functools import partial
from typing import Any, get_args

from jinja2.runtime import Macro
from markupsafe import Markup, escape

from huimin.cases import best_quality, charts, number, years_covered
from huimin.check.references import KINDS_IN_WORDS
from huimin.check.rules import catalogue
from huimin.checklists import Checklist, Line, Window
from huimin.downloads.api import COLLECTIONS
from huimin.knowledge import KnowledgeBase
from huimin.markdown import to_html
from huimin.model.case import Case, Years
from huimin.model.entry import Entry
from huimin.model.fields import Prose, Text
from huimin.model.indicator import IndicatorGroup
from huimin.model.requirement import Requirement, Time
from huimin.model.retired import RetiredItem
from huimin.model.source import Clause
from huimin.pages.addresses import address, address_of, way_up
from huimin.pages.choices import Filter, Option, case_filters, case_sorts, plain_filters
from huimin.pages.environment import environment
from huimin.pages.explain import Explainer
from huimin.pages.pathway import picture
from huimin.pages.tiles import schematic
from huimin.pages.words import checklist_words, say, when
from huimin.workbench.plain import plain_copies
from huimin.workbench.words import words as workbench_words


class Renderer:
    """Renders bodies in one language; made once for a build."""

    def __init__(self, kb: KnowledgeBase, lang: str) -> None:
        self._lang = lang
        self._kb = kb
        self._environment = environment(lang)
        self._environment.filters |= {"t": self._text, "say": self.say}
        self._kept: dict[tuple[str, str, str], str] = {}
        self._stale = {id(text) for _, _, text in kb.stale_texts} if lang != "zh" else set()
        self._explainer = Explainer(kb.terms.values(), kb.contacts.values(), lang, self.say("stale"))
        self._common = {
            "kb": kb,
            "lang": lang,
            "say": self.say,
            "when": self._when,
            "clause_place": self._clause_place,
            "stretch": self._stretch,
            "counted": self._counted,
            "lead_choice": self._lead_choice,
            "rules": catalogue(),
            "kinds_in_words": KINDS_IN_WORDS,
            "path_picture": partial(picture, kb.programme, lang),
            "schematic": schematic,
            "checklist_words": self.checklist_words,
            "plain_copies": partial(plain_copies, kb, lang),
            "workbench_words": {key: word[lang] for key, word in workbench_words().items()},
            "choices": plain_filters(kb, lang, self.say),
            "case_filters": partial(case_filters, kb, lang, self.say),
            "case_sorts": partial(case_sorts, self.say),
            "indicator_groups": get_args(IndicatorGroup),
            "status_of": lambda case: kb.case_states[case.id],
            "best_quality": best_quality,
            "charts": charts,
            "years": self._years,
            "covered": years_covered,
            "place_key": self._place_key,
            "number": number,
            "is_past": kb.is_past,
            "collections": COLLECTIONS,
        }

    def say(self, key: str, **values: object) -> str:
        """The page's own words for ``key``."""
        return say(key, self._lang, **values)

    def checklist_words(self, checklist: Checklist) -> tuple[str, str]:
        """The title and the lead of a checklist."""
        return checklist_words(checklist, self._lang)

    def retired_words(self, item: RetiredItem) -> str:
        """What the page of something retired says of it first."""
        return self.say("retired-note", kind=KINDS_IN_WORDS[item.kind][self._lang], date=item.on)

    def body(self, kind: str, path: str, **context: Any) -> str:  # noqa: ANN401
        """The body of a page of ``kind`` at ``path`` (from the site's root)."""
        # Pages link within their language; its folder is one step below the root.
        up, to_language = way_up(path), way_up(path).removeprefix("../")

        def link(kind: str, id_: str) -> str:
            return to_language + address(kind, id_)

        def link_to(entry: Entry) -> str:
            return to_language + address_of(entry)

        explained: set[str] = set()

        def prose(text: Prose) -> Markup:
            html = self._explainer.explain(to_html(text[self._lang], link), link, explained)
            return self._flagged(text, html)

        template = self._environment.get_template(f"{kind}.html")

        def explained_text(text: Text) -> Markup:
            return self._flagged(text, self._explainer.explain(escape(text[self._lang]), link, explained))

        def kept(macro: Macro, item: Requirement | Clause) -> str:
            """What ``macro`` makes of ``item``, made once for all pages of one depth, whose links are the same."""
            key = (macro.name, item.id, up)
            if key not in self._kept:
                self._kept[key] = macro(item)
            return self._kept[key]

        own = {"kept": kept, "link": link, "link_to": link_to, "md": prose, "ex": explained_text, "root": up}
        return template.render({"heading": None, **self._common, **own, **context})

    def _text(self, text: Text) -> Markup:
        return self._flagged(text, escape(text[self._lang]))

    def _flagged(self, text: Text, html: Markup) -> Markup:
        """English that has fallen behind its Chinese says so where it stands."""
        if id(text) not in self._stale:
            return html
        return Markup('<span class="hm-stale" data-stale="{}">{}</span> {}').format(
            text.of, self.say("stale"), html
        )

    def _when(self, time: Time) -> str:
        return when(time, self._kb.anchors[time.anchor], self._lang)

    def _counted(self, key: str, n: int) -> Markup:
        """A count in words that filters.js can set anew."""
        return Markup('<span data-words="{}">{}</span>').format(self.say(key, n="{n}"), self.say(key, n=n))

    def _lead_choice(self, lines: list[Line]) -> Filter:
        """The offices that lead some of ``lines``, as a filter."""
        found = [Option(c.id, c.name[self._lang]) for c, leads, _ in self._kb.parties(lines) if leads]
        return Filter("lead", self.say("lead"), found)

    def _place_key(self, case: Case) -> str:
        """By what cases are put in the order of places: the codes in Chinese, the names in English."""
        codes, names = self._kb.place_codes, self._kb.place_names
        if self._lang == "zh":
            return " ".join(codes.get(id_, "") for id_ in (case.province, case.city))
        return " ".join(names[id_].en if id_ in names else id_ for id_ in (case.province, case.city))

    def _years(self, years: Years) -> str:
        if years.start is None:
            return self.say("years-until", end=years.end) if years.end else self.say("years-unknown")
        if years.end is None:
            return self.say("years-from", start=years.start)
        return str(years.start) if years.end == years.start else f"{years.start}–{years.end}"

    def _stretch(self, window: Window) -> str:
        """The days of a window in words, counted from its moment."""
        first, last = window.first, window.last
        if first == last:
            return self.say(
                f"window-{'before' if first < 0 else 'after' if first else 'on'}-one", n=abs(first)
            )
        side = "before" if last < 0 else "after" if first > 0 else "around"
        return self.say(f"window-{side}", n=abs(first), m=abs(last))

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
