"""What was just done, in one sentence, with the way back. A dark bar at the bottom of the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.announce import announce
from app.views.widgets.buttons import KeyedButton, escape_mnemonic
from app.views.widgets.labels import ElidedLabel, Text
from app.views.widgets.layouts import row

SHORT_MS = 8_000
LONG_MS = 20_000


class ToastAction(KeyedButton):
    """The way back, in the toast's own colours."""

    def __init__(self, text: str) -> None:
        super().__init__(escape_mnemonic(text))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFont(theme_of(self).font(TextStyle.BODY_BOLD))
        theme_of(self).changed.connect(self._on_theme_changed)

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        metrics = theme.metrics(TextStyle.BODY_BOLD)
        return QSize(metrics.horizontalAdvance(self.text().replace("&&", "&")) + theme.px(16), max(theme.px(28), metrics.height()))

    def _on_theme_changed(self) -> None:
        self.setFont(theme_of(self).font(TextStyle.BODY_BOLD))


class ToastBar(QFrame):
    """One toast. It waits while the mouse is over it or the focus is in it. `closed` when it has gone."""

    closed = Signal()
    undone = Signal()
    acted = Signal()

    def __init__(self, window: QWidget, sentence: str, *, action: str, can_undo: bool, lasts_ms: int) -> None:
        super().__init__(window)
        self.sentence = sentence
        self.label = ElidedLabel(sentence, TextStyle.BODY, Tone.TEXT)
        self.label.setProperty("tone", "")
        layout = row(gap=10, margins=(16, 7, 12, 7))
        layout.addWidget(self.label, 1)
        self.action_button = ToastAction(action) if action else None
        self.undo_button = ToastAction(self.tr("Undo")) if can_undo else None
        if self.action_button is not None:
            layout.addWidget(self.action_button)
            self.action_button.clicked.connect(self._on_action)
        if self.undo_button is not None:
            layout.addWidget(self.undo_button)
            layout.addWidget(Text("Ctrl+Z", TextStyle.CAPTION, Tone.NEUTRAL))
            self.undo_button.clicked.connect(self._on_undo)
        self.setLayout(layout)
        self.setAccessibleName(sentence)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(lasts_ms)
        self._clock.timeout.connect(self.close_again)
        theme_of(self).changed.connect(self.place)
        for part in (self, self.action_button, self.undo_button):
            if part is not None:
                part.installEventFilter(self)

    def begin(self) -> None:
        self.place()
        self.raise_()
        self.show()
        self._clock.start()
        announce(self, self.sentence)

    def is_waiting(self) -> bool:
        """The clock stands still: someone is looking at it."""
        return not self._clock.isActive()

    def time_ms(self) -> int:
        return self._clock.interval()

    def close_again(self) -> None:
        self._clock.stop()
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_again()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn):
            self._clock.stop()
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.FocusOut) and self.isVisible():
            self._clock.start()
        return False

    def _on_undo(self) -> None:
        self.close_again()
        self.undone.emit()

    def _on_action(self) -> None:
        self.close_again()
        self.acted.emit()

    def place(self) -> None:
        """Bottom centre of the window, as wide as its words."""
        px = theme_of(self).px
        window = self.parentWidget()
        assert window is not None
        hint = self.sizeHint()
        wanted = self.label.fontMetrics().horizontalAdvance(self.sentence) + hint.width() - self.label.sizeHint().width()
        width = min(max(wanted, hint.width()) + px(8), window.width() - px(32))
        height = max(hint.height(), px(44))
        self.setGeometry((window.width() - width) // 2, window.height() - height - px(14), width, height)


class ToastHost(QObject):
    """Shows the toasts of a window, one at a time: a new one takes the place of the old."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._bar: ToastBar | None = None
        self._undo: Callable[[], object] | None = None
        self._on_action: Callable[[], object] | None = None
        window.installEventFilter(self)

    def show_toast(
        self,
        sentence: str,
        *,
        undo: Callable[[], object] | None = None,
        bulk: bool = False,
        action: str = "",
        on_action: Callable[[], object] | None = None,
    ) -> ToastBar:
        """Say what was done. `bulk` stays 20 seconds instead of 8."""
        self.dismiss()
        self._undo, self._on_action = undo, on_action
        lasts = LONG_MS if bulk else SHORT_MS
        self._bar = ToastBar(self._window, sentence, action=action, can_undo=undo is not None, lasts_ms=lasts)
        self._bar.closed.connect(self._on_closed)
        self._bar.undone.connect(self._on_undone)
        self._bar.acted.connect(self._on_acted)
        self._bar.begin()
        return self._bar

    def current(self) -> ToastBar | None:
        return self._bar

    def dismiss(self) -> None:
        if self._bar is not None:
            self._bar.close_again()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._bar is not None:
            self._bar.place()
        return False

    def _on_closed(self) -> None:
        if self._bar is not None:
            self._bar.deleteLater()
            self._bar = None

    def _on_undone(self) -> None:
        if self._undo is not None:
            self._undo()

    def _on_acted(self) -> None:
        if self._on_action is not None:
            self._on_action()
