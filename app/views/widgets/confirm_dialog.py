"""The few questions that must be asked: only before what cannot be undone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import DangerButton, NormalButton
from app.views.widgets.focus_ring import FocusRing
from app.views.widgets.icons import IconLabel
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import STRETCH, boxed, column, row, set_shown


class ConfirmDialog(QDialog):
    """A question with its object; the safe answer stands first and has the focus, the other repeats the verb and the count."""

    def __init__(self, parent: QWidget | None, question: str, body: str, *, danger: str, safe: str, note: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(question)
        self.setModal(True)
        self.question = WrapLabel(question, TextStyle.DIALOG_TITLE, Tone.TEXT)
        self.body = WrapLabel(body, TextStyle.BODY, Tone.TEXT)
        set_shown(self.body, bool(body))
        self.note = WrapLabel(note, TextStyle.CAPTION, Tone.TEXT2)
        note_line = row(IconLabel("info", size=15, tone=Tone.INFO), gap=6)
        note_line.addWidget(self.note, 1)
        note_box = boxed(note_line)
        set_shown(note_box, bool(note))
        self.safe_button = NormalButton(safe)
        self.danger_button = DangerButton(danger)
        self.buttons = row(STRETCH, self.safe_button, self.danger_button, gap=8)
        self.setLayout(column(self.question, self.body, note_box, 4, self.buttons, gap=10, margins=(20, 18, 20, 16)))
        self.safe_button.setDefault(True)
        self.safe_button.clicked.connect(self.reject)
        self.danger_button.clicked.connect(self.accept)
        self.setFixedWidth(theme_of(self).px(420))
        self._ring = FocusRing(self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.adjustSize()
        self.safe_button.setFocus(Qt.FocusReason.OtherFocusReason)


def confirm(parent: QWidget | None, question: str, body: str, *, danger: str, safe: str, note: str = "") -> bool:
    """Ask; True only when the danger button was pressed."""
    dialog = ConfirmDialog(parent, question, body, danger=danger, safe=safe, note=note)
    answer = dialog.exec()
    dialog.deleteLater()
    return answer == QDialog.DialogCode.Accepted
