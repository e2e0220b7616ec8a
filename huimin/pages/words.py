"""The pages' own words, by key and language."""

from __future__ import annotations

from functools import cache
from importlib import resources

import yaml

from huimin.checklists import Checklist
from huimin.model.programme import Anchor
from huimin.model.requirement import Time


@cache
def words() -> dict[str, dict[str, str]]:
    """All words: key to ``{"zh": …, "en": …}``."""
    text = resources.files("huimin.pages").joinpath("words.yaml").read_text(encoding="utf-8")
    found: dict[str, dict[str, str]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return found


def say(key: str, lang: str, **values: object) -> str:
    """The words for ``key``; a ``KeyError`` where there are none."""
    sentence = words()[key][lang]
    return sentence.format(**values) if values else sentence


def checklist_words(checklist: Checklist, lang: str) -> tuple[str, str]:
    """The title and the lead of a checklist."""
    if checklist.area:
        area = checklist.area.short[lang]
        return say("checklist-of", lang, role=area), say("checklist-area-lead", lang, area=area)
    if checklist.id != checklist.role:
        return say("checklist-filing", lang), say("checklist-filing-lead", lang)
    return say("checklist-of", lang, role=say(checklist.role, lang)), say(f"home-{checklist.role}", lang)


def when(time: Time, anchor: Anchor, lang: str) -> str:
    """When a step is to be done, counted from ``anchor``."""
    moment = anchor.title[lang]
    if lang == "en":
        moment = moment[:1].lower() + moment[1:]
    key = "before" if time.days < 0 else "after" if time.days else "on-day"
    return say(key, lang, anchor=moment, n=abs(time.days))
