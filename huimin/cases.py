"""How cases are put in order and drawn: best evidence first, and results over time as a small chart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from huimin.model.case import Case, Quality, Result, Years

_RANK: dict[Quality, int] = {"official": 0, "media": 1, "academic": 2, "mirror": 3, "aggregator": 4}

NOT_STATED = "not-stated"
"""The year of cases whose sources do not say when they began."""


def years_covered(years: Years) -> list[str]:
    """The years under which a case is found; where it has no end, the year it began."""
    if years.start is None:
        return [NOT_STATED] if years.end is None else [NOT_STATED, str(years.end)]
    return [str(year) for year in range(years.start, (years.end or years.start) + 1)]


def best_first(cases: Iterable[Case]) -> list[Case]:
    """Cases with the best evidence first: approved, then by their best source, sharing seen, more results."""
    return sorted(
        cases,
        key=lambda case: (
            case.state != "approved",
            min(_RANK[source.quality] for source in case.sources),
            case.sharing.basis != "source",
            -len(case.results),
            case.id,
        ),
    )


def best_quality(case: Case) -> Quality:
    """The quality of a case's best source."""
    return min((source.quality for source in case.sources), key=_RANK.__getitem__)


def number(value: float) -> str:
    """A number as read in both languages: groups of three, no needless decimals."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its result, its top and height, in units of a view box 100 high."""

    result: Result
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Chart:
    """Results of one quantity over time, oldest first."""

    bars: tuple[Bar, ...]


def charts(case: Case) -> list[Chart]:
    """A chart for each series of two results or more that have dates and one unit."""
    series: dict[str, list[Result]] = defaultdict(list)
    for result in case.results:
        if result.series and result.date and result.value >= 0:
            series[result.series].append(result)
    found = []
    for results in series.values():
        if len(results) < 2 or len({result.unit.zh for result in results}) > 1:
            continue
        most = max(result.value for result in results) or 1
        ordered = sorted(results, key=lambda result: result.date or "")
        bars = (Bar(r, round(100 - 100 * r.value / most, 1), round(100 * r.value / most, 1)) for r in ordered)
        found.append(Chart(tuple(bars)))
    return found
