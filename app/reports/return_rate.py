"""The return-rate chart: rows of the analysis, named in the user's language, as something to draw."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.analytics.retention import RetentionRow
from app.charts.spec import ChartEvent, Target, TrendPoint, TrendSpec
from app.domain.figures import TrendSeries
from app.domain.findings import Finding, return_rate_finding
from app.domain.periods import add_months, month_of

# What is readable beside each other below a line of thirteen months.
LONGEST_EVENT = 14
MOST_EVENTS = 6


@dataclass(frozen=True, slots=True)
class TrendWords:
    """How things are named: `short` "11月" and `long` "2026年11月" from a period's first day, `percent` from a row."""

    short: Callable[[date], str]
    long: Callable[[date], str]
    percent: Callable[[RetentionRow], str]
    last_year: str
    unfinished: str


def return_rate_trend(
    rows: Sequence[RetentionRow],
    words: TrendWords,
    *,
    count: int = 13,
    target: Target | None = None,
    events: Mapping[date, str] | None = None,
) -> TrendSpec:
    """The newest `count` rows, those a year before as the dashed line. `events` by day: each goes to the period it lies in."""
    shown = list(rows[-count:])
    by_start = {row.period.start: row.rate.rate for row in rows if row.is_complete}
    last_year = tuple(by_start.get(add_months(row.period.start, -12)) for row in shown)
    return _spec(shown, last_year, words, target, events or {})


def series_trend(
    series: TrendSeries, words: TrendWords, *, target: Target | None = None, events: Mapping[date, str] | None = None
) -> TrendSpec:
    """The same chart from a series of the summary tables, which knows its last year."""
    last_year = tuple(None if rate is None else rate.rate for rate in series.last_year)
    return _spec(series_rows(series), last_year, words, target, events or {})


def series_rows(series: TrendSeries) -> list[RetentionRow]:
    return [RetentionRow(line.people.start, line.day, line.rate, line.is_complete, month_of(line.month)) for line in series.lines]


def return_rate_sentence(rows: Sequence[RetentionRow], words: TrendWords) -> Finding:
    return return_rate_finding([(words.long(row.period.start), row.rate) for row in rows if row.is_complete])


def _spec(
    shown: Sequence[RetentionRow],
    last_year: tuple[float | None, ...],
    words: TrendWords,
    target: Target | None,
    events: Mapping[date, str],
) -> TrendSpec:
    marks = [
        ChartEvent(index, _shortened(label))
        for day, label in sorted(events.items())
        for index, row in enumerate(shown)
        if day in row.period
    ][-MOST_EVENTS:]
    has_last_year = sum(value is not None for value in last_year) > 1
    return TrendSpec(
        points=tuple(_point(row, words) for row in shown),
        target=target,
        events=tuple(marks),
        last_year=last_year if has_last_year else (),
        last_year_label=words.last_year if has_last_year else "",
        unfinished_label=words.unfinished,
    )


def _shortened(label: str) -> str:
    return label if len(label) <= LONGEST_EVENT else f"{label[: LONGEST_EVENT - 1].rstrip()}…"


def _point(row: RetentionRow, words: TrendWords) -> TrendPoint:
    start = row.period.start
    return TrendPoint(
        key=start.isoformat(),
        label=words.short(start),
        long_label=words.long(start),
        group=str(start.year),
        value=row.rate.rate,
        text=words.percent(row),
        low=row.rate.low,
        high=row.rate.high,
        is_complete=row.is_complete,
    )
