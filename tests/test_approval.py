"""What an approval is bound to: reformatting changes no digest, any change of words or numbers does."""

import copy
import random
import re

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from huimin.approval import content_digest, english_digest, status_of, words_for_readers
from huimin.load import load
from huimin.model.case import ApprovedCase, Case
from huimin.read.loader import KnowledgeLoader
from huimin.read.parse import parse
from tests.conftest import REAL, SMALL

FILES = [f for f in sorted((REAL / "cases").glob("*/*.yaml")) if not f.name.endswith(".approved.yaml")]
NOT_CONTENT = {"updated", "exempt", "state", "approval", "withdrawal"}


def values_of(text):
    document, broken = parse("cases/x/y.yaml", text.encode())
    assert not broken
    return document.values


def case_of(values):
    return Case.model_validate(values)


def digests(values):
    case = case_of(values)
    return content_digest(case), english_digest(case)


def plain(value):
    """Values with lists in place of tuples, to change and to dump."""
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    return [plain(v) for v in value] if isinstance(value, tuple) else value


def frozen(value):
    if isinstance(value, dict):
        return {k: frozen(v) for k, v in value.items()}
    return tuple(frozen(v) for v in value) if isinstance(value, list) else value


CASES = {file: plain(values_of(file.read_text(encoding="utf-8"))) for file in FILES}
BEFORE = {file: digests(frozen(values)) for file, values in CASES.items()}
files = st.sampled_from(FILES)


def shuffled(value, rng):
    if isinstance(value, dict):
        keys = list(value)
        rng.shuffle(keys)
        return {k: shuffled(value[k], rng) for k in keys}
    return [shuffled(v, rng) for v in value] if isinstance(value, list) else value


def dumper(style):
    """Dumps every text in one style of YAML, and leaves numbers alone."""

    class Styled(yaml.SafeDumper):
        def ignore_aliases(self, data):
            return True

    def text(dump, data):
        chosen = '"' if style in ("|", ">") and len(data) < 12 else style
        return dump.represent_scalar("tag:yaml.org,2002:str", data, style=chosen)

    Styled.add_representer(str, text)
    return Styled


@given(
    files,
    st.sampled_from([None, "'", '"', "|", ">"]),
    st.integers(20, 200),
    st.integers(2, 6),
    st.sampled_from([None, False, True]),
    st.booleans(),
    st.integers(),
    st.booleans(),
)
def test_reformatting_changes_no_digest(file, style, width, indent, flow, unicode, seed, remarks):
    rng = random.Random(seed)
    assume(not (flow and style in ("|", ">")))
    text = yaml.dump(
        shuffled(CASES[file], rng),
        Dumper=dumper(style),
        width=width,
        indent=indent,
        default_flow_style=flow,
        allow_unicode=unicode,
        sort_keys=False,
    )
    # PyYAML's dumper breaks a few lines so that even PyYAML reads other words: that is no reformatting.
    assume(yaml.load(text, Loader=KnowledgeLoader) == CASES[file])
    if remarks and not flow:
        text = re.sub(r"^(?=[a-z_]+:)", "# 一句说明 a remark\n\n", text, flags=re.MULTILINE)
    assert digests(values_of(text)) == BEFORE[file]


@given(files, st.data())
def test_wrapping_chinese_changes_no_digest(file, data):
    values = copy.deepcopy(CASES[file])
    holder = values["summary"]
    han = [m.start() for m in re.finditer("(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])", holder["zh"])]
    at = data.draw(st.sampled_from(han))
    gap = data.draw(st.sampled_from([" ", "\n", "\n  "]))
    holder["zh"] = holder["zh"][:at] + gap + holder["zh"][at:] + "\n"
    assert digests(frozen(values)) == BEFORE[file]


def test_line_ends_byte_order_mark_and_remarks_change_no_digest():
    for file in FILES:
        text = file.read_text(encoding="utf-8")
        remarked = re.sub(r"^([a-z_]+:)$", r"\1 # remark", text, flags=re.MULTILINE)
        for other in ("\ufeff" + text, text.replace("\n", "\r\n"), remarked):
            assert other != text
            assert digests(values_of(other)) == BEFORE[file]


def leaves(value, path=()):
    if isinstance(value, dict):
        for key, below in value.items():
            yield from leaves(below, (*path, key))
    elif isinstance(value, list):
        for index, below in enumerate(value):
            yield from leaves(below, (*path, index))
    else:
        yield path, value


def put(values, path, new):
    values = copy.deepcopy(values)
    holder = values
    for part in path[:-1]:
        holder = holder[part]
    holder[path[-1]] = new
    return frozen(values)


