"""The records of pages that stand alone, and of the rules."""

from __future__ import annotations

from collections.abc import Iterator

from huimin.check.rules import catalogue
from huimin.knowledge import KnowledgeBase
from huimin.pages.addresses import HUBS, address
from huimin.pages.words import say, words
from huimin.search.hub_words import hub_words
from huimin.search.record import Record, body_of


def pages(kb: KnowledgeBase, lang: str) -> Iterator[Record]:
    """The hubs and what is written by hand, and the pages that are left of what was retired."""
    for hub in HUBS:
        part = {"index": kb.site, "programme": kb.programme, "about": kb.about}.get(hub)
        yield Record(
            id=hub,
            kind="page",
            address=address("hub", hub),
            title=kb.site.title[lang] if hub == "index" else say(hub, lang),
            statement=words().get(f"{hub}-lead", {}).get(lang, ""),
            body=(*(body_of(part, lang) if part else ()), *hub_words(hub, lang)),
        )
    for item in kb.retired.items if kb.retired else ():
        yield Record(
            id=item.id,
            kind="page",
            address=address(item.kind, item.id),
            title=item.title[lang],
            up=say("retired", lang),
            names=(item.id,),
            statement=item.reason[lang],
        )


def rules(_kb: KnowledgeBase, lang: str) -> Iterator[Record]:
    """Rules of checking."""
    for rule in catalogue().values():
        yield Record(
            id=rule.code,
            kind="rule",
            address=address("rule", rule.code),
            title=f"{rule.code} {rule.title[lang]}",
            statement=rule.why[lang],
            body=(rule.message[lang], rule.help[lang]),
        )
