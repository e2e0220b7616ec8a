"""What contributed texts may not carry: HTML, images, dangerous or dead links, invented marks of identity."""

from __future__ import annotations

import re
from itertools import pairwise

from huimin.check.personal import has_long_number, personal_data
from huimin.check.rules import Report, Words
from huimin.markdown import IMAGE, INTERNAL, RAW_HTML, render
from huimin.model.entry import Entry
from huimin.model.fields import Prose, is_safe_link
from huimin.model.site import Site
from huimin.model.walk import texts

_ICP = re.compile(r"[\u4e00-\u9fff]ICP备(\d{8})号(?:-\d{1,3})?")
_POLICE = re.compile(r"[\u4e00-\u9fff]公网安备\s?(\d{14})号")
_SITE_CODE = re.compile(r"([0-9a-z]{10})")
LIKE_MARK = re.compile(
    r"[\u4e00-\u9fff]ICP备\S{0,16}号|公网安备\s?\S{0,20}号|网站标识码\s*[:：]?\s*[0-9xX]{6,}"
)
_SIGNS = ("<", "![", "ICP备", "公网安备", "网站标识码")
"""What raw HTML, an image, or what looks like a mark of identity cannot do without."""
_PLACEHOLDER = re.compile(r"x{3,}|＊|\*|某|示例|样例|example|sample|placeholder|todo", re.IGNORECASE)


PERSONAL_IN_WORDS = {
    "citizen-number": Words(zh="公民身份号码", en="citizen's identity number"),
    "mobile-number": Words(zh="手机号码", en="mobile telephone number"),
    "card-number": Words(zh="银行卡号", en="bank card number"),
}


def check_texts(entry: Entry, report: Report) -> list[tuple[tuple[str | int, ...], str, str]]:
    """Checks every text of ``entry``; returns the links to other entries as (path, kind, id)."""
    contents = [((*path, lang), text, text[lang]) for path, text in texts(entry) for lang in ("zh", "en")]
    if _may_be_refused("\n".join(content for _, _, content in contents)):
        for at, _, content in contents:
            _check_content(entry, at, content, report)
    internal = []
    for at, text, content in contents:
        if "](" not in content or not isinstance(text, Prose):
            continue
        for link in render(content).links:
            if match := INTERNAL.match(link):
                internal.append((at, match[1], match[2]))
            elif not is_safe_link(link):
                report.add("KB301", entry.file, entry.place(at, snippet=link), link=link or "()")
    return internal


def _may_be_refused(whole: str) -> bool:
    """Whether anything in the texts of an entry, joined by line ends, can be a finding but a link: told in one go."""
    return any(sign in whole for sign in _SIGNS) or has_long_number(whole)


def _check_content(entry: Entry, at: tuple[str | int, ...], content: str, report: Report) -> None:
    def add(code: str, found: str) -> None:
        report.add(code, entry.file, entry.place(at, snippet=found), found=found)

    if match := RAW_HTML.search(content):
        add("KB302", match.group())
    if match := IMAGE.search(content):
        add("KB303", match.group())
    if not isinstance(entry, Site) and (match := LIKE_MARK.search(content)):
        add("KB304", match.group())
    if found := personal_data(content):
        snippet = found[1] if found[1] in content else ""
        kind = PERSONAL_IN_WORDS[found[0]]
        report.add("KB305", entry.file, entry.place(at, snippet=snippet), kind=kind)


def check_marks(site: Site, report: Report) -> None:
    """Marks of identity are real or blank: placeholders and made-up runs of digits are refused."""
    marks = site.marks
    for name, value, form in (
        ("site_code", marks.site_code, _SITE_CODE),
        ("icp", marks.icp, _ICP),
        ("police", marks.police, _POLICE),
    ):
        if value is None:
            continue
        match = form.fullmatch(value)
        if not match or _is_invented(match[1]):
            report.add("KB304", site.file, site.place(("marks", name)), found=value)
    if marks.organiser and _PLACEHOLDER.search(marks.organiser.zh + marks.organiser.en):
        report.add("KB304", site.file, site.place(("marks", "organiser")), found=marks.organiser.zh)


def _is_invented(digits: str) -> bool:
    """Whether digits are a run such as 00000000, 12345678 or 87654321."""
    steps = {(ord(b) - ord(a)) % 10 for a, b in pairwise(digits)}
    return len(steps) == 1
