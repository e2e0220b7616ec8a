"""Mistakes that people make in YAML are named where they are mended, in words for people."""

import pytest

from huimin.load import load
from tests.conftest import change

TERM = "glossary/one-list.yaml"


@pytest.mark.parametrize(
    ("old", "new", "place", "words"),
    [
        ("pinyin: yī", "pinyin：yī", "6:7", "冒号是全角的"),
        ("  zh: 一览表", "  zh：一览表", "4:5", "冒号是全角的"),
        ("pinyin: yī", "pinyin:yī", "6:1", "字段名后面应有半角冒号和空格"),
        ("  zh: 一览表", "\u3000zh: 一览表", "4:1", "全角空格"),
        ("  zh: 一览表", "  zh:\u00a0一览表", "4:6", "不间断空格"),
        ("  zh: 一览表", "\tzh: 一览表", "4:1", "用了制表符缩进"),
        ("pinyin: yī", "pinyin: a: b", "6:10", "冒号加空格"),
        ("pinyin: yī", 'pinyin: "yī', "6:9", "引号没有成对"),
        ("pinyin: yī", "pinyin: *yī", "6:9", "开头的文字要加引号"),
        ("  - WPS", "  - [WPS", "11:5", "括号没有成对"),
    ],
)
def test_broken_yaml_is_explained_in_chinese_and_english(old, new, place, words, small):
    change(small / TERM, old, new)
    (finding,) = [f for f in load(small).findings if f.file == TERM]
    assert (finding.code, f"{finding.line}:{finding.column}") == ("KB002", place)
    assert words in finding.message("zh")
    assert finding.message("en").isascii()


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u3000", "\u2003"])
def test_spaces_that_come_with_pasted_text_are_found(space, small):
    change(small / TERM, "zh: 写明事项", f"zh: 写明{space}事项")
    assert [f.code for f in load(small).findings] == ["KB405"]


def test_an_id_with_a_space_is_one_finding(small):
    change(small / TERM, "id: one-list", "id: One List")
    assert [f.code for f in load(small).findings if f.file == TERM] == ["KB107"]
