"""Asking for a name."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import NormalButton, PrimaryButton
from app.views.widgets.focus_ring import FocusRing
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import STRETCH, column, row
from app.views.widgets.text_field import TextField


class NameDialog(QDialog):
    """`name` is empty until something was typed; then it can be accepted."""

    def __init__(self, parent: QWidget, title: str, body: str, name: str, verb: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.field = TextField()
        self.field.setText(name)
        self.stay = NormalButton(self.tr("Cancel"))
        self.go = PrimaryButton(verb)
        self.go.setDefault(True)
        buttons = row(STRETCH, self.stay, self.go, gap=8)
        heading = WrapLabel(title, TextStyle.DIALOG_TITLE, Tone.TEXT)
        words = WrapLabel(body, TextStyle.BODY, Tone.TEXT)
        box = FormField(self.tr("Name"), self.field)
        self.setLayout(column(heading, words, box, 4, buttons, gap=10, margins=(20, 18, 20, 16)))
        self.setFixedWidth(theme_of(self).px(420))
        self._ring = FocusRing(self)
        self.field.textChanged.connect(self._on_typed)
        self.stay.clicked.connect(self.reject)
        self.go.clicked.connect(self.accept)

    def name(self) -> str:
        return self.field.text().strip()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.adjustSize()
        self.field.setFocus()
        self.field.selectAll()

    def _on_typed(self) -> None:
        self.go.setEnabled(bool(self.name()))
