"""The finished measures with their profit on cost and its range of chance."""

from __future__ import annotations

from collections.abc import Sequence

from app.charts.insight_specs import RangeRow, RangesSpec
from app.charts.spec import TickStyle
from app.domain.chart_rows import MeasurePoint
from app.domain.chart_words import ChartWords
from app.domain.findings_results import whole_percent
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.measure_results import Verdict

BREAK_EVEN = QT_TRANSLATE_NOOP("Charts", "cost covered")
NOBODY_HELD = QT_TRANSLATE_NOOP("Charts", "nothing to compare with")
TOO_FEW = QT_TRANSLATE_NOOP("Charts", "too few people")
NO_COST = QT_TRANSLATE_NOOP("Charts", "no cost")


def measure_chart(points: Sequence[MeasurePoint], words: ChartWords) -> RangesSpec:
    """A point and its range for each; an open mark and words where nothing can be said."""
    return RangesSpec(tuple(_row(point, words) for point in points), TickStyle(factor=100.0, suffix="%"), words.word(BREAK_EVEN))


def measure_text(point: MeasurePoint, words: ChartWords) -> str:
    """+80%, or why there is no value."""
    if point.verdict is Verdict.NO_HOLDOUT:
        return words.word(NOBODY_HELD)
    if point.roi is None:
        return words.word(TOO_FEW)
    return words.word(NO_COST) if point.roi.value is None else whole_percent(point.roi.value)


def _row(point: MeasurePoint, words: ChartWords) -> RangeRow:
    roi = None if point.verdict is Verdict.NO_HOLDOUT else point.roi
    is_open = roi is None or roi.value is None
    value, low, high = (None, None, None) if roi is None else (roi.value, roi.low, roi.high)
    text = measure_text(point, words)
    return RangeRow(
        str(point.measure_id), point.name, value, low, high, text, is_open=is_open, is_faint=point.is_reference, is_marked=point.is_sure
    )
