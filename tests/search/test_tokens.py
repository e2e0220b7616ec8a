"""What a text is made of: the same cases that the engine's own tests run (``tests/script/search/tokens.test.ts``)."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huimin.search.fold import fold
from huimin.search.stem import stem
from huimin.search.tokens import scan
from tests.conftest import ROOT

CASES = json.loads((ROOT / "tests/data/search/tokens.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("text", "folded"), CASES["fold"])
def test_text_is_folded(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(("word", "stemmed"), CASES["stem"])
def test_a_word_has_its_stem(word, stemmed):
    assert stem(word) == stemmed


@pytest.mark.parametrize(("text", "placed", "codes"), CASES["terms"])
def test_a_text_has_its_terms(text, placed, codes):
    found = scan(fold(text))
    terms = zip(found.terms, found.places, strict=True)
    assert sorted(map(list, terms)) == sorted(placed)
    assert found.codes == codes


@pytest.mark.parametrize(("text", "office", "number"), CASES["issued"])
def test_a_document_number_is_one_code_whatever_its_brackets(text, office, number):
    assert f"#{office}{number}" in scan(fold(text)).codes


@given(st.text(max_size=60))
def test_every_term_stands_where_it_is_said_to(text):
    folded = fold(text)
    found = scan(folded, 7)
    for term, place in zip(found.terms, found.places, strict=True):
        assert folded[place - 7 : place - 7 + len(term)] == term
    assert fold(folded) == folded


@given(st.text(alphabet="信息惠民共享数据ab1 ，\n", max_size=40), st.integers(2, 6), st.data())
def test_a_run_of_han_has_a_pair_at_every_place(text, length, data):
    folded = fold(text)
    found = set(zip(*(lambda s: (s.terms, s.places))(scan(folded)), strict=True))
    for at in range(len(folded) - 1):
        pair = folded[at : at + 2]
        if all("一" <= character <= "鿿" for character in pair):
            assert (pair, at) in found
