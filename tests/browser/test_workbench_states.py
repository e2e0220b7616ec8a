"""Every state of the workbench: WCAG 2.2 AA as far as axe-core can tell, and no wider than a phone."""

import pytest

from tests.browser.test_accessibility import found
from tests.browser.workbench_states import WAYS, opened

DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
# Width, scheme, large type. The first is looked through with every rule, the others with those that hang on looks.
LOOKS = [
    (DESKTOP, "default", False),
    (DESKTOP, "slate", False),
    (PHONE, "default", False),
    (PHONE, "slate", True),
]
SEEN = ("color-contrast", "target-size", "link-in-text-block", "scrollable-region-focusable")
# What the switches in the head of the page do; nothing is on its way to another colour, or under what sticks there.
LOOK = """([scheme, large]) => {
  document.body.setAttribute("data-md-color-scheme", scheme);
  document.documentElement.classList.toggle("hm-large-type", large);
  for (const one of document.getAnimations()) one.finish();
  scrollTo(0, 0);
}"""


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(lang, way, chromium, address):
    workbench = opened(chromium, address, lang, way)
    page = workbench.page
    wrong = {}
    for state in way(workbench):
        for size, scheme, large in LOOKS:
            page.set_viewport_size(size)
            page.evaluate(LOOK, [scheme, large])
            look = f"{state}, {size['width']} {scheme}{' large' if large else ''}"
            if findings := found(page, *(SEEN if (size, scheme, large) != LOOKS[0] else ())):
                wrong[look] = findings
            if not page.evaluate("document.documentElement.scrollWidth <= innerWidth"):
                wrong[f"{look}, width"] = page.evaluate("document.documentElement.scrollWidth")
        page.set_viewport_size(DESKTOP)
        page.evaluate(LOOK, ["default", False])
    page.context.close()
    assert wrong == {}
