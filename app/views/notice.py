"""A small dialog that says one thing, for when there is no window to say it in."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import PrimaryButton
from app.views.widgets.labels import Text, WrapLabel
from app.views.widgets.layouts import STRETCH, column, row


def show_notice(title: str, sentence: str, close: str) -> None:
    dialog = QDialog()
    dialog.setWindowTitle(title)
    button = PrimaryButton(close)
    button.clicked.connect(dialog.accept)
    body = WrapLabel(sentence, TextStyle.BODY, Tone.TEXT2)
    body.setMinimumWidth(theme_of(dialog).px(360))
    heading = Text(title, TextStyle.DIALOG_TITLE)
    dialog.setLayout(column(heading, body, row(STRETCH, button), gap=12, margins=(24, 20, 24, 20)))
    dialog.exec()
    dialog.deleteLater()
