"""A small reader of the files of an index, by their description and nothing else of the package."""

import json
from itertools import pairwise

CONTINUES = 50_000


def numbers(text):
    found, sum_ = [], 0
    for code in map(ord, text):
        value = code - (35 if code < 92 else 36)
        sum_ += value
        if value < CONTINUES:
            found.append(sum_)
            sum_ = 0
    return found


def fnv(text):
    found = 2166136261
    units = text.encode("utf-16-le")
    for at in range(0, len(units), 2):
        found = (found ^ int.from_bytes(units[at : at + 2], "little")) * 16777619 % 2**32
    return found


class Index:
    """The index of one language, from its files by path."""

    def __init__(self, files, lang):
        self.files = files
        self.manifest = self.load(lang)

    def load(self, name):
        text = self.files[f"assets/search/{name}.js"]
        start = f'huiminSearch("{name}",'
        assert text.startswith(start)
        return json.loads(text.removeprefix(start).removesuffix(")\n"))

    def _file(self, name):
        return self.load(f"{self.manifest['folder']}/{name}")

    def _in_file(self, kind, count, term):
        return self._file(f"{kind}{fnv(term) % count}").get(term, "")

    def _chunks(self, term):
        """The chunks of a term: texts of records, and of places."""
        head = self._in_file("h", self.manifest["heads"], term)
        if not head.startswith(" "):
            return [(head, self._in_file("p", self.manifest["positions"], term))]
        count, first, *starts = numbers(head[1:])
        found = []
        for chunk in range(first, first + len(starts)):
            placed = f"assets/search/{self.manifest['folder']}/q{chunk}.js" in self.files
            found.append((self._file(f"c{chunk}"), self._file(f"q{chunk}") if placed else ""))
        assert sum(len(numbers(head)) for head, _ in found) == 2 * count
        return found

    def weights(self, term):
        """The records with a term, and its weight in each."""
        found = {}
        for head, _ in self._chunks(term):
            doc = 0
            values = numbers(head)
            for gap, weight in zip(values[::2], values[1::2], strict=True):
                doc += gap
                found[doc] = weight
        return found

    def places(self, term):
        """The records with a term, and where it stands in each."""
        found = {}
        for head, text in self._chunks(term):
            doc, steps = 0, iter(numbers(text))
            for gap in numbers(head)[::2]:
                doc += gap
                at, more, found[doc] = 0, 1, []
                while more:
                    step = next(steps)
                    at, more = at + (step >> 1), step & 1
                    found[doc].append(at)
        return found

    def phrase(self, han):
        """The records that hold a string of two Han characters or more."""
        starts = None
        for offset, pair in enumerate(map("".join, pairwise(han))):
            here = {(doc, at - offset) for doc, where in self.places(pair).items() for at in where}
            starts = here if starts is None else starts & here
        return {doc for doc, _ in starts}

    def texts(self):
        """What is shown of each record: id, address, title, where it belongs, text."""
        found, file = [], 0
        for _, first, count, per in self.manifest["kinds"]:
            assert first == len(found)
            for _ in range(0, count, per):
                found += self._file(f"t{file}")
                file += 1
        return found
