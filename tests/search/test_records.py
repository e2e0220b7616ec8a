"""Every page that a reader can open has a record, in both languages, and every record a place on the site."""

import re

import pytest

from huimin.load import load
from huimin.pages.build import pages
from huimin.search.record import KINDS
from huimin.search.records import records
from tests.conftest import REAL, SMALL

MARKDOWN = re.compile(r"\*\*|\]\(|^#", re.MULTILINE)


@pytest.fixture(scope="module", params=[SMALL, REAL], ids=["small", "real"])
def kb(request):
    return load(request.param).knowledge_base()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_page_has_a_record_and_every_address_is_on_the_site(kb, lang):
    bodies = {page.address: (page.kind, page.body()) for page in pages(kb, [lang])}
    found = records(kb, lang)
    covered = {record.address.partition("#")[0] for record in found}
    # Further pages of a list and the letters of an index are parts of the first; a retired area's checklist says what
    # its own page says.
    parts = {
        address
        for address, (kind, _) in bodies.items()
        if kind == "letter"
        or (kind == "cases" and address != "cases.html")
        or (kind == "retirement" and address.startswith("checklists/"))
    }
    assert covered == bodies.keys() - parts
    for record in found:
        page, _, fragment = record.address.partition("#")
        assert not fragment or f'id="{fragment}"' in bodies[page][1], record.address


def test_both_languages_have_the_same_records_in_the_same_order(kb):
    zh, en = records(kb, "zh"), records(kb, "en")
    assert [(r.id, r.kind, r.address, r.facets) for r in zh] == [
        (r.id, r.kind, r.address, r.facets) for r in en
    ]
    order = list(KINDS)
    assert [order.index(r.kind) for r in zh] == sorted(order.index(r.kind) for r in zh)
    assert len({(r.kind, r.id) for r in zh}) == len(zh)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_record_is_words_without_marks(kb, lang):
    for record in records(kb, lang):
        assert record.title.strip(), record.id
        if record.kind != "rule":  # rules speak of marks
            assert not MARKDOWN.search(record.text), record.id


def test_a_case_is_found_by_its_place_and_its_results():
    kb = load(SMALL).knowledge_base()
    case = next(case for case in kb.cases.values() if case.results and case.state != "withdrawn")
    record = next(r for r in records(kb, "zh") if r.id == case.id)
    result = case.results[0]
    assert any(line.startswith(result.metric.zh) and result.unit.zh in line for line in record.body)
    assert kb.place_names[case.city].zh in record.up


def test_of_a_withdrawn_case_only_that_and_why(small):
    kb = load(REAL).knowledge_base()
    case = next(iter(kb.cases.values()))
    before = next(r for r in records(kb, "zh") if r.id == case.id)
    assert before.body
    kb.case_states[case.id] = "withdrawn"
    after = next(r for r in records(kb, "zh") if r.id == case.id)
    assert (after.statement, after.body) == ("", ())
    assert after.worth < before.worth


def test_the_issued_words_are_found_where_the_publisher_provides_them():
    kb = load(SMALL).knowledge_base()
    clause = next(iter(kb.clauses))
    kb.source_texts[clause] = "原文如此"
    assert "原文如此" in next(r for r in records(kb, "zh") if r.id == clause).body
