"""What the repository's host reads: workflows that cannot be turned against us, forms in both languages."""

import re

import pytest
import yaml

from huimin.load import load
from huimin.model.focus_area import FocusArea
from tests.conftest import REAL, ROOT

GITHUB, GITLAB = ROOT / ".github/workflows/check.yml", ROOT / ".gitlab-ci.yml"
FORMS = sorted(p for p in (ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml") if p.name != "config.yml")


def read(file):
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def both_languages(text):
    return re.search(r"[\u4e00-\u9fff]", text) and re.search(r"[A-Za-z]{3}", text)


def test_the_workflow_may_only_read_and_has_no_secrets():
    text = GITHUB.read_text(encoding="utf-8")
    workflow = read(GITHUB)
    assert set(workflow[True]) == {"pull_request", "push"}  # YAML 1.1 reads "on" as true
    assert workflow["permissions"] == {"contents": "read"}
    assert "secrets." not in text
    for job in workflow["jobs"].values():
        assert "permissions" not in job
        for step in job["steps"]:
            assert re.fullmatch(r"actions/[a-z-]+@v[0-9]+", step.get("uses", "actions/x@v1"))
            assert "${{" not in step.get("run", ""), "what others name must come as a variable"
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"] == {"fetch-depth": 0, "persist-credentials": False}


@pytest.mark.parametrize("file", [GITHUB, GITLAB], ids=["github", "gitlab"])
def test_both_run_check_review_build_and_preview(file):
    text = file.read_text(encoding="utf-8")
    for command in ("kb check", "kb pr check --base", "--actor", "make site", "kb site --preview", ".ci/run"):
        assert command in text
    assert (ROOT / ".ci/run").is_file()


@pytest.mark.parametrize("file", FORMS, ids=lambda file: file.stem)
def test_forms_are_in_both_languages(file):
    form = read(file)
    assert both_languages(form["name"])
    assert both_languages(form["description"])
    ids = [part["id"] for part in form["body"] if part["type"] != "markdown"]
    assert len(ids) == len(set(ids))
    for part in form["body"]:
        assert part["type"] in {"markdown", "input", "textarea", "dropdown", "checkboxes"}
        attributes = part["attributes"]
        for text in (attributes.get(name) for name in ("label", "description", "value")):
            assert text is None or both_languages(text)
        for option in attributes.get("options", ()):
            assert both_languages(option if isinstance(option, str) else option["label"])


def test_the_form_for_cases_offers_the_focus_areas_of_the_guide():
    [options] = [
        p["attributes"]["options"]
        for p in read(FORMS[0].with_name("propose-case.yml"))["body"]
        if p.get("id") == "area"
    ]
    areas = [a for a in load(REAL).entries["focus-area"].values() if isinstance(a, FocusArea)]
    assert options == [f"{a.short.zh} / {a.short.en}" for a in sorted(areas, key=lambda a: a.order)]


def test_the_template_is_in_both_languages():
    text = (ROOT / ".github/pull_request_template.md").read_text(encoding="utf-8")
    for line in text.split("\n"):
        if line.startswith(("## ", "- ")):
            assert both_languages(line), line
