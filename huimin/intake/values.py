"""From the value of one cell to the value that a case wants: texts, years, dates, numbers.

People hand in full-width digits, dates as text (2015年6月, 2015/6/1, 2015.6), as Excel's serial numbers or as
dates, and percentages that are stored as fractions.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from decimal import Decimal, InvalidOperation

from openpyxl.utils.datetime import from_excel

from huimin.check.rules import Words, catalogue
from huimin.intake.sheets import Cell
from huimin.model.fields import is_safe_link
from huimin.read.guard import unsafe_character

# Patterns have no look-behind and hold in JavaScript too: the form in the page reads by the same ones (form.py).
_FULL_WIDTH = {0xFF10 + n: str(n) for n in range(10)}
_FULL_WIDTH |= {0xFF21 + n: chr(65 + n) for n in range(26)} | {0xFF41 + n: chr(97 + n) for n in range(26)}
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
HAN = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f"
LIST_MARK = re.compile(r"^\s*(?:[-+*]|\d+\.)\s")
DATE = re.compile(r"(?P<y>(?:19|20)\d\d)(?:[年./-](?P<m>\d{1,2})(?:[月./-](?P<d>\d{1,2})日?|月|)?|年)?")
TIME = re.compile(r"(?:T|\s+)\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?\s*$")
DATE_RUN = re.compile(r"(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)")
YEAR = re.compile(r"(\d{4})(?:年|\.0)?")
THOUSANDS = re.compile(r"(\d),(?=\d{3}(?:\D|$))")
NUMBER = re.compile(r"[+-]?\d{1,30}(?:\.\d{1,30})?(?:[Ee][+-]?\d{1,2})?")
SERIALS = range(20000, 80000)
"""Serial numbers of days from 1954 to 2119; smaller numbers may be years, and larger ones no dates."""
ONGOING = {"至今", "今", "现在", "present", "ongoing", "today"}
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


class Unfit(ValueError):
    """A value that does not fit; ``code`` names the sentence in ``findings.yaml``."""

    def __init__(self, code: str, **words: object) -> None:
        super().__init__(code)
        self.code, self.words = code, words


def raw_text(cell: Cell) -> str:
    """The cell as text, as a person would read it: line ends alike, Excel's escapes undone, no space around."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime.datetime | datetime.date):
        try:
            return when(cell)
        except Unfit:
            return str(value)
    if isinstance(value, int | float):
        # Of a fraction as many digits as a spreadsheet shows.
        figure = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.15g}")
        return f"{_plain(figure * 100)}%" if "%" in _QUOTED.sub("", cell.format) else _plain(figure)
    text = _ESCAPED.sub(lambda m: chr(int(m[1], 16)), str(value))
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").replace("\u00a0", " ")
    return text.strip(" \n\u3000")


def bad_character(text: str) -> tuple[int, str] | None:
    """Where (from 1) an invisible or control character stands, and its name."""
    found = unsafe_character(text)
    if found is None and (surrogate := re.search("[\ud800-\udfff]", text)):
        found = surrogate
    return (found.start() + 1, f"U+{ord(found.group()):04X}") if found else None


def line(text: str) -> str:
    """One line: figures and letters of half width; a line break in the cell joins Chinese without a space."""
    text = text.translate(_FULL_WIDTH)
    text = re.sub(rf"(?<=[{HAN}])\s*\n\s*(?=[{HAN}])", "", text)
    return re.sub(r"\s*\n\s*", " ", text)


def prose(text: str) -> str:
    """Paragraphs and lists of Markdown: a line break in a cell begins a paragraph, save between items of a list."""
    result = ""
    before_is_item = False
    for one in filter(None, (part.rstrip() for part in text.translate(_FULL_WIDTH).split("\n"))):
        is_item = bool(LIST_MARK.match(one))
        if result:
            result += "\n" if is_item and before_is_item else "\n\n"
        result += one
        before_is_item = is_item
    return result


