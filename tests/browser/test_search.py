"""The search as readers use it: by keyboard and finger, from a server and from a disc, in both languages."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Watch

BOX = ".hm-search"
ENTRY = ".hm-find [data-entry]"
ASKED = {"zh": "信息共享", "en": "information sharing"}


@pytest.fixture(params=["http", "file"])
def root(request, address, site):
    """Where the site is: served, and on a disc."""
    return address if request.param == "http" else site.as_uri()


@pytest.fixture
def cut(chromium):
    """A page that keeps no files for later, so that a file which is cut off is not there."""
    context = chromium.new_context(locale="zh-CN", service_workers="block")
    yield context.new_page()
    context.close()


def ask(page, root, lang, query):
    """Opens the search page with a question in its address, and waits until it is answered."""
    page.goto(f"{root}/{lang}/search.html")
    page.locator("#hm-find-input").fill(query)
    page.keyboard.press("Enter")
    expect(page.locator(".hm-find-status")).to_have_text(re.compile(r"结果|没有找到|Results|Nothing"))


def entries(page):
    return [found.get_attribute("data-entry") for found in page.locator(ENTRY).all()]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_by_keyboard_alone_from_any_page_to_what_was_asked(lang, root, page):
    watch = Watch(page, root)
    page.goto(f"{root}/{lang}/glossary.html")
    page.keyboard.press("/")
    box = page.locator(f"{BOX} input")
    expect(box).to_be_focused()
    page.keyboard.insert_text(ASKED[lang])
    expect(page.locator(f"{BOX} [role=status]")).to_have_text(re.compile(r"\d+"))
    expect(box).to_have_attribute("aria-expanded", "true")
    options = page.locator(f"{BOX} [role=option]")
    expect(page.locator(f"{BOX} [data-entry]").first).to_be_visible()
    at = next(n for n, option in enumerate(options.all()) if option.get_attribute("data-entry"))
    for _ in range(at + 1):
        page.keyboard.press("ArrowDown")
    chosen = options.nth(at)
    expect(chosen).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", chosen.get_attribute("id"))
    leads = chosen.evaluate("link => link.href")
    assert leads.startswith(f"{root}/{lang}/")
    page.keyboard.press("Enter")
    page.wait_for_url(leads)
    assert watch.seen == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_control_k_opens_escape_closes_and_focus_goes_back(lang, page, address):
    page.goto(f"{address}/{lang}/requirements.html")
    link = page.locator("a.hm-search-link")
    page.keyboard.press("Control+k")
    expect(page.locator(f"{BOX} input")).to_be_focused()
    expect(link).to_have_attribute("aria-expanded", "true")
    expect(page.locator(f"{BOX} [role=option]").first).to_be_visible()
    # Up from the box is the last option, down from there the first.
    page.keyboard.press("ArrowUp")
    expect(page.locator(f"{BOX} [role=option]").last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(page.locator(f"{BOX} [role=option]").first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(page.locator(BOX)).to_be_hidden()
    expect(link).to_be_focused()
    expect(link).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    expect(page.locator(f"{BOX} input")).to_be_focused()


def test_enter_in_the_box_leads_to_all_results_and_the_search_is_remembered(root, page):
    page.goto(f"{root}/zh/index.html")
    page.locator("a.hm-search-link").click()
    page.keyboard.type("数据质量")
    expect(page.locator(f"{BOX} [data-entry]").first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"zh/search\.html\?q=%E6%95%B0"))
    expect(page.locator("#hm-find-input")).to_have_value("数据质量")
    expect(page.locator(ENTRY).first).to_be_visible()
    page.goto(f"{root}/zh/index.html")
    page.keyboard.press("/")
    expect(page.locator(f"{BOX} [role=option]").first).to_have_text("数据质量")
    page.get_by_role("button", name="清除记录").click()
    expect(page.locator(f"{BOX} [role=status]")).to_have_text("搜索记录已清除")
    assert page.evaluate("localStorage.getItem('huimin-searches')") is None


def test_a_page_loads_one_small_script_until_the_reader_asks(page, address):
    asked = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    page.goto(f"{address}/zh/index.html", wait_until="networkidle")
    assert [url for url in asked if "search" in url] == ["/assets/search.css", "/assets/search.js"]
    page.keyboard.press("/")
    expect(page.locator(f"{BOX} [role=option]").first).to_be_visible()
    assert "/assets/search-panel.js" in asked


@pytest.mark.parametrize(
    ("lang", "query", "wanted"),
    [
        ("zh", "哪个部门负责数据质量", "data-quality"),
        ("zh", "“信息共享”", None),
        ("zh", "xinxigongxiang", None),
        ("zh", "xin xi gong xiang", None),
        ("zh", "xxgx", None),
        ("zh", "chongqing", "chongqing"),
        ("zh", "xiamen", "fujian-xiamen"),
        ("zh", "sharing-one-source", "sharing-one-source"),
        ("zh", "發改高技[2014]46號", None),
        ("zh", "資訊共享", None),
        ("zh", "數據質量", "data-quality"),
        ("en", "who is in charge of data quality", "data-quality"),
        ("en", '"data quality"', "data-quality"),
        ("en", "sharing-one-source", "sharing-one-source"),
        ("en", "chongqing", "chongqing"),
        ("en", "数据质量", "data-quality"),
    ],
)
def test_each_way_of_asking_finds(lang, query, wanted, page, address):
    ask(page, address, lang, query)
    found = entries(page)
    assert found
    assert wanted is None or wanted in found[:10], found


def test_the_box_too_asks_the_other_language_where_there_is_nothing_else(page, address):
    page.goto(f"{address}/en/index.html")
    page.keyboard.press("/")
    page.keyboard.type("数据质量")
    expect(page.locator(f"{BOX} [data-entry]").first).to_contain_text("found in the Chinese")


def test_what_was_asked_is_marked_in_context(page, address):
    ask(page, address, "zh", "“信息共享”")
    hits = page.locator(ENTRY).filter(has_not=page.locator(".hm-tag", has_text="术语")).all()
    assert len(hits) > 5
    for hit in hits:  # a term may be found by another name, which the result does not show
        marked = "".join(hit.locator("mark").all_inner_texts())
        assert "信息共享" in marked


def test_minus_keeps_a_word_out(page, address):
    ask(page, address, "zh", "热线")
    both = page.locator(".hm-find-status").inner_text()
    ask(page, address, "zh", "热线 -广州")
    assert page.locator(".hm-find-status").inner_text() != both
    expect(page.locator(".hm-find-results")).to_contain_text("不含：“广州”")


def test_words_that_are_nowhere_are_said(page, address):
    ask(page, address, "zh", "数据质量 齉齾爩")
    expect(page.locator(".hm-find-results .hm-notice")).to_contain_text("齉齾爩")
    assert entries(page)


@pytest.mark.parametrize(
    ("lang", "query", "meant"), [("zh", "信西共享", "信息共享"), ("en", "informtion sharing", "information")]
)
def test_a_slip_is_asked_back_and_one_click_away(lang, query, meant, page, address):
    ask(page, address, lang, query)
    said = page.locator(".hm-find-results")
    expect(said).to_contain_text(meant)
    asked_back = page.locator(".hm-find-results .hm-link")
    if asked_back.count():
        asked_back.first.click()
        expect(page.locator("#hm-find-input")).to_have_value(re.compile(meant))
    assert entries(page)


def test_what_the_other_language_found_is_marked_and_last(page, address):
    ask(page, address, "zh", "government data sharing")
    hits = page.locator(ENTRY)
    expect(hits.first).to_be_visible()
    assert page.locator(f"{ENTRY} .hm-tag", has_text="按英文内容找到").count()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_address_carries_query_and_filters_back_and_forward(lang, root, page):
    ask(page, root, lang, ASKED[lang])
    status = page.locator(".hm-find-status")
    all_of_them = status.inner_text()
    chip = page.locator(".hm-find-chips [aria-pressed]").nth(1)
    label = chip.inner_text()
    chip.click()
    expect(page.locator(".hm-find-chips [aria-pressed=true]")).to_have_text(label)
    expect(status).not_to_have_text(all_of_them)
    narrowed, url = status.inner_text(), page.url
    assert re.search(r"[?&]kind=", url)
    page.go_back()
    expect(status).to_have_text(all_of_them)
    page.go_forward()
    expect(status).to_have_text(narrowed)
    page.goto(url)
    expect(status).to_have_text(narrowed)
    # One kind alone: as many as its chip said.
    assert re.search(r"\d+", narrowed)[0] == re.search(r"\d+$", label)[0]


def test_other_filters_open_with_counts_that_come_true(page, address):
    ask(page, address, "zh", "共享")
    page.get_by_text("更多筛选").click()
    chip = page.locator(".hm-find-filters fieldset button").first
    label = chip.inner_text()
    chip.click()
    expect(page.locator(".hm-find-filters [aria-pressed=true]")).to_have_text(label)
    expect(page.locator(".hm-find-status")).to_have_text(f"共{re.search('[0-9]+$', label)[0]}条结果")
    page.get_by_role("button", name="取消全部筛选").click()
    expect(page.locator(".hm-find-filters [aria-pressed=true]")).to_have_count(0)


def test_results_are_grouped_by_kind_and_more_are_a_press_away(page, address):
    ask(page, address, "zh", "信息")
    expect(page.locator(".hm-find-results h2").first).to_have_text("最相关")
    before = entries(page)
    groups = page.locator(".hm-find-results section").all()[1:]
    assert groups
    for group in groups:
        kind = group.locator("h2").inner_text()
        assert {tag.inner_text() for tag in group.locator("li > .hm-tag:first-of-type").all()} == {kind}
    page.get_by_role("button", name="再显示").click()
    expect(page.locator(".hm-find-status")).to_have_text(re.compile("已显示40条"))
    after = entries(page)
    assert after[: len(before)] == before
    links = [found.get_attribute("href") for found in page.locator(f"{ENTRY} > a").all()]
    assert len(set(links)) == len(after) == 40
    expect(page.locator(f"{ENTRY} > a").nth(20)).to_be_focused()


def test_arrows_walk_through_the_results(page, address):
    ask(page, address, "zh", "信息")
    expect(page.locator(ENTRY).first).to_be_visible()
    page.locator("#hm-find-input").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator(f"{ENTRY} > a").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#hm-find-input")).to_be_focused()
    page.keyboard.press("ArrowDown")
    leads = page.locator(f"{ENTRY} > a").first.evaluate("link => link.href")
    page.keyboard.press("Enter")
    page.wait_for_url(leads)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_found_says_what_to_try_and_where_to_look(lang, page, address):
    ask(page, address, lang, "zqxjk vwqzz")
    none = page.locator(".hm-find-none")
    expect(none).to_be_visible()
    none.locator("a[href='glossary.html']").click()
    page.wait_for_url(f"{address}/{lang}/glossary.html")


@pytest.mark.parametrize(
    "query",
    [
        "<img src=x onerror=alert(1)>",
        '"',
        "-",
        "“”",
        "a" * 10_000,
        "信" * 3_000,
        "\u202e\ud83d\ude00\u0000 constructor __proto__",
        "' OR 1=1 --",
    ],
)
def test_any_input_is_answered_and_shown_as_text(query, page, address):
    watch = Watch(page, address)
    ask(page, address, "zh", query)
    assert page.locator(".hm-find img, .hm-find script").count() == 0
    assert watch.seen == []


def test_what_an_input_method_composes_is_no_question_yet(page, address):
    page.goto(f"{address}/zh/index.html")
    page.keyboard.press("/")
    status = page.locator(f"{BOX} [role=status]")
    expect(page.locator(f"{BOX} [role=option]").first).to_be_visible()
    keys = page.context.new_cdp_session(page)
    keys.send("Input.imeSetComposition", {"text": "shu'ju", "selectionStart": 6, "selectionEnd": 6})
    expect(page.locator(f"{BOX} input")).to_have_value("shu'ju")
    expect(status).to_have_text("")
    keys.send("Input.insertText", {"text": "数据"})
    expect(status).to_have_text(re.compile("共"))


def test_a_file_that_does_not_load_is_said_and_asked_for_again(cut, address):
    cut.route(re.compile(r"/assets/search/zh-[^/]+/h\d+\.js"), lambda route: route.abort())
    cut.goto(f"{address}/zh/search.html?q=%E4%BF%A1%E6%81%AF")
    expect(cut.locator(".hm-find-status")).to_contain_text("没有加载出来")
    cut.unroute_all()
    cut.get_by_role("button", name="再试一次").click()
    expect(cut.locator(ENTRY).first).to_be_visible()


@pytest.mark.parametrize("file", ["search-panel.js", "search/words-zh.js"])
def test_a_box_that_does_not_load_is_said_and_asked_for_again(file, cut, address):
    cut.route(f"**/assets/{file}", lambda route: route.abort())
    cut.goto(f"{address}/zh/index.html")
    cut.keyboard.press("/")
    expect(cut.locator(f"{BOX} [role=status]")).to_contain_text("没有加载出来")
    cut.unroute_all()
    cut.get_by_role("button", name="再试一次").click()
    expect(cut.locator(f"{BOX} [role=option]").first).to_be_visible()


def test_an_edition_that_was_replaced_meanwhile_is_taken_up(cut, address):
    """The manifest still kept by the browser names files that are gone; the page comes anew and finds."""
    kept = {"of": "before"}

    def manifest(route):
        body = route.fetch().text()
        route.fulfill(
            body=body.replace('"folder":"zh-', '"folder":"zh-gone-') if kept["of"] == "before" else body
        )

    cut.route(re.compile(r"/assets/search/zh\.js"), manifest)
    cut.goto(f"{address}/zh/search.html?q=%E4%BF%A1%E6%81%AF")
    expect(cut.locator(".hm-find-status")).to_contain_text("刚刚更新")
    kept["of"] = "now"
    with cut.expect_navigation():
        cut.get_by_role("button", name="再试一次").click()
    expect(cut.locator(ENTRY).first).to_be_visible()


def test_a_browser_that_keeps_nothing_searches_all_the_same(page, address):
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('closed') } })"
    )
    watch = Watch(page, address)
    ask(page, address, "zh", "数据质量")
    expect(page.locator(ENTRY).first).to_be_visible()
    assert watch.seen == []


def test_the_workbench_keeps_its_own_slash(page, address):
    page.goto(f"{address}/zh/workbench.html")
    expect(page.locator(".wb")).to_be_visible()
    page.keyboard.press("Control+k")
    expect(page.locator(f"{BOX} input")).to_be_focused()


def test_on_paper_the_box_is_gone_and_the_results_stand(page, address):
    ask(page, address, "zh", "信息")
    expect(page.locator(ENTRY).first).to_be_visible()
    page.emulate_media(media="print")
    for hidden in (".hm-find-form", ".hm-find-chips", ".hm-find-filters", ".hm-find-indexes", ".md-header"):
        expect(page.locator(hidden)).to_be_hidden()
    expect(page.locator(ENTRY).first).to_be_visible()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_without_javascript_the_link_leads_to_indexes_that_lead_everywhere(lang, chromium, root):
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{root}/{lang}/cases.html")
    page.locator("a.hm-search-link").click()
    page.wait_for_url(f"{root}/{lang}/search.html")
    expect(page.locator("noscript .hm-notice")).to_be_visible()
    expect(page.locator(".hm-find")).to_be_hidden()
    index = {"zh": "拼音索引", "en": "A–Z index"}[lang]
    page.get_by_role("navigation", name=index).get_by_role("link", name="S", exact=True).click()
    expect(page.locator("h1")).to_have_text(re.compile(f"{index}.*S"))
    page.get_by_role("link", name={"zh": "社会关切", "en": "Shandong Province"}[lang], exact=True).click()
    page.wait_for_url(re.compile({"zh": "glossary.html#", "en": "provinces/shandong.html"}[lang]))
    context.close()
