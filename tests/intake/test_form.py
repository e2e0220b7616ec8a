"""What the form in the page is made of: the same definition, rules and template as for spreadsheets."""

import base64
import json
import re

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import huimin.compiled
from huimin.bundle import BundleError, bundle
from huimin.check.cases import _fault
from huimin.compiled import case_check
from huimin.intake.columns import column_patterns
from huimin.intake.form import form_data, repository
from huimin.intake.form_schema import handed_in_schema
from huimin.intake.page_files import page_files
from huimin.intake.template import template
from huimin.load import load
from huimin.model.case import Case, Sharing, Stated
from huimin.model.fields import is_safe_link
from tests.conftest import ROOT, change
from tests.intake.fill import BASE

TEXT = {"zh": "一", "en": "one"}
STATED = st.fixed_dictionaries(
    {"basis": st.sampled_from(["source", "reading", "not-stated"])},
    optional={"text": st.sampled_from([TEXT, None]), "sources": st.sampled_from([[], ["a"], ["a", "b"]])},
)


def is_valid(value, name):
    given = {k: v for k, v in value.items() if v is not None}
    for schema in (Case.model_json_schema(), handed_in_schema()):
        part = {**schema["$defs"][name], "$defs": schema["$defs"]}
        yield not list(jsonschema.Draft202012Validator(part).iter_errors(given))


@given(STATED)
def test_the_schemas_conditions_are_the_rule_on_statements(value):
    stated = Stated.model_validate({**value, "sources": tuple(value.get("sources", ()))})
    assert set(is_valid(value, "Stated")) == {_fault(stated) == ""}


@given(STATED, st.booleans())
def test_flows_want_a_source(value, has_flows):
    sharing = {**value, **({"flows": [{"data": TEXT, "giver": TEXT, "receiver": TEXT}]} if has_flows else {})}
    good = _fault(Sharing.model_validate({**value, "sources": tuple(value.get("sources", ()))})) == ""
    assert set(is_valid(sharing, "Sharing")) == {good and (not has_flows or value["basis"] == "source")}


def test_every_real_case_keeps_the_schema_of_the_editors():
    schema = json.loads((ROOT / "kb/schema/case.json").read_text(encoding="utf-8"))
    check = jsonschema.Draft202012Validator(schema)
    cases = load(ROOT / "kb").entries["case"].values()
    assert len(cases) > 30
    for case in cases:
        assert not list(check.iter_errors(case.model_dump(mode="json", exclude_none=True)))


@pytest.mark.parametrize(
    ("address", "is_safe"),
    [
        ("https://example.org", True),
        ("HTTP://example.org:80/a?b=c#d", True),
        ("mailto:a@example.org", True),
        ("tel:010-12345678", True),
        ("https://", False),
        ("https:///a", False),
        ("tel:", False),
        ("javascript:alert(1)", False),
        ("https://a b", False),
        ("https://a<b", False),
        ("https://example.org：80/", False),
        ("//example.org", False),
        ("ftp://example.org", False),
        ("https://example.org\n", False),
    ],
)
def test_where_readers_may_be_sent(address, is_safe):
    assert is_safe_link(address) == is_safe
    assert bool(re.fullmatch(form_data(BASE, "en")["patterns"]["link"][0], address)) == is_safe


def test_no_pattern_looks_behind():
    patterns = form_data(BASE, "zh")["patterns"]
    assert not any(re.search(r"\(\?<[=!]", source) for source, _ in patterns.values())


def test_the_form_has_every_column_in_order():
    columns = [column["id"] for group in form_data(BASE, "zh")["groups"] for column in group["columns"]]
    assert columns == [column.id for column in column_patterns()]


@pytest.mark.parametrize(
    ("edit_url", "new"),
    [
        ("https://github.com/o/r/edit/main/kb/", "https://github.com/o/r/new/main/kb/cases/"),
        ("https://git.example.org/o/r/edit/a/b/kb/", "https://git.example.org/o/r/new/a/b/kb/cases/"),
        ("https://gitlab.example.org/g/s/r/-/edit/main/kb/", None),
        ("https://example.org/edit/", None),
        (None, None),
    ],
)
def test_where_a_case_may_be_proposed_follows_from_where_entries_are_edited(edit_url, new):
    found = repository(edit_url)
    assert (found["new"] if found else None) == new
    assert found is None or found["issue"] == new.partition("/new/")[0] + "/issues/new"


def test_the_page_offers_the_template_for_all_provinces(small):
    files = dict(page_files(BASE))
    for lang in ("zh", "en"):
        blank = files[f"assets/case-template-{lang}.xlsx"]
        assert blank == template(BASE, None, lang)
        coded = files[f"assets/case-template-{lang}.js"].decode().split('"')[1]
        assert base64.b64decode(coded) == blank
        text = files[f"assets/submit-{lang}.js"].decode()
        assert json.loads(text.removeprefix("window.huiminSubmit=").rstrip(";\n")) == form_data(BASE, lang)
    # Another knowledge base in the same process has a template of its own.
    change(small / "requirements/keep-list.yaml", "zh: 建立一览表", "zh: 建立一张一览表")
    other = load(small).knowledge_base()
    assert (
        dict(page_files(other))["assets/case-template-zh.xlsx"]
        == template(other, None, "zh")
        != files["assets/case-template-zh.xlsx"]
    )


def test_the_check_is_compiled_once():
    module = case_check(ROOT)
    time = module.stat().st_mtime_ns
    assert case_check(ROOT) == module
    assert module.stat().st_mtime_ns == time
    assert "eval(" not in module.read_text(encoding="utf-8")
    assert "new Function" not in module.read_text(encoding="utf-8")


def test_a_faulty_schema_stops_the_build_with_its_reason(monkeypatch, tmp_path):
    monkeypatch.setattr(huimin.compiled, "handed_in_schema", lambda: {"type": "nonsense"})
    with pytest.raises(BundleError, match="type"):
        bundle(ROOT, tmp_path)
    assert list(tmp_path.iterdir()) == []
