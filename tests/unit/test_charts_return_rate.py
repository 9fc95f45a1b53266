from __future__ import annotations

from datetime import date

from app.analytics.retention import RetentionRow
from app.charts.spec import ChartEvent
from app.domain import findings
from app.domain.periods import add_months, month_of
from app.domain.rates import rate_of
from app.reports.return_rate import TrendWords, return_rate_sentence, return_rate_trend

WORDS = TrendWords(
    short=lambda day: f"{day.month}月",
    long=lambda day: f"{day.year}年{day.month}月",
    percent=lambda row: f"{row.rate.percent}%",
    last_year="去年",
    unfinished="途中",
)


def rows(count: int, *, is_last_complete: bool = True) -> list[RetentionRow]:
    """Months up to November 2026; the n-th one with 50 + n of 100."""
    made = []
    for n in range(count):
        period = month_of(add_months(date(2026, 11, 1), n - count + 1))
        made.append(RetentionRow(add_months(period.end, -3), period.end, rate_of(50 + n, 100), is_last_complete or n < count - 1, period))
    return made


def test_thirteen_months_with_last_year_beside_them() -> None:
    spec = return_rate_trend(rows(20), WORDS)
    assert len(spec.points) == 13 and spec.points[-1].long_label == "2026年11月" and spec.points[-1].text == "69.0%"
    # November 2025 is the 8th row; a year before the 13 shown, rows exist from April 2025 on.
    assert spec.last_year[:5] == (None,) * 5 and spec.last_year[5] == 0.5 and spec.last_year[-1] == 0.57
    assert spec.last_year_label == "去年"


def test_without_a_last_year_there_is_no_second_line() -> None:
    spec = return_rate_trend(rows(13), WORDS)
    assert spec.last_year == () and spec.last_year_label == ""


def test_events_go_to_the_period_they_lie_in() -> None:
    events = {date(2026, 10, 31): "秋のはがき", date(2020, 1, 1): "昔"}
    assert return_rate_trend(rows(3), WORDS, events=events).events == (ChartEvent(1, "秋のはがき"),)


def test_the_running_month_is_in_the_picture_and_not_in_the_sentence() -> None:
    some = rows(3, is_last_complete=False)
    assert not return_rate_trend(some, WORDS).points[-1].is_complete
    finding = return_rate_sentence(some, WORDS)
    assert finding.source == findings.RISEN_PERHAPS
    assert (finding.values["period"], finding.values["before"]) == ("2026年10月", "2026年9月")
