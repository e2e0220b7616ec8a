"""The theme's page, rendered once with marks in it and then filled for each entry.

Rendering the theme costs some ten milliseconds, filling it microseconds. The marks are found once;
what is filled in is never searched again, so no content can be taken for a mark.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_MARK = re.compile("\ue000([a-z_]+)\ue001")
_INDENT = re.compile(r"\n\s+")
POLICY = (
    "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
)
"""The Content-Security-Policy (CSP 3) of every page: all from the site itself, nothing inline."""


def mark(name: str) -> str:
    """The characters (of Unicode's private use area) that stand for ``name`` in a shell."""
    return f"\ue000{name}\ue001"


class Shell:
    """A page of the theme with marks, cut at them, without the indents of its templates (a seventh of each page)."""

    def __init__(self, html: str) -> None:
        pieces = _MARK.split(_INDENT.sub("\n", html))
        self._texts, self._names = pieces[::2], pieces[1::2]

    def fill(self, values: Mapping[str, str]) -> str:
        """The page with every mark replaced by its value.

        Raises:
            KeyError: where the shell holds a mark that ``values`` lacks.
        """
        filled = [self._texts[0]]
        for name, text in zip(self._names, self._texts[1:], strict=True):
            filled += (values[name], text)
        return "".join(filled)
