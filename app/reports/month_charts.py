"""The four charts of the month-end report, drawn from the specs of the page of figures."""

from __future__ import annotations

from app.charts.render import AnySpec, recorded
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.month_report import MonthFacts
from app.printing.drawing import PX_PER_MM, words_width
from app.printing.month_report import CHART_HEIGHT, CHART_WIDTH, ReportChart
from app.reports.month_words import MonthWords
from app.reports.return_rate import TrendWords, series_trend

TREND = QT_TRANSLATE_NOOP("MonthReport", "Return rate")
ZOOMED = QT_TRANSLATE_NOOP("MonthReport", "axis from {start}; band: chance")
NO_RATE = QT_TRANSLATE_NOOP("MonthReport", "Comes when there are visits of {months} months and more.")
LAST_YEAR = QT_TRANSLATE_NOOP("MonthReport", "last year")
SO_FAR = QT_TRANSLATE_NOOP("MonthReport", "so far")
GOAL = QT_TRANSLATE_NOOP("MonthReport", "target")


def month_charts(facts: MonthFacts, words: MonthWords) -> tuple[ReportChart, ...]:
    """In their order."""
    return (_trend(facts, words),)


def _chart(title: str, spec: AnySpec, words: MonthWords) -> ReportChart:
    drawing, start = recorded(spec, CHART_WIDTH * PX_PER_MM, CHART_HEIGHT * PX_PER_MM, words_width)
    return ReportChart(title, words.say(ZOOMED, start=start) if start else "", drawing)


def _trend(facts: MonthFacts, words: MonthWords) -> ReportChart:
    series = facts.trend
    if not any(line.rate.rate is not None for line in series.lines):
        return ReportChart(words.say(TREND), "", None, words.say(NO_RATE, months=series.lag_months))
    named = TrendWords(
        short=words.short_month,
        long=words.month_name,
        percent=lambda row: f"{row.rate.percent}%",
        last_year=words.say(LAST_YEAR),
        unfinished=words.say(SO_FAR),
    )
    spec = series_trend(series, named)
    return _chart(words.say(TREND), spec, words)
