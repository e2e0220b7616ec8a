"""Filling the theme's page, and putting a finished site in the place of the last one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import huimin.exchange as exchange_module
from huimin.exchange import MARK, ForeignFolder, building_folder, exchange, prepare
from huimin.shell import Shell, mark


@given(st.text(max_size=50), st.text(max_size=50))
def test_what_is_filled_in_is_never_taken_for_a_mark(title, content):
    shell = Shell(f"<h1>{mark('title')}</h1>{mark('content')}<i>{mark('title')}</i>")
    content += mark("title")
    assert shell.fill({"title": title, "content": content}) == f"<h1>{title}</h1>{content}<i>{title}</i>"


def test_a_mark_without_a_value_is_an_error():
    with pytest.raises(KeyError):
        Shell(mark("title")).fill({})


def make_site(folder, words):
    (folder / MARK).parent.mkdir(parents=True)
    (folder / MARK).write_text(words)


@pytest.mark.parametrize("can_swap", [True, False])
def test_exchange_replaces_the_site_and_leaves_nothing_beside_it(can_swap, tmp_path, monkeypatch):
    if not can_swap:
        monkeypatch.setattr(exchange_module, "_swap", lambda one, other: False)
    site = tmp_path / "site"
    for words in ("one", "two"):
        building = prepare(site)
        make_site(building, words)
        exchange(building, site)
        assert (site / MARK).read_text() == words
        assert [p.name for p in tmp_path.iterdir()] == ["site"]


def test_an_exchange_interrupted_between_two_renames_is_mended_at_the_next_start(tmp_path):
    site = tmp_path / "site"
    make_site(tmp_path / ".site-previous", "last good")
    make_site(building_folder(site), "next")
    prepare(site)
    assert (site / MARK).read_text() == "last good"
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def test_a_rename_that_fails_half_way_is_undone(tmp_path, monkeypatch):
    monkeypatch.setattr(exchange_module, "_swap", lambda one, other: False)
    site = tmp_path / "site"
    make_site(site, "last good")
    with pytest.raises(OSError):  # noqa: PT011 - whichever the system gives
        exchange(tmp_path / "not-there", site)
    assert (site / MARK).read_text() == "last good"


@pytest.mark.parametrize("what", ["folder", "file"])
def test_a_folder_of_somebody_else_is_never_replaced(what, tmp_path):
    site = tmp_path / "home"
    if what == "folder":
        site.mkdir()
        (site / "thesis.doc").write_text("x")
    else:
        site.write_text("x")
    with pytest.raises(ForeignFolder):
        prepare(site)
    assert site.exists()
