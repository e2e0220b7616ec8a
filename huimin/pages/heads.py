"""What some pages add to their head: feeds of cases, and a case as JSON-LD for machines that read pages."""

from __future__ import annotations

import json

from markupsafe import Markup

from huimin.downloads.jsonld import jsonld
from huimin.knowledge import KnowledgeBase
from huimin.model.case import Case
from huimin.workbench.files import data_path

_FEED = Markup('<link rel="alternate" type="application/atom+xml" href="{}feeds/{}.atom">')


def feed_link(to_language: str, name: str) -> str:
    """A link to the feed ``name``, from a page that is ``to_language`` below its language's folder."""
    return str(_FEED.format(to_language, name))


def workbench_head(lang: str) -> str:
    """The style and the scripts of the workbench's page: the guide, then the program, both when the page is there."""
    scripts = (data_path(lang), "assets/workbench.js")
    style = '<link rel="stylesheet" href="../assets/workbench.css">'
    return style + "".join(f'<script src="../{path}" defer></script>' for path in scripts)


def search_head(lang: str) -> str:
    """What the search page would only ask for later: its program, its words, and the index's table of contents."""
    files = ("search-page", f"search/words-{lang}", f"search/{lang}")
    return "".join(f'<script defer src="../assets/{name}.js"></script>' for name in files)


def case_head(kb: KnowledgeBase, case: Case, lang: str) -> str:
    """The JSON-LD of a case (a data block, which no policy takes for a script); nothing in it can end the block."""
    text = json.dumps(jsonld(kb, case, lang), ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{text}</script>' + feed_link("../../", case.province)


def form_scripts(lang: str) -> str:
    """The form's looks, data and script, for a page directly below its language's folder."""
    files = (f"submit-{lang}.js", "submit.js")
    scripts = "".join(f'<script defer src="../assets/{name}"></script>' for name in files)
    return f'<link rel="stylesheet" href="../assets/form.css">{scripts}'
