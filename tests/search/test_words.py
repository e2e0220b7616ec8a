"""The search's words: all that its scripts ask for are there, none are left over, both languages fill in the same."""

import json
import re

import pytest

from huimin.search.words import word_files, words
from tests.conftest import ROOT

SCRIPTS = sorted((ROOT / "docs/script/find").glob("*.ts"))


def asked():
    """Every key that a script says, and every beginning of keys that it completes."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in SCRIPTS)
    return set(re.findall(r'say\("([a-z-]+)"', text)), set(re.findall(r"say\(`([a-z-]+)\$\{", text))


def test_what_the_scripts_say_is_there_and_nothing_else():
    whole, begun = asked()
    assert whole
    assert begun
    assert whole <= set(words())
    assert [key for key in words() if key not in whole and not key.startswith(tuple(begun))] == []


@pytest.mark.parametrize("key", sorted(words()))
def test_both_languages_fill_in_the_same(key):
    places = [set(re.findall(r"\{(\w+)\}", words()[key][lang])) for lang in ("zh", "en")]
    assert places[0] == places[1]
    assert all(words()[key][lang].strip() for lang in ("zh", "en"))


def test_they_are_handed_over_as_a_script_that_says_the_same():
    files = dict(word_files())
    for lang in ("zh", "en"):
        text = files[f"assets/search/words-{lang}.js"]
        found = re.fullmatch(r'huiminSearch\("words-(zh|en)",(.*)\);\n', text)
        assert found
        assert found[1] == lang
        assert json.loads(found[2]) == {key: word[lang] for key, word in words().items()}
