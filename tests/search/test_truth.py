"""Against plain reading: everything that is there is found, and nothing else where it is asked for as it stands."""

import itertools
import random

import pytest

from tests.search.entries import pages
from tests.search.truth import Entry, Truth

STRINGS = {"real": 1000, "many": 400}
WORDS = {"real": 400, "many": 100}
FEW = 10
IN_TEN = 0.95


@pytest.fixture(scope="module")
def strings(searched):
    return searched.zh.strings(STRINGS[searched.name], seed=7)


def test_every_true_string_finds_all_that_hold_it(searched, strings):
    wrong = [
        string
        for string in strings
        if not searched.zh.holding(string) <= set(searched.engine.docs("zh", string))
    ]
    assert wrong == []


def test_a_phrase_finds_those_that_hold_it_and_nothing_else(searched, strings):
    wrong = []
    for string in strings:
        found = searched.engine.docs("zh", f'"{string}"')
        total = searched.engine.pages("zh", f'"{string}"', 1)[1]
        if set(found) != searched.zh.holding(string) or total != len(found):
            wrong.append(string)
    assert wrong == []


def test_one_that_holds_the_string_is_among_the_first_ten(searched, strings):
    few = [string for string in strings if len(searched.zh.holding(string)) <= FEW]
    there = [
        not searched.zh.holding(string).isdisjoint(searched.engine.docs("zh", string)[:FEW]) for string in few
    ]
    assert sum(there) / len(few) >= IN_TEN


def test_single_characters_find_all_that_hold_them(searched):
    characters = sorted({char for runs in searched.zh.runs.values() for run in runs for char in run})
    for char in random.Random(7).sample(characters, 100):
        assert searched.zh.holding(char) <= set(searched.engine.docs("zh", char)), char


def test_strings_that_nobody_wrote_are_not_found_as_phrases(searched, strings):
    made_up = [a[:2] + b[-2:] for a, b in itertools.pairwise(strings)]
    absent = [string for string in made_up if not searched.zh.holding(string)][:200]
    assert [s for s in absent if searched.engine.docs("zh", f'"{s}"')] == []


def test_english_words_find_all_that_hold_them(searched):
    words = searched.en.some_words(WORDS[searched.name], seed=7)
    wrong = [word for word in words if not searched.en.words[word] <= set(searched.engine.docs("en", word))]
    assert wrong == []


def test_ids_find_their_own_entry_first(real):
    there = pages(real.kb)
    ids = [page for page in there if "-" in page.partition(":")[2]]
    for page in random.Random(7).sample(ids, 100):
        id_ = page.partition(":")[2]
        same = {other for other in there if other.partition(":")[2] == id_}
        assert real.engine.pages("zh", id_, 1)[0][0] in same, page


def test_plain_reading_knows_where_a_text_ends():
    truth = Truth([Entry(0, "数据", ("质量，很好", "ＡＢＣ第46号 Café")), Entry(1, "数据质量", ())])
    assert truth.holding("数据质量") == {1}
    assert truth.holding("量很") == set()
    assert set(truth.words) == {"abc", "46", "cafe"}
    assert truth.holding("第") == {0}
