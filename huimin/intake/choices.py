"""What people choose from: cities, focus areas, themes, requirements, steps, indicators, clauses, and fixed lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from huimin.check.rules import Words
from huimin.check.structure import nearest
from huimin.intake.columns import definition, heading_key
from huimin.knowledge import KnowledgeBase

_SEPARATOR = re.compile(r"[、，,；;\n]")


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice: what the case says, what people see, and other names that are understood."""

    id: str
    label: Words
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unknown:
    """What was written and is no choice, or could be several."""

    written: str
    near: Words | None = None
    several: tuple[str, ...] = ()


@dataclass(slots=True)
class Choices:
    """One list, with a look-up by anything that people may write."""

    name: str
    items: tuple[Choice, ...]
    _by_key: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _marks: int = 0

    def __post_init__(self) -> None:
        def names(of: str) -> Iterator[tuple[str, str]]:
            for item in self.items:
                for name in {
                    "label": (item.label.zh, item.label.en),
                    "id": (item.id,),
                    "also": item.also,
                }[of]:
                    yield heading_key(name), item.id

        # A label counts before an id, an id before another name: one that people see is what they mean.
        for of in ("label", "id", "also"):
            found: dict[str, tuple[str, ...]] = {}
            for key, id_ in names(of):
                found[key] = tuple(dict.fromkeys((*found.get(key, ()), id_)))
            for key, ids in found.items():
                self._by_key.setdefault(key, ids)
        labels = [label for item in self.items for label in (item.label.zh, item.label.en)]
        self._marks = max((len(_SEPARATOR.findall(label)) for label in labels), default=0)

    @property
    def first(self) -> str:
        """The id that stands in where none could be read."""
        return self.items[0].id if self.items else "stand-in"

    def label(self, id_: str, lang: str) -> str:
        """What people see for ``id_``; the id itself where it is no choice."""
        return next((item.label[lang] for item in self.items if item.id == id_), id_)

    def one(self, written: str) -> str | Unknown:
        """The id that is meant by ``written``."""
        ids = self._ids(written)
        return ids[0] if len(ids) == 1 else Unknown(written, None if ids else self._near(written), ids)

    def several(self, written: str) -> list[str | Unknown]:
        """The ids that are meant by ``written``, set apart by line breaks, commas and the like.

        Titles hold such marks themselves, so the longest stretch that is a choice counts.
        """
        found: list[str | Unknown] = []
        marks = [m.start() for m in _SEPARATOR.finditer(written)] + [len(written)]
        start = number = 0
        while number < len(marks):
            # No stretch holds more marks than the choice that has most of them.
            last = min(len(marks), number + self._marks + 1) - 1
            known = (n for n in range(last, number - 1, -1) if len(self._ids(written[start : marks[n]])) == 1)
            number = next(known, number)
            if part := written[start : marks[number]].strip():
                found.append(self.one(part))
            start = marks[number] + 1
            number += 1
        return found

    def _ids(self, written: str) -> tuple[str, ...]:
        key = heading_key(written)
        return self._by_key.get(key, ()) if key else ()

    def some(self, lang: str) -> str:
        """A few choices, to show what is meant."""
        labels = [item.label[lang] for item in self.items[:8]]
        between = "、" if lang == "zh" else ", "
        return between.join(labels) + ("……" if lang == "zh" else " …") * (len(self.items) > 8)

    def _near(self, written: str) -> Words | None:
        names = {name: item for item in self.items for name in (item.label.zh, item.label.en, item.id)}
        found = nearest(written.strip(), list(names))
        return names[found].label if found else None


def choices_of(base: KnowledgeBase, province: str | None = None) -> dict[str, Choices]:
    """All lists by name; cities of one province where it is named, else of all."""
    lists: dict[str, Iterable[Choice]] = {
        name: [Choice(id_, Words(**label)) for id_, label in items.items()]
        for name, items in definition()["choices"].items()
    }
    areas = base.focus_areas.values()
    lists["city"] = _cities(base, province)
    lists["focus-area"] = [
        Choice(a.id, Words(zh=a.title.zh, en=a.title.en), (a.short.zh, a.short.en)) for a in areas
    ]
    lists["theme"] = [
        Choice(f"{a.id}.{t.id}", Words(zh=t.title.zh, en=t.title.en), (t.id,))
        for a in areas
        for t in a.themes
    ]
    lists["requirement"] = [
        Choice(r.id, Words(zh=r.title.zh, en=r.title.en)) for _, _, found in base.by_section for r in found
    ]
    # Titles of steps alone may repeat; the requirement's comes first, so that a list groups them.
    lists["step"] = [
        Choice(f"{r.id}.{s.id}", Words(zh=f"{r.title.zh}：{s.title.zh}", en=f"{r.title.en}: {s.title.en}"))
        for _, _, found in base.by_section
        for r in found
        for s in r.steps
    ]
    lists["indicator"] = [Choice(i.id, Words(zh=i.title.zh, en=i.title.en)) for i in base.indicators.values()]
    lists["clause"] = [Choice(id_, Words(zh=id_, en=id_)) for id_ in base.clauses]
    return {name: Choices(name, tuple(items)) for name, items in lists.items()}


def _cities(base: KnowledgeBase, province: str | None) -> Iterator[Choice]:
    units = base.jurisdictions
    for unit in units.provinces if units else ():
        if province in (None, unit.id):
            # A municipality is a city itself; elsewhere the province stands for what it did as a whole.
            yield Choice(
                unit.id, Words(zh=unit.full_name.zh, en=unit.full_name.en), (unit.name.zh, unit.name.en)
            )
    for city in units.cities if units else ():
        if province in (None, city.province):
            bare = city.name.zh.removesuffix("市")
            yield Choice(city.id, Words(zh=city.name.zh, en=city.name.en), (bare, f"{bare}市"))
