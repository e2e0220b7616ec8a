"""CODEOWNERS from ``approvers.yaml``: GitHub and GitLab ask the owners of a file for their review.

The last line that matches a file decides (GitHub's "About code owners"): first everything to the maintainers,
then each province's folder to its accounts.
"""

from __future__ import annotations

from huimin import LANGUAGES
from huimin.model.approval import Approvers
from huimin.review.rights import MAINTAINERS, Rights
from huimin.review.words import listed, say

MARK = "kb codeowners"
"""Stands in the first line; by it a file is known to be ours to replace."""


def codeowners(approvers: Approvers, prefix: str) -> str:
    """The whole file, the same for the same data; ``prefix`` leads to the knowledge base, such as ``kb/``."""
    rights = Rights.of(approvers)
    file = f"{prefix}approvers.yaml"
    provinces = sorted(set(rights.accounts) - {MAINTAINERS})
    without = [province for province in provinces if not rights.accounts[province]]
    lines = [*_remark("owners-generated", approvers=file), ""]
    if maintainers := rights.accounts.get(MAINTAINERS):
        lines += [*_remark("owners-maintainers"), f"* {' '.join(maintainers)}"]
    else:
        lines += _remark("owners-no-maintainers", approvers=file)
    if len(without) < len(provinces):
        lines += ["", *_remark("owners-provinces")]
    lines += [
        f"/{_escaped(prefix)}cases/{province}/ {' '.join(rights.accounts[province])}"
        for province in provinces
        if rights.accounts[province]
    ]
    if without:
        lines += ["", *_remark("owners-without", provinces=listed(without))]
    return "\n".join(lines) + "\n"


def _remark(key: str, **words: object) -> list[str]:
    return [f"# {say(key, lang, **words)}" for lang in LANGUAGES]


def _escaped(path: str) -> str:
    """A path as a pattern: white space and the signs of patterns with a backslash before them (gitignore(5))."""
    return "".join(f"\\{c}" if c in " \t\\*?[#!" else c for c in path)
