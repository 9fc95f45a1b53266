"""Several customers picked from the list, for one act on all of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton, NormalButton, PrimaryButton
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import FlowLayout, boxed, column


class Picked:
    """Who is picked, in the order of picking; those a search does not list stay picked."""

    def __init__(self) -> None:
        self._ids: dict[int, None] = {}
        self.is_picking = False

    def ids(self) -> list[int]:
        return list(self._ids)

    def has(self, customer_id: int) -> bool:
        return customer_id in self._ids

    def toggle(self, customer_id: int) -> None:
        if customer_id in self._ids:
            del self._ids[customer_id]
        else:
            self._ids[customer_id] = None

    def add(self, customer_ids: Sequence[int]) -> None:
        self._ids.update(dict.fromkeys(customer_ids))

    def clear(self) -> None:
        self._ids.clear()


class PickingBar(QWidget):
    """How many are picked and what can be done with them."""

    all_requested = Signal()
    print_requested = Signal()
    group_requested = Signal()
    measure_requested = Signal()
    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.count = WrapLabel("", TextStyle.BODY, Tone.TEXT)
        self.print = PrimaryButton("", "printer", small=True)
        self.group = NormalButton(self.tr("Put into a group"), small=True)
        self.measure = NormalButton(self.tr("Campaign for these people"), small=True)
        self.all = LinkButton(self.tr("Pick all listed"), small=True)
        self.end = LinkButton(self.tr("Stop picking"), small=True)
        acts = FlowLayout(6)
        for button in (self.print, self.group, self.measure, self.all, self.end):
            acts.addWidget(button)
        self.setLayout(column(self.count, boxed(acts), gap=6))
        self.all.clicked.connect(self.all_requested)
        self.print.clicked.connect(self.print_requested)
        self.group.clicked.connect(self.group_requested)
        self.measure.clicked.connect(self.measure_requested)
        self.end.clicked.connect(self.ended)

    def show_count(self, count: int) -> None:
        picked = self.tr("%n customer(s) picked", "", count)
        self.count.setText(picked if count else self.tr("Pick customers with Space or a click on their box; Shift picks all between."))
        self.print.setText(self.tr("Print for these %n…", "", count))
        self.print.setVisible(bool(count))
        self.group.setVisible(bool(count))
        self.measure.setVisible(bool(count))
