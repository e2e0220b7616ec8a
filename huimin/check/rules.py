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


_YAML_PROBLEMS = {
    "odd space": (
        "行首或冒号后面是全角空格或不间断空格",
        "a full-width or no-break space in the indent or after the colon",
    ),
    "full-width colon": ("字段名后面的冒号是全角的", "the colon after the field's name is a full-width one"),
    "could not find expected ':'": (
        "字段名后面应有半角冒号和空格",
        "a field's name wants a colon and a space after it",
    ),
    "mapping values are not allowed": (
        "文字里有“冒号加空格”，或缩进不齐",
        "a colon and a space within a text (put the text in quotes), or an uneven indent",
    ),
    "cannot start any token": (
        "用了制表符缩进，或文字以特殊符号开头",
        "a tab as indent, or a text that begins with a special character (put it in quotes)",
    ),
    "end of stream": ("引号没有成对，到文件末尾也没有结束", "a quote is opened here and never closed"),
    "did not find expected key": ("缩进不齐，或缺少字段名", "an uneven indent, or a field's name is missing"),
    "did not find expected '-' indicator": (
        "列表各行应以-开头并对齐",
        "the lines of a list begin with - and stand in line",
    ),
    "did not find expected ',' or": ("方括号或花括号没有成对", "a bracket is opened and never closed"),
    "alphabetic or numeric": ("以*或&开头的文字要加引号", "a text that begins with * or & wants quotes"),
    "undefined alias": ("以*开头的文字要加引号", "a text that begins with * wants quotes"),
}
"""What libyaml says, in the words of people who do not program: Chinese and English."""


def in_plain_words(problem: str) -> Words:
    """A problem of libyaml's in both languages; one that is not known stays as it is."""
    zh, en = next((plain for said, plain in _YAML_PROBLEMS.items() if said in problem), (problem, problem))
    return Words(zh=zh, en=en)


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
        words = dict(broken.words)
        if "problem" in words:
            words["problem"] = in_plain_words(str(words["problem"]))
        self.add(broken.code, file, broken.place, **words)

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
