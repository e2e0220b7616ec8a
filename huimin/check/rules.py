"""The catalogue of rules: each with its words in both languages, and an input that breaks it and one that holds.

The catalogue is data (``catalogue/KB101.yaml``); the same examples stand on the site's rule pages and
are run by the tests.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, ConfigDict, Field

from huimin.findings import Finding, Severity
from huimin.read.document import Place
from huimin.read.guard import Broken


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Words(_Data):
    """A sentence by language; ``{name}`` stands for a word of the finding."""

    zh: str
    en: str

    def __getitem__(self, lang: str) -> str:
        return self.zh if lang == "zh" else self.en


class Example(_Data):
    """A change to the small knowledge base of the tests, and where its finding is to be."""

    file: str
    old: str | None = None
    new: str | None = None
    content: str | None = None
    hex: str | None = None
    symlink: str | None = None
    repeat: int = 1
    at: str | None = None
    also: tuple[str, ...] = ()
    """Codes of other rules that the same change breaks as well."""


class Rule(_Data):
    """One rule: its code, how it speaks, and its examples."""

    code: Annotated[str, Field(pattern=r"^KB[0-9]{3}$")]
    severity: Severity
    title: Words
    why: Words
    message: Words
    help: Words
    help_near: Words | None = None
    breaks: Example
    holds: Example


@cache
def catalogue() -> dict[str, Rule]:
    """All rules by code, in order."""
    folder = resources.files("huimin.check").joinpath("catalogue")
    files = sorted((item for item in folder.iterdir() if item.name.endswith(".yaml")), key=lambda f: f.name)
    rules = (
        Rule.model_validate(yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))
        for file in files
    )
    return {rule.code: rule for rule in rules}


TYPE_NAMES = {
    "str": ("文字", "text"),
    "int": ("整数", "a whole number"),
    "float": ("小数", "a number"),
    "bool": ("true 或 false", "true or false"),
    "dict": ("一组“字段: 值”", "a mapping of fields"),
    "tuple": ("列表（每行以 - 开头）", "a list (lines beginning with -)"),
    "date": ("日期（年-月-日）", "a date (YYYY-MM-DD)"),
    "none": ("空白", "nothing"),
    "other": ("别的内容", "something else"),
}
"""What values are called in findings, in both languages."""


@dataclass(slots=True)
class Report:
    """Collects findings; every room of the check writes into the same one."""

    findings: list[Finding] = field(default_factory=list)

    def add(self, code: str, file: str, place: Place, /, **words: Any) -> None:  # noqa: ANN401
        """Adds a finding of rule ``code``; ``words`` fill the rule's sentences."""
        rule = catalogue()[code]
        suggestion = rule.help_near if words.get("near") and rule.help_near else rule.help

        def say(sentence: Words, lang: str) -> str:
            return sentence[lang].format(**{key: _word(value, lang) for key, value in words.items()})

        self.findings.append(
            Finding(
                file=file,
                line=place.line,
                column=place.column,
                code=code,
                severity=rule.severity,
                message_zh=say(rule.message, "zh"),
                message_en=say(rule.message, "en"),
                help_zh=say(suggestion, "zh"),
                help_en=say(suggestion, "en"),
            )
        )

    def add_broken(self, file: str, broken: Broken) -> None:
        """Adds what the reader found broken."""
        self.add(broken.code, file, broken.place, **broken.words)

    def sorted(self) -> list[Finding]:
        """All findings, by file and place, each once."""
        return sorted(set(self.findings))


def _word(value: object, lang: str) -> str:
    """A value as it stands in a sentence; words in both languages are taken in the sentence's."""
    text = value[lang] if isinstance(value, Words) else str(value)
    if text in TYPE_NAMES:
        return TYPE_NAMES[text][0 if lang == "zh" else 1]
    # One finding is one line, whatever stands in the file.
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)[:160]
