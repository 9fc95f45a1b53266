"""Underlined tabs, alone and with their pages."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from app.views.theme import TextStyle, theme_of
from app.views.widgets.buttons import escape_mnemonic


class Tabs(QTabBar):
    """`changed` carries the key of the tab now shown."""

    changed = Signal(object)

    def __init__(self, options: Sequence[tuple[Hashable, str]] = (), name: str = "") -> None:
        super().__init__()
        self._keys: list[Hashable] = []
        self.setAccessibleName(name)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for key, text in options:
            self.add(key, text)
        self.currentChanged.connect(self._on_current_changed)
        theme_of(self).changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def add(self, key: Hashable, text: str) -> None:
        self._keys.append(key)
        self.addTab(escape_mnemonic(text))

    def current(self) -> Hashable | None:
        return self._keys[self.currentIndex()] if 0 <= self.currentIndex() < len(self._keys) else None

    def set_current(self, key: Hashable) -> None:
        self.setCurrentIndex(self._keys.index(key))

    def set_shown(self, key: Hashable, is_shown: bool) -> None:
        """Whether a tab is among those to choose from."""
        index = self._keys.index(key)
        # Asked for what it is already, the bar would forget that it has to lay out its tabs again.
        if self.isTabVisible(index) is not is_shown:
            self.setTabVisible(index, is_shown)

    def set_text(self, key: Hashable, text: str) -> None:
        self.setTabText(self._keys.index(key), escape_mnemonic(text))

    def tabSizeHint(self, index: int) -> QSize:
        theme = theme_of(self)
        metrics = theme.metrics(TextStyle.BODY_BOLD)
        words = metrics.horizontalAdvance(self.tabText(index).replace("&&", "&")) + theme.px(20)
        width = words if self.isTabVisible(index) else 0
        return QSize(width, max(theme.px(36), metrics.height() + theme.px(14)))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        tokens = theme.tokens
        painter = QPainter(self)
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), QColor(tokens.line))
        for index in filter(self.isTabVisible, range(self.count())):
            area = self.tabRect(index)
            chosen = index == self.currentIndex()
            painter.setFont(theme.font(TextStyle.BODY_BOLD if chosen else TextStyle.BODY))
            painter.setPen(QColor(tokens.text if chosen else tokens.text2))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.tabText(index).replace("&&", "&"))
            if chosen:
                thick = theme.px(2)
                line = QRect(area.left() + theme.px(8), self.height() - thick, area.width() - theme.px(16), thick)
                painter.fillRect(line, QColor(tokens.primary))
        painter.end()

    def _on_current_changed(self, index: int) -> None:
        if 0 <= index < len(self._keys):
            self.changed.emit(self._keys[index])

    def _on_theme_changed(self) -> None:
        self.setFont(theme_of(self).font(TextStyle.BODY))


class TabPages(QWidget):
    """Tabs over the page each one opens."""

    changed = Signal(object)

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self.tabs = Tabs(name=name)
        self._stack = QStackedWidget()
        self._pages: dict[Hashable, QWidget] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(self._stack, 1)
        self.tabs.changed.connect(self._on_changed)

    def add_page(self, key: Hashable, text: str, page: QWidget) -> None:
        self._pages[key] = page
        self._stack.addWidget(page)
        self.tabs.add(key, text)

    def current(self) -> Hashable | None:
        return self.tabs.current()

    def set_current(self, key: Hashable) -> None:
        self.tabs.set_current(key)

    def page(self, key: Hashable) -> QWidget:
        return self._pages[key]

    def _on_changed(self, key: Hashable) -> None:
        if key in self._pages:
            self._stack.setCurrentWidget(self._pages[key])
        self.changed.emit(key)
