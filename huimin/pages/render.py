"""Bodies of pages, straight from Jinja."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, partial
from importlib import resources
from typing import Any, get_args

import jinja2
from jinja2.runtime import Macro
from markupsafe import Markup, escape

from huimin.cases import best_quality, charts, number
from huimin.check.rules import catalogue
from huimin.checklists import ROLES, Checklist, Line, Window
from huimin.downloads.api import COLLECTIONS
from huimin.knowledge import KnowledgeBase
from huimin.markdown import to_html
from huimin.model.case import Years
from huimin.model.entry import Entry, Origin
from huimin.model.fields import Prose, Text
from huimin.model.indicator import IndicatorGroup
from huimin.model.requirement import Requirement, Strength, Time
from huimin.model.source import Clause
from huimin.pages.addresses import address, address_of, way_up
from huimin.pages.explain import Explainer
from huimin.pages.pathway import picture
from huimin.pages.tiles import schematic
from huimin.pages.words import words


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
            "path_picture": partial(picture, kb.programme, lang),
            "schematic": schematic,
            "checklist_words": self.checklist_words,
            "choices": self._choices(),
            "indicator_groups": get_args(IndicatorGroup),
            "status_of": lambda case: kb.case_states[case.id],
            "best_quality": best_quality,
            "charts": charts,
            "years": self._years,
            "covered": lambda years: range(years.start, (years.end or years.start) + 1),
            "number": number,
            "is_past": kb.is_past,
            "collections": COLLECTIONS,
        }

    def say(self, key: str, **values: object) -> str:
        """The page's own words for ``key``."""
        sentence = words()[key][self._lang]
        return sentence.format(**values) if values else sentence

    def checklist_words(self, checklist: Checklist) -> tuple[str, str]:
        """The title and the lead of a checklist."""
        if checklist.area:
            area = checklist.area.short[self._lang]
            return self.say("checklist-of", role=area), self.say("checklist-area-lead", area=area)
        if checklist.id != checklist.role:
            return self.say("checklist-filing"), self.say("checklist-filing-lead")
        return self.say("checklist-of", role=self.say(checklist.role)), self.say(f"home-{checklist.role}")

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

    def _choices(self) -> dict[str, tuple[str, str, list[tuple[str, str]]]]:
        """What lists may be filtered by: name, label, and options as (value, label)."""
        kb, lang = self._kb, self._lang

        def said(
            name: str, label: str, values: Iterable[str], prefix: str = ""
        ) -> tuple[str, str, list[tuple[str, str]]]:
            return name, self.say(label), [(value, self.say(prefix + value)) for value in values]

        areas = [(area.id, area.short[lang]) for area in kb.focus_areas.values()]
        return {
            "role": said("role", "filter-role", ROLES),
            "strength": said("strength", "strength", (*get_args(Strength), "advised")),
            "origin": said("origin", "origin", get_args(Origin)),
            "group": said("group", "group", get_args(IndicatorGroup), "group-"),
            "phase": ("phase", self.say("phase"), [(p.id, p.title[lang]) for p in kb.programme.phases]),
            "province": (
                "province",
                self.say("province-name"),
                [(p, kb.place_names[p][lang]) for p in kb.case_counts if p in kb.place_names],
            ),
            "theme": (
                "theme",
                self.say("theme"),
                [(t, kb.themes[t][1].title[lang]) for t in kb.themes if kb.cases_by["theme"].get(t)],
            ),
            "state": said("state", "state", sorted(set(kb.case_states.values())), "state-"),
            "year": (
                "year",
                self.say("year"),
                [
                    (str(y), str(y))
                    for y in sorted(
                        {
                            y
                            for c in kb.cases.values()
                            for y in range(c.years.start, (c.years.end or c.years.start) + 1)
                        }
                    )
                ],
            ),
            "focus_only": ("focus", self.say("focus-area"), areas),
            "focus": ("focus", self.say("focus-area"), [("general", self.say("filter-general")), *areas]),
        }

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
        anchor = self._kb.anchors[time.anchor].title[self._lang]
        if self._lang == "en":
            anchor = anchor[:1].lower() + anchor[1:]
        key = "before" if time.days < 0 else "after" if time.days else "on-day"
        return self.say(key, anchor=anchor, n=abs(time.days))

    def _counted(self, key: str, n: int) -> Markup:
        """A count in words that filters.js can set anew."""
        return Markup('<span data-words="{}">{}</span>').format(self.say(key, n="{n}"), self.say(key, n=n))

    def _lead_choice(self, lines: list[Line]) -> tuple[str, str, list[tuple[str, str]]]:
        """The offices that lead some of ``lines``, as a filter."""
        found = [(c.id, c.name[self._lang]) for c, leads, _ in self._kb.parties(lines) if leads]
        return "lead", self.say("lead"), found

    def _years(self, years: Years) -> str:
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
