"""Every state of the workbench's page, in the ways in which a reader comes to them."""

import json

from playwright.sync_api import expect

DAY = "2030-12-31"

# Rows are alike, and what looks at them takes its time for each: every twenty-fifth step stands for all.
FEWER = """() => {
  const { steps, example } = window.huiminGuide;
  const kept = new Set(example.steps.filter((_, n) => n % 25 === 0).map((step) => step.id));
  for (const of of [steps, example.steps]) of.splice(0, of.length, ...of.filter((step) => kept.has(step.id)));
  return window.huiminGuide;
}"""


class Workbench:
    """The workbench in one language, asked by the words that it shows."""

    def __init__(self, page, address, lang):
        self.page, self.lang = page, lang
        page.goto(f"{address}/{lang}/workbench.html")
        self.guide = page.evaluate(FEWER)

    def say(self, key, **values):
        return self.guide["words"][key].format(**values)

    def button(self, key, **values):
        return self.page.get_by_role("button", name=self.say(key, **values), exact=True)

    def label(self, key, **values):
        return self.page.get_by_label(self.say(key, **values), exact=True)

    def view(self, name):
        self.button(f"app.view-{name}").click()

    def open_details(self):
        self.page.locator(".wb details").evaluate_all("all => all.forEach((one) => (one.open = true))")

    def put(self, name, content):
        """Opens a file in the view of files."""
        text = content if isinstance(content, str) else json.dumps(content)
        self.page.locator("input[type=file]").set_input_files(
            {"name": name, "mimeType": "application/octet-stream", "buffer": text.encode()}
        )

    def own(self, **fields):
        """The example as if a city had made it."""
        example = {**self.guide["example"], "id": "own", "name": "佛山市创建清单", "revision": 1}
        del example["example"]
        return {**example, **fields}

    def add(self, checklist):
        """Takes a checklist onto the shelf from a file, and opens it."""
        if self.page.locator(".wb-path").count():
            self.button("app.shelf").click()
        self.button("shelf.open").click()
        self.put("checklist.json", checklist)
        self.button("open.new").click()
        expect(self.page.locator(".wb-step").first).to_be_visible()


def beginning(wb):
    """A first checklist, and a step filled in rightly and wrongly."""
    page = wb.page
    yield "empty shelf"
    wb.button("shelf.start").click()
    page.locator(".wb-area input").first.check()
    wb.open_details()
    yield "start form"
    wb.label("start.city").last.fill("佛山市")
    page.locator(".wb-themes input").first.check()
    page.locator("input[type=date]").nth(1).fill(DAY)
    wb.button("start.create").click()
    yield "steps"
    page.locator(".wb-tick").first.click()
    page.locator(".wb-title").nth(1).click()
    wb.label("steps.evidence-number").fill("佛府〔2030〕1号")
    wb.button("steps.evidence-add").click()
    wb.label("steps.evidence-link").last.fill("不是网址")
    wb.label("steps.note").fill("13912345678")
    wb.label("steps.not-applicable").last.check()
    wb.open_details()
    yield "a step with what is wrong"
    page.get_by_role("searchbox").fill("没有这样的步骤")
    expect(page.locator(".wb-step")).to_have_count(0)
    wb.open_details()
    yield "nothing found, own steps"
    wb.label("own.project-title").fill("信用惠民")
    wb.button("own.add-project").click()
    wb.label("own.title").fill("自己加的一步")
    wb.button("own.add-step").click()
    yield "own step"
    page.get_by_role("combobox").nth(2).select_option("mine")
    yield "nobody's steps"


def example(wb):
    """The example, view by view."""
    page = wb.page
    wb.button("shelf.example").click()
    yield "example"
    wb.label("steps.by").select_option("lead")
    wb.button("steps.fold").click()
    yield "folded"
    wb.view("indicators")
    page.locator("[data-indicator]:has(figure) h3 button").first.click()
    page.locator(".wb-editor input[inputmode=decimal]").first.fill("约三成")
    wb.open_details()
    yield "indicators"
    wb.view("dashboard")
    yield "dashboard"
    wb.open_details()
    yield "dashboard with tables"
    wb.view("timeline")
    yield "timeline"
    wb.open_details()
    yield "timeline with its table"
    wb.view("steps")
    page.locator(".wb-title").first.click()
    wb.label("steps.note").fill("修改过")
    wb.view("history")
    yield "history"
    wb.view("choice")
    page.locator(".wb-area input:not(:checked)").first.check()
    wb.open_details()
    yield "set-up"
    wb.view("print")
    yield "print"
    wb.button("print.brief").click()
    yield "one page"
    wb.button("app.understood").click()
    yield "warning that was read"


