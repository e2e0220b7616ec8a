"""``kb offline``: the edition for a disc, as people unpack and check it."""

import datetime
import re
import shutil
import subprocess
import zipfile

import pytest

from huimin.offline.names import refused_names
from tests.commands.test_commands import kb
from tests.conftest import ROOT, SMALL, change
from tests.hooks.builds import fingerprint


def write_edition(knowledge, dist, **settings):
    """The folder of an edition, written by the command."""
    done = kb("offline", KB_DIR=str(knowledge), DIST_DIR=str(dist), **settings)
    assert done.returncode == 0, done.stdout + done.stderr
    (folder,) = (path for path in dist.iterdir() if path.is_dir())
    assert done.stdout == f"offline edition: {folder}\n"
    return folder


@pytest.fixture(scope="module")
def edition(tmp_path_factory):
    return write_edition(SMALL, tmp_path_factory.mktemp("offline") / "dist")


def test_the_same_knowledge_base_gives_the_same_bytes_whatever_the_surroundings(edition, tmp_path):
    again = write_edition(
        SMALL,
        tmp_path / "elsewhere" / "dist",
        TZ="Asia/Shanghai",
        PYTHONHASHSEED="7",
        SITE_URL="https://a.example/",
    )
    assert fingerprint(again.parent) == fingerprint(edition.parent)


def test_checksums_hold_for_the_zip_and_for_every_file(edition):
    for folder, sums in ((edition.parent, f"{edition.name}.zip.sha256"), (edition, "SHA256SUMS.txt")):
        done = subprocess.run(
            ["sha256sum", "--strict", "-c", sums],
            cwd=folder,
            capture_output=True,
            text=True,
            env={"LC_ALL": "C"},
        )
        assert done.returncode == 0, done.stderr
    files = {p.relative_to(edition).as_posix() for p in edition.rglob("*") if p.is_file()}
    named = set(re.findall(r"^[0-9a-f]{64} \*(.+)$", (edition / "SHA256SUMS.txt").read_text(), re.MULTILINE))
    assert named == files - {"SHA256SUMS.txt"}


def test_the_zip_holds_the_folder_with_flags_and_times_that_depend_on_nothing(edition):
    with zipfile.ZipFile(edition.parent / f"{edition.name}.zip") as archive:
        assert archive.testzip() is None
        for info in archive.infolist():
            assert info.flag_bits & 0x800, info.filename
            assert info.date_time == (2020, 1, 2, 0, 0, 0)
            assert (info.create_system, info.external_attr >> 16) == (3, 0o100644)
            assert archive.read(info) == (edition.parent / info.filename).read_bytes()
        packed = {info.filename for info in archive.infolist()}
    assert packed == {p.relative_to(edition.parent).as_posix() for p in edition.rglob("*") if p.is_file()}
    day = datetime.datetime(2020, 1, 2, tzinfo=datetime.UTC).timestamp()
    assert {path.stat().st_mtime for path in edition.parent.rglob("*")} == {day}


def test_windows_takes_every_name_and_nothing_starts_by_itself(edition):
    paths = [p.relative_to(edition.parent).as_posix() for p in edition.rglob("*")]
    assert refused_names(paths) == []
    assert not [path for path in paths if "autorun" in path.lower()]
    assert sorted(p.name for p in edition.iterdir()) == ["SHA256SUMS.txt", "site", "start.html"]
    assert "<script" not in (edition / "start.html").read_text(encoding="utf-8")


def test_an_id_that_windows_cannot_have_ends_it_with_its_name_and_leaves_the_last_edition(small, tmp_path):
    dist = tmp_path / "dist"
    write_edition(small, dist)
    before = fingerprint(dist)
    (small / "glossary/one-list.yaml").rename(small / "glossary/other-list.yaml")
    (small / "contacts/city-office.yaml").rename(small / "contacts/aux.yaml")
    for file in small.rglob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(
            re.sub(r"\bone-list\b", "other-list", re.sub(r"\bcity-office\b", "aux", text)), encoding="utf-8"
        )
    done = kb("offline", KB_DIR=str(small), DIST_DIR=str(dist))
    assert done.returncode == 1
    assert "contacts/aux.html" in done.stderr
    assert fingerprint(dist) == before
    assert {p.name for p in tmp_path.iterdir()} == {"kb", "dist"}


def test_a_fault_leaves_the_last_edition(small, tmp_path):
    dist = tmp_path / "dist"
    write_edition(small, dist)
    before = fingerprint(dist)
    change(small / "glossary/one-list.yaml", "pinyin:", "pinyn:")
    done = kb("offline", KB_DIR=str(small), DIST_DIR=str(dist))
    assert (done.returncode, "KB101" in done.stderr + done.stdout) == (1, True)
    assert fingerprint(dist) == before
    change(small / "glossary/one-list.yaml", "pinyn:", "pinyin:")
    change(small / "site.yaml", "2020-01-02", "2026-01-05")
    assert write_edition(small, dist).name == "huimin-2026-01-05"
    assert {p.name for p in dist.iterdir()} == {
        f"huimin-2026-01-05{end}" for end in ("", ".zip", ".zip.sha256")
    }


@pytest.mark.parametrize(
    "holds", [["thesis.doc"], ["huimin-notes.txt"], ["thesis.doc", "huimin-1/SHA256SUMS.txt"]]
)
def test_a_folder_that_holds_anything_else_is_left_alone(holds, tmp_path):
    for name in holds:
        (tmp_path / "dist" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "dist" / name).write_text("x")
    before = fingerprint(tmp_path)
    done = kb("offline", KB_DIR=str(SMALL), DIST_DIR=str(tmp_path / "dist"))
    assert done.returncode == 2
    assert "holds other files and is left alone" in done.stderr
    assert fingerprint(tmp_path) == before


def test_drafts_stay_at_home(small, tmp_path):
    file = small / "glossary/one-list.yaml"
    shutil.copy(file, small / "glossary/draft-list.yaml")
    change(small / "glossary/draft-list.yaml", "id: one-list", "id: draft-list\nstate: draft")
    folder = write_edition(small, tmp_path / "dist", PREVIEW="1")
    assert "draft-list" not in (folder / "site/zh/glossary.html").read_text(encoding="utf-8")


def test_links_to_elsewhere_say_in_words_that_they_need_a_network(edition):
    outside = re.compile(r'<a\s(?:[^>]*\s)?href="https?:[^>]*>(.*?)</a>', re.DOTALL)
    found = 0
    for lang, words in (("zh", "（需联网）"), ("en", " (needs a network)")):
        for page in (edition / "site" / lang).rglob("*.html"):
            for text in outside.findall(page.read_text(encoding="utf-8")):
                assert text.endswith(f'<span class="hm-network">{words}</span>'), page
                found += 1
    assert found > 3


def test_make_knows_the_name():
    done = subprocess.run(
        ["make", "--no-print-directory", "-n", "offline", "DIST_DIR=x"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.stdout.splitlines()[-1].strip().endswith("kb offline")
