"""The API's files: shape, schemas, links, and CSV that spreadsheets open rightly."""

import csv
import io
import json

import jsonschema
import pytest

from huimin.downloads.api import COLLECTIONS, collection
from huimin.downloads.files import files
from huimin.downloads.schemas import editor_schemas
from huimin.downloads.tables import table
from huimin.load import load
from huimin.model.kinds import kind_of
from huimin.pages.build import pages
from tests.conftest import REAL, SMALL

KB = load(REAL).knowledge_base()
FILES = dict(files(KB))


def csv_of(items):
    return b"".join(table(items)).decode()


NAMES = ["index", *(name for name in COLLECTIONS if name != "retired")]


@pytest.mark.parametrize("name", NAMES)
def test_each_collection_keeps_its_schema(name):
    content = json.loads(FILES[f"api/v1/{name}.json"])
    schema = json.loads(FILES[f"api/v1/{name}.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(content, schema)
    assert content["items"]


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_refuses_an_item_without_an_id(name):
    content = json.loads(FILES[f"api/v1/{name}.json"])
    del content["items"][0]["id"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(content, json.loads(FILES[f"api/v1/{name}.schema.json"]))


def test_every_item_has_id_url_and_updated_and_its_pages_exist():
    paths = {page.path for page in pages(KB)}
    for name in NAMES:
        for item in json.loads(FILES[f"api/v1/{name}.json"])["items"]:
            assert item["id"]
            assert item["updated"]
            assert {url.partition("#")[0] for url in item["url"].values()} <= paths


def test_references_are_ids_of_items():
    ids = {name: {item["id"] for item in collection(KB, name)} for name in COLLECTIONS}
    clauses = {clause["id"] for item in collection(KB, "sources") for clause in item["clauses"]}
    for item in collection(KB, "requirements"):
        assert set(item["clauses"]) <= clauses
        assert set(item["steps"]) <= ids["steps"]
        assert set(item.get("related", [])) <= ids["requirements"]
    for item in collection(KB, "steps"):
        assert {item["lead"], *item["helpers"]} <= ids["contacts"]
    for item in collection(KB, "focus-areas"):
        assert set(item["themes"]) <= ids["themes"]
        assert set(item["requirements"]) <= ids["requirements"]
    for item in collection(KB, "themes"):
        assert item["focus_area"] in ids["focus-areas"]
        assert set(item["indicators"]) <= ids["indicators"]
    provinces = {item["id"] for item in collection(KB, "jurisdictions") if item["level"] == "province"}
    for item in collection(KB, "jurisdictions"):
        assert item.get("province", item["id"]) in provinces


def test_what_was_retired_names_what_took_its_place():
    # Nothing was retired from the real one so far.
    files_of_small = dict(files(load(SMALL).knowledge_base()))
    content = json.loads(files_of_small["api/v1/retired.json"])
    jsonschema.validate(content, json.loads(FILES["api/v1/retired.schema.json"]))
    found = {item["id"]: item for item in content["items"]}
    assert found["old-list.carve"]["successors"] == ["keep-list.write-list"]
    assert found["old-list.carve"]["url"]["en"] == "en/requirements/old-list.html#carve"
    assert found["made-up-area.old-theme"]["successors"] == []
    assert json.loads(FILES["api/v1/retired.json"])["items"] == []
    assert FILES["api/v1/retired.csv"] == "\ufeffid\r\n"


def test_only_what_a_page_shows_is_called_a_pilot_city():
    pilots = [item for item in collection(KB, "jurisdictions") if "pilot" in item]
    assert len(pilots) == sum(KB.pilots.values()) > 0
    assert all(item["pilot"]["source"]["url"].startswith("http") for item in pilots)


def test_the_edition_is_the_newest_date_and_the_digest_of_the_content(small):
    edition = load(small).knowledge_base().edition
    assert edition.startswith("2020-01-02+")
    file = small / "glossary/one-list.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        "# a remark\n" + text.replace("pinyin: yī lǎn biǎo", 'pinyin: "yī lǎn biǎo"'), encoding="utf-8"
    )
    assert load(small).knowledge_base().edition == edition
    file.write_text(text.replace("一张表", "一张大表"), encoding="utf-8")
    assert load(small).knowledge_base().edition != edition


@pytest.mark.parametrize("name", NAMES)
def test_csv_has_a_row_for_each_item_and_opens_in_excel(name):
    text = FILES[f"api/v1/{name}.csv"]
    assert text.startswith("\ufeffid,")
    rows = list(csv.DictReader(io.StringIO(text[1:], newline="")))
    assert [row["id"] for row in rows] == [i["id"] for i in json.loads(FILES[f"api/v1/{name}.json"])["items"]]
    assert "\r\n" in text


@pytest.mark.parametrize("cell", ["=1+1", "+cmd", "-cmd", "@x", "\tx"])
def test_what_looks_like_a_formula_is_made_harmless(cell):
    rows = list(csv.reader(io.StringIO(csv_of([{"id": cell}])[1:], newline="")))
    assert rows[1] == ["'" + cell]


def test_rows_have_all_columns_in_the_order_in_which_they_appear():
    text = csv_of([{"id": "a", "b": {"zh": "一,\n"}}, {"id": "c", "d": [], "b": {"en": "x"}}, {"d": ["e"]}])
    assert text == '\ufeffid,b.zh,d,b.en\r\na,"一,\n",,\r\nc,,,x\r\n,,e,\r\n'


def test_numbers_stay_numbers():
    assert "-30" in csv_of([{"id": "a", "days": -30}]).split("\r\n")[1].split(",")


def test_the_editors_schemas_in_the_repository_are_current():
    for name, text in editor_schemas().items():
        assert (REAL / "schema" / name).read_text(encoding="utf-8") == text, f"run kb schema: {name}"


def test_each_entry_names_its_schema_in_its_first_line():
    for file in REAL.rglob("*.yaml"):
        first = file.read_text(encoding="utf-8").splitlines()[0]
        assert first.startswith("# yaml-language-server: $schema=")
        assert (file.parent / first.partition("=")[2]).is_file(), file


def test_the_schemas_agree_with_the_classes_on_real_and_broken_entries():
    import yaml

    schemas = {name: json.loads(text) for name, text in editor_schemas().items()}
    for file in SMALL.rglob("*.yaml"):
        kind = kind_of(file.relative_to(SMALL).as_posix())
        schema = schemas[f"{kind.name}.json"]
        values = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        values.pop("id")
        assert any(
            "id" in error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(values)
        )
