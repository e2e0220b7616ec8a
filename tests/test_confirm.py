"""Confirming English against its Chinese changes the file at those places alone."""

import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from huimin.confirm import confirmed
from huimin.load import load
from huimin.model.walk import texts
from huimin.read.parse import parse
from tests.conftest import change


def without_of(value):
    if isinstance(value, dict):
        return {k: without_of(v) for k, v in value.items() if k != "of"}
    return [without_of(v) for v in value] if isinstance(value, list) else value


def test_every_text_is_confirmed_and_nothing_else_changes(small):
    for file in small.rglob("*.yaml"):
        old = file.read_text(encoding="utf-8")
        new = confirmed(old)
        assert without_of(yaml.safe_load(new)) == yaml.safe_load(old)
        assert confirmed(new) == new
        file.write_text(new, encoding="utf-8")
    loaded = load(small)
    assert loaded.findings == []
    kb = loaded.knowledge_base()
    assert all(text.of and not text.is_stale for entry in kb.entries() for _, text in texts(entry))


def test_a_change_of_the_chinese_makes_its_english_stale_until_confirmed_again(small):
    file = small / "glossary/one-list.yaml"
    file.write_text(confirmed(file.read_text(encoding="utf-8")), encoding="utf-8")
    change(file, "写明事项", "写明全部事项")
    assert [f.code for f in load(small).findings] == ["KB408"]
    kb = load(small).knowledge_base()
    assert [(entry.id, path) for entry, path, _ in kb.stale_texts] == [("one-list", ("definition",))]
    file.write_text(confirmed(file.read_text(encoding="utf-8")), encoding="utf-8")
    assert load(small).findings == []


def test_comments_and_styles_stay():
    text = "a: # one\n  zh: 中 # two\n  en: |\n    x\n\n    y\nb: {zh: 中, en: e} # three\nc:\n  zh: 中\n  en: z # four\n"
    new = confirmed(text)
    assert [line for line in new.splitlines() if "of:" not in line] == [
        line for line in text.splitlines() if not line.startswith("b:")
    ]
    assert 'b: {zh: 中, en: e, of: "a567bdaa"} # three' in new


def test_only_new_leaves_stale_texts_stale():
    text = 'a:\n  zh: 新\n  en: old\n  of: "00000000"\nb:\n  zh: 中\n  en: e\n'
    new = confirmed(text, only_new=True)
    assert 'of: "00000000"' in new
    assert 'of: "a567bdaa"' in new


ordinary = st.characters(exclude_categories=("C", "Zl", "Zp"), exclude_characters="\ufffd") | st.just("\n")
words = st.text(ordinary, min_size=1, max_size=12).filter(lambda text: bool(text.strip()))


@given(st.lists(st.tuples(words, words), min_size=1, max_size=4))
def test_any_pairs_survive(pairs):
    value = {"texts": [{"zh": zh, "en": en} for zh, en in pairs]}
    text = yaml.safe_dump(value, allow_unicode=True)
    document, broken = parse("x.yaml", text.encode())
    assume(document is not None and not broken)
    new = confirmed(text)
    assert without_of(yaml.safe_load(new)) == yaml.safe_load(text)
    assert all("of" in pair for pair in yaml.safe_load(new)["texts"])
