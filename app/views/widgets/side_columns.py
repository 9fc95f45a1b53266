"""A wide middle between two columns; in a narrow window both columns share one place, with tabs."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtWidgets import QGridLayout, QWidget

from app.views.theme import theme_of
from app.views.widgets.tabs import Tabs

FOLDED_BELOW = 1180


class SideColumns(QWidget):
    """`left` and `right`: the key of the column's tab, and the column."""

    def __init__(self, left: tuple[Hashable, QWidget], middle: QWidget, right: tuple[Hashable, QWidget], tabs: Tabs) -> None:
        super().__init__()
        self._left, self._middle, self._right, self._tabs = left, middle, right, tabs
        self._is_folded: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setRowStretch(1, 1)
        tabs.changed.connect(self._show_columns)

    def is_narrow(self) -> bool:
        """Whether the window has no room for both columns."""
        return self.window().width() < theme_of(self).px(FOLDED_BELOW)

    def fold(self, *, is_folded: bool, left: int, right: int) -> bool:
        """Lay the columns out, `left` and `right` pixels wide; whether that is another order than before."""
        px = theme_of(self).px
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(6))
        (_, first), (_, last) = self._left, self._right
        first.setFixedWidth(left)
        last.setFixedWidth(right)
        is_other = is_folded is not self._is_folded
        if is_other:
            self._is_folded = is_folded
            for part in (self._tabs, first, self._middle, last):
                self._grid.removeWidget(part)
            self._grid.addWidget(self._tabs, 0, 0)
            self._grid.addWidget(first, 1, 0)
            self._grid.addWidget(self._middle, 0 if is_folded else 1, 1, 2 if is_folded else 1, 1)
            self._grid.addWidget(last, 1, 0 if is_folded else 2)
            self._grid.setColumnStretch(1, 1)
        self._show_columns()
        return is_other

    def _show_columns(self) -> None:
        is_folded = bool(self._is_folded)
        self._tabs.setVisible(is_folded)
        for key, part in (self._left, self._right):
            part.setVisible(not is_folded or self._tabs.current() == key)
