"""Stories of readers on the site, step by step: what they ask, where they go, and what must be there.

``test_stories.py`` plays them; ``scripts/stories.py`` plays them too and keeps a picture of each screen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, expect


@dataclass(frozen=True)
class Scene:
    """A question, what the reader does, and what answers it on the screen."""

    name: str
    question: str
    do: Callable[[Page], None]
    answer: str


def _click(selector: str, text: str = "") -> Callable[[Page], None]:
    def do(page: Page) -> None:
        page.locator(selector, has_text=text).first.click()

    return do


def _to(selector: str, then: str, text: str = "") -> Callable[[Page], None]:
    """Clicks, and brings ``then`` into view."""

    def do(page: Page) -> None:
        _click(selector, text)(page)
        page.locator(then).first.scroll_into_view_if_needed()

    return do


def _home(lang: str, link: str, within: str = "article") -> Callable[[Page], None]:
    def do(page: Page) -> None:
        page.goto(f"{page.url.split(f'/{lang}/')[0]}/{lang}/index.html")
        page.locator(f"{within} a", has_text=link).first.click()

    return do


def _filter(name: str, value: str) -> Callable[[Page], None]:
    def do(page: Page) -> None:
        page.locator(f"select[name={name}]").select_option(value)

    return do


def _open_parties(page: Page) -> None:
    page.locator("details.hm-more summary", has_text="要请哪些单位参加").click()


def _own_dates(page: Page) -> None:
    page.locator("article a", has_text="日历").first.click()
    page.locator("input[name=filing]").fill("2027-06-30")


def _past_the_note(page: Page) -> None:
    page.locator("h2").last.tap()  # a touch beside a term closes its definition
    page.locator("#on-measures + ul a").first.click()


CITY_OFFICIAL = (
    Scene("home", "这是什么，现在还能申报吗？", lambda page: None, "早已结束"),
    Scene(
        "start",
        "刚接到任务，先做什么？",
        lambda page: page.locator("#start").scroll_into_view_if_needed(),
        "省发展改革部门",
    ),
    Scene("brief", "明天给领导看什么？", _home("zh", "一页说明", ".hm-roles p"), "关键环节"),
    Scene(
        "binding",
        "哪些约束我们，哪些选了才约束？",
        _to("nav.md-tabs a", "details.hm-more", "要求"),
        "选此重点才做",
    ),
    Scene("legend", "标签是什么意思？", _click("details.hm-more summary"), "各市都要做到"),
    Scene("filing", "报送那天要备齐什么？", _home("zh", "城市：要创建"), "报送前清单"),
    Scene("must", "其中哪些是通知明确的硬要求？", _filter("strength", "must"), "显示"),
    Scene("parties", "要请哪些单位到会，各牵头几件？", _open_parties, "牵头步骤"),
    Scene(
        "step", "这一步谁牵头，拿什么佐证？", _click("table.hm-checklist tbody tr:visible th a"), "佐证材料"
    ),
    Scene("ask", "今天有疑问问谁？", _click("nav.md-tabs a", "单位"), "今天问谁"),
    Scene("focus", "选哪个重点？", _click("nav.md-tabs a", "工作重点"), "不限于"),
    Scene("theme", "选养老服务，要共享哪些数据？", _to(".hm-themes a", "#on-shares", "养老服务"), "由谁提供"),
    Scene("indicator", "承诺什么数，基数怎么定？", _click("#on-measures + ul a"), "基数怎么定"),
    Scene("cases", "谁做成过？", _click("nav.md-tabs a", "案例"), "据公开来源整理"),
    Scene(
        "calendar",
        "本轮六月底截止，各步是哪天？",
        lambda page: (_home("zh", "城市：要创建")(page), _own_dates(page)),
        "2027-",
    ),
)
READER_FROM_ABROAD = (
    Scene("home", "What is this, and of which country?", lambda page: None, "China"),
    Scene(
        "about",
        "Who made it, and how sure is it?",
        _click(".hm-roles > li > a", "A reader from abroad"),
        "neither an issued document",
    ),
    Scene(
        "brief",
        "What did the programme ask, in ten minutes?",
        _home("en", "In brief", ".hm-roles p"),
        "The stages",
    ),
    Scene(
        "filing", "What had to be ready by filing?", _home("en", "A city, applying"), "asked by the notice"
    ),
    Scene(
        "provinces",
        "Which cities were chosen?",
        _click(".hm-site-map a", "Provinces and cities"),
        "not a map",
    ),
    Scene(
        "notices",
        "What came before and after?",
        _click(".hm-site-map a", "Notices before and after"),
        "unverified",
    ),
    Scene(
        "theme",
        "What is sharing in practice?",
        lambda page: (
            _home("en", "Elderly care")(page),
            page.locator("#on-shares").scroll_into_view_if_needed(),
        ),
        "What for",
    ),
    Scene(
        "term", "What does that word mean?", lambda page: page.locator("a.hm-term:visible").first.tap(), ""
    ),
    Scene("indicator", "How is effect measured?", _past_the_note, "Fixing the baseline"),
    Scene(
        "case",
        "Who did it well?",
        lambda page: (_click(".hm-site-map a", "Cases")(page), page.locator(".hm-case-list a").first.click()),
        "Compiled from public sources",
    ),
)
STORIES = {
    "city-official": ("zh", 1440, CITY_OFFICIAL),
    "reader-from-abroad": ("en", 390, READER_FROM_ABROAD),
}


def play(page: Page, address: str, name: str, keep: Callable[[int, Scene], None]) -> None:
    """Plays a story from the home page; calls ``keep`` at each screen once its answer is there."""
    lang, _, scenes = STORIES[name]
    page.goto(f"{address}/{lang}/index.html")
    for number, scene in enumerate(scenes, 1):
        scene.do(page)
        if scene.answer:
            expect(page.locator("article")).to_contain_text(scene.answer)
        else:
            expect(page.get_by_role("tooltip")).to_be_visible()
        keep(number, scene)
