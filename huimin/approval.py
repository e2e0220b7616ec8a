"""What an approval is bound to: digests of a case's content, and where a case stands because of them.

A digest proves that content is unchanged since it was approved. Who approved rests on reviewed, protected branches.
"""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any, Literal

from huimin.model.case import ApprovedCase, Case

CaseStatus = Literal["draft", "submitted", "published", "changed", "compiled", "withdrawn"]
"""Where a case stands for readers: ``published`` is approved and unchanged, ``changed`` is changed since approval."""

_NOT_CONTENT = frozenset({"updated", "exempt", "state", "approval", "withdrawal"})
_HAN = "\u3001-\u303f\u3400-\u9fff\uf900-\ufaff\uff01-\uff60“”‘’…—"
_WRAPPED = re.compile(rf"(?<=[{_HAN}])(?: +| *\n *)(?=[{_HAN}])")
"""What YAML makes of a line that was wrapped within Chinese text; a blank line is a paragraph and stays."""


def content_digest(case: Case) -> str:
    """SHA-256, in hex, of the Chinese texts and all figures, dates and references as canonical JSON.

    Reformatting, comments and the English do not change it; any change of words or numbers does. Chinese has
    no spaces, so where a line was wrapped between two of its characters does not matter either.
    """
    return _digest(_language(_content(case), drop="en"))


def english_digest(case: Case) -> str:
    """SHA-256, in hex, of the English texts with their places, as canonical JSON."""
    return _digest(_language(_content(case), drop="zh"))


def status_of(case: Case) -> CaseStatus:
    """Where ``case`` stands; approved words that are shown in place of newer ones are changed since."""
    if isinstance(case, ApprovedCase):
        return "changed"
    if case.state != "approved":
        return case.state
    unchanged = case.approval is not None and case.approval.digest == content_digest(case)
    return "published" if unchanged else "changed"


def words_for_readers(case: Case, approved: ApprovedCase | None, status: CaseStatus | None = None) -> Case:
    """What ``make site`` shows: the case, or the words last approved while a change awaits approval.

    ``status`` is where the case stands, if that was found before: it takes the digest of all its content.
    """
    return approved if approved is not None and (status or status_of(case)) == "changed" else case


def _content(case: Case) -> dict[str, Any]:
    content = case.model_dump(mode="json", exclude_none=True, exclude=set(_NOT_CONTENT))
    if not content["steps"]:
        del content["steps"]  # approvals from before there were steps stay valid
    return content


def _language(value: Any, drop: str) -> Any:  # noqa: ANN401
    """``value`` without one language of each text and without the digests of translation."""
    if isinstance(value, dict):
        is_text = "zh" in value and "en" in value
        return {k: _language(v, drop) for k, v in value.items() if not (is_text and k in (drop, "of"))}
    if isinstance(value, list):
        return [_language(item, drop) for item in value]
    if not isinstance(value, str):
        return value
    value = value.strip()
    return _WRAPPED.sub("", value) if " " in value or "\n" in value else value


def _digest(content: Any) -> str:  # noqa: ANN401
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
