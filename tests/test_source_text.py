"""An issued text against the clauses of a source."""

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from huimin.load import load
from huimin.source_text import compare, shown
from tests.conftest import SMALL

SOURCE = load(SMALL).entries["source"]["made-up"]
TEXT = (SMALL.parent / "made-up.txt").read_text(encoding="utf-8")


def test_the_text_matches_all_clauses():
    comparison = compare(SOURCE, TEXT)
    assert list(comparison.matched) == ["made-up:1.1.1", "made-up:1.1.2"]
    assert comparison.differing == ()


@given(st.integers(1, 40), st.sampled_from([" ", "\u3000", "\t", "\r\n", ""]))
def test_hard_wraps_and_spaces_do_not_matter(width, space):
    wrapped = "\n".join(line for p in TEXT.splitlines() for line in textwrap.wrap(p, width) or [""])
    comparison = compare(SOURCE, wrapped.replace("，", "，" + space))
    assert comparison.differing == ()


@given(st.integers(0, 200), st.sampled_from("甲乙0，"))
def test_one_changed_character_is_named_by_address(at, new):
    first = SOURCE.clauses[0]
    start = TEXT.index("各市应当")
    at = start + at % first.length
    changed = TEXT[:at] + ("丙" if TEXT[at] == new else new) + TEXT[at + 1 :]
    comparison = compare(SOURCE, changed)
    assert [clause.id for clause, _ in comparison.differing] == ["made-up:1.1.1"]
    assert list(comparison.matched) == ["made-up:1.1.2"]


def test_the_words_in_a_clauses_place_are_shown_without_the_heading_before_them():
    ((clause, found),) = compare(SOURCE, TEXT.replace("三月前", "四月前")).differing
    assert shown(clause, found).startswith("各市应当在四月前")


def test_an_empty_text_matches_nothing():
    comparison = compare(SOURCE, "")
    assert comparison.matched == {}
    assert [found for _, found in comparison.differing] == ["", ""]
