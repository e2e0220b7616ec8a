"""A review for programs: JSON, and the annotations of GitHub Actions.

The JSON object has these keys; files are named from the repository's root, words are ``{"zh": …, "en": …}``:

``base``        the revision as it was given
``compared_from``  the commit at which the change began
``actor``       the account, without ``@``, or null
``passes``      whether nothing is refused and nothing is an error (exit code 0)
``entries``     what changes for readers: ``kind``, ``id``, ``title`` (words or null), ``change`` (``added``,
                ``changed``, ``removed``), ``file``, ``readable``, ``shown``, ``state_before``, ``state_after``
                (a case's ``draft``, ``submitted``, ``published``, ``changed``, ``compiled`` or ``withdrawn``;
                ``draft`` or null of other entries; null where it is not there)
``form_only``   how many entries' files say the same as before
``files``       every changed file: ``file``, ``change``, ``owner`` (a province's id or ``maintainers``),
                ``reviewers`` (accounts with ``@``), ``approval`` (whether it holds an approval)
``refusals``, ``findings``  ``file``, ``line``, ``column``, ``code``, ``severity``, ``message``, ``help`` (words)
``errors``, ``warnings``  how many of ``findings``
``pages``       pages to preview in the built site, such as ``zh/cases.html``
``notes``       words
"""

from __future__ import annotations

import json
from typing import Any

from huimin import LANGUAGES
from huimin.check.rules import Words
from huimin.findings import Finding
from huimin.review.summary import Summary
from huimin.review.text import lines
from huimin.review.words import say

MAX_NOTICE = 60
"""Lines of the summary in one annotation; GitHub cuts what is longer than 64 KB."""


def as_json(summary: Summary) -> str:
    """The review as one JSON object, with a line end."""
    content = {
        "base": summary.base,
        "compared_from": summary.began,
        "actor": summary.actor,
        "passes": summary.passes,
        "entries": [
            {
                "kind": entry.kind,
                "id": entry.id,
                "title": _words(entry.title) if entry.title else None,
                "change": entry.change,
                "file": entry.file,
                "readable": entry.readable,
                "shown": entry.shown,
                "state_before": entry.before,
                "state_after": entry.after,
            }
            for entry in summary.entries
        ],
        "form_only": summary.form_only,
        "files": [
            {
                "file": item.file,
                "change": item.change,
                "owner": item.owner,
                "reviewers": list(item.reviewers),
                "approval": item.approval,
            }
            for item in summary.files
        ],
        "refusals": [_finding(finding) for finding in summary.refusals],
        "findings": [_finding(finding) for finding in summary.findings],
        "errors": summary.errors,
        "warnings": summary.warnings,
        "pages": [f"{lang}/{page}" for lang in LANGUAGES for page in summary.pages],
        "notes": [_words(note) for note in summary.notes],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _words(words: Words) -> dict[str, str]:
    return {"zh": words.zh, "en": words.en}


def _finding(finding: Finding) -> dict[str, Any]:
    plain = finding.as_json("zh")
    return plain | {
        "message": {"zh": finding.message_zh, "en": finding.message_en},
        "help": {"zh": finding.help_zh, "en": finding.help_en},
    }


def github(summary: Summary) -> str:
    """The review as workflow commands: an annotation a refusal and finding, then the summary as a notice each.

    Every line is a command, so that nothing that a contributor wrote can be taken for one.
    """
    commands = []
    for finding in (*summary.refusals, *summary.findings):
        words = [f"{finding.message(lang)} — {finding.help(lang)}" for lang in LANGUAGES]
        where: dict[str, str | int] = {
            "file": finding.file,
            "line": finding.line,
            "col": finding.column,
            "title": finding.code,
        }
        commands.append(workflow_command(finding.severity, "\n".join(words), where))
    for lang in LANGUAGES:
        title, *rest = lines(summary, lang, places=False)
        shown = (
            [*rest[:MAX_NOTICE], say("more", lang, n=len(rest) - MAX_NOTICE)]
            if len(rest) > MAX_NOTICE
            else rest
        )
        commands.append(workflow_command("notice", "\n".join(shown), {"title": title.removeprefix("# ")}))
    return "".join(f"{command}\n" for command in commands)


def workflow_command(name: str, message: str, properties: dict[str, str | int]) -> str:
    """One workflow command, escaped as the toolkit does (actions/toolkit, packages/core/src/command.ts)."""
    said = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {said}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
