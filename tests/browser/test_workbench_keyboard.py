"""A city's whole way with the keyboard alone, from the home page to a saved workbook: nothing is clicked, nothing is called."""

import io

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect

from huimin.workbench.words import words

MOST = 400


class Keyboard:
    """Whoever has nothing but keys: goes with Tab to what is wanted, and sees at each stop where the focus is."""

    def __init__(self, page):
        self.page = page
        self.press = page.keyboard.press

    def to(self, wanted, back=False):
        """Tab after Tab until what is wanted has the focus; a focus that is hidden on the way is an error."""
        for _ in range(MOST):
            self.press("Shift+Tab" if back else "Tab")
            assert self.page.evaluate(SEEN), self.page.evaluate("document.activeElement.outerHTML")[:200]
            if wanted.evaluate("(wanted) => wanted === document.activeElement"):
                return
        raise AssertionError(f"not reached by Tab: {wanted}")

    def use(self, wanted, key="Enter", back=False):
        self.to(wanted, back)
        self.press(key)

    def write(self, wanted, text, back=False):
        self.to(wanted, back)
        self.page.keyboard.insert_text(text)


# That there is a focus, that it is in the window, that an outline shows it and that nothing lies over it.
SEEN = """() => {
  const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
  if (one === document.body || !one.matches(".wb *")) return true;
  // The calendar's button inside a day's field shows the browser's own outline.
  if (one.type === "date" && !one.matches(":focus")) return true;
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) return false;
  const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
  const over = document.elementFromPoint(box.left + Math.min(box.width / 2, 40), (top + bottom) / 2);
  return bottom - top > 10 && (one.contains(over) || over?.contains(one) === true);
}"""


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_from_the_home_page_to_a_saved_workbook(lang, page, address):
    page.goto(f"{address}/{lang}/index.html")
    keys = Keyboard(page)

    def said(key):
        return words()[key][lang]

    def button(key):
        return page.get_by_role("button", name=said(key), exact=True)

    def label(key):
        return page.get_by_label(said(key), exact=True)

    keys.use(page.locator("a[href='workbench.html']").first)
    page.wait_for_url("**/workbench.html")
    expect(button("shelf.start")).to_be_visible()

    # Choose.
    keys.use(button("shelf.start"))
    keys.write(label("start.city").last, "佛山市")
    keys.use(page.locator(".wb-area input").first, "Space")
    keys.use(page.locator(".wb-themes input").first, "Space")
    keys.use(button("start.create"))
    expect(page.locator(".wb-step").first).to_be_visible()

    # Tick, and take it back.
    tick = page.locator(".wb-tick").first
    keys.use(tick, "Space")
    expect(tick).to_be_checked()
    keys.press("Control+z")
    expect(tick).not_to_be_checked()
    expect(tick).to_be_focused()
    keys.press("Control+y")
    expect(tick).to_be_checked()

    # Assign, and attach evidence; a second piece begins where one writes.
    keys.use(page.locator(".wb-title").first)
    keys.write(label("steps.lead"), "市政务数据局")
    keys.write(label("steps.evidence-number"), "佛府〔2030〕1号")
    keys.use(button("steps.evidence-add"))
    expect(label("steps.evidence-number").last).to_be_focused()
    page.keyboard.insert_text("佛府〔2030〕2号")

    # Filter.
    keys.write(page.get_by_role("searchbox"), "没有这样的步骤", back=True)
    expect(page.locator(".wb-step")).to_have_count(0)
    keys.use(button("steps.clear"))
    expect(page.locator(".wb-step").first).to_be_visible()

    # The sheet of keys comes and goes, and the focus is where it was.
    keys.to(button("steps.fold"))
    keys.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    keys.press("Escape")
    expect(button("steps.fold")).to_be_focused()

    # See where it stands.
    keys.use(button("app.view-dashboard"), back=True)
    expect(page.locator(".wb-dashboard dd").first).to_have_text("1")
    summary = page.locator(".wb-bars summary").first
    keys.use(summary)
    expect(page.locator(".wb-bars table").first).to_be_visible()

    # Save.
    keys.use(button("app.view-files"), back=True)
    with page.expect_download() as waiting:
        keys.use(button("save.xlsx"))
    with open(waiting.value.path(), "rb") as file:
        book = load_workbook(io.BytesIO(file.read()))
    cells = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row}
    assert any("市政务数据局" in cell for cell in cells)
    assert any("佛府〔2030〕1号" in cell and "佛府〔2030〕2号" in cell for cell in cells)
