"""The list of cases in pages and parts: every case once, and no page that grows with their number."""

import json
import re

from huimin.load import load
from huimin.pages.build import pages
from huimin.pages.case_lists import PER_PAGE, case_parts
from tests.conftest import SMALL


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
