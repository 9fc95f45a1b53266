"""A tab of the settings of a run: fields below each other, which keep their width whether or not there is a bar to scroll with."""

from __future__ import annotations

from PySide6.QtCore import QSize

from app.views.theme import theme_of
from app.views.widgets.layouts import ScrollColumn

BAR_ROOM = 12
"""Right of the fields; the bar stands there."""


class PartColumn(ScrollColumn):
    def __init__(self) -> None:
        super().__init__(gap=10)
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self._place_bar)
        theme_of(self).changed.connect(self._place_bar)
        self._place_bar()

    def fields_width(self) -> int:
        """In pixels, what the fields need at least."""
        return self.minimumSizeHint().width() - theme_of(self).px(BAR_ROOM)

    def minimumSizeHint(self) -> QSize:
        needed = super().minimumSizeHint()
        return needed - QSize(0 if self._has_bar() else self.verticalScrollBar().sizeHint().width(), 0)

    def _place_bar(self) -> None:
        px = theme_of(self).px
        taken = self.verticalScrollBar().sizeHint().width() if self._has_bar() else 0
        self.body.setContentsMargins(0, px(4), max(px(BAR_ROOM) - taken, 0), px(4))

    def _has_bar(self) -> bool:
        return self.verticalScrollBar().maximum() > 0
