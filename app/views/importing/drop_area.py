"""The field that takes a file: dropped onto it, or chosen by its button."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import PrimaryButton
from app.views.widgets.icons import IconLabel
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import STRETCH, column, row


class DropArea(QWidget):
    """A dashed field; the whole page takes the file, this says so. `title` where it is about another file than a list."""

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self._is_over = False
        centre = Qt.AlignmentFlag.AlignHCenter
        self.choose = PrimaryButton(self.tr("Choose a file"), "folder-open")
        self.choose.set_shortcut_hint("Ctrl+Return", live=False)
        words = title or self.tr("Drop the list here, or choose it")
        heading = WrapLabel(words, TextStyle.DIALOG_TITLE, Tone.TEXT, align=centre)
        kinds = self.tr("Excel, OpenDocument, CSV and other text lists can be read.\nThe file itself is never changed.")
        body = WrapLabel(kinds, TextStyle.BODY, Tone.TEXT2, align=centre)
        self.setLayout(
            column(
                STRETCH, row(STRETCH, IconLabel("upload", size=36, tone=Tone.PRIMARY), STRETCH), 2, heading, body, 4,
                row(STRETCH, self.choose, STRETCH), STRETCH, gap=8, margins=(24, 20, 24, 20),
            )
        )  # fmt: skip
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_over(self, is_over: bool) -> None:
        """A file is held above the page."""
        self._is_over = is_over
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        tokens = theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.primary if self._is_over else tokens.line_strong), 2, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(tokens.primary_soft if self._is_over else tokens.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.px(10), theme.px(10))
        painter.end()
