"""Where one is in a wizard: done steps are ticked and lead back, the one now is filled, later ones are outlines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.views.theme import TextStyle, theme_of
from app.views.widgets.buttons import KeyedButton
from app.views.widgets.icons import draw_icon
from app.views.widgets.layouts import column, row

_CIRCLE = 22


class StepButton(KeyedButton):
    """One step with its circle; only a done one can be pressed."""

    def __init__(self, number: int, text: str, *, vertical: bool) -> None:
        super().__init__()
        self._number = number
        self._words = text
        self._detail = ""
        self._vertical = vertical
        self.state = "later"
        self.setFlat(True)
        horizontal = QSizePolicy.Policy.Expanding if vertical else QSizePolicy.Policy.Fixed
        self.setSizePolicy(horizontal, QSizePolicy.Policy.Fixed)
        theme_of(self).changed.connect(self.updateGeometry)
        self.set_state("later")

    def set_state(self, state: str) -> None:
        """`done`, `now` or `later`."""
        self.state = state
        self.setEnabled(state != "later")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if state == "done" else Qt.FocusPolicy.NoFocus)
        words = {"done": self.tr("done"), "now": self.tr("current step"), "later": self.tr("later")}
        self.setAccessibleName(f"{self._number}. {self._words} {self._detail} ({words[state]})")
        self.update()

    def set_detail(self, text: str) -> None:
        self._detail = text
        self.set_state(self.state)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        metrics = theme.metrics(TextStyle.BODY_BOLD)
        width = theme.px(_CIRCLE + 8) + metrics.horizontalAdvance(self._words) + theme.px(4)
        height = max(theme.px(28), metrics.height() + theme.px(4))
        if self._vertical:
            height += theme.px(8)
        if self._vertical and self._detail:
            height += theme.metrics(TextStyle.CAPTION).height()
        return QSize(width, height)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme_of(self).px(80), self.sizeHint().height()) if self._vertical else self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        tokens = theme.tokens
        side = theme.px(_CIRCLE)
        metrics = theme.metrics(TextStyle.BODY_BOLD)
        line_height = max(side, metrics.height())
        top = theme.px(4) if self._vertical else (self.height() - line_height) / 2
        circle = QRectF(0, top + (line_height - side) / 2, side, side)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPen(QColor(tokens.line_strong), 1.5) if self.state == "later" else QPen(Qt.PenStyle.NoPen)
        painter.setPen(outline)
        fills = {"done": tokens.primary_soft, "now": tokens.primary, "later": tokens.surface}
        painter.setBrush(QColor(fills[self.state]))
        painter.drawEllipse(circle.adjusted(1, 1, -1, -1))
        if self.state == "done":
            tick = theme.px(14)
            draw_icon(painter, "check", tokens.primary, circle.center().x() - tick / 2, circle.center().y() - tick / 2, tick)
        else:
            painter.setPen(QColor(tokens.on_primary if self.state == "now" else tokens.text2))
            painter.setFont(theme.font(TextStyle.CAPTION_BOLD))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number))
        left = side + theme.px(8)
        painter.setFont(theme.font(TextStyle.BODY_BOLD if self.state == "now" else TextStyle.BODY))
        painter.setPen(QColor(tokens.text2 if self.state == "later" else tokens.text))
        words = QRectF(left, top, self.width() - left, line_height)
        side_by_side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, side_by_side, self._words)
        if self._vertical and self._detail:
            small = theme.metrics(TextStyle.CAPTION)
            painter.setFont(theme.font(TextStyle.CAPTION))
            painter.setPen(QColor(tokens.text3))
            shown = small.elidedText(self._detail, Qt.TextElideMode.ElideRight, round(words.width()))
            painter.drawText(QRectF(left, words.bottom(), words.width(), small.height()), side_by_side, shown)
        painter.end()


class _Dash(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        px = theme_of(self).px
        return QSize(px(24), px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() // 2, self.width(), 1, QColor(theme_of(self).tokens.line_strong))
        painter.end()


class _Steps(QWidget):
    """`step_clicked` carries the place of a done step, counted from 0."""

    step_clicked = Signal(int)
    vertical = False

    def __init__(self, texts: Sequence[str]) -> None:
        super().__init__()
        self._current = 0
        self._buttons = [StepButton(number, text, vertical=self.vertical) for number, text in enumerate(texts, start=1)]
        layout = column(gap=4) if self.vertical else row(gap=8)
        for place, button in enumerate(self._buttons):
            if place and not self.vertical:
                layout.addWidget(_Dash())
            layout.addWidget(button)
            button.clicked.connect(self._on_clicked)
        self.setLayout(layout)
        self.set_current(0)

    def current(self) -> int:
        return self._current

    def set_current(self, place: int, *, reached: int = 0) -> None:
        """`reached`: the furthest one has been; what was done up to there stays done when one has gone back."""
        self._current = place
        for number, button in enumerate(self._buttons):
            button.set_state("now" if number == place else "done" if number < place or number <= reached else "later")

    def button(self, place: int) -> StepButton:
        return self._buttons[place]

    def set_detail(self, place: int, text: str) -> None:
        """What was chosen there, in one line."""
        self._buttons[place].set_detail(text)

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, StepButton) and button.state == "done":
            self.step_clicked.emit(self._buttons.index(button))


class HorizontalSteps(_Steps):
    """Beside each other, with dashes between."""


class VerticalSteps(_Steps):
    """Under each other, each with what was chosen."""

    vertical = True
