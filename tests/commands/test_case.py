"""``kb case``: new, approve, withdraw and status, with what they refuse and what readers then see."""

import datetime
import json
import re
from itertools import pairwise

import pytest
import yaml
from typer.testing import CliRunner

import huimin.case_files
from huimin.approval import content_digest, status_of
from huimin.case_refusals import today
from huimin.commands.case import case_app
from huimin.load import load
from huimin.model.case import ApprovedCase
from huimin.pages.build import pages
from huimin.read.parse import parse
from tests.conftest import change

LIST, NAMES = "cases/east/river-list", "cases/east/river-names"
OFFICE = ("--office", "综合处", "--office-en", "General section", "--date", "2020-02-03")
EAST = ("--approver", "east-office", *OFFICE)
WHY = ("--reason", "数字有误。", "--reason-en", "A number was wrong.")


@pytest.fixture
def case(small):
    """Calls ``kb case`` on the small knowledge base."""

    def call(*arguments, lang="C.UTF-8"):
        done = CliRunner().invoke(case_app, [*arguments, "--kb", str(small)], env={"LC_ALL": lang})
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return done

    return call


def everything(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture
def refused(case, small):
    """Calls ``kb case``, and sees that it refuses in both languages and writes nothing."""

    def call(*arguments, code=1):
        before = everything(small)
        done, chinese = case(*arguments), case(*arguments, lang="zh_CN.UTF-8")
        assert (done.exit_code, done.stdout) == (code, ""), done.output
        assert (chinese.exit_code, chinese.stdout) == (code, "")
        assert re.search("[\u4e00-\u9fff]", chinese.stderr)
        assert everything(small) == before
        return done.stderr

    return call


def codes(folder):
    return [finding.code for finding in load(folder).findings]


def body(kb, lang="zh", name="river-list"):
    return next(p.body() for p in pages(kb) if p.path == f"{lang}/cases/east/{name}.html")


def submit(small):
    """Makes the compiled case one that awaits approval."""
    change(small / f"{NAMES}.yaml", "state: compiled", "state: submitted # 请尽快 soon")


def test_approve_then_edit_one_character_then_approve_again(case, small):
    file, kept = small / f"{NAMES}.yaml", small / f"{NAMES}.approved.yaml"
    submit(small)
    done = case("approve", "east/river-names", *EAST, "--number", "东办〔2020〕2号")
    assert done.exit_code == 0, done.output
    assert str(file) in done.stdout
    assert str(kept) in done.stdout
    assert file.read_bytes() == kept.read_bytes()
    assert "state: approved # 请尽快 soon\n" in file.read_text(encoding="utf-8")
    loaded = load(small)
    assert loaded.findings == []
    entry = loaded.entries["case"]["east/river-names"]
    assert (status_of(entry), entry.updated) == ("published", today())
    assert (entry.approval.office.zh, entry.approval.number) == ("综合处", "东办〔2020〕2号")
    assert not entry.approval.office.is_stale

    change(file, "先合表，再分工。", "先合表，后分工。")
    loaded = load(small)
    assert [f.code for f in loaded.findings] == ["KB411"]
    assert status_of(loaded.entries["case"]["east/river-names"]) == "changed"
    site, preview = loaded.knowledge_base(), loaded.knowledge_base(preview=True)
    assert isinstance(site.cases["east/river-names"], ApprovedCase)
    assert "再分工" in body(site, name="river-names")
    assert "后分工" not in body(site, name="river-names")
    assert "后分工" in body(preview, name="river-names")

    done = case("approve", "east/river-names", *EAST)
    assert done.exit_code == 0, done.output
    assert codes(small) == []
    assert file.read_bytes() == kept.read_bytes()
    assert "number" not in yaml.safe_load(file.read_text(encoding="utf-8"))["approval"]
    assert "后分工" in body(load(small).knowledge_base(), name="river-names")


def test_a_reformatted_file_stays_published(small):
    file = small / f"{LIST}.yaml"
    values = yaml.safe_load(file.read_text(encoding="utf-8"))
    values["updated"] = values["updated"].isoformat()
    values["approval"]["date"] = values["approval"]["date"].isoformat()
    text = yaml.safe_dump(values, allow_unicode=True, default_flow_style=None, width=60, sort_keys=True)
    assert text != file.read_text(encoding="utf-8")
    file.write_text("# 重新排过版 laid out anew\n" + text, encoding="utf-8")
    loaded = load(small)
    assert loaded.findings == []
    assert status_of(loaded.knowledge_base().cases["east/river-list"]) == "published"


def test_english_mended_after_approval_unpublishes_nothing(small):
    change(
        small / f"{LIST}.yaml", "First one list, then share the work.", "First one list; then share the work."
    )
    loaded = load(small)
    assert loaded.findings == []
    assert "First one list; then" in body(loaded.knowledge_base(), "en")


def test_approval_replaces_compiled_and_mends_what_was_not_kept(case, small):
    assert case("approve", "east/river-names", *EAST).exit_code == 0
    (small / f"{LIST}.approved.yaml").unlink()
    assert codes(small) == ["KB219"]
    assert case("approve", "east/river-list", *EAST).exit_code == 0
    assert codes(small) == []


def test_approval_keeps_comments_order_and_line_ends(case, small):
    file = small / f"{LIST}.yaml"
    change(file, "approval:\n", "# 批准记录 the record\napproval: # by kb\n")
    change(file, "再分工。", "后分工。")
    before = file.read_bytes().replace(b"\n", b"\r\n")
    file.write_bytes(b"\xef\xbb\xbf" + before)
    done = case("approve", "east/river-list", *EAST, lang="zh_CN.UTF-8")
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("已批准：east/river-list（east-office，2020-02-03）\n")
    after = file.read_bytes()
    assert after.startswith(b"\xef\xbb\xbf")
    assert after.count(b"\n") == after.count(b"\r\n")
    old, new = before.decode().split("\r\n"), after.decode("utf-8-sig").split("\r\n")
    assert [line.split(":")[0] for line in new if line.startswith("# ") or line[:1].isalpha()] == [
        line.split(":")[0] for line in old if line.startswith("# ") or line[:1].isalpha()
    ]
    assert "  # by kb" in new
    head = old.index("# 批准记录 the record")
    assert [a for a, b in zip(old[:head], new[:head], strict=True) if a != b] == ["updated: 2020-01-02"]


def test_approve_says_every_reason_at_once(refused, small):
    change(small / f"{NAMES}.yaml", "state: compiled", "state: draft")
    change(small / "requirements/keep-list.yaml", "strength: must", "strength: most")
    tomorrow = (today() + datetime.timedelta(days=1)).isoformat()
    said = refused("approve", "east/river-names", "--approver", "west-office", *OFFICE[:-1], tomorrow)
    assert "is a draft; finish it and change its state to submitted" in said
    assert '"west-office" is of "west" and cannot approve a case of "east"; its own is east-office' in said
    assert f"the day {tomorrow} is still to come" in said
    assert "requirements/keep-list.yaml:7:11: KB104 error" in said
    assert said.endswith("kb: nothing was written\n")


def test_approve_refuses_while_anything_has_an_error(refused, small):
    submit(small)
    change(small / "requirements/keep-list.yaml", "strength: must", "strength: most")
    assert "KB104" in refused("approve", "east/river-names", *EAST)


def test_approve_refuses_what_would_be_an_error_once_published(refused, small):
    submit(small)
    text = (small / "requirements/keep-list.yaml").read_text(encoding="utf-8")
    draft = text.replace("id: keep-list", "id: keep-more\nstate: draft")
    (small / "requirements/keep-more.yaml").write_text(draft, encoding="utf-8")
    change(small / f"{NAMES}.yaml", "  - keep-list\n", "  - keep-list\n  - keep-more\n")
    assert codes(small) == []
    said = refused("approve", "east/river-names", *EAST)
    assert re.search(r"east/river-names.yaml:\d+:5: KB207 error", said)
    assert "approved.yaml" not in said


def test_approve_refuses_what_is_approved_or_withdrawn(refused, case):
    said = refused("approve", "east/river-list", *EAST)
    assert "was approved on 2019-12-01 and has not changed since" in said
    assert case("withdraw", "east/river-list", *WHY).exit_code == 0
    assert "to put it forward again" in refused("approve", "east/river-list", *EAST)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--approver", "est-office"), 'there is no approver "est-office"; its own is east-office'),
        (("--office", " "), "KB105"),
        (("--office", "综合处<b>"), "KB302"),
        (("--office-en", "General section 13800138000"), "KB305"),
        (("--number", "1"), "KB104"),
        (("--number", "\x1b[1m"), "U+001B"),
        (("--office", "甲\u200b乙"), "U+200B"),
        (("--office", "甲\ud800"), "U+D800"),
    ],
)
def test_approve_refuses_a_record_that_would_be_an_error(options, said, refused, small):
    submit(small)
    assert said in refused("approve", "east/river-names", *EAST, *options)


