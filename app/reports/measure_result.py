"""The charts of a campaign's result, from its figures and the words of the user's language: the same on screen and on paper."""

from __future__ import annotations

from app.charts.measure_specs import CameSpec, CameStep, ReturnSpec, ShareBar, SharesSpec
from app.domain.drawing import Drawing
from app.domain.measure_view import MeasureResult, ResultChartWords, ResultSheet
from app.domain.numbers import format_percent
from app.domain.rates import Rate

WEEK = 7
# Of the letters on screen.
PAPER_TEXT = 0.85


def shares_chart(result: MeasureResult, words: ResultChartWords) -> SharesSpec:
    """Who came of either group; with too few people without a range."""
    sent = _bar("sent", words.sent, words.sent_note, result.sent_rate, is_told=result.has_interval or not result.n_held)
    if not result.n_held:
        return SharesSpec((sent,))
    return SharesSpec((sent, _bar("held", words.held, words.held_note, result.held_rate, is_told=result.has_interval, is_held=True)))


def return_chart(result: MeasureResult, words: ResultChartWords) -> ReturnSpec | None:
    """None where nothing was spent, or nothing is known."""
    roi = result.roi
    if roi is None or roi.value is None or roi.low is None or roi.high is None:
        return None
    return ReturnSpec(roi.value, roi.low, roi.high, words.value, words.low, words.high, words.loss, words.gain)


def came_chart(result: MeasureResult, words: ResultChartWords) -> CameSpec | None:
    """None before the window is over."""
    if not result.curve:
        return None
    steps = tuple(
        CameStep(str(point.day), _day_words(point.day, words), point.day, point.sent, point.held if result.n_held else None)
        for point in result.curve
    )
    return CameSpec(steps, words.sent_short, words.held_short, words.between)


def result_pdf(result: MeasureResult, words: ResultChartWords, sheet: ResultSheet, language: str) -> bytes:
    """One page of A4."""
    from app.charts.render import PX_PER_MM, AnySpec, recorded
    from app.printing.drawing import words_width
    from app.printing.measure_result import CHART_HEIGHT, HALF, WIDTH, render_result

    def drawn(spec: AnySpec | None, width: float) -> Drawing | None:
        if spec is None:
            return None
        return recorded(spec, width * PX_PER_MM, CHART_HEIGHT * PX_PER_MM, words_width, text_scale=PAPER_TEXT)[0]

    charts = drawn(shares_chart(result, words), HALF), drawn(return_chart(result, words), HALF), drawn(came_chart(result, words), WIDTH)
    return render_result(sheet, *charts, language)


def _day_words(day: int, words: ResultChartWords) -> str:
    if day == 0:
        return words.start
    return words.week.format(n=day // WEEK) if day % WEEK == 0 else ""


def _bar(key: str, label: str, note: str, rate: Rate, *, is_told: bool, is_held: bool = False) -> ShareBar:
    low, high = (rate.low, rate.high) if is_told else (None, None)
    return ShareBar(key, label, note, rate.rate or 0.0, low, high, format_percent(rate.rate), is_held)
