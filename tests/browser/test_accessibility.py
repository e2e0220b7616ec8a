"""WCAG 2.2 AA as far as a program can tell (axe-core), large type, zoom, and the keyboard alone."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.test_reading import EVERY_KIND

AXE = Axe()


def found(page, *rules):
    """What axe-core finds on the page, by every rule or by some: rule and the first places."""
    # The one rule of WCAG 2.2 AA that axe leaves off unless asked.
    chosen = {"runOnly": rules} if rules else {"rules": {"target-size": {"enabled": True}}}
    options = {**chosen, "resultTypes": ["violations"]}
    violations = AXE.run(page, options=options).response["violations"]
    return {v["id"]: [node["html"][:120] for node in v["nodes"][:3]] for v in violations}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", EVERY_KIND)
def test_axe_finds_nothing_on_any_kind_of_page(path, scheme, chromium, address):
    context = chromium.new_context(color_scheme=scheme, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{address}/{path}")
    assert found(page) == {}
    context.close()


@pytest.mark.parametrize("path", EVERY_KIND)
def test_axe_finds_nothing_on_a_phone_in_large_type(path, chromium, address):
    context = chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    page.add_init_script("localStorage.setItem('huimin-large', 'true')")
    page.goto(f"{address}/{path}")
    assert found(page) == {}
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()