@pytest.mark.parametrize("date", ["2020-02-30", "2020-2-3", "2020年2月3日", "20200203", "", "２０２０-02-03"])
def test_a_day_that_is_none_is_a_wrong_call(date, refused):
    said = refused("approve", "east/river-names", *EAST, "--date", date, code=2)
    assert "is no date; write it as year-month-day" in said


@pytest.mark.parametrize("id_", ["east/river-nams", "river-names", "../x", "", "east/\ud800"])
def test_a_case_that_is_not_there_is_named(id_, refused):
    for command in (("approve", id_, *EAST), ("withdraw", id_, *WHY)):
        assert "there is no case" in refused(*command)


def test_a_case_with_errors_is_named_with_them(refused, small):
    change(small / f"{NAMES}.yaml", "state: compiled", "state: compild")
    for command in (("approve", "east/river-names", *EAST), ("withdraw", "east/river-names", *WHY)):
        said = refused(*command)
        assert f"{NAMES}.yaml:3:8: KB104" in said
        assert "mend them first" in said


def test_a_file_that_cannot_be_edited_safely_is_left_alone(refused, small):
    file = small / f"{NAMES}.yaml"
    values = yaml.safe_load(file.read_text(encoding="utf-8"))
    values["updated"] = "2020-01-02"
    file.write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")
    assert codes(small) == []
    assert "cannot be edited safely" in refused("approve", "east/river-names", *EAST)


