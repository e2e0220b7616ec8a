"""What is read the quick way is what the careful way finds, and nothing is amiss with it."""

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from huimin.read.guard import is_plainly_shallow, unsafe_character
from huimin.read.loader import KnowledgeLoader
from huimin.read.quick import quick
from huimin.read.values import plain
from tests.check.test_never_a_traceback import ENTRIES, mutate, yaml_like


def agree(text):
    if unsafe_character(text) or not is_plainly_shallow(text):
        return False
    values = quick(text)
    if values is None:
        return False
    carefully = plain(yaml.compose(text, Loader=KnowledgeLoader), has_aliases=False)
    assert repr(carefully) == repr((values, []))  # 1, 1.0 and True are equal, yet not the same
    return True


@given(st.text(max_size=200) | yaml_like | yaml_like.map("a: {}\n".format))
def test_any_text(text):
    agree(text)


VALUES = ["", "a", "a b", " a ", "是", "a:b", "a:", "a: b", "a #b", "a#b", "#", "#a", "'it''s'", "'a'b", "'a", '"a: #"', '""',
    "[]", "[a, b]", "[ a b , 'c,d',\"e\" ]", "[a,]", "[a:b]", "[a: b]", "[[a]]", "[-1, 2, ~]", "[1, 2.0, true, null]", "[a]b",
    "{}", "{a: b}", "|", "|-", "|+", ">", "| ", "|2", "-", "-a", "-1", "- a", "- - a", "-1 a", "?", "? a", ":", ":a",
    "~", "null", "true", "1.50", "01", "2014-03-18", "---", "...", "%a", "@a", "`a", "!a", "'", '"', "a'b", ",", "]"]  # fmt: skip
LINE = st.builds(
    lambda indent, item, key, value: " " * indent + item + key + value,
    st.sampled_from([0, 0, 0, 1, 2, 2, 3, 4, 6]),
    st.sampled_from(["", "", "", "- ", "-  "]),
    st.sampled_from(["", "a: ", "b: ", "c:", "d: ", "e:  ", "f-g: ", "是: ", "'h': ", "i:"]),
    st.sampled_from(VALUES),
)


@settings(max_examples=1500)
@given(st.lists(LINE, max_size=7), st.sampled_from(["\n", "\n", "\n", "", " \n", "\n\n  \n"]))
def test_any_lines(lines, end):
    agree("\n".join(["z: y", *lines]) + end)


@settings(max_examples=150)
@given(st.sampled_from(ENTRIES), st.data())
def test_mutated_copies_of_the_real_entries(entry, data):
    agree(mutate(entry.read_text(encoding="utf-8"), data).decode("utf-8", "replace").replace("\r", "\n"))


def test_nearly_all_real_entries_are_read_the_quick_way():
    read = [agree(entry.read_text(encoding="utf-8")) for entry in ENTRIES]
    assert sum(read) > len(read) * 0.9


def test_the_kinds_of_value():
    text = "a: yes\nb: true\nc: 012\nd: -7\ne: 2.50\nf: 2014-03-18\ng: ~\nh:\ni: '1'\nj: [null, false, \"b, c\"]\nk: |\n  1\n"
    assert agree(text)
    assert quick(text) == {
        "a": "yes", "b": True, "c": "012", "d": -7, "e": 2.5, "f": "2014-03-18", "g": None, "h": None,
        "i": "1", "j": (None, False, "b, c"), "k": "1\n",
    }  # fmt: skip


def test_what_is_unusual_is_left_to_the_careful_way():
    deep = "\n".join("  " * i + "a:" for i in range(18)) + " b"
    for text in (
        "",
        "a",
        "- a",
        "a: 1\na: 2",
        'a: "\\u200b"',
        "a: 1\n---\nb: 2",
        "a: *b",
        "a: [",
        "[a]: b",
        deep,
        "a: b\n c",
        "a:\n -  b",
        "a: |\n  b\n   \n",
        "a: |\n  b\n c",
        "a: [b, [c]]",
        "a: ''b",
    ):
        assert quick(text + "\n") is None
    assert quick("a: b\n" * 20_000) is None
