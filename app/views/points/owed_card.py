"""When the points that are owed lapse, month by month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.context import AppContext
from app.domain.figures import PointsLapsing
from app.domain.money import Currency, format_money
from app.domain.periods import Period, add_months
from app.domain.point_money import LapseMonth, PointMoney, endless, lapse_months, later_lapses
from app.views.moments import language
from app.views.points.bar_chart import BarChart, month_name, short_month
from app.views.points.sentences import points_text
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton
from app.views.widgets.card import Card
from app.views.widgets.explanation import Explanation
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import set_shown

if TYPE_CHECKING:
    from app.charts.bar_spec import BarSpec

CHART_HEIGHT = 82


class OwedCard(Card):
    """`names_requested(spec, title)`; `table_requested` for the numbers; `other_day_requested` for what was owed on a past day."""

    names_requested = Signal(object, str)
    table_requested = Signal()
    other_day_requested = Signal()

    def __init__(self, context: AppContext) -> None:
        title = self.tr("When owed points lapse")
        super().__init__(title, explanation=self._explain(), action=self.tr("As a table"), gap=2, padding=10)
        self._title = title
        self._money: PointMoney | None = None
        self._months: tuple[LapseMonth, ...] = ()
        self.note = WrapLabel("", TextStyle.CAPTION, Tone.TEXT2)
        self.chart = BarChart(context, title, height=CHART_HEIGHT)
        self.add(self.note)
        self.add(self.chart, 1)
        self.chart.point_clicked.connect(self._on_month)
        self.other_day = LinkButton(self.tr("Owed on another day"), small=True)
        self.title_row.insertWidget(self.title_row.count() - 1, self.other_day)
        self.other_day.clicked.connect(self.other_day_requested)
        if self.action is not None:
            self.action.clicked.connect(self.table_requested)

    def set_money(self, money: PointMoney, currency: Currency) -> None:
        self._money = money
        self._months = lapse_months(money)
        finding = self._finding(money, currency)
        self.note.setText(finding)
        self.chart.set_finding(f"{self._title} {finding}")
        has_bars = any(lapse.money > 0 for lapse in self._months)
        set_shown(self.chart, has_bars)
        if self.action is not None:
            set_shown(self.action, has_bars)
        if has_bars:
            spoken = language()

            def make() -> BarSpec:
                from app.reports.points_money import MoneyWords, owed_bars

                return owed_bars(money, MoneyWords(short_month(spoken), currency, spoken))

            self.chart.show_bars(make, [self._named(lapse, currency) for lapse in self._months])

    def _explain(self) -> Explanation:
        return Explanation(
            self.tr("When owed points lapse"),
            self.tr("What customers have in points, by the month of the last day on which they count. What is used before does not lapse."),
            self.tr("Example: a bar of ¥12,800 in December: points of that worth lapse after their last day in December."),
        )

    def _finding(self, money: PointMoney, currency: Currency) -> str:
        spoken = language()
        filled = [lapse for lapse in self._months if lapse.money > 0]
        parts = []
        if filled:
            first, most = filled[0], max(filled, key=lambda lapse: lapse.money)
            parts.append(self._amount_in(first, currency, self.tr("{month}: {amount}")))
            if most is not first:
                parts.append(self._amount_in(most, currency, self.tr("most in {month}: {amount}")))
        if later_lapses(money) > 0:
            parts.append(self.tr("later: {amount}").format(amount=format_money(later_lapses(money), currency, spoken)))
        if endless(money) > 0:
            parts.append(self.tr("without end: {amount}").format(amount=format_money(endless(money), currency, spoken)))
        return self.tr(" · ").join(parts) if parts else self.tr("No points are owed.")

    def _amount_in(self, lapse: LapseMonth, currency: Currency, words: str) -> str:
        today = None if self._money is None else self._money.day
        month = "" if lapse.month is None else month_name(lapse.month, today)
        return words.format(month=month, amount=format_money(lapse.money, currency, language()))

    def _named(self, lapse: LapseMonth, currency: Currency) -> str:
        points = points_text(lapse.points)
        return self._amount_in(lapse, currency, self.tr("{month}: {amount} ({points})").replace("{points}", points))

    def _on_month(self, place: int) -> None:
        month = self._months[place].month
        if self._money is None or month is None:
            return
        start = max(month, self._money.day)
        title = self.tr("Points lapse in {month}").format(month=month_name(month))
        self.names_requested.emit(PointsLapsing(Period(start, add_months(month, 1))), title)
