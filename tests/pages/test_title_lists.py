"""The indexes by pinyin and by letter: everything once, in order, on pages that do not grow."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huimin.load import load
from huimin.pages.build import pages
from huimin.pages.title_lists import LISTS, PER_PAGE, TitleLists, english_key, pinyin_key, titles
from huimin.synth.folder import write
from tests.conftest import REAL


@pytest.fixture(scope="module")
def kb():
    return load(REAL).knowledge_base()


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("重庆市", "chong qing shi"),
        ("厦门", "xia men"),
        ("“一网通办”", "yi wang tong ban"),
        ("12345热线", "12345 re xian"),
        ("旅游", "lv you"),
    ],
)
def test_chinese_is_listed_by_the_right_reading_without_marks(title, key):
    assert pinyin_key(title) == key


@pytest.mark.parametrize(
    ("title", "key"),
    [("The one list", "one list"), ("A–Z index", "a z index"), ("Émile's “plan”", "emile s plan")],
)
def test_english_is_listed_without_article_accents_and_marks(title, key):
    assert english_key(title) == key


@pytest.mark.parametrize("index", LISTS)
def test_every_title_stands_once_in_the_order_of_its_letter(index, kb):
    letters = TitleLists(kb).of(index)
    key, lang = (pinyin_key, "zh") if index == "index-pinyin" else (english_key, "en")
    listed = [(title[lang], title.address) for letter in letters for title in letter.titles]
    assert Counter(listed) == Counter({(title[lang], title.address) for title in titles(kb)})
    for letter in letters:
        keys = [key(title[lang]) for title in letter.titles]
        assert keys == sorted(keys)
        assert {(k[:1].upper() if k[:1].isascii() and k[:1].isalpha() else "0-9") for k in keys} == {
            letter.letter
        }


def test_terms_cases_cities_and_offices_are_there_by_all_their_names(kb):
    listed = {title.zh for title in titles(kb)} | {title.en for title in titles(kb)}
    term = next(term for term in kb.terms.values() if term.also.zh)
    case = next(iter(kb.cases.values()))
    office = next(iter(kb.contacts.values()))
    city = kb.jurisdictions.cities[0]
    for name in (term.term.zh, *term.also.zh, case.title.en, office.name.zh, city.name.zh):
        assert name in listed


def test_pages_of_an_index_grow_in_number_and_not_in_size(kb, tmp_path):
    folder = tmp_path / "kb"
    write(REAL, kb, folder, 900, seed=1)
    kb = load(folder).knowledge_base()
    made = [page for page in pages(kb, ["zh"]) if page.kind == "letter"]
    counts = {
        page.path: len(
            re.findall(r"<li><a", page.body().partition('<ul class="hm-entries">')[2].partition("</ul>")[0])
        )
        for page in made
    }
    assert max(counts.values()) == PER_PAGE
    assert sum(counts.values()) > 2 * 900
    assert any(re.fullmatch(r"zh/index-pinyin/[a-z]-2\.html", path) for path in counts)


@given(st.text(max_size=40))
def test_any_title_has_a_key(text):
    for key in (pinyin_key(text), english_key(text)):
        assert key == key.strip()
        assert not re.search(r"[\s]{2}|[“”《》.,]", key)
