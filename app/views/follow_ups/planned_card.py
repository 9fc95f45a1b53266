"""次のご予定: what is planned with one customer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal

from app.domain.follow_ups import FollowUpRow
from app.views.follow_ups.words import CHANGE, DONE, row_of_customer
from app.views.theme import TextStyle, Tone
from app.views.widgets.card import Card
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import boxed, column, set_shown
from app.views.widgets.row_list import RowList


class PlannedCard(Card):
    """`act_requested` carries an action of app.views.follow_ups.words and the row."""

    add_requested = Signal()
    act_requested = Signal(str, object)

    def __init__(self) -> None:
        super().__init__(self.tr("What is planned"), action=self.tr("Plan"))
        self._by_id: dict[int, FollowUpRow] = {}
        assert self.action is not None
        self.action.set_icon("plus")
        self.rows = RowList(self.tr("What is planned"), row_height=48, uniform=False, grows=True)
        self.rows.set_open_on_click(True)
        self.hint = WrapLabel(self.tr("Nothing is planned yet."), TextStyle.CAPTION, Tone.TEXT3)
        self.add_list(boxed(column(self.rows, gap=0)), 0)
        self.add(self.hint)
        self.action.clicked.connect(self.add_requested)
        self.rows.check_clicked.connect(self._on_checked)
        self.rows.activated_key.connect(self._on_opened)
        self.rows.action_triggered.connect(self._ask)

    def show_follow_ups(self, rows: Sequence[FollowUpRow], today: date) -> None:
        self._by_id = {row.id: row for row in rows}
        self.rows.set_rows([row_of_customer(row, today) for row in rows])
        set_shown(self.rows, bool(rows))
        set_shown(self.hint, not rows)

    def _on_checked(self, key: object) -> None:
        self._ask(DONE, key)

    def _on_opened(self, key: object) -> None:
        self._ask(CHANGE, key)

    def _ask(self, act: str, key: object) -> None:
        if isinstance(key, int) and key in self._by_id:
            self.act_requested.emit(act, self._by_id[key])
