"""The numbers behind the figures and bars of points, month by month; a line opens the names it counts."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.domain.figures import PointsLapsing, PointUsers, Visitors
from app.domain.formats import EMPTY_CELL
from app.domain.money import Currency, format_money
from app.domain.numbers import format_number, format_rate
from app.domain.periods import month_of
from app.domain.point_money import PointMoney, RuleTrial
from app.views.insights.table_panel import FiguresTable
from app.views.moments import language
from app.views.points.bar_chart import month_name
from app.views.widgets.table_view import Column


class PointTables(QObject):
    """Makes the tables of the page; a QObject for its words alone."""

    def owed(self, money: PointMoney, currency: Currency) -> FiguresTable:
        """What lapses in which month."""
        columns = (
            Column("month", self.tr("Month"), stretch=True),
            Column("points", self.tr("Points"), numeric=True),
            Column("money", self.tr("In money"), numeric=True),
        )
        rows = [
            (
                PointsLapsing(month_of(lapse.month)),
                (month_name(lapse.month), format_number(lapse.points), format_money(lapse.money, currency, language())),
            )
            for lapse in money.lapses
            if lapse.month is not None
        ]
        note = self.tr("The month of the last day on which points count. Enter opens the names.")
        title = self.tr("When owed points lapse")
        return FiguresTable(title, note, columns, rows, self.tr("Customers whose points lapse in the month"))

    def cost(self, money: PointMoney, currency: Currency) -> FiguresTable:
        """What the programme cost in each month."""
        columns = (
            Column("month", self.tr("Month"), stretch=True),
            Column("granted", self.tr("Points given"), numeric=True),
            Column("used", self.tr("Points used"), numeric=True),
            Column("paid", self.tr("Paid with points"), numeric=True),
            Column("rewards", self.tr("Rewards at cost"), numeric=True),
            Column("cost", self.tr("Cost"), numeric=True),
            Column("share", self.tr("Of sales"), numeric=True),
        )
        spoken = language()
        rows = [
            (
                PointUsers(month.period),
                (
                    month_name(month.period.start),
                    format_number(month.cost.granted_points),
                    format_number(month.cost.used_points),
                    format_money(month.cost.used_money, currency, spoken),
                    format_money(month.cost.reward_cost, currency, spoken),
                    format_money(month.cost.money, currency, spoken),
                    format_rate(month.cost.money, month.sales, 2),
                ),
            )
            for month in money.months
        ]
        note = self.tr("Points given cost nothing until they are used. Enter opens the names of those who used points.")
        return FiguresTable(self.tr("Cost month by month"), note, columns, rows, self.tr("Who used points in the month"))

    def trial(self, trial: RuleTrial, other_label: str, currency: Currency) -> FiguresTable:
        """What two rules cost in each month."""
        columns = (
            Column("month", self.tr("Month"), stretch=True),
            Column("now", self.tr("Today's rule"), numeric=True),
            Column("other", other_label, numeric=True),
        )
        spoken = language()
        now = trial.now.month_costs(trial.used) if trial.now is not None else None
        rows = [
            (
                Visitors(month.period),
                (
                    month_name(month.period.start),
                    EMPTY_CELL if now is None else format_money(now[place], currency, spoken),
                    format_money(cost, currency, spoken),
                ),
            )
            for place, (month, cost) in enumerate(zip(trial.other.months, trial.other.month_costs(trial.used), strict=True))
        ]
        note = self.tr("What the rule would have cost on the sales of the month. Enter opens the names of those who came.")
        return FiguresTable(self.tr("Try before you change"), note, columns, rows, self.tr("Customers in the month"))
