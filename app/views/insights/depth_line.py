"""The second line of figures of Insights: what one purchase brings, and how much, how often and how broadly one customer buys."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.dates import DateStyle
from app.domain.depth import AverageMonth, DepthTiles
from app.domain.explanations import Figure
from app.domain.formats import EMPTY_CELL
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.money import Currency, currency_of, format_money
from app.domain.numbers import format_number, format_percent
from app.views.figure_line import FigureLine
from app.views.insights.table_panel import FiguresTable
from app.views.moments import day_text, language
from app.views.widgets.kpi_card import Delta
from app.views.widgets.table_view import Column

if TYPE_CHECKING:
    from app.domain.figures import PeopleSpec

CONTEXT = "AverageTable"
_TITLE = QT_TRANSLATE_NOOP("AverageTable", "Average purchase month by month")
_NOTE = QT_TRANSLATE_NOOP("AverageTable", "Enter opens the customers of the month. What was given back in full is not counted.")
_MONTH = QT_TRANSLATE_NOOP("AverageTable", "Month")
_AVERAGE = QT_TRANSLATE_NOOP("AverageTable", "Average purchase")
_RECEIPTS = QT_TRANSLATE_NOOP("AverageTable", "Receipts")
_AMOUNT = QT_TRANSLATE_NOOP("AverageTable", "Amount")
_RUNNING = QT_TRANSLATE_NOOP("AverageTable", "{month} (so far)")


class DepthLine(FigureLine):
    def __init__(self) -> None:
        super().__init__(
            {
                Figure.AVERAGE_AMOUNT: self.tr("Average purchase last month"),
                Figure.AMOUNT_PER_CUSTOMER: self.tr("Per customer in a year"),
                Figure.VISITS_PER_CUSTOMER: self.tr("Visits in a year"),
                Figure.PRODUCT_GROUPS: self.tr("Product groups used"),
            },
            compact=True,
        )

    def set_tiles(self, tiles: DepthTiles, currency: str, window: int) -> None:
        behind: dict[Figure, PeopleSpec] = {Figure.AVERAGE_AMOUNT: tiles.specs.average}
        behind |= dict.fromkeys((Figure.AMOUNT_PER_CUSTOMER, Figure.VISITS_PER_CUSTOMER, Figure.PRODUCT_GROUPS), tiles.specs.depth)
        self.set_behind(behind, window)
        money = currency_of(currency)
        self._show_average(tiles, money)
        people = self.tr("%n customer(s)", "", tiles.customers).replace(str(tiles.customers), f"{tiles.customers:,}", 1)
        self.cards[Figure.AMOUNT_PER_CUSTOMER].set(_money(tiles.amount, money), "", people)
        self.cards[Figure.VISITS_PER_CUSTOMER].set(_mean(tiles.visits), self.tr("visits") if tiles.visits is not None else "")
        groups = self.cards[Figure.PRODUCT_GROUPS]
        if tiles.read < 1:
            self.set_read(tiles.read)
        elif tiles.groups is None:
            groups.set(EMPTY_CELL, "", self.tr("no groups on the receipts yet"))
        else:
            groups.set(_mean(tiles.groups), self.tr("groups"))

    def set_read(self, share: float) -> None:
        """How much of a long history is read."""
        words = self.tr("reading the history, {percent}").format(percent=format_percent(share, 0))
        self.cards[Figure.PRODUCT_GROUPS].set(EMPTY_CELL, "", words)

    def _show_average(self, tiles: DepthTiles, money: Currency) -> None:
        card, change = self.cards[Figure.AVERAGE_AMOUNT], tiles.average_change
        if change is None:
            card.set(_money(tiles.average, money))
            return
        words = format_money(change, money, language())
        shown = f"+{words}" if change > 0 else words if change else self.tr("no change")
        card.set(_money(tiles.average, money), "", shown, Delta.UP if change > 0 else Delta.DOWN if change < 0 else Delta.NONE)


def averages_table(months: Sequence[AverageMonth], currency: str) -> FiguresTable:
    """The course of the average purchase amount, newest month first."""

    def word(source: str) -> str:
        return QCoreApplication.translate(CONTEXT, source)

    money = currency_of(currency)
    columns = (
        Column("month", word(_MONTH), stretch=True),
        Column("average", word(_AVERAGE), numeric=True),
        Column("receipts", word(_RECEIPTS), numeric=True),
        Column("amount", word(_AMOUNT), numeric=True),
    )
    rows = [
        (
            month.people,
            (
                _named(month, word(_RUNNING)),
                _money(month.average, money),
                format_number(month.receipts),
                _money(month.amount, money),
            ),
        )
        for month in months
    ]
    return FiguresTable(word(_TITLE), word(_NOTE), columns, rows, word(_TITLE))


def _named(month: AverageMonth, running: str) -> str:
    name = day_text(month.month, DateStyle.MONTH)
    return name if month.is_complete else running.format(month=name)


def _money(amount: int | None, money: Currency) -> str:
    return EMPTY_CELL if amount is None else format_money(amount, money, language())


def _mean(value: Decimal | None) -> str:
    return EMPTY_CELL if value is None else format_number(value, 1)
