"""Sales = customers x visits x amount, as three small lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.charts.insight_specs import Panel, PanelsSpec
from app.charts.spec import COUNT, TickStyle, TrendPoint, TrendSpec
from app.domain.chart_rows import SalesMonth
from app.domain.chart_words import SO_FAR, ChartWords
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.numbers import EMPTY_CELL, format_number
from app.reports.points_money import MoneyWords, money_ticks

CUSTOMERS = QT_TRANSLATE_NOOP("Charts", "Customers a month")
VISITS = QT_TRANSLATE_NOOP("Charts", "× visits each")
AMOUNT = QT_TRANSLATE_NOOP("Charts", "× amount a visit")


def sales_chart(rows: Sequence[SalesMonth], words: ChartWords) -> PanelsSpec:
    """The axes begin at 0, so that the lines move as much as what they stand for. Visits each and the amount of the month that runs are
    as good as those of a finished month, its customers are not: all three are drawn hollow."""
    money = money_ticks(MoneyWords(words.short_month, words.currency, words.language))
    panels = (
        Panel(words.word(CUSTOMERS), _line(rows, words, COUNT, lambda row: float(row.customers), format_number)),
        Panel(words.word(VISITS), _line(rows, words, COUNT, lambda row: row.visits_each, lambda value: format_number(value, 2))),
        Panel(words.word(AMOUNT), _line(rows, words, money, lambda row: row.amount_each, lambda value: words.money(round(value)))),
    )
    return PanelsSpec(panels, least_width=140.0)


def _line(
    rows: Sequence[SalesMonth],
    words: ChartWords,
    ticks: TickStyle,
    value_of: Callable[[SalesMonth], float | None],
    text_of: Callable[[float], str],
) -> TrendSpec:
    points = []
    for row in rows:
        value = value_of(row)
        text = EMPTY_CELL if value is None else text_of(value)
        key = row.month.isoformat()
        month = words.short_month(row.month)
        # No group: the year does not fit into so small a chart.
        points.append(TrendPoint(key, month, month, "", value, text, is_complete=row.is_complete))
    return TrendSpec(tuple(points), ticks, unfinished_label=words.word(SO_FAR))
