"""The small box in which another tag is typed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.views.theme import TextStyle
from app.views.widgets.buttons import TonalButton
from app.views.widgets.explanation import Popover
from app.views.widgets.labels import Title
from app.views.widgets.layouts import column, row
from app.views.widgets.text_field import TextField


class TagPopover(Popover):
    """`typed` carries what was typed; several tags are divided by spaces or commas."""

    typed = Signal(str)

    def __init__(self, anchor: QWidget) -> None:
        super().__init__(anchor, width=260)
        heading = Title(self.tr("Another tag"), TextStyle.BODY_BOLD)
        self.field = TextField(self.tr("Waiting time"))
        self.field.setAccessibleName(heading.text())
        self.file = TonalButton(self.tr("File"), small=True)
        line = row(gap=6)
        line.addWidget(self.field, 1)
        line.addWidget(self.file)
        self.setLayout(column(heading, line, gap=6, margins=(14, 12, 14, 12)))
        self.file.clicked.connect(self._on_file)
        self.field.returnPressed.connect(self._on_file)
        self.closed.connect(self.deleteLater)

    def _on_file(self) -> None:
        text = self.field.text().strip()
        self.close_again()
        if text:
            self.typed.emit(text)
