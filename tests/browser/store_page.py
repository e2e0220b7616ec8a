"""A page with nothing but the store, bundled and served as the site's pages are."""

from playwright.sync_api import expect

from huimin.bundle import bundle
from huimin.shell import POLICY
from tests.conftest import ROOT

PAGE = f"""<!doctype html>
<html lang="zh"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">
<title>store</title><link rel="icon" href="data:,"><script defer src="store-page.js"></script></head><body>
<p><output id="saved"></output> <output id="loaded"></output> <output id="faults"></output> <output id="names"></output></p>
<textarea data-step="lead.name" aria-label="one"></textarea><textarea data-step="lead.meet" aria-label="two"></textarea>
</body></html>"""


def make(root):
    """The page and its script in a folder."""
    (root / "docs/script").mkdir(parents=True)
    (root / "docs/script/store-page.ts").symlink_to(ROOT / "tests/script/store-page.ts")
    (root / "node_modules").symlink_to(ROOT / "node_modules")
    bundle(root, root / "page")
    (root / "page/index.html").write_text(PAGE, encoding="utf-8")
    return root / "page"


class Tab:
    """A tab with the page."""

    def __init__(self, context, origin, query="make", before=None):
        self.page = context.new_page()
        if before:
            self.page.add_init_script(before)
        self.open(origin, query)

    def open(self, origin, query=""):
        self.page.goto(f"{origin}/index.html?{query}")
        expect(self.page.locator("html[data-ready]")).to_be_attached()

    def field(self, step="lead.name"):
        return self.page.locator(f"[data-step='{step}']")

    def write(self, words, step="lead.name"):
        """Types as people do, key by key, at the end of what stands there."""
        self.field(step).press("End")
        self.field(step).press_sequentially(words)

    def shows(self, words, step="lead.name"):
        expect(self.field(step)).to_have_value(words)

    def is_saved(self):
        expect(self.page.locator("#saved")).to_have_text("saved")

    def is_not_saved(self, fault):
        expect(self.page.locator("#saved")).to_have_text("failed")
        self.says(fault)

    def says(self, *codes):
        expect(self.page.locator("#faults")).to_have_text(" ".join(codes))

    def ask(self, script, argument=None):
        return self.page.evaluate(script, argument)

    def note(self, step="lead.name"):
        """What a file would hold that is saved now."""
        return self.ask("step => noteOf('one', step)", step)

    def values(self, code):
        return self.ask("code => store.faults().find(f => f.code === code).values", code)

    def stored(self):
        """The notes that stand in the database, past the store."""
        return self.ask(STORED)


STORED = """() => new Promise((done, failed) => {
  const open = indexedDB.open("huimin-workbench");
  open.onerror = () => failed(open.error);
  open.onsuccess = () => {
    const db = open.result;
    const all = db.transaction("checklists").objectStore("checklists").getAll();
    all.onsuccess = () => {
      db.close();
      done(Object.fromEntries(all.result.filter((r) => r.checklist?.steps).map(({ id, checklist }) =>
        [id, Object.fromEntries(checklist.steps.filter((s) => s.note).map((s) => [s.id, s.note]))])));
    };
  };
})"""
