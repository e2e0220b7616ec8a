"""What the page "submit a case" loads or offers: the form's data, and the blank template in two shapes.

Script files hand over data by a name that they set, for ``fetch`` does not work from a disc.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator

from huimin import LANGUAGES
from huimin.intake.form import form_data
from huimin.intake.template import template
from huimin.knowledge import KnowledgeBase


def page_files(base: KnowledgeBase) -> Iterator[tuple[str, bytes]]:
    """The files as (path from the site's root, bytes)."""
    for lang in LANGUAGES:
        blank = template(base, None, lang)
        text = json.dumps(form_data(base, lang), ensure_ascii=False, separators=(",", ":"))
        yield f"assets/submit-{lang}.js", f"window.huiminSubmit={text};\n".encode()
        yield f"assets/case-template-{lang}.xlsx", blank
        coded = base64.b64encode(blank).decode("ascii")
        yield f"assets/case-template-{lang}.js", f'window.huiminTemplate="{coded}";\n'.encode()