def test_what_cannot_be_written_leaves_all_as_it_was(case, small, monkeypatch):
    submit(small)
    before = everything(small)
    replace = huimin.case_files.os.replace

    def full(source, target):
        if str(target) == str(small / f"{NAMES}.yaml"):
            raise OSError(28, "No space left on device", str(target))
        replace(source, target)

    monkeypatch.setattr(huimin.case_files.os, "replace", full)
    done = case("approve", "east/river-names", *EAST)
    assert done.exit_code == 2
    assert "No space left on device" in done.stderr
    assert everything(small) == before


def test_withdraw_leaves_a_page_that_says_so_since_when_and_why(case, small):
    done = case(
        "withdraw", "east/river-list", *WHY, "--date", "2020-05-06", "--replaced-by", "east/river-names"
    )
    assert done.exit_code == 0, done.output
    assert "its page stays" in done.stdout.lower()
    loaded = load(small)
    assert loaded.findings == []
    entry = loaded.entries["case"]["east/river-list"]
    assert entry.approval is not None
    assert entry.updated == today()
    kb = loaded.knowledge_base()
    for lang, why in (("zh", "数字有误。"), ("en", "A number was wrong.")):
        page = body(kb, lang)
        assert "2020-05-06" in page
        assert why in page
        assert "river-names.html" in page
        assert "先合成一张表" not in page
    assert "本案例已撤回" in body(kb)


def test_withdraw_is_for_what_was_published_and_once(refused, case, small):
    assert case("withdraw", "east/river-names", *WHY).exit_code == 0
    entry = load(small).entries["case"]["east/river-names"]
    assert (entry.withdrawal.date, entry.withdrawal.replaced_by) == (today(), None)
    assert "was withdrawn on" in refused("withdraw", "east/river-names", *WHY)
    before = (small / f"{LIST}.yaml").read_text(encoding="utf-8")
    for state in ("draft", "submitted"):
        text = before.replace("state: approved", f"state: {state}").split("approval:")[0]
        (small / f"{LIST}.yaml").write_text(text, encoding="utf-8")
        assert "never published" in refused("withdraw", "east/river-list", *WHY)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--date", "2019-11-30"), "is before its approval on 2019-12-01"),
        (("--date", "2999-01-01"), "is still to come"),
        (("--replaced-by", "east/none"), '"east/none" cannot take its place'),
        (("--replaced-by", "east/river-list"), '"east/river-list" cannot take its place'),
        (("--reason", ""), "KB105"),
        (("--reason-en", "see <a>"), "KB302"),
    ],
)
def test_withdraw_refuses_a_record_that_would_be_an_error(options, said, refused):
    assert said in refused("withdraw", "east/river-list", *WHY, *options)


