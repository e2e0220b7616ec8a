"""JSON-LD of a case: what schema.org's Article has, and no approval that the case does not have."""

import json

from huimin.downloads.jsonld import jsonld
from huimin.load import load
from tests.conftest import REAL, SMALL, change


def of(root, id_, lang="zh"):
    kb = load(root).knowledge_base()
    return jsonld(kb, kb.cases[id_], lang)


def test_an_approved_case_has_its_days_its_subjects_its_place_and_its_sources():
    found = of(SMALL, "east/river-list", "en")
    assert (found["@type"], found["headline"], found["inLanguage"]) == (
        "Article",
        "One list for one river",
        "en",
    )
    assert (found["datePublished"], found["dateModified"]) == ("2019-12-01", "2020-01-02")
    assert found["temporalCoverage"] == "2018/2019"
    assert len(found["about"]) == 2
    assert found["spatialCoverage"]["name"] == "East River"
    assert found["spatialCoverage"]["containedInPlace"]["name"] == "East"
    (source,) = found["citation"]
    assert (source["name"], source["url"], source["datePublished"]) == (
        "A made-up report",
        "https://example.org/list",
        "2019-06",
    )
    assert found["isPartOf"]["name"]


def test_a_compiled_case_claims_no_approval_and_speaks_its_language():
    found = of(SMALL, "east/river-names")
    assert "datePublished" not in found
    assert found["creativeWorkStatus"] == "据公开来源整理"
    assert (found["headline"], found["inLanguage"]) == ("沿河各村的名称", "zh-CN")


def test_a_place_in_a_municipality_is_not_contained_in_itself():
    place = of(REAL, "tianjin/binhai-one-seal", "en")["spatialCoverage"]
    assert (place["name"], place["containedInPlace"]["name"]) == ("Binhai New Area", "Tianjin")
    assert "containedInPlace" not in place["containedInPlace"]


def test_years_that_are_not_stated_are_not_said(small):
    file = small / "cases/east/river-names.yaml"
    change(file, "  start: 2018\n", "")
    assert of(small, "east/river-names")["temporalCoverage"] == "../2019"
    change(file, "years:\n  end: 2019\n", "")
    assert "temporalCoverage" not in of(small, "east/river-names")


def test_a_withdrawn_case_says_only_that(small):
    withdrawal = "state: withdrawn\nwithdrawal:\n  date: 2020-01-01\n  reason: {zh: 有误。, en: Wrong.}"
    change(small / "cases/east/river-names.yaml", "state: compiled", withdrawal)
    found = of(small, "east/river-names")
    assert found["expires"] == "2020-01-01"
    assert found.keys().isdisjoint({"citation", "about", "description", "spatialCoverage"})


def test_every_real_case_in_both_languages_is_json():
    kb = load(REAL).knowledge_base()
    for case in kb.cases.values():
        for lang in ("zh", "en"):
            found = json.loads(json.dumps(jsonld(kb, case, lang)))
            assert len(found["citation"]) == len(case.sources)
