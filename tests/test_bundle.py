"""The site's scripts become classic files."""

import pytest

from huimin.bundle import BundleError, bundle
from tests.conftest import ROOT


@pytest.fixture
def root(tmp_path):
    (tmp_path / "docs/script/part").mkdir(parents=True)
    (tmp_path / "docs/script/part/one.ts").write_text("export const one: number = 1;\n")
    (tmp_path / "docs/script/page.ts").write_text(
        'import { one } from "./part/one.ts";\ndocument.title = `${one}？`;\n'
    )
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    return tmp_path


def test_an_entry_becomes_one_classic_script(root):
    bundle(root, root / "out")
    assert [p.name for p in (root / "out").iterdir()] == ["page.js"]
    text = (root / "out/page.js").read_text(encoding="utf-8")
    assert "？" in text
    assert "import" not in text
    assert "export" not in text


def test_the_same_scripts_give_the_same_bytes(root):
    bundle(root, root / "a")
    bundle(root, root / "b")
    assert (root / "a/page.js").read_bytes() == (root / "b/page.js").read_bytes()


def test_a_faulty_script_is_named_with_its_line(root):
    (root / "docs/script/part/one.ts").write_text("export const one = ;\n")
    with pytest.raises(BundleError, match=r"part/one\.ts:1:19"):
        bundle(root, root / "out")


def test_without_esbuild_it_says_what_to_run(root):
    (root / "node_modules").unlink()
    with pytest.raises(BundleError, match="make setup"):
        bundle(root, root / "out")


def test_the_lock_names_no_registry():
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text(encoding="utf-8")
