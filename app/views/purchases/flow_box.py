"""Small parts beside each other that go on in a further line where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.views.widgets.layouts import FlowLayout


class FlowBox(QWidget):
    def __init__(self, *parts: QWidget, gap: int = 6) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.flow = FlowLayout(gap)
        self.setLayout(self.flow)
        for part in parts:
            self.flow.addWidget(part)

    def heightForWidth(self, width: int) -> int:
        return self.flow.heightForWidth(width)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.flow.minimumSize().width(), self.heightForWidth(max(self.width(), 1)))
