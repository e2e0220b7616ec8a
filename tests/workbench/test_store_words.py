"""Every fault of the browser's store has words for what happened and what to do."""

import re

import pytest
import yaml

from tests.conftest import ROOT

WORDS = yaml.safe_load((ROOT / "huimin/workbench/words/store.yaml").read_text(encoding="utf-8"))
CODES = re.findall(r'\| "([a-z-]+)"', (ROOT / "docs/script/store/faults.ts").read_text(encoding="utf-8"))
FACTS = {
    "purged-open": {"count"},
    "purged-before": {"count", "when"},
    "recovered": {"count"},
    "unreadable": {"count"},
    "newer-checklist": {"count"},
    "removed-elsewhere": {"name"},
    "clock-behind-guide": {"now", "updated"},
    "clock-behind-work": {"now", "last"},
    "clock-ahead": {"now"},
    "remind": {"count"},
}


def test_the_codes_are_found():
    assert len(CODES) == 18
    assert {"disk-full", "purged-before", "clock-ahead"} <= set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_a_fault_says_what_happened_and_what_to_do(code):
    assert set(WORDS[code]) == set(WORDS[f"{code}-help"]) == {"zh", "en"}


@pytest.mark.parametrize("key", WORDS)
def test_both_languages_name_the_same_facts(key):
    named = {lang: set(re.findall(r"\{(\w+)\}", text)) for lang, text in WORDS[key].items()}
    assert named["zh"] == named["en"] == FACTS.get(key, set())


def test_no_words_are_left_over():
    others = {"persisted-granted", "persisted-denied", "persisted-unsupported", "remind"}
    assert set(WORDS) == {f"{code}{end}" for code in CODES for end in ("", "-help")} | others
