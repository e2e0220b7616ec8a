"""``python -m tests.bench search``: our search beside Pagefind and Material's own with jieba.

Every entry is a page of its own for the others, with the same texts that ours is given, so that one plain reading is
the truth for all. Each indexes one language at a time, which suits them: a reader asks in one.
"""

import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from playwright.sync_api import Browser

from huimin.load import load
from tests.bench.measure import ours as build_ours
from tests.bench.search import ours, table
from tests.bench.search.browser import chromium, cost, opened, prepare
from tests.bench.search.material import Material
from tests.bench.search.pagefind import Pagefind
from tests.bench.search.quality import quality, word_recall
from tests.bench.search.site import served
from tests.conftest import REAL, ROOT
from tests.search.asking import Asking
from tests.search.entries import entries, index
from tests.search.judged import Found, judged
from tests.search.judged import run as ask_judged
from tests.search.judged import table as judged_table
from tests.search.truth import Truth

SIZES = (0, 1000, 5000)
"""Synthetic cases; with none, the real knowledge base as it is."""
STRINGS = {0: 300, 1000: 150}
MANY = 60
"""True strings at other sizes: the others take their time over them."""
WORDS = 100
BUDGET = 300.0
"""Seconds after which no further size is begun."""
FILE = ROOT / "huimin/search/measured.json"
PEERS = (Pagefind, Material)


def run(sizes: Sequence[int], make: Callable[[Path, int], None], record: bool) -> None:
    """Measures each size, prints the tables, and writes them to ``FILE`` where that is wished."""
    tables, found = [], None
    began = time.perf_counter()
    for size in sizes or SIZES:
        if time.perf_counter() - began > BUDGET:
            print(f"left out, the run has taken its {BUDGET:.0f} s: {size} made-up cases")
            continue
        with tempfile.TemporaryDirectory() as scratch, chromium() as browser:
            base = Path(scratch)
            kb = REAL
            if size:
                kb = base / "kb"
                make(kb, size)
            title, figures, judgement = measure(kb, size, base, browser)
            found = found or judgement
            print(table.printed(title["en"], figures), flush=True)
            tables.append(table.compared(title, NOTE, figures))
    if found:
        print(judged_table(found), flush=True)
    if record:
        table.write(FILE, [*([table.score(found)] if found else []), *tables])


NOTE = table.say(
    "三种搜索拿到的是同样的条目、同样的文字，每种语言分别建索引。对照的标准是逐字查找的结果。时间从提问开始，到看见第一条结果为止，浏览器里事先没有任何缓存。",
    "All three were given the same entries with the same texts, one index for each language. What is true was found by reading through all texts. The time runs from asking to the first result, with nothing kept in the browser from before.",
)


def measure(
    kb: Path, size: int, base: Path, browser: Browser
) -> tuple[table.Text, list[table.Figures], list[Found] | None]:
    """One knowledge base: its title, the figures of each engine, and the score of the judged set if it is the real one."""
    build_ours(kb, base / "site")
    knowledge = load(kb).knowledge_base()
    zh, en = Truth(entries(knowledge, "zh")), Truth(entries(knowledge, "en"))
    strings = zh.strings(STRINGS.get(size, MANY), seed=1)
    words = [] if size else en.some_words(WORDS, seed=1)
    asked = [query.ask for query in judged() if query.kind == "word"]
    began = time.process_time()
    index(knowledge, base / "index")
    per_entry = (time.process_time() - began) / len(zh.entries) / 2 * 1000
    with Asking(base / "site", knowledge) as engine, served(base / "site") as site:
        own = quality(lambda text: engine.docs("zh", text), Pagefind.phrase, zh, strings)
        own.words = word_recall(lambda text: engine.docs("en", text), en, words) if words else None
        judgement = None if size else ask_judged(judged(), engine.pages)
        figures = [table.Figures("this guide", own, cost(browser, site, ours.WAY, asked), per_entry)]
    for peer in PEERS:
        figures.append(beside(peer, zh, strings, asked, en, words, base / peer.way.name, browser))
    return _title(size, len(zh.entries)), figures, judgement


def beside(
    peer: type[Pagefind] | type[Material],
    zh: Truth,
    strings: Sequence[str],
    asked: Sequence[str],
    en: Truth,
    words: Sequence[str],
    folder: Path,
    browser: Browser,
) -> table.Figures:
    """The figures of another engine on the same entries."""
    made = peer(zh.entries, "zh", folder / "zh")
    with served(made.folder) as site:
        costs = cost(browser, site, made.way, asked)
        with opened(browser, site, made.way) as page:
            prepare(page, made.way)
            found = quality(
                lambda text: made.docs(page.evaluate(made.way.every, text)), made.phrase, zh, strings
            )
    if words:
        other = peer(en.entries, "en", folder / "en")
        with served(other.folder) as site, opened(browser, site, other.way) as page:
            prepare(page, other.way)
            found.words = word_recall(
                lambda text: other.docs(page.evaluate(other.way.every, text)), en, words
            )
    return table.Figures(made.way.name, found, costs, made.seconds / len(zh.entries) * 1000)


def _title(size: int, number: int) -> table.Text:
    if not size:
        return table.say(f"现有内容，{number}条", f"The guide as it is, {number:,} entries")
    return table.say(
        f"加上{size}个虚构案例，共{number}条", f"With {size:,} made-up cases, {number:,} entries"
    )
