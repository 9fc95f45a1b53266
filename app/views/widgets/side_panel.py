"""A panel over the right side of a window; what is behind it is dimmed and out of reach until it is closed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QHBoxLayout, QWidget
from shiboken6 import isValid

from app.views.theme import TextStyle, theme_of
from app.views.widgets.buttons import IconButton, PrimaryButton
from app.views.widgets.labels import Title
from app.views.widgets.layouts import ScrollColumn, column, row, set_shown
from app.views.widgets.second_click import SecondClick

FULL_WIDTH_BELOW = 1180
PANEL_WIDTH = 872
SUMMARY_WIDTH = 276


class SidePanelFrame(QFrame):
    """The panel itself."""


class SidePanelSummary(QFrame):
    """Its right column."""


class SidePanelHeader(QFrame):
    """Its top line."""


class SidePanel(QWidget):
    """Fill `body`, `summary` and `header_row`. Esc or × closes it; a guard may say no (unsaved words)."""

    opened = Signal()
    closed = Signal()

    def __init__(self, window: QWidget, title: str, *, width: int = PANEL_WIDTH, summary_width: int = SUMMARY_WIDTH) -> None:
        super().__init__(window)
        self._window = window
        self._design_width = width
        self._summary_width = summary_width
        self._guard: Callable[[], bool] | None = None
        self._came_from: QWidget | None = None
        self.setAccessibleName(title)
        self.title_label = Title(title, TextStyle.PAGE_TITLE)
        self.close_button = IconButton("x", self.tr("Close"), size=34)
        self.close_button.clicked.connect(self.close_panel)
        self.header_row = row(gap=8)
        head = row(self.title_label, gap=8, margins=(24, 11, 12, 11))
        head.addStretch(1)
        head.addLayout(self.header_row)
        head.addWidget(self.close_button)
        header = SidePanelHeader()
        header.setLayout(head)
        self._scroll = ScrollColumn(gap=12, margins=(24, 14, 20, 16))
        self.body = self._scroll.body
        self._summary = SidePanelSummary()
        summary_scroll = ScrollColumn(gap=8, margins=(20, 16, 20, 14))
        self.summary = summary_scroll.body
        self._primary_place = column(gap=6, margins=(20, 8, 20, 14))
        self._summary.setLayout(column(summary_scroll, self._primary_place, gap=0))
        self._summary.hide()
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._scroll, 1)
        middle.addWidget(self._summary)
        self._frame = SidePanelFrame(self)
        self._frame.setLayout(column(header, middle, gap=0))
        window.installEventFilter(self)
        theme_of(self).changed.connect(self._fit)
        self.hide()

    def set_title(self, text: str) -> None:
        self.title_label.setText(text)
        self.setAccessibleName(text)

    def set_summary_visible(self, visible: bool) -> None:
        set_shown(self._summary, visible)

    def set_primary(self, button: PrimaryButton, note: QWidget | None = None) -> None:
        """The main act, at the bottom of the right column; Ctrl+Enter presses it."""
        button.set_shortcut_hint("Ctrl+Return")
        button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed)
        self._primary_place.addWidget(button)
        if note is not None:
            self._primary_place.addWidget(note)
        self.set_summary_visible(True)

    def set_close_guard(self, may_close: Callable[[], bool]) -> None:
        """Asked before closing; False keeps the panel open."""
        self._guard = may_close

    def bring_into_sight(self, widget: QWidget) -> None:
        """Scroll the body so far that a part of it is seen, also one that was shown only now."""
        self.body.activate()
        self._scroll.ensureWidgetVisible(widget)

    def open_panel(self, first: QWidget | None = None) -> None:
        """Show it over the window and put the focus on `first`, or on the first field."""
        self._came_from = QApplication.focusWidget()
        self._fit()
        self.raise_()
        self.show()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._scroll.setFocus()
            self.focusNextChild()
        self.opened.emit()

    def close_panel(self) -> bool:
        """Close unless the guard says no; the focus goes back to where it came from."""
        if not self.isVisible():
            return True
        if self._guard is not None and not self._guard():
            return False
        SecondClick(self._window.window())
        self.hide()
        target = self._way_back()
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        self._came_from = None
        self.closed.emit()
        return True

    def event(self, event: QEvent) -> bool:
        # Key combinations of the window behind are claimed here, so that they do nothing while the panel is open.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_combination(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        elif _is_combination(event):
            self._press_shortcut(event)
        # Every other key ends here too: the page behind must not hear it.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round inside the panel."""
        stops = self.stops()
        if not stops:
            return True
        current = QApplication.focusWidget()
        place = stops.index(current) if current in stops else (-1 if forward else 0)
        target = stops[(place + (1 if forward else -1)) % len(stops)]
        target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return True

    def stops(self) -> list[QWidget]:
        """What Tab reaches in here, in order."""
        found: list[QWidget] = []
        walker = self.nextInFocusChain()
        while walker is not None and walker is not self:
            if self.isAncestorOf(walker) and walker.isVisible() and walker.isEnabled() and _takes_tab(walker):
                found.append(walker)
            walker = walker.nextInFocusChain()
        return found

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._fit()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        scrim = QColor(0, 0, 0)
        scrim.setAlphaF(0.38)
        painter.fillRect(self.rect(), scrim)
        painter.end()

    def _way_back(self) -> QWidget | None:
        """Where the focus came from; the stop before it when that is off by now, since what follows a button is what undoes more."""
        came_from = self._came_from
        if came_from is None or not isValid(came_from) or not came_from.isVisible():
            return None
        if came_from.isEnabled():
            # Also a page as a whole, which Tab does not stop at.
            return came_from
        found: QWidget = came_from
        while not found.isEnabled() or not found.isVisible() or not _takes_tab(found) or self.isAncestorOf(found):
            before = found.previousInFocusChain()
            if before is None or before is came_from:
                return None
            found = before
        return found

    def _press_shortcut(self, event: QKeyEvent) -> None:
        key = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else Qt.Key(event.key())
        kept = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        pressed = QKeySequence(QKeyCombination(kept, key))
        for button in self.findChildren(QAbstractButton):
            if button.shortcut() == pressed and button.isVisible() and button.isEnabled():
                button.click()
                return
        for shortcut in self.findChildren(QShortcut):
            if shortcut.key() == pressed and shortcut.isEnabled():
                shortcut.activated.emit()
                return

    def _fit(self) -> None:
        theme = theme_of(self)
        room = self._window.rect()
        self.setGeometry(room)
        narrow = room.width() < FULL_WIDTH_BELOW or theme.px(self._design_width) >= room.width()
        width = room.width() if narrow and self._design_width >= PANEL_WIDTH else min(theme.px(self._design_width), room.width())
        self._summary.setFixedWidth(min(theme.px(self._summary_width), room.width() // 3))
        self._frame.setGeometry(room.width() - width, 0, width, room.height())


def _is_combination(event: QKeyEvent) -> bool:
    held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier)
    return held != Qt.KeyboardModifier.NoModifier


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
