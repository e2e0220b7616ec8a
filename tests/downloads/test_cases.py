"""Cases in the API: where each stands, what a withdrawn one still says, and parts by province that stay small."""

import copy
import json
import shutil

import jsonschema
import pytest

from huimin.downloads import case_parts
from huimin.downloads.api import collection
from huimin.downloads.files import files
from huimin.load import load
from tests.conftest import REAL, SMALL, change

REFUSED = jsonschema.ValidationError
WITHDRAWN = (
    "state: withdrawn\nwithdrawal:\n  date: 2020-01-01\n  reason: {zh: 数字有误。, en: A figure was wrong.}"
)


def written(root, **settings):
    return dict(files(load(root).knowledge_base(**settings)))


def items(root, **settings):
    return {item["id"]: item for item in collection(load(root).knowledge_base(**settings), "cases")}


def test_a_case_has_its_fields_without_the_digests_of_translation_and_says_where_it_stands():
    found = items(SMALL)
    approved, compiled = found["east/river-list"], found["east/river-names"]
    assert (approved["state"], compiled["state"]) == ("published", "compiled")
    assert approved["url"]["zh"] == "zh/cases/east/river-list.html"
    assert (approved["province"], approved["best_quality"]) == ("east", "media")
    assert approved["results"][0]["value"] == 120
    assert approved["approval"]["number"] == "东办〔2019〕1号"
    assert "approval" not in compiled
    for item in items(REAL).values():
        assert set(item["title"]) == {"zh", "en"}


def test_a_change_after_approval_shows_the_approved_words_as_changed(small):
    change(small / "cases/east/river-list.yaml", "zh: 一条河一张表", "zh: 一条河两张表")
    approved = items(small)["east/river-list"]
    assert (approved["state"], approved["title"]["zh"]) == ("changed", "一条河一张表")
    new = items(small, preview=True)["east/river-list"]
    assert (new["state"], new["title"]["zh"]) == ("changed", "一条河两张表")


@pytest.mark.parametrize("state", ["draft", "submitted"])
def test_what_is_not_published_is_in_a_preview_alone(small, state):
    change(small / "cases/east/river-names.yaml", "state: compiled", f"state: {state}")
    assert "east/river-names" not in items(small)
    assert items(small, preview=True)["east/river-names"]["state"] == state


def test_a_withdrawn_case_says_only_that_it_is_withdrawn(small):
    change(small / "cases/east/river-names.yaml", "state: compiled", WITHDRAWN)
    item = items(small)["east/river-names"]
    assert item.keys() == {"id", "url", "updated", "state", "title", "withdrawal"}
    assert item["withdrawal"]["reason"]["en"] == "A figure was wrong."


def test_the_schema_holds_for_every_state_and_refuses_what_does_not_belong_together(small):
    change(small / "cases/east/river-names.yaml", "state: compiled", WITHDRAWN)
    out = written(small)
    schema, content = (json.loads(out[f"api/v1/cases.{end}"]) for end in ("schema.json", "json"))
    jsonschema.validate(content, schema)
    for change_of in (
        lambda standing, withdrawn: standing.update(
            state="approved"
        ),  # a state of the file, not of the reader
        lambda standing, withdrawn: standing.update(withdrawal=withdrawn["withdrawal"]),
        lambda standing, withdrawn: standing.pop("best_quality"),
        lambda standing, withdrawn: withdrawn.pop("withdrawal"),
        lambda standing, withdrawn: withdrawn.update(summary=standing["summary"]),
        lambda standing, withdrawn: withdrawn.update(state="published"),
    ):
        broken = copy.deepcopy(content)
        change_of(*broken["items"])
        with pytest.raises(REFUSED):
            jsonschema.validate(broken, schema)


def test_each_province_has_its_cases_in_parts_that_are_listed_and_keep_the_schema(small, monkeypatch):
    monkeypatch.setattr(case_parts, "MOST", 2)
    folder = small / "cases/east"
    for number in range(3):
        text = (folder / "river-names.yaml").read_text(encoding="utf-8")
        name = f"another-{number}"
        (folder / f"{name}.yaml").write_text(text.replace("river-names", name), encoding="utf-8")
    out = written(small)
    listed = json.loads(out["api/v1/cases-index.json"])
    jsonschema.validate(listed, json.loads(out["api/v1/cases-index.schema.json"]))
    (east,) = listed["items"]
    assert (east["id"], east["count"]) == ("east", 5)
    assert east["parts"] == [f"api/v1/cases/east{n}.json" for n in ("", "-2", "-3")]
    parts = [json.loads(out[path]) for path in east["parts"]]
    assert [len(part["items"]) for part in parts] == [2, 2, 1]
    whole = json.loads(out["api/v1/cases.json"])
    assert [item for part in parts for item in part["items"]] == whole["items"]
    for part in parts:
        jsonschema.validate(part, json.loads(out["api/v1/cases.schema.json"]))


def test_a_base_without_cases_has_an_empty_list_and_no_parts(small):
    shutil.rmtree(small / "cases")
    out = written(small)
    assert json.loads(out["api/v1/cases.json"])["items"] == []
    assert json.loads(out["api/v1/cases-index.json"])["items"] == []
    assert not [path for path in out if path.startswith("api/v1/cases/")]
