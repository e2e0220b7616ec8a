"""What was measured stands on the page; where nothing was, the page says so and shows no figure."""

import json

import pytest
from pydantic import ValidationError

from huimin.load import load
from huimin.pages import build
from huimin.search.measured import Measured, measured
from tests.conftest import SMALL

RUN = {
    "date": "2020-01-02",
    "machine": {"zh": "2核，<虚拟机>", "en": "2 cores, <virtual>"},
    "tables": [
        {
            "title": {"zh": "与别的搜索比较", "en": "Beside others"},
            "label": {"zh": "项目", "en": "Measure"},
            "columns": [{"zh": "本站", "en": "This site"}, {"zh": "另一个", "en": "Another"}],
            "rows": [
                {
                    "label": {"zh": "找不到的", "en": "Not found"},
                    "cells": ["0 %", {"zh": "没有测", "en": "not run"}],
                }
            ],
        }
    ],
}


def about(monkeypatch, run):
    monkeypatch.setattr(build, "measured", lambda: run)
    kb = load(SMALL).knowledge_base()
    return {page.lang: page.body() for page in build.pages(kb) if page.kind == "about-search"}


def test_nothing_measured_is_said_and_no_figure_shown(monkeypatch):
    found = about(monkeypatch, None)
    assert "还没有测量" in found["zh"]
    assert "Not yet measured" in found["en"]
    assert " %" not in found["en"]


def test_a_run_stands_there_with_its_day_and_machine(monkeypatch):
    found = about(monkeypatch, Measured.model_validate_json(json.dumps(RUN)))
    assert "Not yet measured" not in found["en"]
    for words in ("2020-01-02", "2 cores, &lt;virtual&gt;", "Beside others", "Not found", "0 %", "not run"):
        assert words in found["en"]
    assert 'data-label="另一个">没有测' in found["zh"]


def test_a_file_of_another_shape_is_refused():
    with pytest.raises(ValidationError):
        Measured.model_validate_json(json.dumps({**RUN, "speed": 1}))


def test_the_file_that_is_there_has_the_shape():
    found = measured()
    for table in found.tables if found else ():
        assert all(len(row.cells) == len(table.columns) for row in table.rows)
