"""What the page "submit a case" loads or offers: the form's data, and the blank template in two shapes.

Script files hand over data by a name that they set, for ``fetch`` does not work from a disc.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from typing import Any

from huimin import LANGUAGES
from huimin.intake.choices import choices_of
from huimin.intake.form import form_data
from huimin.intake.template import template
from huimin.knowledge import KnowledgeBase

_made: dict[str, tuple[Any, bytes]] = {}
"""By language what the last template was made from, and its bytes: while serving most changes do not touch it."""


def page_files(base: KnowledgeBase) -> Iterator[tuple[str, bytes]]:
    """The files as (path from the site's root, bytes)."""
    for lang in LANGUAGES:
        blank = _blank(base, lang)
        text = json.dumps(form_data(base, lang), ensure_ascii=False, separators=(",", ":"))
        yield f"assets/submit-{lang}.js", f"window.huiminSubmit={text};\n".encode()
        yield f"assets/case-template-{lang}.xlsx", blank
        coded = base64.b64encode(blank).decode("ascii")
        yield f"assets/case-template-{lang}.js", f'window.huiminTemplate="{coded}";\n'.encode()


def _blank(base: KnowledgeBase, lang: str) -> bytes:
    labels = [(name, [item.label[lang] for item in found.items]) for name, found in choices_of(base).items()]
    made_from = (base.updated, base.site.title[lang], labels)
    if lang not in _made or _made[lang][0] != made_from:
        _made[lang] = made_from, template(base, None, lang)
    return _made[lang][1]
