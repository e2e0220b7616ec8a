"""The list of all cases in pages, and in parts that the first page's filters load: no page grows with the cases.

A part is a script file and not JSON, for ``fetch`` does not work from a disc.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from huimin import LANGUAGES
from huimin.knowledge import KnowledgeBase
from huimin.pages.render import Renderer

PER_PAGE = 100
PER_PART = 500


def list_pages(kb: KnowledgeBase) -> Iterator[tuple[str, dict[str, Any]]]:
    """The address of each page of the list, and what its template is given."""
    cases = kb.cases_in_order
    pages = max(1, -(-len(cases) // PER_PAGE))
    parts = -(-max(0, len(cases) - PER_PAGE) // PER_PART)
    for number in range(1, pages + 1):
        shown = cases[(number - 1) * PER_PAGE : number * PER_PAGE]
        address = "cases.html" if number == 1 else f"cases-{number}.html"
        yield address, {"cases": shown, "number": number, "pages": pages, "parts": parts}


def case_parts(kb: KnowledgeBase) -> Iterator[tuple[str, str]]:
    """The cases that do not stand on the first page, as scripts that hand over list items: (path, text)."""
    rest = kb.cases_in_order[PER_PAGE:]
    for lang in LANGUAGES if rest else ():
        renderer = Renderer(kb, lang)
        for number, start in enumerate(range(0, len(rest), PER_PART), 1):
            items = renderer.body("case-items", f"{lang}/cases.html", cases=rest[start : start + PER_PART])
            text = json.dumps(items, ensure_ascii=False).replace("</", "<\\/")
            yield f"assets/cases/{lang}-{number}.js", f"huiminItems({text});\n"
