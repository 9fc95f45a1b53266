"""One figure of a period. A press opens the names behind it; its little button what more there is to say, and its target."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from app.domain.money import Currency
from app.domain.tiles import Tile, TileKey
from app.views.insights.tile_words import Compare, tile_explanation, tile_name, tile_words
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import IconButton
from app.views.widgets.kpi_card import Delta, KpiCard
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import set_shown

_SMALL = 28
_GAPS = 4


class TileCard(KpiCard):
    details_requested = Signal()

    def __init__(self, key: TileKey, window: int) -> None:
        self.key = key
        super().__init__(tile_name(key), tile_explanation(key, window), compact=True)
        self.tile: Tile | None = None
        self.caption = WrapLabel("", TextStyle.CAPTION, Tone.TEXT3)
        self.details = IconButton("ellipsis", self.tr("More on {figure}").format(figure=tile_name(key)), size=_SMALL)
        self.details.clicked.connect(self.details_requested)
        self.add_to_head(self.details)
        self.body.addWidget(self.caption)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def set_tile(self, tile: Tile, money: Currency, window: int, compare: Compare) -> None:
        self.tile = tile
        if self.explanation_button is not None:
            self.explanation_button.set_explanation(tile_explanation(self.key, window, tile))
        words = tile_words(tile, money, window, compare)
        self.set(words.number, words.unit, words.change, Delta.UP, words.tone)
        self.caption.setText(words.caption)
        self.setAccessibleDescription(words.caption)
        self._fit()

    def least_width(self) -> int:
        """So wide that neither its name nor its number is cut; the change can stand below, the caption in lines."""
        number = self.number.sizeHint().width() + self._figure.spacing() + self.unit.sizeHint().width()
        return max(self._head.sizeHint().width(), number, self.delta.sizeHint().width()) + self._sides()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The change beside the number where both have room, under it otherwise."""
        spacing = self._figure.spacing()
        parts = sum(part.sizeHint().width() for part in (self.number, self.unit, self.delta))
        self.set_compact(parts + _GAPS * spacing + self._sides() <= self.width())

    def _sides(self) -> int:
        margins = self.body.contentsMargins()
        return margins.left() + margins.right()

    def _show_icon(self) -> None:
        # The sign says the direction, wherever the change stands.
        set_shown(self.delta_icon, False)
