"""The four charts of the month-end report, drawn from the specs of the page of figures."""

from __future__ import annotations

from dataclasses import replace

from app.charts.render import AnySpec, recorded
from app.charts.spec import Target
from app.domain.chart_words import ChartWords
from app.domain.figures import CohortRow
from app.domain.findings import CONTEXT as FINDINGS
from app.domain.findings import Finding
from app.domain.findings_charts import flow_finding, segment_finding
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.money import currency_of
from app.domain.month_report import MonthFacts
from app.domain.rates import CELL_ENOUGH
from app.printing.drawing import PX_PER_MM, words_width
from app.printing.month_report import CHART_HEIGHT, CHART_WIDTH, ReportChart
from app.reports.cohorts import cohort_heat
from app.reports.flow import flow_chart
from app.reports.month_parts import BACK, LOST, NEW
from app.reports.month_words import MonthWords
from app.reports.return_rate import TrendWords, series_trend
from app.reports.segments import segment_chart

TREND = QT_TRANSLATE_NOOP("MonthReport", "Return rate")
ZOOMED = QT_TRANSLATE_NOOP("MonthReport", "axis from {start}; band: chance")
NO_RATE = QT_TRANSLATE_NOOP("MonthReport", "Comes when there are visits of {months} months and more.")
LAST_YEAR = QT_TRANSLATE_NOOP("MonthReport", "last year")
SO_FAR = QT_TRANSLATE_NOOP("MonthReport", "so far")
FLOW = QT_TRANSLATE_NOOP("MonthReport", "Customers won and lost by month")
COHORTS = QT_TRANSLATE_NOOP("MonthReport", "Came again, by first month (%)")
NO_COHORTS = QT_TRANSLATE_NOOP("MonthReport", "Comes with the second month of visits.")
SEGMENTS = QT_TRANSLATE_NOOP("MonthReport", "Groups: share of customers and of sales")
NOBODY = QT_TRANSLATE_NOOP("MonthReport", "Nobody has come yet.")
_SCALE = 0.92
AFTER_ONE = QT_TRANSLATE_NOOP("MonthReport", "Of {people} who first came in {month}, {percent}% came again the month after.")
GOAL = QT_TRANSLATE_NOOP("MonthReport", "target")


_MONTHS_OF_FLOW = 6
_COHORTS_SHOWN = 6


def month_charts(facts: MonthFacts, words: MonthWords) -> tuple[ReportChart, ...]:
    """In their order."""
    named = ChartWords(words.catalogue.tr, words.language, currency_of(facts.currency))
    return (_trend(facts, words), _flow(facts, words, named), _cohorts(facts, words, named), _segments(facts, words, named))


def _chart(title: str, spec: AnySpec, words: MonthWords, sentence: str = "") -> ReportChart:
    drawing, start = recorded(spec, CHART_WIDTH * PX_PER_MM, CHART_HEIGHT * PX_PER_MM, words_width, text_scale=_SCALE)
    return ReportChart(title, words.say(ZOOMED, start=start) if start else "", drawing, sentence=sentence)


def _finding(finding: Finding, words: MonthWords) -> str:
    return words.named(FINDINGS, finding.source, **finding.values)


def _flow(facts: MonthFacts, words: MonthWords, named: ChartWords) -> ReportChart:
    rows = facts.flows[-_MONTHS_OF_FLOW:]
    if not any(row.kept + row.new + row.lost for row in rows):
        return ReportChart(words.say(FLOW), "", None, words.say(NOBODY))
    spec = flow_chart(rows, named, with_kept=False)
    short = tuple((words.say(name), tone) for name, (_long, tone) in zip((BACK, NEW, LOST), spec.legend, strict=True))
    return _chart(words.say(FLOW), replace(spec, legend=short), words, _finding(flow_finding(facts.flows, named), words))


def _cohorts(facts: MonthFacts, words: MonthWords, named: ChartWords) -> ReportChart:
    rows = tuple(
        CohortRow(row.cohort, row.size, tuple(cell for cell in row.cells if cell.k <= _COHORTS_SHOWN))
        for row in facts.cohorts.rows
        if any(cell.k and cell.is_complete for cell in row.cells)
    )[-_COHORTS_SHOWN:]
    if not rows:
        return ReportChart(words.say(COHORTS), "", None, words.say(NO_COHORTS))
    return _chart(words.say(COHORTS), cohort_heat(rows, named), words, _cohort_sentence(rows, words))


def _cohort_sentence(rows: tuple[CohortRow, ...], words: MonthWords) -> str:
    """Of the newest month whose next month is over, with enough customers to say anything."""
    for row in reversed(rows):
        after = next((cell for cell in row.cells if cell.k == 1 and cell.is_complete), None)
        if after is not None and after.rate.percent is not None and row.size >= CELL_ENOUGH:
            values = {"people": row.size, "month": words.month_name(row.cohort), "percent": after.rate.percent}
            return words.say(AFTER_ONE, **values)
    return ""


def _segments(facts: MonthFacts, words: MonthWords, named: ChartWords) -> ReportChart:
    if not facts.segments:
        return ReportChart(words.say(SEGMENTS), "", None, words.say(NOBODY))
    sentence = _finding(segment_finding(facts.segments, named), words)
    return _chart(words.say(SEGMENTS), segment_chart(facts.segments, named), words, sentence)


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
    goal = None if facts.trend_target is None else Target(facts.trend_target, words.say(GOAL))
    spec = replace(series_trend(series, named), target=goal)
    if not facts.options.with_last_year:
        spec = replace(spec, last_year=(), last_year_label="")
    # What it says stands first of all on the page.
    return _chart(words.say(TREND), spec, words)
