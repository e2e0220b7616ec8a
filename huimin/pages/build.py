"""Every page of the site in one language, one after another; nothing per page looks at all pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from huimin import LANGUAGES
from huimin.check.rules import Rule, catalogue
from huimin.checklists import Checklist
from huimin.intake.choices import choices_of
from huimin.intake.explained import Explained, explained
from huimin.knowledge import KnowledgeBase
from huimin.model.case import Case
from huimin.model.contact import Contact
from huimin.model.entry import Entry
from huimin.model.focus_area import FocusArea, Theme
from huimin.model.indicator import Indicator
from huimin.model.jurisdiction import Province
from huimin.model.programme import Phase
from huimin.model.requirement import Requirement
from huimin.model.retired import RetiredItem
from huimin.model.source import Clause, Source
from huimin.pages.addresses import HUBS, address
from huimin.pages.case_lists import list_pages
from huimin.pages.environment import environment
from huimin.pages.heads import case_head, feed_link, form_scripts, workbench_head
from huimin.pages.page import Page
from huimin.pages.render import Renderer


def pages(kb: KnowledgeBase, languages: Iterable[str] = LANGUAGES) -> Iterator[Page]:
    """Every page in some languages, in an order that depends on the knowledge base alone: in each the hubs first."""
    environment.cache_clear()
    for lang in languages:
        yield from _Builder(kb, lang).pages()


class _Builder:
    def __init__(self, kb: KnowledgeBase, lang: str) -> None:
        self._kb = kb
        self._lang = lang
        self._renderer = Renderer(kb, lang)

    def pages(self) -> Iterator[Page]:
        """The hubs first, then entry by entry."""
        for hub in HUBS:
            if hub != "cases":
                yield self._hub(hub)
        for at, given in list_pages(self._kb):
            title = self._renderer.say("cases")
            yield self._page(
                "cases",
                at,
                title,
                self._renderer.say("cases-lead"),
                None,
                partial(feed_link, "", "cases"),
                **given,
            )
        for checklist in self._kb.checklists.values():
            yield self._checklist(checklist)
        for phase in self._kb.programme.phases:
            yield self._phase(phase)
        for requirement in self._kb.requirements.values():
            yield self._requirement(requirement)
        for source in self._kb.sources.values():
            yield self._source(source)
            for number, clause in enumerate(source.clauses):
                yield self._clause(source, number, clause)
        for area in self._kb.focus_areas.values():
            yield self._area(area)
            for theme in area.themes:
                yield self._theme(area, theme)
        for indicator in self._kb.indicators.values():
            yield self._indicator(indicator)
        for case in self._kb.cases.values():
            yield self._case(case)
        for contact in self._kb.contacts.values():
            yield self._contact(contact)
        for item in self._kb.retired.items if self._kb.retired else ():
            if item.kind != "step":  # a step was part of a page
                yield from self._retired(item)
        units = self._kb.jurisdictions
        for province in units.provinces if units else ():
            yield self._province(province)
        for rule in catalogue().values():
            yield self._rule(rule)

    def _page(
        self,
        kind: str,
        at: str,
        title: str,
        description: str,
        entry: Entry | None,
        head: Callable[[], str] = str,
        **context: Any,  # noqa: ANN401
    ) -> Page:
        body = partial(
            self._renderer.body, kind, f"{self._lang}/{at}", page_title=title, page_entry=entry, **context
        )
        return Page(
            kind=kind,
            lang=self._lang,
            address=at,
            title=title,
            description=_plain(description),
            updated=entry.updated if entry else self._kb.updated,
            entry_file=entry.file if entry else None,
            body=body,
            head=head,
        )

    def _hub(self, hub: str) -> Page:
        kb, lang = self._kb, self._lang
        say = self._renderer.say
        if hub == "index":
            return self._page(hub, "index.html", kb.site.title[lang], kb.site.description[lang], kb.site)
        if hub == "programme":
            return self._page(hub, "programme.html", say(hub), kb.programme.summary[lang], kb.programme)
        if hub == "about" and kb.about:
            return self._page(hub, "about.html", say(hub), kb.about.summary[lang], kb.about)
        if hub == "provinces":
            return self._page(hub, "provinces.html", say(hub), say("provinces-lead"), kb.jurisdictions)
        if hub == "retired":
            return self._page(hub, "retired.html", say(hub), say("retired-lead"), kb.retired)
        if hub == "workbench":
            head = partial(workbench_head, lang)
            return self._page(hub, "workbench.html", say(hub), say("workbench-lead"), None, head)
        if hub == "submit":
            head = partial(form_scripts, lang)
            return self._page(
                hub, "submit.html", say(hub), say("submit-lead"), None, head, columns=self._columns
            )
        return self._page(hub, f"{hub}.html", say(hub), say(f"{hub}-lead"), None)

    def _columns(self) -> list[Explained]:
        """What a case is made of, for the page where one is submitted."""
        return list(explained(choices_of(self._kb), self._lang))

    def _checklist(self, checklist: Checklist) -> Page:
        title, lead = self._renderer.checklist_words(checklist)
        return self._page(
            "checklist",
            address("checklist", checklist.id),
            title,
            lead,
            checklist.area,
            checklist=checklist,
            lead=lead,
        )

    def _phase(self, phase: Phase) -> Page:
        title = self._renderer.say("phase-of", phase=phase.title[self._lang])
        return self._page(
            "phase",
            address("phase", phase.id),
            title,
            phase.summary[self._lang],
            self._kb.programme,
            phase=phase,
        )

    def _area(self, area: FocusArea) -> Page:
        title, summary = area.title[self._lang], area.summary[self._lang]
        return self._page(
            "focus-area", address("focus-area", area.id), title, summary, area, area=area, heading=area.title
        )

    def _theme(self, area: FocusArea, theme: Theme) -> Page:
        return self._page(
            "theme",
            address("theme", f"{area.id}.{theme.id}"),
            theme.title[self._lang],
            theme.summary[self._lang],
            area,
            area=area,
            theme=theme,
            heading=theme.title,
        )

    def _indicator(self, indicator: Indicator) -> Page:
        return self._page(
            "indicator",
            address("indicator", indicator.id),
            indicator.title[self._lang],
            indicator.shows[self._lang],
            indicator,
            indicator=indicator,
            heading=indicator.title,
        )

    def _case(self, case: Case) -> Page:
        return self._page(
            "case",
            address("case", case.id),
            case.title[self._lang],
            case.summary[self._lang],
            case,
            case=case,
            heading=case.title,
            head=partial(case_head, self._kb, case, self._lang),
            status=self._kb.case_states[case.id],
        )

    def _province(self, province: Province) -> Page:
        title = province.full_name[self._lang]
        lead = self._renderer.say("province-lead", name=title)
        return self._page(
            "province",
            address("province", province.id),
            title,
            lead,
            self._kb.jurisdictions,
            partial(feed_link, "../", province.id) if self._kb.case_counts.get(province.id) else str,
            province=province,
        )

    def _requirement(self, requirement: Requirement) -> Page:
        return self._page(
            "requirement",
            address("requirement", requirement.id),
            requirement.title[self._lang],
            requirement.statement[self._lang],
            requirement,
            requirement=requirement,
            heading=requirement.title,
        )

    def _retired(self, item: RetiredItem) -> Iterator[Page]:
        """The page at the address of what was retired, and of the checklist where it had one."""
        note = self._renderer.retired_words(item)
        for kind in (item.kind, "checklist") if item.kind == "focus-area" else (item.kind,):
            yield self._page(
                "retirement",
                address(kind, item.id),
                item.title[self._lang],
                f"{note} {item.reason[self._lang]}",
                self._kb.retired,
                item=item,
                note=note,
                heading=item.title,
            )

    def _source(self, source: Source) -> Page:
        title = source.title[self._lang]
        return self._page(
            "source", address("source", source.id), title, title, source, source=source, heading=source.title
        )

    def _clause(self, source: Source, number: int, clause: Clause) -> Page:
        say = self._renderer.say
        return self._page(
            "clause",
            address("clause", clause.id),
            f"{say('clause')} {clause.number}",
            clause.gist[self._lang],
            source,
            source=source,
            clause=clause,
            before=source.clauses[number - 1] if number else None,
            after=source.clauses[number + 1] if number + 1 < len(source.clauses) else None,
        )

    def _contact(self, contact: Contact) -> Page:
        name = contact.name[self._lang]
        return self._page(
            "contact",
            address("contact", contact.id),
            name,
            contact.part[self._lang],
            contact,
            contact=contact,
            heading=contact.name,
        )

    def _rule(self, rule: Rule) -> Page:
        title = f"{rule.code} {rule.title[self._lang]}"
        return self._page("rule", address("rule", rule.code), title, rule.why[self._lang], None, rule=rule)


def _plain(text: str) -> str:
    """A description for search engines: one line without Markdown's marks, 120 characters at most."""
    line = " ".join(text.replace("**", "").split())
    while "](" in line:
        head, _, tail = line.partition("](")
        before, _, label = head.rpartition("[")
        line = before + label + tail.partition(")")[2]
    return line if len(line) <= 120 else line[:119] + "…"
