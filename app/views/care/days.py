"""Which days are shown, and which of them is chosen: a week in one line, or a month in a card."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QObject, Qt, Signal

from app.domain.care_page import CarePage
from app.domain.dates import DateStyle
from app.domain.periods import add_months
from app.views.care.day_grid import DAYS, DayGrid
from app.views.care.words import weekday_text
from app.views.moments import day_text
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import IconButton, LinkButton
from app.views.widgets.card import Card
from app.views.widgets.labels import Text, Title
from app.views.widgets.layouts import STRETCH, boxed, row, set_shown

WEEK, MONTH = "week", "month"
_ONE = timedelta(days=1)


class Days(QObject):
    """`changed`: other days are to be asked for; `dropped(ids, date)`."""

    changed = Signal()
    dropped = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._view = WEEK
        self._today: date | None = None
        self._chosen = date.min
        self._build()
        self._connect()

    def begin(self, today: date) -> None:
        """At today, at first and when another day has begun while today was chosen."""
        if self._today is None or self._chosen == self._today:
            self._chosen = today
        self._today = today

    def view(self) -> str:
        return self._view

    def set_view(self, view: str) -> None:
        self._view = view

    def chosen(self) -> date:
        return self._chosen

    def go(self, day: date) -> None:
        self._chosen = day

    def span(self) -> tuple[date, date]:
        """First day shown and the day after the last: a week, or the weeks of a month, from Monday on."""
        first = self._chosen if self._view == WEEK else self._chosen.replace(day=1)
        start = first - timedelta(days=first.weekday())
        if self._view == WEEK:
            return start, start + DAYS * _ONE
        last = add_months(first, 1) - _ONE
        return start, last + (DAYS - last.weekday()) * _ONE

    def set_page(self, page: CarePage, today: date) -> None:
        if self._view == WEEK:
            self.week.set_loads(page.loads, self._chosen, today, page.cap)
        else:
            self.month.set_loads(page.loads, self._chosen, today, page.cap, self._chosen.month)
            self.month_title.setText(day_text(self._chosen, DateStyle.MONTH))
        is_near = any(load.day == today for load in page.loads)
        for button in (self.week_today, self.month_today):
            set_shown(button, not is_near)

    def _build(self) -> None:
        self.week = DayGrid(self.tr("Days of the week"))
        self.week_back = IconButton("chevron-left", self.tr("A week earlier"), size=34, framed=True)
        self.week_on = IconButton("chevron-right", self.tr("A week later"), size=34, framed=True)
        self.week_today = LinkButton(self.tr("To today"), small=True)
        line = row(self.week_back, gap=8)
        line.addWidget(self.week, 1)
        line.addWidget(self.week_today)
        line.addWidget(self.week_on)
        self.week_line = boxed(line)
        self.month = DayGrid(self.tr("Days of the month"), is_month=True)
        self.month_back = IconButton("chevron-left", self.tr("A month earlier"), size=28, framed=True)
        self.month_on = IconButton("chevron-right", self.tr("A month later"), size=28, framed=True)
        self.month_today = LinkButton(self.tr("To today"), small=True)
        self.month_title = Title("", TextStyle.CARD_TITLE)
        self.month_card = Card(gap=6, padding=10)
        self.month_card.add(row(self.month_back, self.month_title, self.month_on, STRETCH, self.month_today, gap=8))
        heads = row(gap=4)
        for number in range(DAYS):
            head = Text(weekday_text(number), TextStyle.CAPTION, Tone.TEXT2)
            head.setAlignment(Qt.AlignmentFlag.AlignCenter)
            heads.addWidget(head, 1)
        self.month_card.add(heads)
        self.month_card.add(self.month, 1)
        self.month_card.hide()

    def _connect(self) -> None:
        for grid in (self.week, self.month):
            grid.day_chosen.connect(self._on_chosen)
            grid.dropped.connect(self.dropped)
        self.week_back.clicked.connect(lambda: self._on_chosen(self._chosen - DAYS * _ONE))
        self.week_on.clicked.connect(lambda: self._on_chosen(self._chosen + DAYS * _ONE))
        self.month_back.clicked.connect(lambda: self._on_chosen(add_months(self._chosen, -1)))
        self.month_on.clicked.connect(lambda: self._on_chosen(add_months(self._chosen, 1)))
        for button in (self.week_today, self.month_today):
            button.clicked.connect(lambda: self._on_chosen(self._today))

    def _on_chosen(self, day: object) -> None:
        if isinstance(day, date):
            self._chosen = day
            self.changed.emit()
