"""Setting a field changes that field's lines alone: comments, order and everything else stay."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from huimin.read.parse import parse
from huimin.yaml_edit import block, scalar, with_field
from tests.conftest import SMALL

RECORD = {"approver": "east-office", "office": {"zh": "综合处", "en": "General section"}}
FILE = """\
# head
state: draft # soon
text: |
  a # no comment

  b
# about the record
approval: # by hand
  approver: nobody
  # which office
  office: {zh: 甲, en: A} # short
list: [1, 2] # end
# foot
"""


def test_a_scalar_changes_in_its_place_and_its_comment_stays():
    assert with_field(FILE, "state", "approved") == FILE.replace("draft", "approved")
    assert with_field("a:\nb: 1\n", "a", "x") == "a: x\nb: 1\n"
    assert with_field("\"a\": 'y'\n", "a", "x") == '"a": x\n'


def test_a_block_is_replaced_and_keeps_its_comments():
    assert with_field(FILE, "approval", RECORD) == FILE.replace(
        "  approver: nobody\n  # which office\n  office: {zh: 甲, en: A} # short\n",
        "  # by hand\n  # which office\n  # short\n" + block("x", RECORD).split("\n", 1)[1],
    ).replace("approval: # by hand", "approval:")


def test_a_new_field_stands_at_the_end():
    assert with_field(FILE, "number", RECORD) == FILE + block("number", RECORD)
    assert with_field("a: 1", "b", "x") == "a: 1\nb: x\n"
    assert with_field("a: |\n  x\n\n\n", "b", "x") == "a: |\n  x\n\n\nb: x\n"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("{a: 1, state: draft}\n", RECORD),
        ("b: 1\n...\n", RECORD),
        ("a: &x {b: 1}\nc: *x\n", RECORD),
        ("a: [\n", RECORD),
        ("a: 1\n---\nb: 1\n", RECORD),
        ("- a\n", RECORD),
        ("", RECORD),
        ("a: |  # a remark that would be lost\n  x\n", "y"),
        ("b: |+\n  x", "y"),
        ("b: 1\n", "\ud800"),
    ],
)
def test_what_cannot_be_edited_safely_is_refused(text, value):
    with pytest.raises(ValueError, match=r"."):
        with_field(text, "a", value)


def test_a_remark_behind_the_sign_of_a_block_is_kept():
    assert (
        with_field("a: | # why\n  x\nb: 1\n", "a", RECORD)
        == "a:\n  # why\n" + block("a", RECORD)[3:] + "b: 1\n"
    )


words = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)


@given(words.filter(lambda w: parse("", f"a: {scalar(w)}\n".encode())[1] == []))
def test_any_text_is_read_back_as_it_was(value):
    text = with_field(FILE, "approval", {"office": {"zh": value}})
    assert yaml.safe_load(text)["list"] == [1, 2]
    document, broken = parse("", text.encode())
    assert not broken
    assert document.values["approval"] == {"office": {"zh": value}}


@pytest.mark.parametrize(
    "value", ["2019", "true", "null", "a: b", "a #b", "# a", "- a", "", " a", "“甲”", "3号"]
)
def test_what_yaml_would_read_otherwise_is_quoted(value):
    assert scalar(value).startswith('"')
    assert yaml.safe_load(f"a: {scalar(value)}") == {"a": value}
    assert (scalar("东办〔2019〕1号"), scalar("2019-12-01")) == ("东办〔2019〕1号", "2019-12-01")


def test_every_file_of_a_knowledge_base_takes_a_field():
    for file in SMALL.rglob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        assert with_field(with_field(text, "updated", "2020-01-03"), "updated", "2020-01-02") == text
