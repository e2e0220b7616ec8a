"""What a check found, and where: the one form in which the package speaks of mistakes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Finding:
    """One mistake in the knowledge base.

    ``file`` is relative to the knowledge base, with ``/``; ``line`` and ``column`` count from 1, in
    characters. ``message`` says what is wrong, ``help`` how to mend it, both by language.
    """

    file: str
    line: int
    column: int
    code: str
    severity: Severity
    message_zh: str
    message_en: str
    help_zh: str
    help_en: str

    def message(self, lang: str) -> str:
        """What is wrong, in ``lang`` (zh or en)."""
        return self.message_zh if lang == "zh" else self.message_en

    def help(self, lang: str) -> str:
        """How to mend it, in ``lang`` (zh or en)."""
        return self.help_zh if lang == "zh" else self.help_en

    def line_of_text(self, lang: str) -> str:
        """The finding as one line: ``file:line:col: KB101 error message — how to mend it``."""
        severity = {"error": "错误", "warning": "警告"}[self.severity] if lang == "zh" else self.severity
        where = f"{self.file}:{self.line}:{self.column}"
        return f"{where}: {self.code} {severity} {self.message(lang)} — {self.help(lang)}"

    def as_json(self, lang: str) -> dict[str, str | int]:
        """The finding as the object that ``kb check --format json`` prints."""
        return {
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "code": self.code,
            "severity": self.severity,
            "message": self.message(lang),
            "help": self.help(lang),
        }


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any finding forbids publishing."""
    return any(finding.severity == "error" for finding in findings)


class InvalidKnowledgeBase(Exception):
    """The knowledge base holds errors; ``findings`` has them all, sorted."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(f"{sum(f.severity == 'error' for f in findings)} errors in the knowledge base")
        self.findings = findings