def test_errors_elsewhere_do_not_keep_a_case_from_being_withdrawn(case, small):
    change(small / "requirements/keep-list.yaml", "strength: must", "strength: most")
    before = codes(small)
    assert case("withdraw", "east/river-list", *WHY).exit_code == 0
    assert codes(small) == before


def test_what_the_check_will_warn_of_is_said(case, small):
    done = case("withdraw", "east/river-list", *WHY[:3], "数字有误")
    assert done.exit_code == 0
    assert "KB402 warning" in done.stderr
    assert codes(small) == ["KB402"]
    done = case("approve", "east/river-names", *EAST, "--office-en", "处")
    assert done.exit_code == 0
    assert done.stderr.count("KB402 warning") == 1


def marked(text):
    """The lines on which a gap is marked, those that explain the mark left out."""
    return [n for n, line in enumerate(text.splitlines(), 1) if re.match(r" *# ● ", line) and n > 5]


def test_new_writes_a_draft_whose_every_gap_is_marked_and_found(case, small):
    done = case("new", "east", "bridge")
    file = small / "cases/east/bridge.yaml"
    assert done.exit_code == 0
    assert str(file) in done.stdout
    text = file.read_text(encoding="utf-8")
    document, broken = parse("cases/east/bridge.yaml", text.encode())
    assert not broken
    assert document.values["id"] == "east/bridge"
    assert document.values["state"] == "draft"
    assert "east-river 东江" in text
    assert "made-up-area" in text
    lines = {f.line for f in load(small).findings}
    assert {f.file for f in load(small).findings} == {"cases/east/bridge.yaml"}
    gaps = [*marked(text), 10**6]
    assert len(gaps) > 12
    for start, end in pairwise(gaps):
        assert any(start < line < end for line in lines), text.splitlines()[start - 1]
    assert min(lines) > gaps[0]


FILLED = {
    "zh:": "zh: 沿河各村",
    "en:": "en: Villages by the river",
    "city:": "city: east-river",
    "start:": "start: 2015",
    "focus_areas:": "focus_areas: [made-up-area]",
    "requirements:": "requirements: [keep-list]",
    "clauses:": 'clauses: ["made-up:1.1.1"]',
    "quality:": "quality: media",
    "seen:": "seen: text",
}


@pytest.mark.parametrize("optional", [False, True])
def test_a_new_case_filled_in_as_its_comments_say_is_good(optional, case, small):
    assert case("new", "east", "bridge").exit_code == 0
    file = small / "cases/east/bridge.yaml"
    filled = FILLED | {"basis:": f"basis: {'source' if optional else 'reading'}"}
    lines = []
    for line in file.read_text(encoding="utf-8").splitlines():
        shown = re.fullmatch(r"( *)# ( *(?:- )?[a-z_]+:(?: .*)?)", line)
        if optional and shown:
            line = shown[1] + shown[2]
        lines.append(line)
    text = "\n".join(re.sub(r"[a-z_]+:$", lambda m: filled.get(m[0], m[0]), line) for line in lines)
    if optional:
        for old, new in (
            ("[public-services.citizen-card]", "[made-up-area.made-up-theme]"),
            ("[sharing-one-source.stop-collecting-twice]", "[keep-list.write-list]"),
            ("user-satisfaction", "listed-share"),
            ("url: https://", "url: https://example.org/bridge"),
        ):
            assert text.count(old) == 1, old
            text = text.replace(old, new)
    else:
        # What the sources do not say is not filled in; mechanism, rules and cost have no text to fill in.
        text = re.sub(r"(mechanism|rules|cost):\n( +)basis: reading", r"\1:\n\2basis: not-stated", text)
    file.write_text(text + "\n", encoding="utf-8")
    assert load(small).findings == []
    change(file, "state: draft", "state: submitted")
    assert case("approve", "east/bridge", *EAST).exit_code == 0
    loaded = load(small)
    assert loaded.findings == []
    entry = loaded.entries["case"]["east/bridge"]
    assert content_digest(entry) == entry.approval.digest
    assert len(entry.model_fields_set) == (26 if optional else 17)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("eastt", "bridge"), 'there is no provincial-level unit "eastt"; did you mean "east"?'),
        (("east-river", "bridge"), "there is no provincial-level unit"),
        (("../east", "bridge"), "there is no provincial-level unit"),
        (("east", "River List"), '"River List" cannot be a case\'s name'),
        (("east", "river-list.approved"), "cannot be a case's name"),
        (("east", "x" * 49), "cannot be a case's name"),
        (("est", "x_y"), "cannot be a case's name"),
        (("east", "river-list"), "cases/east/river-list.yaml exists and is left alone"),
    ],
)
def test_new_refuses_what_cannot_be(arguments, said, refused):
    assert said in refused("new", *arguments)


