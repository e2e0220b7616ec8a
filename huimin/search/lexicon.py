"""The Latin words of a language with how many records hold them: to complete a prefix, and for mistyped words."""

from __future__ import annotations

from collections.abc import Mapping

SIZE = 4000
"""Bytes in a part, about."""


def lexicon(counts: Mapping[str, int]) -> tuple[list[list[list[str | int]]], list[str]]:
    """The parts, in order of the alphabet, each a list of ``[word, records]``; and the first word of each part."""
    words = sorted(term for term in counts if term.isascii() and term.isalpha() and len(term) > 2)
    parts: list[list[list[str | int]]] = []
    size = SIZE
    for word in words:
        if size >= SIZE:
            parts.append([])
            size = 0
        parts[-1].append([word, counts[word]])
        size += len(word) + 6
    return parts, [str(part[0][0]) for part in parts]
