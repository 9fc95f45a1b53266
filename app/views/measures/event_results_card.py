"""イベント: who was invited, who came, who came again after it, and what was done for them since."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from app.domain.dates import DateStyle
from app.domain.rates import rate_of
from app.domain.spending import EventRow
from app.views.labels_figures import people_count, percent_of_rate
from app.views.moments import day_text
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import NormalButton
from app.views.widgets.card import Card
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import FlowLayout, set_shown
from app.views.widgets.table_view import Column, SimpleTable


class EventResultsCard(Card):
    """`measure_requested(id)` on Enter; `people_requested(title, ids)` for those of the event the table stands on."""

    measure_requested = Signal(int)
    people_requested = Signal(str, object)

    def __init__(self) -> None:
        super().__init__(self.tr("Events"), gap=8)
        self._rows: dict[int, EventRow] = {}
        columns = (
            Column("name", self.tr("Event"), stretch=True),
            Column("day", self.tr("Day")),
            Column("invited", self.tr("Invited"), numeric=True),
            Column("came", self.tr("Came"), numeric=True),
            Column("share", self.tr("Of those invited"), numeric=True),
            Column("again", self.tr("Came again"), numeric=True),
            Column("cared", self.tr("Followed up"), numeric=True),
            Column("answered", self.tr("Answered a survey"), numeric=True),
        )
        self.table = SimpleTable(columns, self.tr("Events"), grows=True)
        self.finding = WrapLabel("", TextStyle.BODY, Tone.TEXT2)
        self.lists = QWidget()
        flow = FlowLayout(8)
        self.came, self.again, self.unplanned, self.answered = (NormalButton("", small=True) for _place in range(4))
        for button in (self.came, self.again, self.unplanned, self.answered):
            flow.addWidget(button)
        self.lists.setLayout(flow)
        self.empty = EmptyState(
            "calendar",
            self.tr("No event has been held yet"),
            self.tr("A campaign of the kind “Event” keeps who was invited and who came; what follows from it stands here."),
        )
        for part in (self.table, self.finding, self.lists, self.empty):
            self.add(part)
        self.came.clicked.connect(self._on_came)
        self.again.clicked.connect(self._on_again)
        self.unplanned.clicked.connect(self._on_unplanned)
        self.answered.clicked.connect(self._on_answered)
        self.table.key_activated.connect(self._on_opened)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)

    def set_rows(self, rows: tuple[EventRow, ...]) -> None:
        standing = self.table.current_key()
        self._rows = {one.measure_id: one for one in rows}
        for part in (self.table, self.finding, self.lists):
            set_shown(part, bool(rows))
        set_shown(self.empty, not rows)
        self.table.set_rows([(one.measure_id, self._cells(one)) for one in rows])
        keys = list(self._rows)
        if keys:
            self.table.setCurrentIndex(self.table.model().index(keys.index(standing) if standing in keys else 0, 0))
            self._show_lists()

    def _cells(self, one: EventRow) -> tuple[str, ...]:
        share = rate_of(len([number for number in one.came if number in set(one.invited)]), len(one.invited))
        return (
            one.name,
            "" if one.day is None else day_text(one.day, DateStyle.TABLE),
            people_count(len(one.invited)),
            people_count(len(one.came)),
            "" if share.percent is None else f"{percent_of_rate(share)}%",
            people_count(len(one.again)),
            people_count(len(one.cared)),
            people_count(len(one.answered)),
        )

    def _chosen(self) -> EventRow | None:
        key = self.table.current_key()
        return self._rows.get(key) if isinstance(key, int) else None

    def _show_lists(self) -> None:
        one = self._chosen()
        if one is None:
            return
        left = self.tr("%n of those who came have nothing planned yet.", "", len(one.without_care)) if one.without_care else ""
        place = self.tr("Held at {place}.").format(place=one.place) if one.place else ""
        guests = self.tr("%n came without being invited.", "", one.guests) if one.guests else ""
        self.finding.setText(" ".join(part for part in (place, guests, left) if part))
        set_shown(self.finding, bool(self.finding.text()))
        lists = {
            self.came: (self.tr("Came ({count})"), one.came),
            self.again: (self.tr("Came again ({count})"), one.again),
            self.unplanned: (self.tr("Nothing planned yet ({count})"), one.without_care),
            self.answered: (self.tr("Answered a survey ({count})"), one.answered),
        }
        for button, (words, ids) in lists.items():
            button.setText(words.format(count=len(ids)))
            set_shown(button, bool(ids))

    def _on_came(self) -> None:
        self._ask(self.tr("Came to {event}"), lambda one: one.came)

    def _on_again(self) -> None:
        self._ask(self.tr("Came again after {event}"), lambda one: one.again)

    def _on_unplanned(self) -> None:
        self._ask(self.tr("Came to {event}, nothing planned yet"), lambda one: one.without_care)

    def _on_answered(self) -> None:
        self._ask(self.tr("Answered a survey after {event}"), lambda one: one.answered)

    def _ask(self, title: str, people: Callable[[EventRow], tuple[int, ...]]) -> None:
        one = self._chosen()
        if one is not None:
            self.people_requested.emit(title.format(event=one.name), list(people(one)))

    def _on_opened(self, key: object) -> None:
        if isinstance(key, int):
            self.measure_requested.emit(key)

    def _on_row(self, _current: QModelIndex, _before: QModelIndex) -> None:
        self._show_lists()
