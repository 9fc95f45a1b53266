"""The one notice at the top of a page: what happened, what is safe, what to do, and the button that does it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import NormalButton
from app.views.widgets.icons import IconLabel
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import boxed, column, row, set_shown

_ICONS = {Tone.DANGER: "triangle-alert", Tone.WARN: "triangle-alert", Tone.INFO: "info", Tone.OK: "check"}


class Banner(QWidget):
    action_clicked = Signal()

    def __init__(self, tone: Tone = Tone.INFO, title: str = "", body: str = "", action: str = "", *, icon: str = "") -> None:
        super().__init__()
        self._tone = tone
        self.icon = IconLabel("info", size=20, tone=tone)
        self.title_label = WrapLabel("", TextStyle.BODY_BOLD, tone)
        self.body_label = WrapLabel("", TextStyle.BODY, Tone.TEXT)
        self.button = NormalButton()
        self.button.clicked.connect(self.action_clicked)
        words = boxed(column(self.title_label, self.body_label, gap=0))
        layout = row(self.icon, gap=12, margins=(16, 8, 12, 8))
        layout.addWidget(words, 1)
        layout.addWidget(self.button)
        self.setLayout(layout)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.set(tone, title, body, action, icon=icon)

    def set(self, tone: Tone, title: str, body: str = "", action: str = "", *, icon: str = "") -> None:
        """Show another notice; `icon` is the button's."""
        self._tone = tone
        self.icon.set_icon(_ICONS.get(tone, "info"))
        self.icon.set_tone(tone)
        self.title_label.setText(title)
        self.title_label.set_tone(tone)
        set_shown(self.title_label, bool(title))
        self.body_label.setText(body)
        set_shown(self.body_label, bool(body))
        self.button.setText(action)
        self.button.set_icon(icon)
        set_shown(self.button, bool(action))
        self.setAccessibleName(f"{title} {body}".strip())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.tokens.tone(self._tone)), 1))
        painter.setBrush(QColor(theme.tokens.soft(self._tone)))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(8), theme.px(8))
        painter.end()
