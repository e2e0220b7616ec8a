"""Links that lead out of the edition: they say in words, not only by looks, that they need a network."""

from __future__ import annotations

import re

from markupsafe import escape

from huimin.pages.words import say

_OUTSIDE = re.compile(r'(<a\s(?:[^>]*\s)?href="https?:[^>]*>.*?)(?=</a>)', re.DOTALL | re.IGNORECASE)


def mark_outside(html: str, lang: str) -> str:
    """A page for the edition for a disc: words inside each link to elsewhere, and a sign for the style sheet.

    The words are text, for what a style sheet adds is neither found nor copied, nor read out by every screen reader.
    The sign ``data-disc`` is for links that scripts make later.
    """
    words = f'<span class="hm-network">{escape(say("needs-network", lang))}</span>'
    return _OUTSIDE.sub(lambda link: link[1] + words, html).replace("<html", "<html data-disc", 1)
