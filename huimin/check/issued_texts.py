"""The issued texts that a publisher provides, held against the clauses of their sources."""

from __future__ import annotations

from pathlib import Path

from huimin.check.references import KINDS_IN_WORDS
from huimin.check.rules import Report
from huimin.model.site import Site
from huimin.model.source import Source
from huimin.read.files import read_ordinary
from huimin.source_text import MAX_TEXT, compare


def issued_texts(root: Path, site: Site, sources: dict[str, Source], report: Report) -> dict[str, str]:
    """The words of each clause in the texts that the settings name; each must be inside ``root`` and match."""
    words: dict[str, str] = {}
    base = root.resolve()
    for source_id, name in site.source_texts.items():
        place = site.place(("source_texts", source_id))
        source = sources.get(source_id)
        if source is None:
            report.add("KB201", site.file, place, kind=KINDS_IN_WORDS["source"], id=source_id, near="")
            continue
        path = (base / name).resolve() if "\0" not in name else base
        if not path.is_relative_to(base) or (base / name).is_symlink():
            report.add("KB007", site.file, place, path=name)
            continue
        try:
            comparison = compare(source, read_ordinary(path, MAX_TEXT).decode("utf-8-sig"))
        except (OSError, UnicodeDecodeError) as error:
            report.add("KB011", site.file, place, reason=getattr(error, "strerror", None) or "UTF-8")
            continue
        for clause, _ in comparison.differing:
            report.add("KB209", site.file, place, id=clause.id)
        words.update(comparison.matched)
    return words
