"""The figures as a table: on the terminal, and in the file that the page "about search" shows."""

import datetime
import json
import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench.search.browser import Cost
from tests.bench.search.quality import Quality
from tests.search.judged import FIRST, Found, by_kind, share

Text = dict[str, str]


@dataclass(frozen=True)
class Figures:
    """Of one engine on one set of entries; ``index`` is milliseconds of CPU for an entry and a language."""

    name: str
    quality: Quality
    cost: Cost
    index: float


def say(zh: str, en: str) -> Text:
    """A text in both languages."""
    return {"zh": zh, "en": en}


def _megabytes(value: float | None) -> str:
    return "—" if value is None else f"{value:,.0f} MB"


def share_of(value: float | None) -> str:
    """Per cent, with one place after the point."""
    return "—" if value is None else f"{value:.1%}"


ROWS = (
    (
        say("随机取的真实词串，一条结果也没有", "Random true strings without any result"),
        lambda f: share_of(f.quality.nothing),
    ),
    (
        say(
            "含有该词串的条目排进前十（这样的条目不超过十条的）",
            "An entry that holds the string among the first ten (where at most ten do)",
        ),
        lambda f: share_of(f.quality.in_ten),
    ),
    (
        say("直接输入，含有的条目被找到", "Typed as it is: entries that hold it and are found"),
        lambda f: share_of(f.quality.recall),
    ),
    (
        say("加引号，含有的条目被找到", "In quotation marks: entries that hold it and are found"),
        lambda f: share_of(f.quality.phrase_recall),
    ),
    (
        say("加引号，找到的条目确实含有", "In quotation marks: entries found that do hold it"),
        lambda f: share_of(f.quality.phrase_precision),
    ),
    (
        say("英文单词，含有的条目被找到", "English words: entries that hold the word and are found"),
        lambda f: share_of(f.quality.words),
    ),
    (say("第一次搜索取的文件", "Files that a first search takes"), lambda f: f"{f.cost.files}"),
    (
        say("第一次搜索取的字节", "Bytes that a first search takes"),
        lambda f: f"{f.cost.bytes / 1000:,.1f} kB",
    ),
    (
        say("其中压缩后在网上传送的", "As a server that compresses would send them"),
        lambda f: f"{f.cost.sent / 1000:,.1f} kB",
    ),
    (
        say("从提问到看见第一条结果", "From asking to the first result"),
        lambda f: f"{f.cost.first * 1000:,.0f} ms",
    ),
    (say("以后每次搜索", "Later searches, each"), lambda f: f"{f.cost.later:,.1f} ms"),
    (say("同样的再问一次", "The same asked again"), lambda f: f"{f.cost.again:,.1f} ms"),
    (
        say("第一次搜索后网页多占的内存", "More memory for the page after a first search"),
        lambda f: _megabytes(f.cost.memory),
    ),
    (
        say("全部问完后多占的内存", "The same after all the searches"),
        lambda f: _megabytes(f.cost.memory_after),
    ),
    (
        say("建索引所用处理器时间，每条每种语言", "Making the index, CPU time an entry and a language"),
        lambda f: f"{f.index:.2f} ms",
    ),
)

KINDS = {
    "word": say("词和短语", "Chinese words and phrases"),
    "everyday": say("日常说法", "everyday words"),
    "question": say("中文问句", "Chinese questions"),
    "name": say("名称、文号、电话、编号", "names, document numbers, telephones, ids"),
    "pinyin": say("全拼", "full pinyin"),
    "initials": say("拼音首字母", "initials of pinyin"),
    "english": say("英文词", "English words and phrases"),
    "english-question": say("英文问句", "English questions"),
    "english-typo": say("英文拼错", "English with typing errors"),
    "homophone": say("同音错字", "Chinese with homophones"),
    "traditional": say("繁体字", "traditional characters"),
    "cross": say("用另一种语言问", "asked in the other language"),
    "exact": say("引号和减号", "quotation marks and minus"),
    "all": say("合计", "all"),
}


def printed(title: str, figures: Sequence[Figures]) -> str:
    """The table for the terminal."""
    lines = [f"{title:<78}" + "".join(f"{f.name:>20}" for f in figures)]
    lines += [f"{label['en']:<78}" + "".join(f"{cell(f):>20}" for f in figures) for label, cell in ROWS]
    return "\n".join(lines) + "\n"


def compared(title: Text, note: Text, figures: Sequence[Figures]) -> dict[str, Any]:
    """The table for the page."""
    rows = [{"label": label, "cells": [cell(f) for f in figures]} for label, cell in ROWS]
    columns = [say("本指南", "This guide") if n == 0 else say(f.name, f.name) for n, f in enumerate(figures)]
    return {
        "title": title,
        "note": note,
        "label": say("测量的项目", "What was measured"),
        "columns": columns,
        "rows": rows,
    }


def score(found: Sequence[Found]) -> dict[str, Any]:
    """The score of the judged set by kind of query, for the page."""
    kinds = {kind: some for kind, some in by_kind(found).items() if any(f.query.want for f in some)}
    rows = [
        {
            "label": KINDS[kind],
            "cells": [str(len(some)), share_of(share(some, 1)), share_of(share(some, FIRST))],
        }
        for kind, some in [*kinds.items(), ("all", list(found))]
    ]
    note = say(
        "读者会怎样问，在有搜索之前就写好了；每个问法想找的页面，由人对照全部内容定下。",
        "What readers would ask was written down before there was a search; the pages wanted were named by reading the guide.",
    )
    columns = [say("问法", "Queries"), say("排第一", "Comes first"), say("排进前五", "Among the first five")]
    return {
        "title": say("事先定好的问法", "Queries judged beforehand"),
        "note": note,
        "label": say("问的方式", "Way of asking"),
        "columns": columns,
        "rows": rows,
    }


def write(file: Path, tables: Sequence[dict[str, Any]]) -> None:
    """Writes the tables with today's date and the kind of machine."""
    content = {"date": datetime.date.today().isoformat(), "machine": _machine(), "tables": list(tables)}
    file.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _machine() -> Text:
    cores = os.cpu_count() or 1
    system = platform.system()
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        memory = round(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 1e9)
        return say(f"{cores}核，{memory} GB内存，{system}", f"{cores} cores, {memory} GB of memory, {system}")
    return say(f"{cores}核，{system}", f"{cores} cores, {system}")
