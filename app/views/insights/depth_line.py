"""The second line of figures of Insights: what one purchase brings, and how much, how often and how broadly one customer buys."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain.depth import DepthTiles
from app.domain.explanations import Figure
from app.domain.formats import EMPTY_CELL
from app.domain.money import Currency, currency_of, format_money
from app.domain.numbers import format_number, format_percent
from app.views.figure_line import FigureLine
from app.views.moments import language
from app.views.widgets.kpi_card import Delta

if TYPE_CHECKING:
    from app.domain.figures import PeopleSpec


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


def _money(amount: int | None, money: Currency) -> str:
    return EMPTY_CELL if amount is None else format_money(amount, money, language())


def _mean(value: Decimal | None) -> str:
    return EMPTY_CELL if value is None else format_number(value, 1)
