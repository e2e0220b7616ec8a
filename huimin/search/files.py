"""The files of the index below ``assets/search/``.

They are classic scripts that hand over data, for ``fetch`` does not work from a disc. Each calls
``huiminSearch(name, data)``. Only the manifests keep their names; all else lies in a folder, or has a name, with a
digest of what it holds, so that it may be kept for ever. Files grow in number with the entries, not in size: a term
is found by its hash, and what many records hold is continued elsewhere.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from huimin.knowledge import KnowledgeBase
from huimin.search.facets import facets
from huimin.search.lexicon import lexicon
from huimin.search.pinyin import Reader
from huimin.search.postings import Postings
from huimin.search.record import KINDS, Record
from huimin.search.records import records
from huimin.search.shards import shards
from huimin.search.tables import glossary, homophones, traditional

FOLDER = "assets/search/"
TEXTS = {"case": 1, "source": 1, "requirement": 1, "theme": 1, "indicator": 1, "page": 2, "contact": 2}
"""Records in a file of texts, so that it has one or two kilobytes; of the kinds not named here ``FEW``."""
FEW = 4


def search_files(kb: KnowledgeBase, lang: str) -> Iterator[tuple[str, str]]:
    """The index of one language, as (path from the site's root, text)."""
    of_language = records(kb, lang)
    reader = Reader(name.zh for name in kb.place_names.values()) if lang == "zh" else None
    postings = Postings(of_language, reader)
    found = shards(postings)
    words, first_words = lexicon(found.counts)
    dimensions = facets(kb, of_language, lang)
    data = {
        **found.files,
        **{f"l{number}": part for number, part in enumerate(words)},
        **{f"f-{name}": values for name, values in dimensions.items()},
        **{f"t{number}": part for number, part in enumerate(_texts(of_language))},
    }
    texts = {name: _json(value) for name, value in data.items()}
    digest = hashlib.sha256()
    for name, text in texts.items():
        digest.update(f"{name}\n{text}\n".encode())
    folder = f"{lang}-{digest.hexdigest()[:12]}"
    for name, text in texts.items():
        yield _script(f"{folder}/{name}", text)
    manifest: dict[str, Any] = {
        "edition": kb.edition,
        "updated": kb.updated.isoformat(),
        "folder": folder,
        "docs": len(of_language),
        "heads": found.heads,
        "positions": found.places,
        "kinds": _kinds(of_language),
        "lexicon": first_words,
        "facets": list(dimensions),
    }
    # Each language's pages ask for all of them, so each has them, under names that are the same where they are.
    han = {term for term in found.counts if len(term) == 1 and term > "\u2fff"}
    for name, table in (
        ("traditional", traditional(han)),
        ("pinyin", homophones(han)),
        ("glossary", glossary(kb)),
    ):
        text = _json(table)
        manifest[name] = f"{name}-{hashlib.sha256(text.encode()).hexdigest()[:12]}"
        yield _script(manifest[name], text)
    yield _script(lang, _json(manifest))


def _kinds(of_language: list[Record]) -> list[tuple[str, int, int, int]]:
    """Each kind that there is, its first record, how many it has, and how many in a file of texts."""
    counts: dict[str, int] = defaultdict(int)
    for record in of_language:
        counts[record.kind] += 1
    found, first = [], 0
    for kind in KINDS:
        if counts[kind]:
            found.append((kind, first, counts[kind], TEXTS.get(kind, FEW)))
            first += counts[kind]
    return found


def _texts(of_language: list[Record]) -> Iterator[list[tuple[str, str, str, str, str]]]:
    for _, first, count, per in _kinds(of_language):
        for start in range(first, first + count, per):
            part = of_language[start : min(start + per, first + count)]
            yield [(r.id, r.address, r.title, r.up, r.text) for r in part]


def _json(value: object) -> str:
    """JSON that is a script's literal in any browser, and cannot end a script's element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("</", "<\\/").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _script(name: str, text: str) -> tuple[str, str]:
    return f"{FOLDER}{name}.js", f"huiminSearch({json.dumps(name)},{text})\n"