def files(wb):
    """Files saved, opened, refused, merged, and of another edition."""
    page = wb.page
    wb.button("shelf.open").click()
    yield "no checklist, files"
    wb.put("foreign.json", "{}")
    expect(page.locator(".wb-opened .hm-draft")).to_be_visible()
    yield "refused file"
    wb.button("app.shelf").click()
    wb.add(wb.own())
    page.locator(".wb-title").first.click()
    wb.label("steps.note").fill("我们自己写的")
    wb.view("files")
    wb.button("save.text").click()
    expect(page.locator(".wb-text")).to_be_visible()
    rows = [wb.own()["steps"][0]["id"], *(f"gone.{n}" for n in range(30))]
    headings = {"zh": "步骤编号,步骤,状态", "en": "Step id,Step,Status"}[wb.lang]
    wb.put("rows.csv", "\n".join([headings, *(f"{row},{row},?" for row in rows)]))
    expect(page.locator(".wb-findings").first).to_be_visible()
    wb.open_details()
    with page.expect_download():
        wb.button("save.parts-all").click()
    expect(page.locator(".wb-parts")).to_be_visible()
    yield "files, with findings and parts that are out"
    theirs = wb.own()
    theirs["steps"] = [
        {**step, "note": "他们写的", "changed": {"at": "2031-01-01T00:00:00.000Z", "by": "市财政局"}}
        if n < 2
        else step
        for n, step in enumerate(theirs["steps"])
    ]
    wb.put("theirs.json", theirs)
    page.locator(".wb-opened .wb-first").click()
    expect(page.locator(".wb-conflict").first).to_be_visible()
    yield "merge"
    wb.add(wb.own(id="older", name="去年的清单", **older(wb)))
    yield "a new edition is said"
    wb.button("app.see-edition").click()
    yield "edition"
    page.locator(".wb-outcomes input").first.uncheck()
    page.locator(".wb-first").last.click()
    yield "edition, confirmed in part"


def older(wb):
    """Steps as an earlier edition had them: one reworded, one no longer there, one not there yet."""
    first, second, _, *rest = wb.guide["example"]["steps"]
    made = {**first["made"], "digest": "0" * 16, "title": "原来的说法", "detail": "原来的做法"}
    gone = {**second, "id": "gone.step", "note": "填写过"}
    return {"edition": "2020-01-01+0000000000000000", "steps": [{**first, "made": made}, gone, *rest]}


def keeping(wb):
    """The shelf with what is on it, dialogs, and what is said of keeping the work."""
    page = wb.page
    wb.add(wb.own(created="2020-01-01T00:00:00.000Z", revision=600))
    expect(page.locator(".wb-reminder")).to_be_visible()
    yield "reminder"
    page.locator("h2").first.click()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    yield "key sheet"
    page.keyboard.press("Escape")
    wb.add(wb.own(id="second", name="另一份清单"))
    wb.add(wb.own(id="third", name="归档的清单", archived=True))
    wb.add(wb.own(id="fourth", name="删除的清单"))
    wb.button("app.shelf").click()
    page.locator("[data-checklist=fourth] button").last.click()
    page.locator("[data-checklist=second] .wb-tools button").first.click()
    page.locator("button[aria-expanded=false]").last.click()
    wb.open_details()
    yield "shelf"
    wb.button("shelf.clear").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    yield "clear dialog"


def failing(wb):
    """A browser that keeps nothing and saves no files (`FAILING`, in WeChat)."""
    expect(wb.page.locator(".wb-fault")).to_be_visible()
    yield "fault"
    wb.button("shelf.example").click()
    wb.button("app.save-file").click()
    yield "fault, files in WeChat"


FAILING = "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };"
WECHAT = "Mozilla/5.0 (Linux; Android 12) Chrome/107 Mobile Safari/537.36 MicroMessenger/8.0"
WAYS = [beginning, example, files, keeping, failing]


def opened(chromium, address, lang, way, **options):
    """A context of its own with the workbench open, ready to go that way."""
    context = chromium.new_context(
        locale="zh-CN" if lang == "zh" else "en",
        **({"user_agent": WECHAT} if way is failing else {}),
        **options,
    )
    page = context.new_page()
    if way is failing:
        page.add_init_script(FAILING)
    return Workbench(page, address, lang)
