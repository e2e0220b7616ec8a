"""``calendar.ics``: the days of every round, for calendar programs (RFC 5545); past ones say that they are past."""

from __future__ import annotations

import datetime

import icalendar

from huimin.knowledge import KnowledgeBase
from huimin.model.programme import Round, RoundDate
from huimin.pages.words import words


def calendar(kb: KnowledgeBase) -> str:
    """The text of the calendar, Chinese before English; its time stamps are the edition's date."""
    site = kb.site
    found = icalendar.Calendar()
    found.add("prodid", f"-//huimin//{kb.edition}//ZH")
    found.add("version", "2.0")
    found.add("x-wr-calname", site.title.zh)
    for round_ in kb.programme.rounds:
        for day in round_.dates:
            found.add_component(_event(kb, round_, day))
    text: str = found.to_ical().decode()
    return text


def _event(kb: KnowledgeBase, round_: Round, day: RoundDate) -> icalendar.Event:
    past = words()["past"]
    zh, en = (
        (f"（{past['zh']}）" if kb.is_past(day.date) else "") + f"{round_.title.zh}：{day.title.zh}",
        (f"({past['en']}) " if kb.is_past(day.date) else "") + f"{round_.title.en}: {day.title.en}",
    )
    event = icalendar.Event()
    event.add("uid", f"{round_.id}-{day.id}@huimin")
    event.add("dtstamp", datetime.datetime.combine(kb.updated, datetime.time(), datetime.UTC))
    event.add("dtstart", day.date)
    event.add("summary", zh)
    event.add("description", en)
    event.add("transp", "TRANSPARENT")
    return event
