"""Provinces and cities stand in one list and are told apart by their level."""

import json

import jsonschema
import pytest

from huimin.downloads.files import files
from huimin.load import load
from tests.conftest import SMALL

OUT = dict(files(load(SMALL).knowledge_base()))
SCHEMA = json.loads(OUT["api/v1/jurisdictions.schema.json"])
CONTENT = json.loads(OUT["api/v1/jurisdictions.json"])
ITEMS = {item["level"]: item for item in CONTENT["items"]}


def with_item(item):
    return {**CONTENT, "items": [item]}


def test_each_level_keeps_its_own_shape():
    for item in ITEMS.values():
        jsonschema.validate(with_item(item), SCHEMA)


@pytest.mark.parametrize(
    "item",
    [
        ITEMS["city"] | {"iso": "EA", "row": 1, "column": 1},
        {k: v for k, v in ITEMS["city"].items() if k != "province"},
        {
            k: v
            for k, v in ITEMS["province"].items()
            if k in ("id", "url", "updated", "level", "code", "name")
        },
        ITEMS["province"] | {"province": "west"},
        ITEMS["province"] | {"level": "city"},
        ITEMS["city"] | {"level": "province"},
        ITEMS["city"] | {"level": "town"},
    ],
)
def test_what_belongs_to_the_other_level_is_refused(item):
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(with_item(item), SCHEMA)
