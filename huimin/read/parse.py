"""From the bytes of one file to a document, or to everything that is wrong with them."""

from __future__ import annotations

import re
from typing import Any

import yaml

from huimin.read.document import Document, Place, place_at, text_of
from huimin.read.guard import MAX_BYTES, Broken, is_plainly_shallow, unsafe_character, walk_events
from huimin.read.loader import KnowledgeLoader
from huimin.read.quick import quick
from huimin.read.values import plain

TOP = Place(1, 1)
_KEY = r"^[ ]*(?:- +)?[A-Za-z_]+"
# What keyboards and pasted text give; libyaml stumbles over it lines later.
_TYPED = (
    (re.compile(rf"{_KEY}：", re.MULTILINE), "full-width colon"),
    (re.compile(rf"^[ ]*[\u00a0\u3000]|{_KEY}:[\u00a0\u3000]", re.MULTILINE), "odd space"),
)
_CUT_OFF = re.compile(r"^[ \-]*(?:zh|en): +(?![\"'|>#]).*?[ \t](#)", re.MULTILINE)
_MENDED_WHERE_BEGUN = ("end of stream", "expected ':'", "expected ',' or", "alphabetic or numeric")


def parse(file: str, data: bytes) -> tuple[Document | None, list[Broken]]:
    """Reads ``data`` as the file named ``file``; no bytes whatever make it raise.

    Returns the document, or None where there is nothing to go on with, and what was broken.
    """
    if len(data) > MAX_BYTES:
        return None, [Broken("KB004", TOP, {"size": len(data), "limit": MAX_BYTES})]
    try:
        text = text_of(data)
    except UnicodeDecodeError as error:
        good = data[: error.start].decode("utf-8-sig", errors="replace")
        return None, [Broken("KB001", place_at(good, len(good)), {"byte": f"0x{data[error.start]:02x}"})]
    if unsafe := unsafe_character(text):
        name = f"U+{ord(unsafe.group()):04X}"
        return None, [Broken("KB008", place_at(text, unsafe.start()), {"character": name})]
    try:
        values, broken = _compose(text)
    except yaml.MarkedYAMLError as error:
        for pattern, problem in _TYPED:
            if typed := pattern.search(text):
                return None, [Broken("KB002", place_at(text, typed.end() - 1), {"problem": problem})]
        # What has no end, and a key without its colon, are mended where they begin.
        begins = any(words in (error.problem or "") for words in _MENDED_WHERE_BEGUN)
        mark = (error.context_mark if begins else None) or error.problem_mark or error.context_mark
        place = Place(mark.line + 1, mark.column + 1) if mark else TOP
        return None, [Broken("KB002", place, {"problem": error.problem or error.context or "?"})]
    except yaml.reader.ReaderError as error:
        return None, [Broken("KB002", TOP, {"problem": str(error.reason)})]
    if " #" in text or "\t#" in text:
        broken += [Broken("KB012", place_at(text, match.start(1)), {}) for match in _CUT_OFF.finditer(text)]
    return None if values is None else Document(file, data, values), broken


def _compose(text: str) -> tuple[dict[str, Any] | None, list[Broken]]:
    if is_plainly_shallow(text):
        if (values := quick(text)) is not None:
            return values, []
    elif bound := walk_events(text):
        return None, [bound]
    try:
        root = yaml.compose(text, Loader=KnowledgeLoader)
    except yaml.composer.ComposerError as error:  # several documents
        mark = error.problem_mark
        place = Place(mark.line + 1, mark.column + 1) if mark else TOP
        what = "---" if "single document" in (error.context or "") else (error.problem or "?")
        code = "KB010" if what == "---" else "KB002"
        return None, [Broken(code, place, {"what": what, "problem": what})]
    if not isinstance(root, yaml.MappingNode):
        return None, [Broken("KB103", TOP, {"wanted": "dict", "got": "none" if root is None else "other"})]
    return plain(root, has_aliases="&" in text)
