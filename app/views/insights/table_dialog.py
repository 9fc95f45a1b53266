"""The same numbers as a table, for reading and for taking along."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from app.views.theme import TextStyle, theme_of
from app.views.widgets.buttons import NormalButton, PrimaryButton
from app.views.widgets.focus_ring import FocusRing
from app.views.widgets.labels import Text
from app.views.widgets.layouts import STRETCH, column, row
from app.views.widgets.table_view import Column, SimpleTable


class TableDialog(QDialog):
    """`header` and `rows` are words as shown; copying puts them on the clipboard for a spreadsheet."""

    def __init__(self, parent: QWidget, title: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        super().__init__(parent)
        self._header, self._rows = tuple(header), [tuple(cells) for cells in rows]
        self.setWindowTitle(title)
        columns = [Column(str(n), text, numeric=n > 0, stretch=n == 0) for n, text in enumerate(header)]
        self.table = SimpleTable(columns, title)
        self.table.set_rows([(n, cells) for n, cells in enumerate(self._rows)])
        self.copy = NormalButton(self.tr("Copy the table"), "copy")
        self.done_button = PrimaryButton(self.tr("Close"))
        self.copy.clicked.connect(self._on_copy)
        self.done_button.clicked.connect(self.accept)
        layout = column(Text(title, TextStyle.DIALOG_TITLE), gap=12, margins=(24, 20, 24, 20))
        layout.addWidget(self.table, 1)
        layout.addLayout(row(self.copy, STRETCH, self.done_button))
        self.setLayout(layout)
        px = theme_of(self).px
        self.resize(min(px(120 + 90 * len(columns)), 1040), px(480))
        FocusRing(self)

    def _on_copy(self) -> None:
        lines = ["\t".join(cells) for cells in (self._header, *self._rows)]
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.copy.setText(self.tr("Copied"))
