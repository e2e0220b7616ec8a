"""Warnings about how texts are set: languages mixed, punctuation of the wrong width, stray spaces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from huimin.check.rules import Report
from huimin.markdown import IMAGE, render
from huimin.model.contact import Contact
from huimin.model.entry import Entry
from huimin.model.fields import Prose
from huimin.model.term import Term
from huimin.model.walk import texts

HAN = "\u3400-\u9fff\uf900-\ufaff"
LATIN = re.compile(r"[A-Za-z][A-Za-z0-9+#./'-]*")
HAN_RUN = re.compile(rf"[{HAN}]+")
# No look-behind, and nothing that JavaScript reads differently: the form in the page warns by the same patterns
# (intake/form.py). What is found is the group that took part.
HALF = re.compile(rf"[{HAN}”’》）]([,;:!?()])(?!//)|([,;:!?()])(?=[{HAN}“‘《（])|[{HAN}](\.)(?=\s|$|[{HAN}])")
FULL = re.compile(r"[\uff00-\uff60\u3001-\u3011\u3014-\u301f]")
_SPACE = "[ \t\u00a0\u2002-\u200a\u3000]+"
SPACED = re.compile(
    rf"^([\u00a0\u3000]+)|[{HAN}，。；：！？、]({_SPACE})(?=[{HAN}])|[{HAN}]({_SPACE})(?=[，。；：！？、])"
)
LINK_TARGET = re.compile(r"\]\([^)\s]*\)|https?://[^\s）)]+")
MARKUP = re.compile(r"^\s*(?:[-+]|\d+\.)\s+|\*\*|__|`", re.MULTILINE)
MARKS = re.compile(r"\]\(|\]\[|\*\*|^#{1,6} |^(?:&gt;|>) |^\|.*\|$", re.MULTILINE)
_LIKE_MARKS = ("](", "][", "**", "\n#", "\n&gt;", "\n>", "\n|")
"""What each of the marks holds, a line's beginning as its end before: looked for first, for it costs next to nothing."""
_TELLING = re.compile(r"[A-Za-z,;:!?().\s]")
"""Chinese without any of these has nothing of what is warned of."""
_TAGS = re.compile(r"<[^>]*>")
_TELEPHONE = re.compile(r"^(?:0\d{2,3}-\d{7,8}(?:-\d{1,5})?|1[3-9]\d{9}|400-\d{3}-\d{4}|1\d{4}|9\d{4,5})$")


def allow_list(terms: Iterable[Term]) -> frozenset[str]:
    """Latin words that may stand in Chinese text, from the glossary."""
    return frozenset(word.lower() for term in terms for name in term.latin for word in LATIN.findall(name))


class StyleCheck:
    """Checks entries one by one."""

    def __init__(self, terms: Iterable[Term], report: Report) -> None:
        self._allowed = allow_list(terms)
        self._report = report

    def check(self, entry: Entry) -> None:
        """Adds the warnings for ``entry``."""
        found = self._report
        all_texts = list(texts(entry))
        whole = "\n".join(["", *(text[lang] for _, text in all_texts for lang in ("zh", "en"))])
        may_have_marks = any(mark in whole for mark in _LIKE_MARKS)
        for path, text in all_texts:
            for lang in ("zh", "en") if may_have_marks else ():
                if raw := raw_markdown(text[lang], is_prose=isinstance(text, Prose)):
                    at = (*path, lang)
                    found.add("KB412", entry.file, entry.place(at, snippet=raw), found=raw)
            if _TELLING.search(text.zh):
                self._chinese(entry, (*path, "zh"), text.zh, found)
            if not text.en.isascii():
                self._english(entry, (*path, "en"), text.en, found)
            if text.is_stale:
                found.add("KB408", entry.file, entry.place((*path, "en")), digest=text.of)
        if isinstance(entry, Contact):
            for index, telephone in enumerate(entry.telephones):
                if not _TELEPHONE.match(telephone.number):
                    at = ("telephones", index, "number")
                    found.add("KB407", entry.file, entry.place(at), number=telephone.number)

    def _chinese(self, entry: Entry, at: tuple[str | int, ...], content: str, report: Report) -> None:
        # Links' targets and Markdown's own marks are not prose.
        content = MARKUP.sub("", LINK_TARGET.sub("]", content))

        def add(code: str, found: str) -> None:
            report.add(code, entry.file, entry.place(at, snippet=found), found=found)

        for word in LATIN.findall(content):
            if word.strip("./-'+#").lower() not in self._allowed:
                add("KB401", word)
        if match := HALF.search(content):
            add("KB403", _around(content, match))
        if match := SPACED.search(content):
            add("KB405", _around(content, match))

    def _english(self, entry: Entry, at: tuple[str | int, ...], content: str, report: Report) -> None:
        content = LINK_TARGET.sub("]", content)

        def add(code: str, found: str) -> None:
            report.add(code, entry.file, entry.place(at, snippet=found), found=found)

        if match := HAN_RUN.search(content):
            add("KB402", match.group())
        elif match := FULL.search(content):
            add("KB404", match.group())


def raw_markdown(content: str, *, is_prose: bool) -> str:
    """The first mark of Markdown that readers would see as it is typed, or an empty string.

    Short texts take none; long ones take only what the safe subset knows, and only whole.
    """
    match = MARKS.search(content)
    if match and IMAGE.search(content):
        return ""  # an image is an error of its own (KB303)
    if match and is_prose:
        match = MARKS.search(_TAGS.sub("", render(content).html))
    return match.group() if match else ""


def _around(content: str, match: re.Match[str]) -> str:
    """The match with the character on each side, so that it can be found by eye."""
    start, end = match.span(match.lastindex or 0)
    return content[max(0, start - 1) : end + 1]


def check_terms_used(terms: Iterable[Term], entries: Sequence[Entry], report: Report) -> None:
    """Warns of a term that no text uses: a glossary explains words that stand somewhere."""
    waiting = {term.id: term for term in terms}
    for entry in reversed(
        entries
    ):  # requirements use nearly all; cases, by name before them, need not be searched
        if isinstance(entry, Term):
            continue
        if not waiting:
            return
        whole = "\n".join(text.zh for _, text in texts(entry))
        for term in list(waiting.values()):
            names = (term.term.zh, *term.also.zh, *term.latin)
            if any(name in whole for name in names):
                del waiting[term.id]
    for term in waiting.values():
        report.add("KB406", term.file, term.place(("term",)), term=term.term.zh)