def test_new_follows_no_link_and_takes_no_place_that_is_taken(refused, small, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (small / "cases/west").symlink_to(tmp_path / "elsewhere")
    assert "symbolic link" in refused("new", "west", "bridge")
    (small / "cases/east/left.approved.yaml").write_text("", encoding="utf-8")
    assert "left.approved.yaml exists" in refused("new", "east", "left")
    (small / "jurisdictions.yaml").write_text("a: [", encoding="utf-8")
    assert "run kb check first" in refused("new", "east", "bridge")


def test_new_makes_the_folder_of_a_province(case, small):
    assert case("new", "west", "bridge").exit_code == 0
    assert (small / "cases/west/bridge.yaml").is_file()


def test_status_shows_where_every_case_stands_in_line(case, small):
    change(small / f"{LIST}.yaml", "再分工。", "后分工。")
    submit(small)
    done, chinese = case("status"), case("status", lang="zh_CN.UTF-8")
    assert done.stdout.splitlines() == [
        "id                status                   approved    title",
        "east/river-list   Changed since approval   2019-12-01  One list for one river",
        "east/river-names  Submitted, not approved  -           Names of the villages by the river",
    ]
    assert chinese.stdout.splitlines() == [
        "编号              状态            批准日期    名称",
        "east/river-list   批准后有改动    2019-12-01  一条河一张表",
        "east/river-names  已提交，待批准  -           沿河各村的名称",
    ]


def test_status_of_a_province_as_json(case, small):
    content = json.loads(case("status", "--province", "east", "--format", "json").stdout)
    assert content["broken"] == []
    assert content["cases"][0] == {
        "id": "east/river-list",
        "status": "published",
        "title": {"zh": "一条河一张表", "en": "One list for one river"},
        "updated": "2020-01-02",
        "approved": "2019-12-01",
        "approver": "east-office",
        "number": "东办〔2019〕1号",
        "withdrawn": None,
    }
    assert case("status", "--province", "west").stdout == "there are no cases\n"
    assert json.loads(case("status", "--province", "west", "--format", "json").stdout) == {
        "cases": [],
        "broken": [],
    }


def test_status_names_what_it_cannot_show(case, refused, small):
    change(small / f"{NAMES}.yaml", "state: compiled", "state: compild")
    done = case("status")
    assert done.exit_code == 0
    assert "river-names" not in done.stdout
    assert f"1 more could not be read, run kb check: {NAMES}.yaml" in done.stderr
    assert json.loads(case("status", "--format", "json").stdout)["broken"] == [f"{NAMES}.yaml"]
    assert 'did you mean "east"?' in refused("status", "--province", "eas", code=2)


def test_a_wrong_call_ends_in_words(case):
    for arguments in (
        ["approve", "east/river-list"],
        ["withdraw", "x"],
        ["status", "--format", "xml"],
        ["new", "east"],
    ):
        done = case(*arguments)
        assert done.exit_code == 2
        assert done.stderr
