"""Whole entries are told harmless by a few quick looks: these never miss what the rules themselves would find."""

from hypothesis import given
from hypothesis import strategies as st

from huimin.check import safety, style
from huimin.check.rules import Report
from huimin.load import load
from huimin.markdown import render
from huimin.model.fields import Prose, Text
from tests.conftest import SMALL

PIECES = (
    "中", "文", "a", "B", "1", "２", " ", "　", "\xa0", "\u2003", "\n", "，", "。", "“", "（", ".", ",", "(", ")", ":", "！",
    "[", "]", "](", "][", "**", "# ", "> ", "&gt; ", "|", "- ", "1. ", "`", "<b>", "<", "![", "http://a.b/", "(term:one-list)",
    "京ICP备12345678号", "公网安备 1号", "网站标识码：123456", "13800138000", "138 0013-8000", "11010119900307", "\\",
)  # fmt: skip
contents = st.lists(st.sampled_from(PIECES) | st.characters(codec="utf-8"), max_size=14).map("".join)
TERM = load(SMALL).entries["term"]["one-list"]


@given(contents, contents, contents, contents)
def test_the_quick_looks_miss_nothing(one, two, three, four):
    entry = TERM.model_copy(
        update={
            "term": Text.model_construct(zh=one, en=two, of=None),
            "definition": Prose.model_construct(zh=three, en=four, of=None),
        }
    )
    quick, careful = found(entry), carefully(entry)
    assert quick == careful


def found(entry):
    report = Report()
    links = safety.check_texts(entry, report)
    style.StyleCheck([], report).check(entry)
    return report.sorted(), links


def carefully(entry):
    kept = safety._SIGNS, style._LIKE_MARKS, style._TELLING
    safety._SIGNS, style._LIKE_MARKS, style._TELLING = ("",), ("",), style.re.compile("")
    try:
        return found(entry)
    finally:
        safety._SIGNS, style._LIKE_MARKS, style._TELLING = kept


@given(contents)
def test_every_link_has_a_bracket_before_its_target(content):
    assert "](" in content or not render(content).links
