"""The four figures at the top: visitors, return rate, welcome back, not seen lately. Each opens the names behind it."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.explanations import Figure
from app.domain.figures import TodayFigures
from app.domain.numbers import format_number
from app.views.explained import explained
from app.views.widgets.kpi_card import Delta, KpiCard
from app.views.widgets.layouts import clear, row


class FiguresRow(QWidget):
    """`names_requested(spec, title)`."""

    names_requested = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._layout = row(gap=12)
        self.setLayout(self._layout)
        self._cards: list[KpiCard] = []
        self._window = 0

    def show_figures(self, figures: TodayFigures, window: int) -> None:
        if window != self._window or not self._cards:
            self._window = window
            self._build(window)
        visitors, rate, returned, not_seen = self._cards
        visitors.set(format_number(figures.visitors), self.tr("people", "unit"), *self._visitors_delta(figures.visitors_more))
        percent = figures.return_rate.percent
        rate.set("—" if percent is None else f"{percent}", "" if percent is None else "%", *self._rate_delta(figures.return_change))
        returned.set(
            format_number(figures.returned), self.tr("people", "unit"), self.tr("Came back after {days} days or more").format(days=90)
        )
        not_seen.set(format_number(figures.not_seen), self.tr("people", "unit"), *self._not_seen_delta(figures.not_seen_more))
        specs = figures.specs
        self._specs = (specs.visitors, specs.return_rate, specs.returned, specs.not_seen)

    def _build(self, window: int) -> None:
        clear(self._layout)
        self._cards = []
        self._titles = (self.tr("Visitors this month"), self.tr("Return rate"), self.tr("Welcome back"), self.tr("Not seen lately"))
        explanations = (Figure.VISITS_THIS_MONTH, Figure.RETURN_RATE, Figure.WELCOME_BACK, Figure.NOT_SEEN_LATELY)
        for place, (title, figure) in enumerate(zip(self._titles, explanations, strict=True)):
            card = KpiCard(title, explained(figure, window=window))
            card.setProperty("place", place)
            card.clicked.connect(self._on_clicked)
            self._cards.append(card)
            self._layout.addWidget(card, 1)

    def _on_clicked(self) -> None:
        card = self.sender()
        if isinstance(card, KpiCard):
            place = int(card.property("place"))
            self.names_requested.emit(self._specs[place], self._titles[place])

    def _visitors_delta(self, more: int) -> tuple[str, Delta]:
        if more > 0:
            return self.tr("{n} more than on the same day last month").format(n=more), Delta.UP
        if more < 0:
            return self.tr("{n} fewer than on the same day last month").format(n=-more), Delta.DOWN
        return self.tr("As many as on the same day last month"), Delta.NONE

    def _rate_delta(self, change: Decimal | None) -> tuple[str, Delta]:
        if change is None:
            return self.tr("Compared from the second month on"), Delta.NONE
        if change > 0:
            return self.tr("{n} points up on last month").format(n=change), Delta.UP
        if change < 0:
            return self.tr("{n} points down on last month").format(n=-change), Delta.DOWN
        return self.tr("As last month"), Delta.NONE

    def _not_seen_delta(self, more: int) -> tuple[str, Delta]:
        if more > 0:
            return self.tr("{n} more than a week ago").format(n=more), Delta.ATTENTION
        if more < 0:
            return self.tr("{n} fewer than a week ago").format(n=-more), Delta.NONE
        return self.tr("As many as a week ago"), Delta.NONE
