"""The days on which the shop is closed: seven small buttons."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.views.labels_shop import weekday_options
from app.views.moments import language
from app.views.widgets.choice_button import PillButton
from app.views.widgets.layouts import FlowLayout


class WeekdayPicker(QWidget):
    """Days count from 0 = Monday. `changed` when the user has chosen."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._days: dict[int, PillButton] = {}
        for number, word in weekday_options():
            button = PillButton(word[:1] if language() == "ja" else word[:3])
            button.setAutoExclusive(False)
            button.setAccessibleName(word)
            button.clicked.connect(self.changed)
            self._days[number] = button
        flow = FlowLayout(4)
        for button in self._days.values():
            flow.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setLayout(flow)

    def value(self) -> tuple[int, ...]:
        return tuple(number for number, button in self._days.items() if button.isChecked())

    def set_value(self, days: tuple[int, ...]) -> None:
        for number, button in self._days.items():
            button.setChecked(number in days)

    def button(self, day: int) -> PillButton:
        return self._days[day]
