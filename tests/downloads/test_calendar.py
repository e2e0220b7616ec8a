"""The calendar file: every day of every round, read back by a calendar library; what is past says so."""

import icalendar

from huimin.downloads.calendar import calendar
from huimin.load import load
from tests.conftest import REAL, change


def events(kb):
    return icalendar.Calendar.from_ical(calendar(kb)).walk("VEVENT")


def test_every_day_of_every_round_is_an_event_in_both_languages():
    kb = load(REAL).knowledge_base()
    days = [day for round_ in kb.programme.rounds for day in round_.dates]
    assert [event["dtstart"].dt for event in events(kb)] == [day.date for day in days]
    assert len({event["uid"] for event in events(kb)}) == len(days)
    for event, day in zip(events(kb), days, strict=True):
        assert day.title.zh in event["summary"]
        assert day.title.en in event["description"]


def test_what_is_past_by_the_edition_says_so_and_what_is_to_come_does_not(small):
    past, _ = events(load(small).knowledge_base())
    assert past["summary"].startswith("（历史日期）")
    change(small / "programme.yaml", "date: 2019-06-01", "date: 2030-06-01")
    _, to_come = events(load(small).knowledge_base())
    assert "历史" not in to_come["summary"]


def test_the_same_edition_gives_the_same_bytes(small):
    kb = load(small).knowledge_base()
    assert calendar(kb) == calendar(kb)
    assert "DTSTAMP:20200102T000000Z" in calendar(kb)
