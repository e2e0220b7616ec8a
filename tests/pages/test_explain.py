"""Terms explained in place: once a page, in running text, never inside a link, an office's name or another word."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from huimin.load import load
from huimin.pages.explain import Explainer
from tests.conftest import SMALL

KB = load(SMALL).knowledge_base()
ZH = Explainer(KB.terms.values(), KB.contacts.values(), "zh")
EN = Explainer(KB.terms.values(), KB.contacts.values(), "en")


def link(kind, id_):
    return f"{kind}#{id_}"


def test_the_first_use_leads_to_the_glossary_with_its_definition_and_the_second_does_not():
    html = ZH.explain(Markup("<p>先有一览表，再贴一览表。</p>"), link, set())
    assert html == (
        '<p>先有<a class="hm-term" href="term#one-list" title="写明事项的一张表，用WPS打开。">一览表</a>，再贴一览表。</p>'
    )


def test_what_was_seen_on_the_page_is_not_explained_again():
    assert ZH.explain(Markup("<p>一览表</p>"), link, {"one-list"}) == "<p>一览表</p>"


@pytest.mark.parametrize(
    "html", ['<p><a href="#x">一览表</a></p>', '<p title="一览表">无</p>', "<p>没有术语</p>"]
)
def test_nothing_within_links_or_tags(html):
    assert ZH.explain(Markup(html), link, set()) == html


def test_english_terms_are_whole_words_in_any_case():
    assert "hm-term" in EN.explain(Markup("<p>A List.</p>"), link, set())
    assert "hm-term" not in EN.explain(Markup("<p>Listed, enlisted.</p>"), link, set())


@given(st.text(alphabet="İIıſΣσςAß ", max_size=8))
def test_letters_that_change_their_number_in_small_do_not_shift_what_is_found(before):
    html = EN.explain(Markup(f"<p>{before} List.</p>"), link, set())
    assert html.startswith(f"<p>{before} <a ")
    assert html.endswith(">List</a>.</p>")


def test_a_term_within_the_name_of_an_office_is_left_alone(small):
    file = small / "contacts/city-office.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("zh: 市办公室", "zh: 市一览表办公室"), encoding="utf-8"
    )
    kb = load(small).knowledge_base()
    explainer = Explainer(kb.terms.values(), kb.contacts.values(), "zh")
    assert "hm-term" not in explainer.explain(Markup("<p>市一览表办公室</p>"), link, set())


def test_names_are_found_in_words_and_not_in_their_escapes(small):
    file = small / "glossary/one-list.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("en: list", "en: people's list\nalso:\n  en: [amp]", 1), encoding="utf-8")
    kb = load(small).knowledge_base()
    explainer = Explainer(kb.terms.values(), kb.contacts.values(), "en")
    assert (
        "people's list</a>"
        in Markup(explainer.explain(Markup("<p>A people's list.</p>"), link, set())).unescape()
    )
    assert explainer.explain(Markup("<p>a &amp; b</p>"), link, set()) == "<p>a &amp; b</p>"


def test_letters_that_only_fold_to_a_name_are_no_name():
    assert "hm-term" not in EN.explain(Markup("<p>a li\u017ft</p>"), link, set())


@given(st.text(alphabet="一览表<>&\"'ab /", max_size=40))
def test_any_text_keeps_its_words(text):
    html = ZH.explain(Markup("<p>{}</p>").format(text), link, set())
    pieces = re.split(r"<[^>]*>", str(html))
    assert Markup("".join(pieces)).unescape() == text
