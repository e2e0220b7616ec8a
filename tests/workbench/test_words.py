"""The workbench's words: all that the scripts ask for are there, in both languages, with the same places to fill in."""

import re

import pytest

from huimin.workbench.words import words
from tests.conftest import ROOT

ROOMS = {key.partition(".")[0] for key in words()}
SCRIPTS = [p for p in (ROOT / "docs/script").rglob("*.ts*") if p.name != "css.d.ts"]


def asked():
    """Every key that stands in a script, and every beginning of keys that a script completes."""
    for path in SCRIPTS:
        text = path.read_text(encoding="utf-8")
        for key in re.findall(r'"([a-z]+\.[a-z][a-z0-9-]*)["]', text):
            if key.partition(".")[0] in ROOMS and not key.endswith((".js", ".json")):
                yield path.name, key, True
        for key in re.findall(r"`([a-z]+\.[a-z-]*)\$\{", text):
            if key.partition(".")[0] in ROOMS:
                yield path.name, key, False


@pytest.mark.parametrize(("file", "key", "whole"), sorted(set(asked())))
def test_what_a_script_says_is_there(file, key, whole):
    assert key in words() if whole else any(known.startswith(key) for known in words()), f"{file}: {key}"


@pytest.mark.parametrize("key", sorted(words()))
def test_both_languages_fill_in_the_same(key):
    places = [set(re.findall(r"\{(\w+)\}", words()[key][lang])) for lang in ("zh", "en")]
    assert places[0] == places[1]
    assert all(words()[key][lang].strip() for lang in ("zh", "en"))
