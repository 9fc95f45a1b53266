"""The dialog after a fault of ours: what is safe, and a button that copies the report."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from app.crash import report_of
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import NormalButton, PrimaryButton
from app.views.widgets.focus_ring import FocusRing
from app.views.widgets.labels import Text, WrapLabel
from app.views.widgets.layouts import STRETCH, column, row


class CrashDialog(QDialog):
    def __init__(self, parent: QWidget | None, report: str) -> None:
        super().__init__(parent)
        self._report = report
        self.setWindowTitle(self.tr("A fault in the program"))
        self._build()

    def _build(self) -> None:
        px = theme_of(self).px
        self._copy = NormalButton(self.tr("Copy the report"), "copy")
        self._go_on = PrimaryButton(self.tr("Go on working"))
        self._details = QPlainTextEdit(self._report)
        self._details.setReadOnly(True)
        self._details.setAccessibleName(self.tr("Report"))
        title = Text(self.tr("Something went wrong in the program"), TextStyle.DIALOG_TITLE)
        body = WrapLabel(
            self.tr(
                "What was saved before is safe, and you can go on working. If it happens again, please copy the report "
                "and send it to whoever helps you with the program. It holds no customer's words."
            ),
            TextStyle.BODY,
            Tone.TEXT2,
        )
        self.setLayout(column(title, body, self._details, row(self._copy, STRETCH, self._go_on), gap=px(12), margins=(24, 20, 24, 20)))
        self.resize(px(560), px(400))
        self._copy.clicked.connect(self._on_copy)
        self._go_on.clicked.connect(self.accept)
        self._go_on.setFocus()
        FocusRing(self)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self._copy.setText(self.tr("Copied"))


def show_fault(parent: QWidget | None, error: BaseException) -> None:
    show_report(parent, report_of(error))


def show_report(parent: QWidget | None, report: str) -> None:
    dialog = CrashDialog(parent, report)
    dialog.exec()
    dialog.deleteLater()
