"""The ⓘ beside a figure: a plain sentence, a tiny example, how it is worked out, and where to see more."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QSizePolicy, QWidget

from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import IconButton, LinkButton
from app.views.widgets.labels import Title, WrapLabel
from app.views.widgets.layouts import Hairline, column


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a word or figure means. Empty parts are left out; `more` is the text of the link to the details."""

    title: str
    sentence: str
    example: str = ""
    formula: str = ""
    more: str = ""


class Popover(QFrame):
    """A small box over the window, under what opened it. Esc, a press elsewhere or losing the focus closes it."""

    closed = Signal()

    def __init__(self, anchor: QWidget, *, width: int = 330) -> None:
        super().__init__(anchor.window())
        self._anchor = anchor
        self._width = width
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("noFocusRing", True)
        self.hide()

    def open(self) -> None:
        """Show it where it fits, and take the focus."""
        self.place()
        self.raise_()
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def place(self) -> None:
        """Give it the size of what is in it and a place under what opened it, or above."""
        window = self._anchor.window()
        px = theme_of(self).px
        width = min(px(self._width), window.width() - px(16))
        layout = self.layout()
        height = self.sizeHint().height()
        if layout is not None and layout.hasHeightForWidth():
            height = layout.heightForWidth(width)
        self.setFixedSize(width, height)
        below = self._anchor.mapTo(window, QPoint(0, self._anchor.height() + px(6)))
        above = self._anchor.mapTo(window, QPoint(0, -height - px(6)))
        x = max(px(8), min(below.x() - px(12), window.width() - width - px(8)))
        fits = below.y() + height <= window.height() - px(8)
        self.move(x, below.y() if fits else max(px(8), above.y()))

    def close_again(self) -> None:
        """Hide it and give the focus back."""
        if self.isVisible():
            QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
            focused = QApplication.focusWidget()
            had_focus = focused is not None and (focused is self or self.isAncestorOf(focused))
            self.hide()
            if had_focus:
                self._anchor.setFocus(Qt.FocusReason.PopupFocusReason)
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_again()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent) and isinstance(watched, QWidget):
            inside = watched is self or self.isAncestorOf(watched)
            if not inside and watched is not self._anchor:
                self.close_again()
        elif event.type() == QEvent.Type.Resize and watched is self.window():
            self.close_again()
        return False


class ExplanationPopover(Popover):
    """The box of an Explanation; `more_requested` when its link is used."""

    more_requested = Signal()

    def __init__(self, anchor: QWidget, explanation: Explanation) -> None:
        super().__init__(anchor)
        parts: list[object] = [Title(explanation.title, TextStyle.BODY_BOLD), WrapLabel(explanation.sentence)]
        if explanation.example:
            parts.append(WrapLabel(explanation.example))
        if explanation.formula:
            parts += [Hairline(), WrapLabel(explanation.formula, TextStyle.CAPTION, Tone.TEXT3)]
        self.more = LinkButton(explanation.more, small=True) if explanation.more else None
        inside = column(*parts, gap=6, margins=(14, 12, 14, 12))
        self.setLayout(inside)
        if self.more is not None:
            inside.addWidget(self.more)
            self.more.clicked.connect(self._on_more)
        self.setAccessibleName(f"{explanation.title} {explanation.sentence} {explanation.example}".strip())

    def _on_more(self) -> None:
        self.close_again()
        self.more_requested.emit()


class ExplanationButton(IconButton):
    """Opens its explanation on a press, Enter or F1; never on hover alone."""

    more_requested = Signal()

    def __init__(self, explanation: Explanation) -> None:
        super().__init__("info", "", size=22)
        self._popover: ExplanationPopover | None = None
        self.set_explanation(explanation)
        self.clicked.connect(self.open_popover)

    def set_explanation(self, explanation: Explanation) -> None:
        self._explanation = explanation
        self.setAccessibleName(self.tr("What is “{word}”?").format(word=explanation.title))

    def open_popover(self) -> None:
        if self._popover is not None:
            self._popover.close_again()
        self._popover = ExplanationPopover(self, self._explanation)
        self._popover.more_requested.connect(self.more_requested)
        self._popover.closed.connect(self._popover.deleteLater)
        self._popover.closed.connect(self._on_closed)
        self._popover.open()

    def popover(self) -> ExplanationPopover | None:
        """The box while it is open."""
        return self._popover

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_F1, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_popover()
        else:
            super().keyPressEvent(event)

    def _on_closed(self) -> None:
        self._popover = None
