"""The chosen figures beside each other, in the order of the owner's choice."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.money import Currency
from app.domain.tiles import Tile, TileKey
from app.views.insights.tile_card import TileCard
from app.views.insights.tile_words import Compare, tile_name
from app.views.theme import theme_of
from app.views.widgets.layouts import clear


class TileLine(QWidget):
    """`names_requested(spec, title)`: who is behind a figure; `details_requested(Tile)`: what more there is to say of it."""

    names_requested = Signal(object, str)
    details_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.cards: dict[TileKey, TileCard] = {}
        self._columns = 4
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self._grid)

    def set_tiles(self, tiles: Sequence[Tile], money: Currency, window: int, compare: Compare) -> None:
        """Cards are made anew only when the choice is another."""
        if list(self.cards) != [tile.key for tile in tiles]:
            self._make([tile.key for tile in tiles], window)
        for tile in tiles:
            self.cards[tile.key].set_tile(tile, money, window, compare)
        self._lay_out()

    def set_columns(self, columns: int) -> None:
        """How many stand in a line at most; fewer do where a figure would be cut."""
        self._columns = columns
        self._lay_out()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._widest(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def _widest(self) -> int:
        return max((card.least_width() for card in self.cards.values()), default=0)

    def _lay_out(self) -> None:
        gap, widest = theme_of(self).px(12), self._widest()
        self._grid.setSpacing(gap)
        offered = [number for number in (self._columns, 2, 1) if number <= self._columns]
        columns = next((number for number in offered if (self.width() + gap) // number - gap >= widest), 1)
        for place, card in enumerate(self.cards.values()):
            self._grid.addWidget(card, place // columns, place % columns)
        for place in range(max(columns, len(self.cards))):
            self._grid.setColumnStretch(place, 1 if place < columns else 0)

    def _make(self, keys: Sequence[TileKey], window: int) -> None:
        clear(self._grid)
        self.cards = {key: TileCard(key, window) for key in keys}
        for key, card in self.cards.items():
            card.clicked.connect(partial(self._open, key))
            card.details_requested.connect(partial(self._more, key))
            if card.explanation_button is not None:
                card.explanation_button.more_requested.connect(partial(self._open, key))
        self.set_columns(self._columns)

    def _open(self, key: TileKey) -> None:
        tile = self.cards[key].tile
        if tile is not None and tile.people is not None:
            self.names_requested.emit(tile.people, tile_name(key))

    def _more(self, key: TileKey) -> None:
        tile = self.cards[key].tile
        if tile is not None:
            self.details_requested.emit(tile)
