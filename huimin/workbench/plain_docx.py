"""Blank checklists as DOCX, to print and fill in by hand: one for each role and focus area in each language."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator
from functools import cache
from importlib import resources
from itertools import count, groupby

import yaml
from docx.opc.oxml import serialize_part_xml

from huimin.checklists import Checklist, Line
from huimin.intake.package import packed_anew
from huimin.knowledge import KnowledgeBase
from huimin.pages.words import checklist_words, say, when
from huimin.workbench.blank_document import blank_document, templates
from huimin.workbench.official import layout

_WIDTHS = (10, 55, 34, 47, 24, 20, 18, 17)
"""Of the columns, 225 mm together: number, step, lead, evidence, time, and three to fill in."""

Paragraph = tuple[str, str]
"""A style and a text."""


@cache
def own_words() -> dict[str, dict[str, str]]:
    """Words that the site's pages do not have."""
    text = resources.files("huimin.workbench").joinpath("plain_docx.yaml").read_text(encoding="utf-8")
    found: dict[str, dict[str, str]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return found


def documents(kb: KnowledgeBase) -> Iterator[tuple[str, bytes]]:
    """Every blank checklist as (path, bytes); the same knowledge base gives the same bytes."""
    for lang in ("zh", "en"):
        writer = _Writer(kb, lang)
        for checklist in kb.checklists.values():
            yield f"downloads/checklist-{checklist.id}.{lang}.docx", writer.copy(checklist)


class _Writer:
    """Writes copies in one language; its document is emptied and filled anew for each."""

    def __init__(self, kb: KnowledgeBase, lang: str) -> None:
        self._kb, self._lang = kb, lang
        self._guide = kb.site.title[lang]
        page = layout(lang)
        block = page.page[1] - page.margins["top"] - page.margins["bottom"]
        self._widths = [round(width / sum(_WIDTHS) * block * 1440 / 25.4) for width in _WIDTHS]
        below = self._own("below", guide=self._guide, edition=kb.edition)
        self._document = blank_document(page, below)
        self._section = serialize_part_xml(self._document.element.body[-1]).decode().partition("?>")[2]
        self._places = {line.id: number for number, line in enumerate(kb.lines)}

    def _own(self, key: str, **values: object) -> str:
        return own_words()[key][self._lang].format(**values)

    def _say(self, key: str) -> str:
        return say(key, self._lang)

    def copy(self, checklist: Checklist) -> bytes:
        """One blank checklist."""
        kb, lang = self._kb, self._lang
        title = self._own("title", list=checklist_words(checklist, lang)[0])
        day = kb.updated
        told = f"{day.year}年{day.month}月{day.day}日" if lang == "zh" else day.isoformat()
        closed = kb.programme.rounds[-1]
        about = self._own("about", guide=self._guide, day=told)
        if closed.status == "closed":
            about += (" " if lang == "en" else "") + say("closed-note", lang, year=closed.id)
        numbers = count(1)
        body = (
            templates()
            .get_template("document.xml")
            .render(
                titles=(kb.programme.title[lang], title),
                about=about,
                warning=self._own("warning"),
                legend=self._own("legend"),
                blanks=self._own("blanks"),
                section=self._section,
                widths=self._widths,
                headings=(
                    *(self._own("number"), self._say("step"), self._say("lead"), self._own("evidence")),
                    *(self._own("time"), self._own("status"), self._own("date"), self._own("signature")),
                ),
                phases=[
                    (
                        self._own("phase", phase=phase.title[lang], n=len(lines)),
                        [
                            (band, [self._row(next(numbers), line) for line in of])
                            for band, of in self._bands(lines)
                        ],
                    )
                    for phase, lines in kb.checklist(checklist.id)
                ],
            )
        )
        self._sign(title)
        made = io.BytesIO()
        self._document.save(made)
        return packed_anew(made, self._time, {"word/document.xml": body.encode()})

    @property
    def _time(self) -> datetime.datetime:
        return datetime.datetime.combine(self._kb.updated, datetime.time())

    def _sign(self, title: str) -> None:
        about = self._document.core_properties
        about.title, about.language = title, "zh-CN" if self._lang == "zh" else "en"
        about.author = about.last_modified_by = self._guide
        about.comments = about.keywords = about.subject = ""
        about.created = about.modified = self._time
        about.revision = 1

    def _bands(self, lines: list[Line]) -> Iterator[tuple[str, list[Line]]]:
        """A phase's lines by requirement in the order of the notice, then those of themes, each with its heading."""
        ordered = sorted(lines, key=lambda line: self._places[line.id])
        for _, group in groupby(ordered, key=lambda line: line.id.rpartition(".")[0]):
            of = list(group)
            yield self._band(of[0]), of

    def _band(self, line: Line) -> str:
        lang = self._lang
        if not line.requirement:
            return self._own("first-steps", theme=line.owner.title[lang]) + self._own(
                "advised", strength=self._say("advised")
            )
        clauses = ("、" if lang == "zh" else ", ").join(c.partition(":")[2] for c in line.requirement.clauses)
        strength = self._say(line.requirement.strength)
        return line.requirement.title[lang] + self._own("strength", strength=strength, clauses=clauses)

    def _row(self, number: int, line: Line) -> list[list[Paragraph]]:
        lang, step, contacts = self._lang, line.step, self._kb.contacts
        origin = self._own("origin", origin=self._say(f"{step.origin}-short"))
        lead = [("Cell", contacts[step.lead].name[lang])]
        if step.helpers:
            helpers = ("、" if lang == "zh" else ", ").join(contacts[id_].name[lang] for id_ in step.helpers)
            lead.append(("Small", self._own("with", helpers=helpers)))
        return [
            [("Serial", str(number))],
            [("Cell", step.title[lang] + origin), ("Small", self._own("output", output=step.output[lang]))],
            lead,
            [("Cell", step.evidence[lang])],
            [("Cell", when(step.time, self._kb.anchors[step.time.anchor], lang))],
            [("Small", state) for state in self._own("states").split("|")],
            [("Cell", "")],
            [("Cell", "")],
        ]
