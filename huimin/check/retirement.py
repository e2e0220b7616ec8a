"""What was retired: entered once, not in use again, with somewhere to be shown, and successors that lead on."""

from __future__ import annotations

from collections.abc import Mapping

from huimin.check.references import KINDS_IN_WORDS, Ids
from huimin.check.rules import Report
from huimin.check.structure import nearest
from huimin.model.entry import Entry
from huimin.model.retired import Retired
from huimin.retirement import Retirements, claims, owner_of

_DOTS = {"requirement": (0,), "indicator": (0,), "focus-area": (0,), "theme": (1,), "step": (1, 2)}
"""How many full stops an id of a kind has."""


def check_supersedes(entry: Entry, retirements: Retirements, ids: Ids, report: Report) -> None:
    """Whatever an entry supersedes was retired; a draft may name what is still in use until it is published."""
    for (kind, _), path, superseded in claims(entry):
        for index, old in enumerate(superseded):
            if (kind, old) in retirements.items or (not entry.is_shown and old in ids[kind]):
                continue
            known = [id_ for of, id_ in retirements.items if of == kind]
            report.add(
                "KB227",
                entry.file,
                entry.place((*path, "supersedes", index)),
                kind=KINDS_IN_WORDS[kind],
                id=old,
                near=nearest(old, known),
            )


def check_retired(retired: Retired, retirements: Retirements, ids: Ids, report: Report) -> None:
    """Each retired thing by itself; that its id stands once is looked at as in every list."""
    for index, item in enumerate(retired.items):

        def add(code: str, field: str, index: int = index, **words: object) -> None:
            report.add(code, retired.file, retired.place(("items", index, field)), **words)

        if item.id.count(".") not in _DOTS[item.kind]:
            add("KB107", "id", id=item.id)
            continue
        kind = KINDS_IN_WORDS[item.kind]
        if item.on > retired.updated:
            add("KB106", "on", value=item.on.isoformat())
        if _in_use(ids[item.kind], item.id):
            add("KB223", "id", kind=kind, id=item.id)
        elif retirements.is_circle(item.kind, item.id):
            add("KB224", "id", id=item.id)
        owner = owner_of(item)
        if owner and owner not in retirements.items and owner[1] not in ids[owner[0]]:
            add("KB225", "id", kind=kind, id=item.id, owner_kind=KINDS_IN_WORDS[owner[0]], owner=owner[1])


def _in_use(known: Mapping[str, object], id_: str) -> bool:
    """Whether an id is taken for certain; where a file cannot be read, any id counts as known but not as taken."""
    return id_ in known and known.get(id_, known) is not known
