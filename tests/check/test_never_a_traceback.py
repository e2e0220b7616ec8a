"""No bytes whatever make the check raise: wild ones, and the real entries with pieces changed."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from huimin.findings import Finding
from huimin.load import load
from huimin.model.kinds import KINDS
from huimin.read.parse import parse
from tests.conftest import REAL, SMALL

FILES = sorted(p.relative_to(SMALL).as_posix() for p in SMALL.rglob("*.yaml"))
ENTRIES = sorted(p for p in REAL.rglob("*.yaml"))

yaml_like = st.recursive(
    st.text(alphabet="ab:-&*!{}[]'\"|>#%@`,? \n\t\\中，0.~", max_size=12),
    lambda inner: (
        st.lists(inner, max_size=4).map(lambda items: "\n- ".join(["", *items]))
        | st.lists(inner, max_size=3).map(lambda items: "{" + ", ".join(f"a: {i}" for i in items) + "}")
    ),
    max_leaves=12,
)


def check(folder: Path) -> list[Finding]:
    """The findings, each of them sound."""
    found = load(folder).findings
    for finding in found:
        assert finding.line >= 1
        assert finding.column >= 1
        assert "\n" not in finding.line_of_text("zh") + finding.line_of_text("en")
    return found


@given(st.binary(max_size=400) | yaml_like.map(str.encode))
def test_any_bytes_parse_to_a_document_or_to_findings(data):
    document, broken = parse("glossary/x.yaml", data)
    assert document is not None or broken


HARD = (
    "[" * 100_000,
    "{a: " * 50_000,
    "- " * 20_000,
    "? " * 20_000,
    "&a [*a]",
    "a: &a\n  b: *a\n",
    "!!int x",
    "--- a\n--- b",
    "\n".join(" " * i + "a:" for i in range(400)),
    "a: &a [x]\nb: &b [*a,*a]\nc: [*b,*b]\n",
    "\ud7ff",
    "%YAML 9.9\n---\na",
)


@pytest.mark.parametrize("text", HARD, ids=range(len(HARD)))
def test_what_brings_other_parsers_down_is_a_finding_or_nothing(text, small):
    (small / "glossary/one-list.yaml").write_text(text, encoding="utf-8")
    assert check(small)


@settings(max_examples=60)
@given(file=st.sampled_from(FILES), data=st.data())
def test_mutated_files_of_a_whole_knowledge_base(file, data, tmp_path_factory):
    folder = tmp_path_factory.mktemp("kb") / "kb"
    shutil.copytree(SMALL, folder)
    text = (folder / file).read_text(encoding="utf-8")
    (folder / file).write_bytes(mutate(text, data))
    check(folder)


@settings(max_examples=150)
@given(st.sampled_from(ENTRIES), st.data())
def test_mutated_copies_of_the_real_entries(entry, data):
    from huimin.check.rules import Report
    from huimin.check.safety import check_texts
    from huimin.check.structure import entry_of
    from huimin.check.style import StyleCheck

    file = entry.relative_to(REAL).as_posix()
    document, broken = parse(file, mutate(entry.read_text(encoding="utf-8"), data))
    report = Report()
    for item in broken:
        report.add_broken(file, item)
    made = entry_of(document, report) if document else None
    if made:
        check_texts(made, report)
        StyleCheck([], report).check(made)
    assert made or report.findings


def mutate(text: str, data: st.DataObject) -> bytes:
    """The text with a line changed, dropped, doubled, indented otherwise, or with bytes thrown in."""
    lines = text.split("\n")
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(lines) - 1))
        kind = data.draw(st.sampled_from(["drop", "double", "indent", "value", "junk", "swap"]))
        if kind == "drop":
            lines[at] = ""
        elif kind == "double":
            lines.insert(at, lines[at])
        elif kind == "indent":
            lines[at] = " " * data.draw(st.integers(0, 9)) + lines[at].lstrip()
        elif kind == "value":
            key = lines[at].partition(":")[0]
            value = data.draw(
                yaml_like | st.sampled_from(["null", "[]", "{}", "-1", "1e9", "true", "2020-02-30"])
            )
            lines[at] = f"{key}: {value}"
        elif kind == "junk":
            lines[at] += data.draw(st.text(max_size=6))
        else:
            other = data.draw(st.integers(0, len(lines) - 1))
            lines[at], lines[other] = lines[other], lines[at]
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def test_every_folder_of_the_real_knowledge_base_is_among_the_mutated():
    kinds = {kind.at for kind in KINDS}
    found = {p.relative_to(REAL).as_posix() for p in ENTRIES}
    assert all(any(f.startswith(at) for f in found) for at in kinds)
