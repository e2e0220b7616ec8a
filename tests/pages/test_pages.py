"""Bodies without a site engine: words in both languages, what is marked, and what hostile content cannot do."""

import re

from huimin.load import load
from huimin.pages.build import pages
from huimin.pages.words import words
from tests.conftest import REAL, change
from tests.test_markdown import Tags


def bodies(folder, **options):
    kb = load(folder).knowledge_base(**options)
    return {page.path: page.body() for page in pages(kb)}


def test_every_word_of_the_pages_is_there_in_both_languages():
    for key, word in words().items():
        assert set(word) == {"zh", "en"}, key
        assert all(word.values()), key


def test_every_page_has_one_heading_and_is_there_in_both_languages(small):
    found = bodies(small)
    for path, body in found.items():
        assert body.count("<h1>") == 1, path
        assert {"zh": "en", "en": "zh"}[path[:2]] + path[2:] in found


def test_content_cannot_leave_its_place_in_the_page(small):
    change(small / "glossary/one-list.yaml", "zh: 一览表", 'zh: 一览表&"‘3<4>5')
    change(small / "contacts/city-office.yaml", "en: City office", "en: City 'office' \"&lt; {{ 7*7 }}")
    for path, body in bodies(small).items():
        for tag, attributes in Tags(body).tags:
            assert tag not in ("script", "style", "iframe", "object"), path
            assert not any(name.startswith("on") or name == "style" for name in attributes), path
        assert "{{ 7*7 }}" in body or "49" not in body


def test_stale_english_is_marked_where_it_stands_and_listed(small):
    change(small / "glossary/one-list.yaml", "  en: list\n", '  en: list\n  of: "00000000"\n')
    found = bodies(small)
    assert 'class="hm-stale"' in found["en/glossary.html"]
    assert 'class="hm-stale"' not in found["zh/glossary.html"]
    assert "glossary/one-list.yaml" in found["zh/translations.html"]


def test_what_binds_by_choice_says_so(small):
    change(small / "sources/made-up.yaml", "    kind: duty", "    kind: duty\n    by_choice: true")
    found = bodies(small)
    for path in ("requirements.html", "requirements/keep-list.html", "checklists/city.html"):
        assert "选此重点才做" in found[f"zh/{path}"]
        assert "If this focus is chosen" in found[f"en/{path}"]


def test_a_checklist_stands_in_the_order_of_its_times():
    kb = load(REAL).knowledge_base()
    moments = list(kb.anchors)
    for role in ("city", "province", "coordination-group"):
        for _, lines in kb.checklist(role):
            times = [(moments.index(line.step.time.anchor), line.step.time.days) for line in lines]
            assert times == sorted(times)


def test_an_edit_link_leads_to_the_entrys_file_where_the_repository_is_known(small):
    change(
        small / "site.yaml",
        "updated: 2020-01-02",
        "updated: 2020-01-02\nedit_url: https://example.org/edit/kb/",
    )
    link = '<a rel="edit" href="https://example.org/edit/kb/requirements/keep-list.yaml"'
    assert link in bodies(small)["zh/requirements/keep-list.html"]


def test_no_two_steps_of_the_real_guide_have_the_same_title():
    kb = load(REAL).knowledge_base()
    for lang in ("zh", "en"):
        titles = [step.title[lang] for r in kb.requirements.values() for step in r.steps]
        assert sorted({title for title in titles if titles.count(title) > 1}) == []


def test_no_gist_or_text_copies_a_sentence_of_the_notice():
    # The issued words are not in the repository; their digests are.
    from huimin.source_text import digest

    kb = load(REAL).knowledge_base()
    digests = {clause.digest for _, clause in kb.clauses.values()}
    for _, clause in kb.clauses.values():
        assert digest(clause.gist.zh) not in digests


def test_no_id_stands_twice_on_a_page():
    kb = load(REAL).knowledge_base()
    for page in pages(kb):
        ids = re.findall(r'\bid="([^"]+)"', page.body())
        assert len(ids) == len(set(ids)), (page.path, sorted(i for i in ids if ids.count(i) > 1))
