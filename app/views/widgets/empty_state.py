"""What an empty place says: what you would have of it, the steps, one button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import LinkButton, PrimaryButton
from app.views.widgets.icons import IconLabel
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import STRETCH, boxed, column, row, set_shown


class EmptyState(QWidget):
    action_clicked = Signal()
    link_clicked = Signal()

    def __init__(self, icon: str, title: str, body: str = "", action: str = "", link: str = "", *, action_icon: str = "") -> None:
        super().__init__()
        centre = Qt.AlignmentFlag.AlignHCenter
        self.icon = IconLabel(icon, size=36, tone=Tone.PRIMARY)
        self.title_label = WrapLabel(title, TextStyle.DIALOG_TITLE, Tone.TEXT, align=centre)
        self.body_label = WrapLabel(body, TextStyle.BODY, Tone.TEXT2, align=centre)
        set_shown(self.body_label, bool(body))
        self._steps = column(gap=6)
        self._steps_box = boxed(self._steps)
        self._steps_box.hide()
        self.button = PrimaryButton(action, action_icon or None)
        set_shown(self.button, bool(action))
        self.link = LinkButton(link)
        set_shown(self.link, bool(link))
        self.button.clicked.connect(self.action_clicked)
        self.link.clicked.connect(self.link_clicked)
        buttons = row(STRETCH, self.button, self.link, STRETCH, gap=10)
        inner = column(STRETCH, row(STRETCH, self.icon, STRETCH), 4, self.title_label, self.body_label, gap=8, margins=(24, 16, 24, 16))
        inner.addLayout(row(STRETCH, self._steps_box, STRETCH))
        inner.addSpacing(theme_of(self).px(4))
        inner.addLayout(buttons)
        inner.addStretch(1)
        self.setLayout(inner)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set(self, title: str, body: str = "") -> None:
        self.title_label.setText(title)
        self.body_label.setText(body)
        set_shown(self.body_label, bool(body))

    def set_steps(self, steps: Sequence[str]) -> None:
        """Short numbered lines under the sentence."""
        for number, text in enumerate(steps, start=1):
            line = row(_StepNumber(number), gap=8)
            line.addWidget(WrapLabel(text, TextStyle.BODY, Tone.TEXT2), 1)
            self._steps.addLayout(line)
        set_shown(self._steps_box, bool(steps))


class _StepNumber(QWidget):
    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = theme_of(self).px(20)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.tokens.primary_soft))
        side = theme.px(20)
        area = QRectF(QPointF(0, (self.height() - side) / 2), QPointF(side, (self.height() + side) / 2))
        painter.drawEllipse(area)
        painter.setPen(QColor(theme.tokens.primary))
        painter.setFont(theme.font(TextStyle.CAPTION_BOLD))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()
