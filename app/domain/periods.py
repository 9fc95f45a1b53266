"""Calendar periods, all half-open [start, end): the end is the first day that no longer belongs to it.

A day `as_of` is the first day that is not counted, so [as_of - 90, as_of) are the last 90 days.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import ceil

EPOCH = date(1970, 1, 1)
FISCAL_START = 4
DAYS_OF_A_MONTH = 30.5


class PeriodKind(StrEnum):
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"{self.start} to {self.end} runs backwards")

    def __contains__(self, day: date) -> bool:
        return self.start <= day < self.end

    @property
    def days(self) -> int:
        return (self.end - self.start).days

    @property
    def last_day(self) -> date:
        """The last day inside; ValueError when the period is empty."""
        if not self.days:
            raise ValueError("an empty period has no last day")
        return self.end - timedelta(days=1)

    def is_complete(self, as_of: date) -> bool:
        return self.end <= as_of

    def up_to(self, as_of: date) -> Period:
        """The part before `as_of`, perhaps empty."""
        return Period(self.start, max(self.start, min(self.end, as_of)))


@dataclass(frozen=True, slots=True)
class RetentionSpan:
    """One point of the return rate: active at `start` against still active at `end`; `period` is what it is drawn for."""

    start: date
    end: date
    is_complete: bool
    period: Period


def day_number(day: date) -> int:
    """Days since 1 January 1970: how arrays and tables hold a day."""
    return (day - EPOCH).days


def day_of(number: int) -> date:
    return EPOCH + timedelta(days=number)


def add_months(day: date, months: int) -> date:
    """The same day `months` later, or that month's last day: 31 January + 1 month = 28 or 29 February."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_end(day: date) -> date:
    """The last day of the month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def month_start(day: date) -> date:
    return day.replace(day=1)


def months_between(earlier: date, later: date) -> int:
    """Calendar months from the month of `earlier` to the month of `later`."""
    return (later.year - earlier.year) * 12 + later.month - earlier.month


def month_of(day: date) -> Period:
    start = month_start(day)
    return Period(start, add_months(start, 1))


def quarter_of(day: date, fiscal_start: int = FISCAL_START) -> Period:
    return _block_of(day, 3, fiscal_start)


def year_of(day: date, fiscal_start: int = FISCAL_START) -> Period:
    """The fiscal year `day` lies in; `fiscal_start` 1 gives the calendar year."""
    return _block_of(day, 12, fiscal_start)


def period_of(day: date, kind: PeriodKind, fiscal_start: int = FISCAL_START) -> Period:
    if kind is PeriodKind.MONTH:
        return month_of(day)
    return quarter_of(day, fiscal_start) if kind is PeriodKind.QUARTER else year_of(day, fiscal_start)


def last_days(as_of: date, count: int) -> Period:
    """The last `count` days as of `as_of`: [as_of - count, as_of)."""
    return Period(as_of - timedelta(days=count), as_of)


def months_of(first_day: date, as_of: date) -> list[Period]:
    """Every month with a day in [first_day, as_of), the unfinished one included, oldest first."""
    months: list[Period] = []
    month = month_of(first_day)
    while month.start < as_of:
        months.append(month)
        month = Period(month.end, add_months(month.start, 2))
    return months


def trailing_months(as_of: date, count: int = 13) -> list[Period]:
    """`count` months, oldest first; the last holds the day before `as_of` and may be unfinished."""
    newest = month_start(as_of - timedelta(days=1))
    return [month_of(add_months(newest, back - count + 1)) for back in range(count)]


def whole_months(period: Period) -> int | None:
    """How many calendar months a period is; None where it does not begin and end with one."""
    months = months_between(period.start, period.end)
    return months if months and period.start.day == period.end.day == 1 else None


def earlier(period: Period, months: int) -> Period:
    """The same so many months before."""
    return Period(add_months(period.start, -months), add_months(period.end, -months))


def period_before(period: Period) -> Period:
    """The one just before, of as many months where it is of whole ones, else of as many days."""
    months = whole_months(period)
    return earlier(period, months) if months else Period(period.start - timedelta(days=period.days), period.start)


def lag_months(kind: PeriodKind, window: int = 90) -> int:
    """Months between the two looks of the return rate: 3 (12 for years), longer when the window is, for the period may never
    be shorter than the window. February's 89 days count as the 90 of three months."""
    usual = 12 if kind is PeriodKind.YEAR else 3
    return max(usual, ceil(window / DAYS_OF_A_MONTH))


def retention_spans(
    kind: PeriodKind, first_day: date, as_of: date, *, window: int = 90, fiscal_start: int = FISCAL_START
) -> list[RetentionSpan]:
    """The points of the return rate, oldest first: one per period end D, from D - lag.

    Points whose start has nobody yet (start <= first_day) are left out. The period that is still running is measured at `as_of`
    itself: measured at its own end, the days to come would look like customers lost.
    """
    lag = lag_months(kind, window)
    spans: list[RetentionSpan] = []
    period = period_of(first_day, kind, fiscal_start)
    while period.start < as_of:
        end = min(period.end, as_of)
        start = add_months(end, -lag)
        if start > first_day:
            spans.append(RetentionSpan(start, end, period.is_complete(as_of), period))
        period = period_of(period.end, kind, fiscal_start)
    return spans


def month_to_date(today: date) -> tuple[Period, Period]:
    """This month up to and with `today`, and last month up to and with the same day (its last day when it is shorter)."""
    start = month_start(today)
    before = month_start(start - timedelta(days=1))
    same_day = add_months(today, -1)
    return Period(start, today + timedelta(days=1)), Period(before, same_day + timedelta(days=1))


def _block_of(day: date, months: int, fiscal_start: int) -> Period:
    if not 1 <= fiscal_start <= 12:
        raise ValueError(f"{fiscal_start} is no month")
    into = (day.month - fiscal_start) % months
    start = add_months(month_start(day), -into)
    return Period(start, add_months(start, months))
