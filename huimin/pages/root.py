"""The page at the site's root: it leads to the reader's language, and offers both without JavaScript."""

from __future__ import annotations

from huimin.knowledge import KnowledgeBase
from huimin.pages.environment import environment
from huimin.shell import POLICY


def root_page(kb: KnowledgeBase) -> str:
    """The whole HTML of ``index.html``."""
    return environment("zh").get_template("root.html").render(kb=kb, policy=POLICY)
