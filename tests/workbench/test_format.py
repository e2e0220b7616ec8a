"""The format of filled checklists: its schema takes every kept file of every version, and the example."""

import json

import jsonschema
import pytest

from huimin.downloads.files import FOLDER
from huimin.load import load
from huimin.workbench.data import guide
from huimin.workbench.files import files
from huimin.workbench.format import FORMAT, VERSION, schema
from tests.conftest import REAL, ROOT, SMALL

KB = load(REAL).knowledge_base()
KEPT = sorted((ROOT / "tests/data/checklists").glob("v1-*.json"))
CHECK = jsonschema.Draft202012Validator(schema(), format_checker=jsonschema.FormatChecker())


def whole():
    return json.loads((ROOT / "tests/data/checklists/v1-whole.json").read_text(encoding="utf-8"))


def test_the_schema_is_one_and_is_published():
    CHECK.check_schema(schema())
    published = dict(files(load(SMALL).knowledge_base()))[f"{FOLDER}/checklist.schema.json"]
    assert json.loads(published) == schema()
    assert schema()["properties"]["format"]["const"] == FORMAT
    assert schema()["properties"]["version"]["const"] == VERSION


@pytest.mark.parametrize("file", KEPT, ids=lambda file: file.stem)
def test_kept_files_keep_it(file):
    CHECK.validate(json.loads(file.read_text(encoding="utf-8")))


def test_the_kept_file_has_every_field_that_the_schema_knows():
    used = set()

    def walk(value):
        if isinstance(value, dict):
            used.update(value)
        for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            walk(item)

    def known(value):
        for key, item in value.items() if isinstance(value, dict) else ():
            if key == "properties":
                yield from item
            yield from known(item)
        for item in value if isinstance(value, list) else ():
            yield from known(item)

    walk(whole())
    assert set(known(schema())) - used == {"example"}


@pytest.mark.parametrize("kb", [KB, load(SMALL).knowledge_base()], ids=["real", "small"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_example_keeps_it_and_says_that_it_is_one(lang, kb):
    made = guide(kb, lang)
    example = made["example"]
    CHECK.validate(example)
    assert example["example"] is True
    assert {"zh": "样例", "en": "Sample"}[lang] in example["name"]
    assert example["city"] not in {name[lang] for name in kb.place_names.values()}
    digests = {step["id"]: step["digest"] for step in made["steps"]}
    assert all(step["made"]["digest"] == digests[step["id"]] for step in example["steps"] if "made" in step)


def test_the_example_shows_every_state():
    example = guide(KB, "zh")["example"]
    assert {step.get("status") for step in example["steps"]} == {None, "done", "in-hand", "not-applicable"}
    assert any(step.get("status") == "done" and "evidence" not in step for step in example["steps"])
    assert any(
        step.get("status") == "in-hand" and step["due"] < example["created"] for step in example["steps"]
    )
    assert example["indicators"].keys() >= {"online-handling", "visits-per-matter"}
    assert example["projects"]
    assert any("own" in step for step in example["steps"])


@pytest.mark.parametrize(
    "spoil",
    [
        lambda c: c.pop("format"),
        lambda c: c.update(format="other"),
        lambda c: c.update(version=2),
        lambda c: c.update(role="village"),
        lambda c: c.update(created="yesterday"),
        lambda c: c.update(start="2026-02-30"),
        lambda c: c.update(name=""),
        lambda c: c.update(name="a\nb"),
        lambda c: c.update(revision=-1),
        lambda c: c["steps"][0].pop("id"),
        lambda c: c["steps"][0].update(status="open"),
        lambda c: c["steps"][0].update(helpers=[]),
        lambda c: c["steps"][0]["evidence"].append({}),
        lambda c: c["steps"][0].update(note="x" * 5001),
        lambda c: c["indicators"]["online-handling"]["targets"].update({"2029": "60"}),
        lambda c: c["retired"][0].pop("on"),
        lambda c: c["requirements"].update(a={}),
    ],
)
def test_what_is_not_of_the_format_is_refused(spoil):
    checklist = whole()
    spoil(checklist)
    with pytest.raises(jsonschema.ValidationError):
        CHECK.validate(checklist)
