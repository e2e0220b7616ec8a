"""A page, before any site engine has seen it."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from huimin.pages.addresses import COLUMN


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page in one language; ``body`` makes its HTML when asked."""

    kind: str
    lang: str
    address: str
    """Path below the language's folder, such as ``requirements/sharing-one-source.html``."""
    title: str
    description: str
    updated: datetime.date
    entry_file: str | None
    """The YAML file behind it, relative to the knowledge base; None for lists."""
    body: Callable[[], str]
    head: Callable[[], str] = str
    """Makes what the page adds to the head of its HTML, where it adds anything."""

    @property
    def column(self) -> str:
        """The hub that the page stands under, or is."""
        return COLUMN.get(self.kind, self.kind)

    @property
    def path(self) -> str:
        """Path from the site's root."""
        return f"{self.lang}/{self.address}"

    @property
    def other_language(self) -> str:
        """Path of the same page in the other language."""
        return f"{'en' if self.lang == 'zh' else 'zh'}/{self.address}"
