"""The two pages that stand outside the site: where a disc starts, and what is said in the place of a page that is not kept."""

from __future__ import annotations

from importlib import resources

import jinja2

from huimin.knowledge import KnowledgeBase
from huimin.pages.words import words
from huimin.shell import POLICY


def fill(name: str, kb: KnowledgeBase) -> str:
    """The whole HTML of the template ``name`` in this folder."""
    source = resources.files("huimin.offline").joinpath(name).read_text(encoding="utf-8")
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(source).render(kb=kb, words=words(), policy=POLICY)
