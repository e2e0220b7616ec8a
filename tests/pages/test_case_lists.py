"""The list of cases in pages and parts: every case once, and no page that grows with their number."""

import json
import re

import pytest

from huimin.load import load
from huimin.pages.build import pages
from huimin.pages.case_lists import PER_PAGE, case_parts
from tests.conftest import SMALL, change


def many(folder, number):
    text = (SMALL / "cases/east/river-names.yaml").read_text(encoding="utf-8")
    for n in range(number):
        file = folder / f"cases/east/river-{n}.yaml"
        file.write_text(text.replace("id: east/river-names", f"id: east/river-{n}"), encoding="utf-8")
    return load(folder).knowledge_base()


def linked(html):
    return re.findall(r'<li data-focus[^>]*><a href="(cases/[^"]+)"', html)


def test_every_case_stands_on_one_page_of_the_list_and_in_the_parts_or_on_the_first(small):
    kb = many(small, 640)
    bodies = {page.path: page.body() for page in pages(kb) if page.kind == "cases" and page.lang == "zh"}
    assert len(bodies) == 7
    listed = [link for path in sorted(bodies, key=len) for link in linked(bodies[path])]
    assert sorted(listed) == sorted(f"cases/{id_}.html" for id_ in kb.cases)
    assert max(len(linked(body)) for body in bodies.values()) == PER_PAGE
    parts = [text for path, text in case_parts(kb) if "/zh-" in path]
    assert len(parts) == 2
    rest = [link for part in parts for link in linked(json.loads(part[len("huiminItems(") : -len(");\n")]))]
    assert sorted(linked(bodies["zh/cases.html"]) + rest) == sorted(listed)


def helping(small, number):
    """The small knowledge base where so many more cases help with its one step; its pages by path."""
    many(small, number)
    for file in (small / "cases/east").glob("river-[0-9]*.yaml"):
        change(file, "  - keep-list\n", "  - keep-list\nsteps:\n  - keep-list.write-list\n")
    return {page.path: page.body() for page in pages(load(small).knowledge_base())}


@pytest.mark.parametrize(("number", "linked_to", "rest"), [(0, 0, False), (3, 3, False), (5, 3, True)])
def test_a_step_shows_three_cases_and_the_way_to_the_rest(number, linked_to, rest, small):
    body = helping(small, number)["en/requirements/keep-list.html"]
    card = body[body.index('id="write-list"') : body.index("</ol>", body.index('id="write-list"'))]
    assert len(re.findall(r'href="../cases/east/', card)) == linked_to
    assert ("../cases.html?step=keep-list.write-list" in card) == rest


def test_a_case_names_the_steps_that_it_helps_with_under_their_requirement(small):
    found = helping(small, 1)
    step = 'href="../../requirements/keep-list.html#write-list"'
    assert step in found["zh/cases/east/river-0.html"]
    assert step not in found["zh/cases/east/river-names.html"]


def test_years_that_are_not_stated_are_said_so(small):
    change(small / "cases/east/river-names.yaml", "years:\n  start: 2018\n  end: 2019\n", "")
    found = {page.path: page.body() for page in pages(load(small).knowledge_base())}
    assert "来源没有写明年份" in found["zh/cases/east/river-names.html"]
    assert "year not stated" in found["en/cases/east/river-names.html"]
    assert '<option value="not-stated" data-text="来源没有写明年份">' in found["zh/cases.html"]
    assert 'data-year="not-stated"' in found["zh/cases.html"]


def test_a_filter_offers_what_there_is_and_says_how_many(small):
    found = {page.path: page.body() for page in pages(many(small, 3))}["zh/cases.html"]
    options = dict(re.findall(r'<option value="([^"]+)"[^>]*>([^<]*)</option>', found))
    assert options["east-river"] == "东江（5）"
    assert options["keep-list"] == "建立一览表（5）"
    assert "west" not in options
    assert "not-stated" not in options


def test_a_part_cannot_end_the_script_that_it_stands_in(small):
    texts = [text for _, text in case_parts(many(small, 120))]
    assert texts
    assert all("</" not in text for text in texts)


def test_a_short_list_is_one_page_without_parts():
    kb = load(SMALL).knowledge_base()
    assert list(case_parts(kb)) == []
    assert [page.address for page in pages(kb) if page.kind == "cases" and page.lang == "zh"] == [
        "cases.html"
    ]