def lines(text: str, *, names: bool) -> list[str]:
    """One item a line; short ``names`` on one line may be set apart by 、 or ; as well."""
    parts = text.split("\n")
    if names and len(parts) == 1:
        parts = re.split(r"[、；;]", text)
    return [line(part.strip(" \u3000")) for part in parts if part.strip(" \u3000")]


def year(cell: Cell) -> int | None:
    """A year of four digits; None for words such as 至今.

    Raises:
        Unfit: where it is none.
    """
    if isinstance(cell.value, datetime.datetime | datetime.date):
        return cell.value.year
    text = _narrow(raw_text(cell))
    if text.casefold() in ONGOING:
        return None
    match = YEAR.fullmatch(text)
    if not match or not 1990 <= int(match[1]) <= 2100:
        raise Unfit("year", value=raw_text(cell))
    return int(match[1])


def when(cell: Cell) -> str:
    """A year, month or day by ISO 8601, as exactly as it was written or shown.

    Raises:
        Unfit: where it is no date, or where it may be January or October (2015.1).
    """
    value = cell.value
    if isinstance(value, datetime.datetime | datetime.date):
        shown = _QUOTED.sub("", cell.format).lower()
        day, month = "d" in shown, "m" in shown
        exact = day or not (month or "y" in shown)
        if not 1900 <= value.year <= 2099:
            raise Unfit("when", value=value.isoformat())
        return value.strftime("%Y-%m-%d" if exact else "%Y-%m" if month else "%Y")
    text = _narrow(TIME.sub("", raw_text(cell)))
    if re.fullmatch(r"\d{5}(?:\.\d+)?", text) and int(float(text)) in SERIALS:
        return str(from_excel(int(float(text)), cell.epoch))[:10]
    if match := re.fullmatch(r"((?:19|20)\d\d)\.1", text):
        raise Unfit("month", value=text, year=match[1])
    match = DATE.fullmatch(text) or DATE_RUN.fullmatch(text)
    if not match:
        raise Unfit("when", value=raw_text(cell))
    y, m, d = (int(match[part]) if match[part] else None for part in "ymd")
    try:
        datetime.date(y or 0, 1 if m is None else m, 1 if d is None else d)
    except ValueError:
        raise Unfit("when", value=raw_text(cell)) from None
    return f"{y:04d}" + (f"-{m:02d}" if m else "") + (f"-{d:02d}" if d else "")


def url(text: str) -> str:
    """An address that readers may be sent to, without the spaces and line breaks of the cell.

    Raises:
        Unfit: where it is none, in the words of the rule.
    """
    address, rule = re.sub(r"\s", "", text), catalogue()["KB301"]
    if not is_safe_link(address):
        said = (
            Words(zh=s.zh.format(link=address[:80]), en=s.en.format(link=address[:80]))
            for s in (rule.message, rule.help)
        )
        message, help_ = said
        raise Unfit("rule", message=Words(zh=f"KB301 {message.zh}", en=f"KB301 {message.en}"), help=help_)
    return address


def number(cell: Cell) -> int | float:
    """A number; a cell shown as a percentage gives what is seen.

    Raises:
        Unfit: where it is none, or longer than a file of the knowledge base can say.
    """
    if isinstance(cell.value, bool | datetime.datetime | datetime.date | datetime.time | datetime.timedelta):
        raise Unfit("number", value=raw_text(cell))
    text = THOUSANDS.sub(r"\1", _narrow(raw_text(cell)).replace("−", "-"))
    if isinstance(cell.value, int | float):
        text = text.removesuffix("%")
    if not NUMBER.fullmatch(text):
        raise Unfit("number", value=raw_text(cell))
    try:
        value = Decimal(text)
    except InvalidOperation:
        raise Unfit("number", value=raw_text(cell)) from None
    if abs(value) >= 10**15 or value != round(value, 10):
        raise Unfit("number", value=raw_text(cell))
    return int(value) if value == value.to_integral_value() else float(value)


def _narrow(text: str) -> str:
    """Of half width and without spaces."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def _plain(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
