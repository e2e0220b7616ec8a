"""The theme's page filled from its shell equals the theme's own render; the package needs no MkDocs."""

import re
import subprocess
import sys

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from huimin.load import load
from huimin.pages.build import pages
from tests.conftest import ROOT, SMALL

KINDS = sorted({page.kind for page in pages(load(SMALL).knowledge_base())})


@pytest.fixture(scope="module")
def renders(tmp_path_factory):
    """For one page of each kind and language: as filled, and as the theme renders it."""
    site = tmp_path_factory.mktemp("filled") / "site"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KB_DIR", str(SMALL))
        patch.setenv("SITE_DIR", str(site))
        patch.setenv("SITE_URL", "https://example.org/guide/")
        config = load_config(str(ROOT / "mkdocs.yml"))
        mkdocs_build(config)
        hook, found = config.hooks["hooks/entry_pages.py"], {}
        for page in pages(config.extra["kb"]):
            pairs = found.setdefault((page.lang, page.kind), [])
            if len(pairs) < 2:  # the second page of a kind comes from the shell that the first one made
                filled = (site / page.path).read_text(encoding="utf-8")
                values = hook.differing(config, page)
                assert values["content"] in filled  # a <pre> keeps its indents
                pairs.append((filled, hook.theirs(config, page, values)))
    return found, site


def without_indents(html):
    return re.sub(r"\n\s+", "\n", html)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_filled_equals_the_themes_own_render(kind, lang, renders):
    found, _ = renders
    for filled, own in found[lang, kind]:
        assert without_indents(filled) == without_indents(own)
        assert len(filled) > 3000


def test_the_package_exports_the_same_bodies_and_downloads_without_mkdocs(renders, tmp_path):
    _, site = renders
    out = tmp_path / "out"
    program = (
        "import sys; sys.modules['mkdocs'] = sys.modules['material'] = None\n"
        f"sys.argv = ['kb', 'export', {str(out)!r}, '--kb', {str(SMALL)!r}]\n"
        "from huimin.cli import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    exported = sorted(p.relative_to(out) for p in out.rglob("*") if p.is_file())
    assert len(exported) > 100
    for path in exported:
        body, page = (out / path).read_bytes(), (site / path).read_bytes()
        if path.suffix == ".atom":  # the site's address is known to the site alone
            page = re.sub(rb' xml:base="[^"]*"', b"", page)
        assert body in page if path.suffix == ".html" else body == page
