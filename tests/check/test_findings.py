"""What a check says, taken together."""

import shutil
from pathlib import Path

from huimin.load import load
from tests.conftest import REAL, change


def codes(folder: Path) -> list[str]:
    return [f.code for f in load(folder).findings]


def test_all_findings_come_in_one_run_sorted(small):
    change(small / "glossary/one-list.yaml", "pinyin:", "pinyn:")
    change(small / "contacts/city-office.yaml", "level: city", "level: town")
    (small / "requirements/broken.yaml").write_text("a: [", encoding="utf-8")
    found = load(small).findings
    assert found == sorted(found)
    assert {f.code for f in found} >= {"KB101", "KB102", "KB104", "KB002"}


def test_a_broken_file_is_not_blamed_on_those_that_refer_to_it(small):
    change(small / "contacts/city-office.yaml", "level: city", "level: town")
    assert codes(small) == ["KB104"]


def test_a_requirement_with_another_fault_still_covers_its_clauses(small):
    change(small / "requirements/keep-list.yaml", "strength: must", "strength: most")
    assert codes(small) == ["KB104"]


def test_a_term_used_only_in_a_broken_entry_is_not_called_dangling(small):
    change(small / "glossary/one-list.yaml", "  zh: 一览表", "  zh: 没有一览表就不知道缺什么")
    assert codes(small) == []
    change(small / "requirements/keep-list.yaml", "strength: must", "strength: most")
    assert codes(small) == ["KB104"]


def test_lines_are_counted_alike_whatever_ends_them(small):
    file = small / "requirements/keep-list.yaml"
    change(file, "做法如下：", "做法如下check：")
    places = []
    for end in ("\n", "\r\n", "\r"):
        file.write_bytes(file.read_text(encoding="utf-8").replace("\n", end).encode())
        places += [(f.line, f.column) for f in load(small).findings]
        file.write_bytes(file.read_bytes().replace(b"\r\n", b"\n").replace(b"\r", b"\n"))
    assert len(set(places)) == 1
    assert len(places) == 3


def test_escapes_and_line_ends_hide_nothing(small):
    file = small / "glossary/one-list.yaml"
    for escape in ("\\0", "\\x1b", "\\u200b", "\\uE000"):
        change(file, "  zh: 一览表", f'  zh: "一览表{escape}"')
        assert "KB008" in codes(small)
        change(file, f'  zh: "一览表{escape}"', "  zh: 一览表")
    change(small / "requirements/keep-list.yaml", "id: write-list", 'id: "write-list\\n"')
    assert codes(small) == ["KB107"]


def test_nearest_names_are_offered(small):
    change(small / "requirements/keep-list.yaml", "lead: city-office", "lead: city-ofice")
    (finding,) = load(small).findings
    assert finding.help("en") == 'did you mean "city-office"?'
    assert finding.help("zh") == "是不是“city-office”？"


def test_columns_count_characters_not_bytes(small):
    change(small / "glossary/one-list.yaml", "zh: 写明事项", "zh: 写明事项，见示例check")
    (finding,) = load(small).findings
    line = (small / finding.file).read_text(encoding="utf-8").splitlines()[finding.line - 1]
    assert line[finding.column - 1 :].startswith("check")


def test_a_draft_covers_nothing_and_shows_in_a_preview_only(small):
    # What is published may not refer to a draft.
    for folder in ("focus-areas", "indicators", "cases"):
        shutil.rmtree(small / folder)
    change(small / "retired.yaml", "made-up-area.old-theme\n    kind: theme", "old\n    kind: indicator")
    file = small / "requirements/keep-list.yaml"
    change(file, "updated: 2020-01-02", "updated: 2020-01-02\nstate: draft")
    assert codes(small) == ["KB202"]
    change(
        small / "sources/made-up.yaml",
        "      en: A list by March, reported to the office.",
        "      en: A list by March, reported to the office.\n    asks_nothing:\n      zh: 暂无。\n      en: Nothing.",
    )
    assert load(small).findings == []
    assert "keep-list" not in load(small).knowledge_base().requirements
    assert "keep-list" in load(small).knowledge_base(preview=True).requirements


def test_a_day_to_come_or_in_full_width_digits_is_no_date_of_a_change(small):
    for day in ("9999-12-31", "２０２０-01-02"):
        change(small / "glossary/one-list.yaml", "updated: 2020-01-02", f"updated: {day}")
        assert codes(small) == ["KB106"]
        change(small / "glossary/one-list.yaml", f"updated: {day}", "updated: 2020-01-02")


def test_an_exemption_with_a_reason_silences_its_warning_only(small):
    file = small / "glossary/one-list.yaml"
    change(file, "zh: 写明事项的一张表，", "zh: 写明check事项的一张表,")
    change(file, "latin:", "exempt:\n  - rule: KB401\n    reason: an English word on purpose\nlatin:")
    assert codes(small) == ["KB403"]


def test_an_exemption_holds_for_warnings_about_the_entry_as_a_whole_too(small):
    file = small / "glossary/one-list.yaml"
    change(
        file,
        "term:\n  zh: 一览表",
        "exempt:\n  - rule: KB406\n    reason: used by a case to come\nterm:\n  zh: 二览表",
    )
    assert codes(small) == []


def test_the_real_knowledge_base_has_neither_errors_nor_warnings():
    assert [f.line_of_text("en") for f in load(REAL).findings] == []


def test_a_broken_focus_area_is_not_blamed_on_its_clauses(small):
    change(small / "sources/made-up.yaml", "    kind: duty", "    kind: duty\n    by_choice: true")
    change(small / "focus-areas/made-up-area.yaml", "order: 1", "order: first")
    assert codes(small) == ["KB103"]


def test_an_id_that_differs_from_its_file_is_named_once_and_not_by_all_who_refer_to_it(small):
    change(small / "indicators/listed-share.yaml", "id: listed-share", "id: listed-shares")
    assert codes(small) == ["KB109"]


def test_a_link_target_is_placed_where_it_stands_and_not_in_a_longer_one(small):
    change(
        small / "requirements/keep-list.yaml",
        "zh: 各市建立[一览表](term:one-list)。",
        "zh: 见[一](term:one-list)和[二](term:one)。",
    )
    (finding,) = load(small).findings
    line = (small / finding.file).read_text(encoding="utf-8").splitlines()[finding.line - 1]
    assert line[finding.column - 1 :].startswith("term:one)")


def test_a_day_of_a_document_lies_in_its_year_and_is_past(small):
    for day in ("2017-01-01", "2018-12-31"):
        change(
            small / "policies/made-up-2018.yaml",
            "year: 2018\n",
            f"year: 2018\ndates:\n  - kind: signed\n    date: {day}\n    certainty: official\n",
        )
        assert ("KB106" in codes(small)) == (day[:4] != "2018")
        change(
            small / "policies/made-up-2018.yaml",
            f"year: 2018\ndates:\n  - kind: signed\n    date: {day}\n    certainty: official\n",
            "year: 2018\n",
        )
