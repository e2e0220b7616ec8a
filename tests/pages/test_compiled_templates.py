"""Compiled templates are kept, and never used for what they were not made from."""

from pathlib import Path

import jinja2
import pytest

from huimin.pages import compiled_templates
from huimin.pages.compiled_templates import CompiledTemplates


@pytest.fixture
def modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty ``node_modules`` under which compiled templates are kept."""
    folder = tmp_path / "node_modules"
    folder.mkdir()
    monkeypatch.setattr(compiled_templates, "_MODULES", folder)
    return folder


def rendered(source: str, word: str) -> str:
    """``source`` in an environment whose filter ``word``, folded in by the compiler, gives ``word``."""
    loader = jinja2.DictLoader({"page.html": source})
    env = jinja2.Environment(loader=loader, autoescape=True, bytecode_cache=CompiledTemplates("zh", word))
    env.filters["word"] = lambda _: word
    return env.get_template("page.html").render()


def kept(modules: Path) -> list[Path]:
    """The files of compiled templates."""
    return list((modules / ".cache/huimin").glob("*"))


def test_what_was_compiled_is_used_again(modules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = rendered("<p>{{ 'a'|word }}</p>", "一")
    assert len(kept(modules)) == 1
    monkeypatch.setattr(jinja2.Environment, "compile", None)
    assert rendered("<p>{{ 'a'|word }}</p>", "一") == first == "<p>一</p>"


def test_another_word_or_source_compiles_anew_in_the_same_place(modules: Path) -> None:
    assert rendered("<p>{{ 'a'|word }}</p>", "一") == "<p>一</p>"
    assert rendered("<p>{{ 'a'|word }}</p>", "二") == "<p>二</p>"
    assert rendered("<b>{{ 'a'|word }}</b>", "二") == "<b>二</b>"
    assert len(kept(modules)) == 1


@pytest.mark.parametrize("keep", [0, 1, 20, 60, 200])
def test_a_damaged_file_is_made_anew(modules: Path, keep: int) -> None:
    rendered("<p>{{ 'a'|word }}</p>", "一")
    (file,) = kept(modules)
    whole = file.read_bytes()
    file.write_bytes(whole[:keep] + b"?" * (len(whole) - keep))
    assert rendered("<p>{{ 'a'|word }}</p>", "一") == "<p>一</p>"
    assert file.read_bytes() == whole


def test_without_a_folder_for_it_nothing_is_kept(modules: Path) -> None:
    modules.rmdir()
    assert rendered("<p>{{ 'a'|word }}</p>", "一") == "<p>一</p>"
    assert not modules.exists()
