"""The four tiles: return rate, second visit, slipping away, lifetime profit. Each opens the names behind it."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.explanations import Figure
from app.domain.figures import InsightTiles
from app.domain.money import currency_of, format_money
from app.domain.numbers import format_number
from app.domain.rates import Rate
from app.views.explained import explained
from app.views.moments import language
from app.views.widgets.kpi_card import Delta, KpiCard
from app.views.widgets.layouts import clear, row


class TilesRow(QWidget):
    names_requested = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._layout = row(gap=12)
        self.setLayout(self._layout)
        self._cards: list[KpiCard] = []
        self._specs: tuple[object, ...] = ()
        self._titles: tuple[str, ...] = ()
        self._window = 0

    def show_tiles(self, tiles: InsightTiles, currency: str, window: int) -> None:
        if window != self._window or not self._cards:
            self._window = window
            self._build(window)
        rate, second, slipping, profit = self._cards
        rate.set(*_percent(tiles.return_rate), *self._points(tiles.return_change))
        second.set(*_percent(tiles.second_visit), *self._points(tiles.second_change))
        more = tiles.slipping_more
        change = self.tr("{n} in a week").format(n=f"{more:+d}".replace("-", "−")) if more else ""
        slipping.set(format_number(tiles.slipping), self.tr("people", "unit"), change, Delta.ATTENTION if more > 0 else Delta.NONE)
        money = currency_of(currency)
        amount = "—" if tiles.profit is None else format_money(tiles.profit, money, language())
        moved = tiles.profit_change or 0
        sign = "+" if moved > 0 else ""
        grown = f"{sign}{format_money(moved, money, language())}" if moved else ""
        profit.set(amount, "", grown, Delta.UP if moved > 0 else Delta.NONE)
        specs = tiles.specs
        self._specs = (specs.return_rate, specs.second_visit, specs.slipping, specs.profit)

    def _build(self, window: int) -> None:
        clear(self._layout)
        self._cards = []
        self._titles = (
            self.tr("Return rate"),
            self.tr("Came a second time"),
            self.tr("Customers slipping away"),
            self.tr("Lifetime profit per customer"),
        )
        figures = (Figure.RETURN_RATE, Figure.SECOND_VISIT, Figure.SLIPPING, Figure.LIFETIME_PROFIT)
        for place, (title, figure) in enumerate(zip(self._titles, figures, strict=True)):
            card = KpiCard(title, explained(figure, window=window), compact=True)
            card.setProperty("place", place)
            card.clicked.connect(self._on_clicked)
            self._cards.append(card)
            self._layout.addWidget(card, 1)

    def _on_clicked(self) -> None:
        card = self.sender()
        if isinstance(card, KpiCard) and self._specs:
            place = int(card.property("place"))
            self.names_requested.emit(self._specs[place], self._titles[place])

    def _points(self, change: Decimal | None) -> tuple[str, Delta]:
        if change is None:
            return "", Delta.NONE
        text = self.tr("{n} points").format(n=f"{change:+}".replace("-", "−"))
        return text, Delta.UP if change > 0 else Delta.DOWN if change < 0 else Delta.NONE


def _percent(rate: Rate) -> tuple[str, str]:
    return ("—", "") if rate.percent is None else (str(rate.percent), "%")