def leaf(data, file, wanted):
    found = [
        (path, value)
        for path, value in leaves(CASES[file])
        if path[0] not in NOT_CONTENT and wanted(path, value)
    ]
    return data.draw(st.sampled_from(found))


@given(files, st.data())
def test_any_other_chinese_character_changes_the_digest_of_the_content_alone(file, data):
    path, text = leaf(data, file, lambda p, v: p[-1] == "zh" and len(v) > 1)
    at = data.draw(st.integers(0, len(text) - 1))
    new = data.draw(st.sampled_from("改增减的，。0123456789"))
    assume(new != text[at])
    content, english = digests(put(CASES[file], path, text[:at] + new + text[at + 1 :]))
    assert content != BEFORE[file][0]
    assert english == BEFORE[file][1]


@given(files, st.data())
def test_english_changes_the_digest_of_the_english_alone(file, data):
    path, text = leaf(data, file, lambda p, v: p[-1] == "en")
    at = data.draw(st.integers(0, len(text)))
    content, english = digests(put(CASES[file], path, text[:at] + "," + text[at:]))
    assert content == BEFORE[file][0]
    assert english != BEFORE[file][1]


@given(files, st.data())
def test_any_other_number_date_reference_or_choice_changes_the_digest(file, data):
    path, value = leaf(data, file, lambda p, v: p[-1] not in ("zh", "en", "of", "id") or p[0] == "sources")
    assume(path[-1] not in ("zh", "en", "of"))
    if isinstance(value, bool):
        new = not value
    elif isinstance(value, int | float):
        new = value + data.draw(st.sampled_from([-1, 1, 10]))
    elif path[-1] == "date":
        new = ("2014" if value[:4] != "2014" else "2015") + value[4:]
    else:
        others = {
            "basis": ["source", "reading", "not-stated"],
            "quality": ["official", "media", "academic", "mirror", "aggregator"],
            "seen": ["text", "search-excerpt", "not-opened"],
            "qualifier": ["exact", "about", "more-than", "less-than", "at-least", "at-most"],
            "outcome": ["worked", "mixed", "did-not-work"],
        }.get(path[-1], [value + "2"])
        new = data.draw(st.sampled_from([other for other in others if other != value]))
    assert digests(put(CASES[file], path, new))[0] != BEFORE[file][0]


@given(files, st.data())
def test_leaving_out_or_moving_an_item_changes_the_digest(file, data):
    name = data.draw(
        st.sampled_from([k for k, v in CASES[file].items() if isinstance(v, list) and len(v) > 1])
    )
    values = copy.deepcopy(CASES[file])
    if data.draw(st.booleans()):
        values[name].pop()
    else:
        assume(values[name][0] != values[name][1])
        values[name][:2] = reversed(values[name][:2])
    assert digests(frozen(values))[0] != BEFORE[file][0]


@pytest.mark.parametrize(
    ("name", "new"),
    [("updated", "2026-01-01"), ("state", "draft"), ("exempt", [{"rule": "KB401", "reason": "x" * 9}])],
)
def test_what_is_no_content_changes_no_digest(name, new):
    file = FILES[0]
    assert digests(put(CASES[file], (name,), new)) == BEFORE[file]


def test_a_whole_number_is_the_same_with_a_decimal():
    values = next(v for v in CASES.values() if v.get("results"))
    results = copy.deepcopy(values["results"])
    for result in results:
        result["value"] = float(result["value"])
    assert digests({**frozen(values), "results": frozen(results)}) == digests(frozen(values))


def test_where_a_case_stands_and_what_readers_see():
    entries = load(SMALL).entries
    case, kept = entries["case"]["east/river-list"], entries["approved-case"]["east/river-list"]
    assert isinstance(kept, ApprovedCase)
    assert status_of(case) == "published"
    assert words_for_readers(case, kept) is case
    changed = case.model_copy(update={"district": case.title})
    assert status_of(changed) == "changed"
    assert words_for_readers(changed, kept) is kept
    assert status_of(kept) == "changed"
    for state in ("draft", "submitted", "compiled", "withdrawn"):
        assert status_of(case.model_copy(update={"state": state})) == state
    assert status_of(case.model_copy(update={"approval": None})) == "changed"


def test_no_steps_are_as_before_there_were_steps_and_any_step_is_content():
    values = plain(values_of((SMALL / "cases/east/river-list.yaml").read_text(encoding="utf-8")))
    before = content_digest(case_of(frozen(values)))
    assert before == values["approval"]["digest"]
    assert content_digest(case_of(frozen({**values, "steps": []}))) == before
    assert content_digest(case_of(frozen({**values, "steps": ["keep-list.write-list"]}))) != before
