"""Single cells: dates, years, numbers and texts as people write them."""

import datetime

import pytest

from huimin.intake import values
from huimin.intake.sheets import Cell


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2015年6月", "2015-06"),
        ("2015年6月1日", "2015-06-01"),
        ("2015年", "2015"),
        ("2015/6/1", "2015-06-01"),
        ("2015.6", "2015-06"),
        ("2015-6-01", "2015-06-01"),
        ("2015.10", "2015-10"),
        ("２０１５．６", "2015-06"),
        ("2015 年 6 月 1 日", "2015-06-01"),
        ("2015/6/1 0:00", "2015-06-01"),
        ("2015-06-01T00:00:00", "2015-06-01"),
        ("20150601", "2015-06-01"),
        (2015, "2015"),
        (2015.0, "2015"),
        (2015.6, "2015-06"),
        (42156, "2015-06-01"),
        ("42156", "2015-06-01"),
        (datetime.datetime(2015, 6, 1), "2015-06-01"),
        (datetime.date(2015, 6, 1), "2015-06-01"),
    ],
)
def test_dates(written, meant):
    assert values.when(Cell(written)) == meant


@pytest.mark.parametrize(
    ("shown", "meant"),
    [
        ('yyyy"年"m"月"', "2015-06"),
        ("mmm-yy", "2015-06"),
        ("[$-804]yyyy/m", "2015-06"),
        ('yyyy"年"', "2015"),
        ("yyyy", "2015"),
        ("yyyy/m/d;@", "2015-06-01"),
        ("General", "2015-06-01"),
    ],
)
def test_a_date_is_as_exact_as_it_is_shown(shown, meant):
    assert values.when(Cell(datetime.datetime(2015, 6, 1), shown)) == meant


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("2015.1", "month"),
        (2015.1, "month"),
        ("2015-13", "when"),
        ("2015-02-29", "when"),
        ("六月", "when"),
        ("1815-06", "when"),
        (7, "when"),
        (True, "when"),
        (datetime.datetime(2215, 6, 1), "when"),
        (datetime.time(1, 2), "when"),
    ],
)
def test_what_is_no_date_is_said(written, code):
    with pytest.raises(values.Unfit) as unfit:
        values.when(Cell(written))
    assert unfit.value.code == code


@pytest.mark.parametrize(
    ("written", "shown", "meant"),
    [
        ("1,234", "General", 1234),
        ("１，２３４．５", "General", 1234.5),
        ("-3", "General", -3),
        (99.93, "General", 99.93),
        (0.1 + 0.2, "General", 0.3),
        (0.57, "0%", 57),
        (0.9993, "0.00%", 99.93),
        ("5790000", "General", 5790000),
        (5.79e6, "General", 5790000),
        (3.0, '0"%"', 3),
    ],
)
def test_numbers(written, shown, meant):
    assert values.number(Cell(written, shown)) == meant


@pytest.mark.parametrize("written", ["579万", "约3", "97%", "1,23", "1e99", "inf", "", "--1", 1e300, True])
def test_what_is_no_number_is_said(written):
    with pytest.raises(values.Unfit):
        values.number(Cell(written))


@pytest.mark.parametrize(
    ("written", "meant"),
    [(2014, 2014), (2014.0, 2014), ("2014年", 2014), ("２０１４", 2014), (datetime.datetime(2014, 3, 1), 2014), ("至今", None), (1990, 1990), ("2100年", 2100)],
)  # fmt: skip
def test_years(written, meant):
    assert values.year(Cell(written)) == meant


@pytest.mark.parametrize("written", ["14", "2014-2015", "1985", "2101", 41000, "今年"])
def test_what_is_no_year_is_said(written):
    with pytest.raises(values.Unfit):
        values.year(Cell(written))


def test_texts():
    assert values.line("一条\n河 ＡＢ１") == "一条河 AB1"
    assert values.line("one\nlist") == "one list"
    assert values.prose("一\n二\n\n\n- 甲\n- 乙\n三") == "一\n\n二\n\n- 甲\n- 乙\n\n三"
    assert values.lines("甲、乙；丙", names=True) == ["甲", "乙", "丙"]
    assert values.lines("甲、乙\n丙", names=True) == ["甲、乙", "丙"]
    assert values.lines("甲、乙；丙", names=False) == ["甲、乙；丙"]
    assert values.raw_text(Cell("a_x000D_\nb\u00a0")) == "a\nb"
    assert values.raw_text(Cell(7.0)) == "7"
    assert values.raw_text(Cell(10**17 + 1)) == "100000000000000001"
    assert values.raw_text(Cell(0.15, "0.00%")) == "15%"
    assert values.raw_text(Cell(1, "0%")) == "100%"
