"""One word for one thing: in the workbench's views, its files, its report and the blank copies."""

import pytest

from huimin.workbench.columns import definition, options, sheets
from huimin.workbench.overview import HEADINGS
from huimin.workbench.plain_docx import own_words
from huimin.workbench.words import words

SHEETS = sheets()
ABOUT = {row["id"]: row["title"] for row in definition()["about"]}
PARTS = {part["id"]: part for part in definition()["evidence"]}
STATUSES = {option.id: option.label.model_dump() for option in options()["status"]}
ROLES = {option.id: option.label.model_dump() for option in options()["role"]}


def column(sheet, id_):
    return next(found.heading.model_dump() for found in SHEETS[sheet].columns if found.id == id_)


def said(*keys):
    return [words()[key] for key in keys]


THINGS = {
    "step": [column("steps", "title"), *said("print.step", "report.step", "edition.field-title")],
    "number": [column("steps", "number"), own_words()["number"], *said("print.number", "report.number")],
    "phase": [column("steps", "phase"), HEADINGS["phase"].model_dump(), *said("own.phase", "report.phase")],
    "requirement": [column("steps", "requirement"), *said("steps.requirement")],
    "how": [column("steps", "detail"), *said("steps.detail", "edition.field-detail")],
    "wanted": [
        *(column("steps", "wanted"), own_words()["evidence"]),
        *said("steps.wanted", "edition.field-evidence", "report.wanted"),
    ],
    "status": [
        *(column("steps", "status"), own_words()["status"]),
        *said("steps.status", "print.status", "report.status"),
    ],
    "reason": [column("steps", "reason"), column("requirements", "reason"), *said("steps.reason")],
    "lead": [column("steps", "lead"), *said("steps.lead", "steps.by-lead", "report.lead")],
    "helpers": [column("steps", "helpers"), *said("steps.helpers")],
    "due": [column("steps", "due"), *said("steps.due", "steps.by-due", "print.due", "report.due")],
    "evidence": [column("steps", "evidence"), *said("steps.evidence", "print.evidence")],
    **{
        f"evidence {part}": [
            {lang: PARTS[part][lang] for lang in ("zh", "en")},
            *said(f"steps.evidence-{part}"),
        ]
        for part in ("number", "link", "file", "date")
    },
    "note": [column("steps", "note"), *said("steps.note", "print.note")],
    **{id_: [label, *said(f"steps.{id_}", f"report.{id_}")] for id_, label in STATUSES.items()},
    "share": [HEADINGS["share"].model_dump(), *said("dashboard.share", "report.share")],
    "indicator": [column("indicators", "title"), *said("report.indicator")],
    "unit": [column("indicators", "unit"), *said("report.unit")],
    "baseline": [column("indicators", "baseline.value"), *said("indicators.baseline", "report.baseline")],
    "targets": [column("indicators", "targets"), *said("indicators.targets", "report.targets")],
    "actual": [column("indicators", "actual"), *said("indicators.actual", "report.actual")],
    "left out": [
        SHEETS["requirements"].title.model_dump(),
        *said("start.not-applicable", "history.requirements", "report.leave-out"),
    ],
    "projects": [SHEETS["projects"].title.model_dump(), *said("history.projects", "report.projects")],
    "retired": [SHEETS["retired"].title.model_dump(), *said("history.retired", "report.annex-retired")],
    "retired on": [column("retired", "on"), *said("report.retired-on")],
    "for whom": [ABOUT["role"], *said("start.role")],
    **{role: [ROLES[role], *said(f"start.{role}")] for role in ROLES},
    "name": [ABOUT["name"], *said("start.name", "history.name")],
    "province": [ABOUT["province"], *said("start.province-name", "history.province")],
    "place": [ABOUT["city"], *said("history.city")],
    "areas": [ABOUT["areas"], *said("start.areas", "history.areas")],
    "themes": [ABOUT["themes"], *said("history.themes")],
    "start": [ABOUT["start"], *said("start.start", "history.start")],
    "edition": [ABOUT["edition"], *said("history.edition")],
    "archived": [ABOUT["archived"], *said("history.archived")],
    "notice": said("steps.notice", "files.origin-notice", "report.origin-notice"),
    "guide": said("steps.guide", "files.origin-guide", "report.origin-guide"),
    "own": said("steps.own", "report.origin-own"),
}


@pytest.mark.parametrize("thing", THINGS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_thing_has_one_word(thing, lang):
    assert len(THINGS[thing]) > 1
    assert len({word[lang] for word in THINGS[thing]}) == 1, [word[lang] for word in THINGS[thing]]
