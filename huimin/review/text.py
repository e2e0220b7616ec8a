"""A review in words: the whole of it in Chinese, then the whole of it in English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from huimin import LANGUAGES
from huimin.review.entries import EntryChange
from huimin.review.refusals import People
from huimin.review.summary import Reviewed, Summary
from huimin.review.words import one_line, say


def text(summary: Summary) -> str:
    """The review as lines of text in both languages, with a line end after the last."""
    return "\n".join("".join(f"{line}\n" for line in lines(summary, lang)) for lang in LANGUAGES)


def lines(summary: Summary, lang: str, *, places: bool = True) -> Iterator[str]:
    """The review in one language, line by line; ``places`` says whether refusals and findings are listed."""
    actor = f"@{summary.actor}" if summary.actor is not None else say("nobody-named", lang)
    yield f"# {say('title', lang)}"
    yield say("compared", lang, base=summary.base, began=summary.began[:12], actor=actor)
    yield from _section("readers", lang, _readers(summary, lang))
    yield from _section("states", lang, _states(summary, lang))
    yield from _section("reviewers", lang, _reviewers(summary.files, summary.people, lang))
    for name, findings in (("refusals", summary.refusals), ("findings", summary.findings)) * places:
        yield from _section(name, lang, (f"- {one_line(f.line_of_text(lang))}" for f in findings))
    yield from _section("pages", lang, (f"- {lang}/{one_line(page)}" for page in summary.pages))
    yield from _section("notes", lang, (f"- {note[lang]}" for note in summary.notes))
    yield ""
    result = "passes" if summary.passes else "fails"
    counts = {"refusals": len(summary.refusals), "errors": summary.errors, "warnings": summary.warnings}
    yield say(result, lang, **counts)


def _section(name: str, lang: str, content: Iterable[str]) -> Iterator[str]:
    yield ""
    yield f"## {say(name, lang)}"
    empty = True
    for line in content:
        empty = False
        yield line
    if empty:
        yield say("none", lang)


def _readers(summary: Summary, lang: str) -> Iterator[str]:
    for entry in summary.entries:
        yield (
            "- "
            + say(
                "line",
                lang,
                change=say(entry.change, lang),
                kind=say(f"kind-{entry.kind}", lang),
                id=entry.id,
                title=say("titled", lang, title=entry.title) if entry.title else "",
            )
            + _remark(entry, lang)
        )
    if summary.form_only:
        yield "- " + say("form-only", lang, n=summary.form_only)


def _remark(entry: EntryChange, lang: str) -> str:
    if not entry.readable:
        return say("unreadable", lang)
    return "" if entry.shown else say("not-shown", lang)


def _states(summary: Summary, lang: str) -> Iterator[str]:
    for entry in summary.entries:
        # What cannot be read has no state; it is named as such among the changes.
        if entry.is_case and entry.before != entry.after and entry.readable:
            yield (
                "- "
                + say(
                    "state-line",
                    lang,
                    id=entry.id,
                    before=say(f"state-{entry.before}" if entry.before else "new", lang),
                    after=say(f"state-{entry.after}" if entry.after else "gone", lang),
                )
                + (say("still-approved", lang) if entry.after == "changed" else "")
            )


def _reviewers(files: Iterable[Reviewed], people: People, lang: str) -> Iterator[str]:
    for owner, group in groupby(sorted(files, key=lambda f: (f.owner, f.file)), key=lambda f: f.owner):
        yield f"- {people.ask(owner)[lang]}"
        for item in group:
            remark = say("approval-here", lang, owner=people.name(owner)) if item.approval else ""
            yield f"  - {one_line(item.file)}{remark}"
