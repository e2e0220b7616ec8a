"""One made-up case of a province, valid by every rule; it follows from the seed and its number alone."""

from __future__ import annotations

import datetime

from huimin.knowledge import KnowledgeBase
from huimin.synth.chance import Chance
from huimin.synth.sentences import Sentences, Values, text, word_list

_QUALIFIERS = ("exact", "about", "more-than", "less-than", "at-least", "at-most")
_NOT_STATED: Values = {"basis": "not-stated"}


def synthetic_case(kb: KnowledgeBase, province: str, slug: str, chance: Chance) -> Values:
    """The fields of a case, in the order of files that people write; an approval still lacks its digests."""
    return _Maker(kb, province, slug, chance).case()


class _Maker:
    def __init__(self, kb: KnowledgeBase, province: str, slug: str, chance: Chance) -> None:
        self._kb = kb
        self._province = province
        self._slug = slug
        self._chance = chance
        cities = [city.id for city in kb.cities_of.get(province, [])]
        self._city = chance.one(cities or [province])
        self._start = chance.between(kb.updated.year - 15, kb.updated.year - 5)
        self._belongs = self._what_it_belongs_to()
        self._say = Sentences(
            chance, kb.place_names[self._city], self._start, self._belongs["requirements"][0]
        )
        self._sources = [self._source(*item) for item in chance.some(word_list("sources"), 1, 5)]

    def case(self) -> Values:
        chance = self._chance
        end = self._start + chance.between(1, 5)
        updated = (self._kb.updated - datetime.timedelta(days=chance.between(0, 1000))).isoformat()
        return {
            "id": f"{self._province}/{self._slug}",
            "state": "compiled",
            "updated": updated,
            "title": self._say.title(),
            "summary": self._say.summary(),
            "city": self._city,
            "years": {"start": self._start} | ({"end": end} if chance.happens(0.7) else {}),
            "outcome": chance.one(("worked", "worked", "worked", "mixed", "did-not-work")),
            **self._belongs,
            "lead": {"basis": "source", "text": self._say.receiver, "sources": self._some_sources()},
            "partners": [text(pair) for pair in chance.some(word_list("offices"), 0, 4)],
            "problem": self._stated("problems", 1, 4, reading=0.6),
            "approach": self._stated("approaches", 2, 9, as_list=chance.happens(0.4)),
            "sharing": self._sharing(),
            "results": self._results(),
            "cost": self._stated("costs", 1, 1) if chance.happens(0.4) else _NOT_STATED,
            "copy_this": [self._stated("copy", 1, 2, reading=0.9) for _ in range(chance.between(1, 3))],
            "avoid_this": [self._stated("avoid", 1, 1, reading=1.0) for _ in range(chance.between(0, 2))],
            "uncertain": [self._say.several("uncertain", 1, 1) for _ in range(chance.between(0, 2))],
            "sources": self._sources,
        } | self._standing(updated)

    def _what_it_belongs_to(self) -> Values:
        """A focus area with themes, requirements, steps and clauses that belong together."""
        kb, chance = self._kb, self._chance
        area = chance.one(list(kb.focus_areas.values()))
        themes = chance.some(area.themes, 1, 2)
        near = [kb.requirements[id_] for theme in themes for id_ in theme.requirements]
        near = near or kb.requirements_of_area.get(area.id) or list(kb.requirements.values())
        requirements = chance.some(list(dict.fromkeys(r.id for r in near)), 1, 4)
        steps = [f"{id_}.{step.id}" for id_ in requirements for step in kb.requirements[id_].steps]
        clauses = [clause for id_ in requirements for clause in kb.requirements[id_].clauses[:2]]
        return {
            "focus_areas": [area.id],
            "themes": [f"{area.id}.{theme.id}" for theme in themes],
            "requirements": requirements,
            "steps": chance.some(steps, 0, 3),
            "clauses": list(dict.fromkeys(clauses)),
        }

    def _standing(self, updated: str) -> Values:
        """The state and its record: most stay compiled, a quarter is approved, some are withdrawn."""
        if self._chance.happens(0.05):
            reason = text(self._chance.one(word_list("withdrawals")))
            return {"state": "withdrawn", "withdrawal": {"date": updated, "reason": reason}}
        approvers = self._kb.approvers.approvers if self._kb.approvers else ()
        approver = next((a.id for a in approvers if a.province == self._province), None)
        if approver is None or not self._chance.happens(0.25):
            return {}
        record = {
            "approver": approver,
            "office": text(("虚构的处室", "Synthetic section")),
            "number": f"虚构〔{updated[:4]}〕{self._chance.between(1, 400)}号",
            "date": updated,
        }
        return {"state": "approved", "approval": record}

    def _stated(
        self, name: str, least: int, most: int, *, reading: float = 0.0, as_list: bool = False
    ) -> Values:
        """A statement from sources or, as likely as ``reading``, of our own."""
        words = self._say.several(name, least, most, as_list=as_list)
        if self._chance.happens(reading):
            return {"basis": "reading", "text": words}
        return {"basis": "source", "text": words, "sources": self._some_sources()}

    def _some_sources(self) -> list[str]:
        return self._chance.some([source["id"] for source in self._sources], 1, 2)

    def _sharing(self) -> Values:
        chance = self._chance
        if chance.happens(0.15):
            return _NOT_STATED
        givers, data = chance.some(word_list("offices"), 3, 3), chance.some(word_list("data"), 1, 3)
        flows = [
            {"data": text(what), "giver": text(giver), "receiver": self._say.receiver}
            for what, giver in zip(data, givers, strict=False)
        ]
        return self._stated("sharing", 1, 4) | {
            "flows": flows,
            "mechanism": self._stated("mechanisms", 1, 2),
            "rules": self._stated("rules", 1, 1) if chance.happens(0.5) else _NOT_STATED,
        }

    def _results(self) -> list[Values]:
        """Results of one year each, the first often over several years."""
        chance = self._chance
        found: list[Values] = []
        for zh, en, unit, unit_en, least, most in chance.some(word_list("metrics"), 1, 5):
            years = chance.between(2, 4) if not found and chance.happens(0.5) else 1
            for year in range(years):
                found.append(
                    {
                        "metric": text((zh, en)),
                        "value": chance.between(least, most),
                        "unit": text((unit, unit_en)),
                        "qualifier": chance.one(_QUALIFIERS),
                        "date": str(self._start + year),
                        "source": chance.one(self._sources)["id"],
                    }
                    | ({"series": "over-time"} if years > 1 else {})
                )
        return found

    def _source(self, id_: str, zh: str, en: str, publisher: str, publisher_en: str, quality: str) -> Values:
        return {
            "id": id_,
            "title": text(self._say.filled((zh, en))),
            "publisher": text((publisher, publisher_en)),
            "date": f"{self._start + 1}-{self._chance.between(1, 12):02}",
            "url": f"https://example.org/synthetic/{self._province}/{self._slug}/{id_}",
            "quality": quality,
            "seen": self._chance.one(("text", "search-excerpt", "not-opened")),
        }
