"""What the form in the page "submit a case" is made of: the columns, the choices, and every sentence it may say.

One definition serves spreadsheet and form: ``columns.yaml`` and ``findings.yaml``, the rules' catalogue, the patterns of
``values.py`` and ``check/``. The script in the page (``docs/script/form/``) only puts them to use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from huimin.check.personal import personal_rules
from huimin.check.rules import catalogue
from huimin.check.safety import LIKE_MARK, PERSONAL_IN_WORDS
from huimin.check.style import FULL, HALF, HAN_RUN, LATIN, LINK_TARGET, MARKS, MARKUP, SPACED, allow_list
from huimin.intake import values
from huimin.intake.cells import MAX_LINE, REF_DRESS, REFS
from huimin.intake.choices import Choices, choices_of
from huimin.intake.columns import MOST, Column, column_patterns, groups, template_columns
from huimin.intake.headings import SHEET_NAMES
from huimin.intake.sheets import MAX_CELL, sentences
from huimin.intake.template import HEADING_ROW
from huimin.intake.yaml_text import IN_ONE_LINE, SCHEMA, WITHIN, field_order
from huimin.knowledge import KnowledgeBase
from huimin.markdown import IMAGE, INTERNAL, RAW_HTML
from huimin.model.fields import ID_FORM, LINK, MAX_ID
from huimin.pages.words import words
from huimin.read.guard import UNSAFE

_RULES = (
    "KB222",
    "KB301",
    "KB302",
    "KB303",
    "KB304",
    "KB305",
    "KB401",
    "KB402",
    "KB403",
    "KB404",
    "KB405",
    "KB412",
)
"""The rules that the page knows; those that ask for other entries are left to ``kb check``."""
_FINDINGS = (
    "empty", "empty-unit", "empty-twin", "id-missing", "id", "word-twice", "choice", "city", "year", "years", "when",
    "month", "number", "refs", "one-only", "lines", "basis-text", "basis-none", "basis-flows", "too-long",
    "character", "formula", "clauses-taken",
)  # fmt: skip
"""What may be said of a cell of the form; the other findings are of files, headings and stored cases."""


def form_data(base: KnowledgeBase, lang: str) -> dict[str, Any]:
    """Everything that the form needs in ``lang``, as plain values for JSON."""
    choices = choices_of(base)
    units = base.jurisdictions
    return {
        "lang": lang,
        "edition": base.edition,
        "groups": list(_groups(lang)),
        "choices": {name: _choices(found, lang) for name, found in choices.items() if name != "step"},
        "steps": {
            r.id: [[s.id, s.title[lang]] for s in r.steps] for r in base.requirements.values() if r.steps
        },
        "clauses": {r.id: list(r.clauses) for r in base.requirements.values()},
        "provinces": {p.id: p.name[lang] for p in (units.provinces if units else ())},
        "homes": {c.id: c.province for c in (units.cities if units else ())},
        "findings": {code: _sentence(sentences()[code], lang) for code in _FINDINGS},
        "rules": {code: _rule(code, lang) for code in _RULES},
        "patterns": _patterns(),
        "ongoing": sorted(values.ONGOING),
        "serials": [values.SERIALS.start, values.SERIALS.stop],
        "limits": {"line": MAX_LINE, "cell": MAX_CELL, "id": MAX_ID, "most": MOST},
        "latin": sorted(allow_list(base.terms.values())),
        "personal": personal_rules(),
        "personalWords": {kind: said[lang] for kind, said in PERSONAL_IN_WORDS.items()},
        "yaml": {
            "head": SCHEMA,
            "fields": list(field_order()),
            "within": WITHIN,
            "inline": sorted(IN_ONE_LINE),
        },
        "sheet": {"name": SHEET_NAMES["fill"][lang], "row": HEADING_ROW, "columns": _template()},
        "words": {key: said[lang] for key, said in words().items() if key.startswith("form-")},
        "repository": repository(base.site.edit_url),
    }


def _groups(lang: str) -> Iterator[dict[str, Any]]:
    for group in groups().values():
        yield {
            "id": group.id,
            "title": group.title[lang],
            "repeat": bool(group.repeat),
            "least": group.least,
            "columns": [_column(c, lang) for c in column_patterns() if c.group == group.id],
        }


def _column(column: Column, lang: str) -> dict[str, Any]:
    return {
        "id": column.id,
        "unit": column.unit,
        "heading": column.heading[lang],
        "label": column.label[lang],
        "unitTitle": column.unit_title[lang],
        "explain": column.explain[lang],
        **({"hint": column.form[lang]} if column.form else {}),
        "kind": column.kind,
        "need": column.need,
        **({"choices": column.choices} if column.choices else {}),
    }


def _template() -> list[str]:
    """The ids of the template's columns, in their order."""
    return [column.id for column in template_columns()]


def _choices(choices: Choices, lang: str) -> list[list[str]]:
    """Id and label of each; the label is left out where it would not lead back to the id."""
    return [
        [item.id, item.label[lang]]
        if choices.one(item.label[lang]) == item.id
        else [item.id, item.label[lang], item.id]
        for item in choices.items
    ]


def _sentence(raw: dict[str, Any], lang: str) -> dict[str, str]:
    found = {"message": raw["message"][lang], "help": raw["help"][lang]}
    if "help_near" in raw:
        found["near"] = raw["help_near"][lang]
    if "severity" in raw:
        found["severity"] = raw["severity"]
    return found


def _rule(code: str, lang: str) -> dict[str, str]:
    rule = catalogue()[code]
    return {"message": rule.message[lang], "help": rule.help[lang], "severity": rule.severity}


def _patterns() -> dict[str, list[str]]:
    """Patterns by name: the expression and its flags, as JavaScript writes them."""
    found: dict[str, re.Pattern[str]] = {
        "date": values.DATE,
        "dateRun": values.DATE_RUN,
        "time": values.TIME,
        "year": values.YEAR,
        "number": values.NUMBER,
        "thousands": values.THOUSANDS,
        "listMark": values.LIST_MARK,
        "refs": REFS,
        "refDress": REF_DRESS,
        "unsafe": UNSAFE,
        "id": ID_FORM,
        "link": re.compile(LINK),
        "internal": INTERNAL,
        "html": RAW_HTML,
        "image": IMAGE,
        "mark": LIKE_MARK,
        "latin": LATIN,
        "han": HAN_RUN,
        "half": HALF,
        "full": FULL,
        "spaced": SPACED,
        "linkTarget": LINK_TARGET,
        "markup": MARKUP,
        "markdown": MARKS,
    }
    listed = {
        name: [pattern.pattern.replace("(?P<", "(?<"), _flags(pattern)] for name, pattern in found.items()
    }
    return listed | {"wide": [f"[{values.HAN}]", ""]}


def _flags(pattern: re.Pattern[str]) -> str:
    return ("i" if pattern.flags & re.IGNORECASE else "") + ("m" if pattern.flags & re.MULTILINE else "")


def repository(edit_url: str | None) -> dict[str, str] | None:
    """Where a file may be added and an issue opened, where entries are edited at an address of GitHub's form.

    The form is ``https://host/owner/name/edit/branch/kb/``; other hosts have no such pages, or pages of another form.
    """
    match = re.fullmatch(r"(https://[^/]+/[^/]+/[^/]+)/edit/([^?#]+)/kb/", edit_url or "")
    return (
        {"new": f"{match[1]}/new/{match[2]}/kb/cases/", "issue": f"{match[1]}/issues/new"} if match else None
    )
