"""The four charts of the month-end report, drawn from the specs of the page of figures."""

from __future__ import annotations

from dataclasses import dataclass, replace

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


def month_charts(facts: MonthFacts, words: MonthWords, height: float = CHART_HEIGHT, *, with_words: bool = True) -> tuple[ReportChart, ...]:
    """In their order, `height` mm high; `with_words`: each with its sentence."""
    made = [_made(one, words, height) for one in _specs(facts, words)]
    return tuple(made if with_words else (replace(one, sentence="") for one in made))


@dataclass(frozen=True, slots=True)
class _Wanted:
    """`spec` None: `empty` says why."""

    title: str
    spec: AnySpec | None
    sentence: str = ""
    empty: str = ""


def _made(one: _Wanted, words: MonthWords, height: float) -> ReportChart:
    if one.spec is None:
        return ReportChart(words.say(one.title), "", None, one.empty)
    drawing, start = recorded(one.spec, CHART_WIDTH * PX_PER_MM, height * PX_PER_MM, words_width, text_scale=_SCALE)
    return ReportChart(words.say(one.title), words.say(ZOOMED, start=start) if start else "", drawing, sentence=one.sentence)


def _specs(facts: MonthFacts, words: MonthWords) -> tuple[_Wanted, ...]:
    named = ChartWords(words.catalogue.tr, words.language, currency_of(facts.currency))
    return (_trend(facts, words), _flow(facts, words, named), _cohorts(facts, words, named), _segments(facts, words, named))


def _finding(finding: Finding, words: MonthWords) -> str:
    return words.named(FINDINGS, finding.source, **finding.values)


def _flow(facts: MonthFacts, words: MonthWords, named: ChartWords) -> _Wanted:
    rows = facts.flows[-_MONTHS_OF_FLOW:]
    if not any(row.kept + row.new + row.returned + row.lost for row in rows):
        return _Wanted(FLOW, None, empty=words.say(NOBODY))
    spec = flow_chart(rows, named, with_kept=False)
    short = tuple((words.say(name), tone) for name, (_long, tone) in zip((BACK, NEW, LOST), spec.legend, strict=True))
    return _Wanted(FLOW, replace(spec, legend=short), _finding(flow_finding(facts.flows, named), words))


def _cohorts(facts: MonthFacts, words: MonthWords, named: ChartWords) -> _Wanted:
    rows = tuple(
        CohortRow(row.cohort, row.size, tuple(cell for cell in row.cells if cell.k <= _COHORTS_SHOWN))
        for row in facts.cohorts.rows
        if any(cell.k and cell.is_complete for cell in row.cells)
    )[-_COHORTS_SHOWN:]
    if not rows:
        return _Wanted(COHORTS, None, empty=words.say(NO_COHORTS))
    return _Wanted(COHORTS, cohort_heat(rows, named), _cohort_sentence(rows, words))


def _cohort_sentence(rows: tuple[CohortRow, ...], words: MonthWords) -> str:
    """Of the newest month whose next month is over, with enough customers to say anything."""
    for row in reversed(rows):
        after = next((cell for cell in row.cells if cell.k == 1 and cell.is_complete), None)
        if after is not None and after.rate.percent is not None and row.size >= CELL_ENOUGH:
            values = {"people": row.size, "month": words.month_name(row.cohort), "percent": after.rate.percent}
            return words.say(AFTER_ONE, **values)
    return ""


def _segments(facts: MonthFacts, words: MonthWords, named: ChartWords) -> _Wanted:
    if not facts.segments:
        return _Wanted(SEGMENTS, None, empty=words.say(NOBODY))
    sentence = _finding(segment_finding(facts.segments, named), words)
    return _Wanted(SEGMENTS, segment_chart(facts.segments, named), sentence)


def _trend(facts: MonthFacts, words: MonthWords) -> _Wanted:
    series = facts.trend
    if not any(line.rate.rate is not None for line in series.lines):
        return _Wanted(TREND, None, empty=words.say(NO_RATE, months=series.lag_months))
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
    return _Wanted(TREND, spec)
