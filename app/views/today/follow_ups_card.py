"""今日のフォロー: what is to be done today, what was left over, and what comes this week."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from app.domain.follow_ups import FollowUpRow, FollowUpsOfDay
from app.views.follow_ups.words import DONE, row_among_all
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import NormalButton
from app.views.widgets.card import Card
from app.views.widgets.gauges import ProgressRing
from app.views.widgets.key_cap import KeyHints
from app.views.widgets.labels import ElidedLabel, Title
from app.views.widgets.layouts import boxed, column, row
from app.views.widgets.row_list import RowContent, RowList


class FollowUpsCard(Card):
    """`act_requested` carries an action of app.views.follow_ups.words and the row; `reopen_requested` the id of a done one."""

    customer_opened = Signal(int)
    add_requested = Signal()
    act_requested = Signal(str, object)
    reopen_requested = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._by_id: dict[int, FollowUpRow] = {}
        self._build()
        self._connect()

    def set_day(self, day: FollowUpsOfDay, today: date) -> None:
        everything = (*day.overdue, *day.today, *day.week, *day.done)
        self._by_id = {row.id: row for row in everything}
        waiting, done = len(day.overdue) + len(day.today), len(day.done)
        self.ring.set_value(done, done + waiting)
        left = self.tr("%n left.", "", waiting) if waiting else self.tr("Nothing is left for today.")
        self.count.setText(self.tr("{left} {done}").format(left=left, done=self.tr("%n done already.", "", done)) if done else left)
        self.rows.set_rows(list(self._rows(day, today)))

    def _build(self) -> None:
        self.ring = ProgressRing(0, 0)
        self.count = ElidedLabel("", TextStyle.CAPTION, Tone.TEXT3)
        self.add_button = NormalButton(self.tr("Plan a follow-up"), "plus")
        head = row(self.ring, gap=12)
        head.addLayout(column(Title(self.tr("Today's follow-ups"), TextStyle.DIALOG_TITLE), self.count, gap=2), 1)
        head.addWidget(self.add_button)
        self.add(head)
        self.rows = RowList(self.tr("Today's follow-ups"), uniform=False)
        # The list takes the room there is; it asks for none.
        self.rows.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.add_list(self.rows)
        self.hints = KeyHints(
            [
                ("↑↓", self.tr("choose")),
                ("Space", self.tr("done")),
                ("N", self.tr("done, with a note")),
                ("T", self.tr("to tomorrow")),
                ("Enter", self.tr("open the customer")),
            ]
        )
        self.set_footer(column(boxed(row(self.hints)), gap=0))

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add_requested)
        self.rows.activated_key.connect(self._on_opened)
        self.rows.check_clicked.connect(self._on_checked)
        self.rows.action_triggered.connect(self._on_action)

    def _rows(self, day: FollowUpsOfDay, today: date) -> Iterator[RowContent]:
        parts = (
            ("late", self.tr("%n overdue", "", len(day.overdue)), Tone.DANGER, day.overdue),
            ("today", self.tr("%n today", "", len(day.today)), Tone.TEXT2, day.today),
            ("week", self.tr("%n within a week", "", len(day.week)), Tone.TEXT2, day.week),
            ("done", self.tr("%n done today", "", len(day.done)), Tone.TEXT2, day.done),
        )
        for key, title, tone, rows in parts:
            if rows:
                yield RowContent(key, title, side_tone=tone, heading=True)
            for follow_up in rows:
                yield row_among_all(follow_up, today)

    def _on_opened(self, key: object) -> None:
        if isinstance(key, int) and key in self._by_id:
            self.customer_opened.emit(self._by_id[key].customer_id)

    def _on_checked(self, key: object) -> None:
        found = self._by_id.get(key) if isinstance(key, int) else None
        if found is None:
            return
        if found.done_on is None:
            self.act_requested.emit(DONE, found)
        else:
            self.reopen_requested.emit(found.id)

    def _on_action(self, act: str, key: object) -> None:
        if isinstance(key, int) and key in self._by_id:
            self.act_requested.emit(act, self._by_id[key])
