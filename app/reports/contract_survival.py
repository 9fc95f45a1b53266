"""How long contracts last, as a chart: the steps seen, their range of chance, and how they go on."""

from __future__ import annotations

from app.charts.step_spec import StepPoint, StepSpec
from app.domain.chart_words import ChartWords
from app.domain.contract_figures import ContractFigures
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.rates import percent_of

MONTHS = QT_TRANSLATE_NOOP("Charts", "{months} months")
FORESEEN = QT_TRANSLATE_NOOP("Charts", "foreseen")
_STEPS = (1, 2, 3, 6, 12, 24, 60)
_MOST_TICKS = 6


def survival_chart(figures: ContractFigures, words: ChartWords) -> StepSpec:
    points = tuple(StepPoint(str(row.month), row.month, row.survival, row.low, row.high) for row in figures.survival)
    beyond = figures.projection.points if figures.projection is not None else ()
    last = max((*(point.at for point in points), *(at for at, _ in beyond), 1))
    step = next((step for step in _STEPS if last / step <= _MOST_TICKS), _STEPS[-1])
    ticks = tuple((at, words.word(MONTHS, months=at)) for at in range(0, last + 1, step))
    end = f"{percent_of(points[-1].value)}%" if points else ""
    return StepSpec(points, ticks, end, beyond, words.word(FORESEEN) if beyond else "")
