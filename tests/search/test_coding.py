"""Numbers as characters, and terms as files: what goes in comes out."""

import json
from array import array

from hypothesis import given
from hypothesis import strategies as st

from huimin.search.numbers import gaps, hash_of, numbers_of, text_of
from huimin.search.postings import DOC, WEIGHT
from huimin.search.shards import PLACES, RECORDS, chunks


@given(st.lists(st.integers(0, 400_000)))
def test_numbers_come_back(numbers):
    assert numbers_of(text_of(numbers)) == numbers


@given(st.lists(st.integers(0, 400_000)))
def test_numbers_need_no_escape(numbers):
    text = text_of(numbers)
    assert json.dumps(text, ensure_ascii=False) == f'"{text}"'
    assert text.encode("utf-16").decode("utf-16") == text


def test_a_small_number_is_a_byte_and_most_are_two():
    assert {len(text_of([number]).encode()) for number in range(92)} == {1}
    assert {len(text_of([number]).encode()) for number in range(92, 2000)} == {2}
    assert len(text_of([49_999])) == 1
    assert len(text_of([50_000])) == 2


@given(st.sets(st.integers(0, 200_000)))
def test_gaps_lead_back(numbers):
    found, at = [], 0
    for gap in numbers_of(gaps(sorted(numbers))):
        at += gap
        found.append(at)
    assert found == sorted(numbers)


def test_the_hash_is_fnv_1a_over_utf_16():
    # By the reference: offset basis alone, and "a" (http://www.isthe.com/chongo/tech/comp/fnv/).
    assert hash_of("") == 0x811C9DC5
    assert hash_of("a") == 0xE40C292C
    assert hash_of("𠮷") == hash_of("\ud842\udfb7")


OCCURRENCES = st.dictionaries(
    st.integers(0, 70_000),
    st.tuples(st.integers(1, 88), st.sets(st.integers(0, 60_000), min_size=1, max_size=8)),
)


def entries(of):
    made = array("Q")
    for doc, (weight, places) in sorted(of.items()):
        *others, last = sorted(places)
        made.extend(doc << DOC | place for place in others)
        made.append(doc << DOC | weight << WEIGHT | last)
    return made


def read(found):
    """The records of chunks with their weights and places, as the engine reads them."""
    made = {}
    for chunk in found:
        pairs, doc = numbers_of(chunk.head), 0
        assert len(pairs) == 2 * chunk.records
        places = iter(numbers_of(chunk.places))
        for gap, weight in zip(pairs[::2], pairs[1::2], strict=True):
            doc += gap
            where, at, more = set(), 0, 1
            while more:
                step = next(places)
                at, more = at + (step >> 1), step & 1
                where.add(at)
            made[doc] = (weight, where)
        assert next(places, None) is None
    return made


@given(OCCURRENCES.filter(bool))
def test_a_term_comes_back(of):
    found = chunks(entries(of), placed=True)
    assert len(found) == 1
    assert read(found) == of


def test_a_term_of_many_records_or_places_is_cut():
    many = {3 * doc: (1 + doc % 88, {doc % 7, 20 + doc % 11}) for doc in range(5 * RECORDS)}
    found = chunks(entries(many), placed=True)
    assert read(found) == many
    assert [chunk.first for chunk in found] == sorted(chunk.first for chunk in found)
    assert all(chunk.records <= RECORDS and len(chunk.places) <= PLACES + 2 for chunk in found)
    whole = chunks(entries({doc: (5, {0}) for doc in range(2 * RECORDS + 1)}), placed=False)
    assert [chunk.records for chunk in whole] == [RECORDS, RECORDS, 1]
