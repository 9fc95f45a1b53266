"""Figures beside each other. Each card opens the names it counts; where there is no room they stand two by two."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.explanations import Figure
from app.views.labels_figures import explanation_of
from app.views.theme import theme_of
from app.views.widgets.kpi_card import KpiCard

if TYPE_CHECKING:
    from app.domain.figures import PeopleSpec


class FigureLine(QWidget):
    """`names_requested(spec, title)`: somebody wants to see who is behind a figure."""

    names_requested = Signal(object, str)

    def __init__(self, titles: Mapping[Figure, str], *, compact: bool) -> None:
        super().__init__()
        self._titles = dict(titles)
        self._specs: Mapping[Figure, PeopleSpec] = {}
        self.cards = {figure: KpiCard(title, explanation_of(figure), compact=compact) for figure, title in titles.items()}
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        for figure, card in self.cards.items():
            card.clicked.connect(lambda name=figure: self._on_opened(name))
            if card.explanation_button is not None:
                card.explanation_button.more_requested.connect(lambda name=figure: self._on_opened(name))
        self.setLayout(self._grid)
        self.set_columns(len(self.cards))

    def set_columns(self, columns: int) -> None:
        """How many stand in a line."""
        self._grid.setSpacing(theme_of(self).px(12))
        for place, card in enumerate(self.cards.values()):
            self._grid.addWidget(card, place // columns, place % columns)
            self._grid.setColumnStretch(place, 1 if place < columns else 0)

    def set_behind(self, specs: Mapping[Figure, PeopleSpec], window: int) -> None:
        """Who is behind each figure, and the shop's usual number of days for the explanations."""
        self._specs = specs
        for figure, card in self.cards.items():
            if card.explanation_button is not None:
                card.explanation_button.set_explanation(explanation_of(figure, window))

    def _on_opened(self, figure: Figure) -> None:
        if figure in self._specs:
            self.names_requested.emit(self._specs[figure], self._titles[figure])
