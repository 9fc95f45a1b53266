"""What was owed in points at the end of any day, as an accountant asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.figures import PointHolders
from app.domain.money import format_money
from app.domain.point_money import OwedOn, quick_days
from app.jobs.job import JobControl
from app.views.labels_figures import people_count
from app.views.moments import day_text, language
from app.views.points.answer import PointsAnswer
from app.views.points.sentences import points_text
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import LinkButton, NormalButton
from app.views.widgets.card import Inset
from app.views.widgets.date_field import DateField
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import Text, WrapLabel
from app.views.widgets.layouts import STRETCH, row
from app.views.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

WIDTH = 480
DATE_WIDTH = 140


@dataclass(frozen=True, slots=True)
class _Balance:
    owed: OwedOn
    people: int


def open_owed_panel(context: AppContext, window: QWidget, answer: PointsAnswer) -> OwedPanel:
    """It begins with the newest end of a half year."""
    panel = OwedPanel(context, window, answer)
    panel.open_panel(panel.day)
    return panel


class OwedPanel(SidePanel):
    """Frees itself when closed. `names_requested(spec, title)`."""

    names_requested = Signal(object, str)

    def __init__(self, context: AppContext, window: QWidget, answer: PointsAnswer) -> None:
        super().__init__(window, "", width=WIDTH)
        self.set_title(self.tr("Owed on another day"))
        self._context = context
        self._answer = answer
        self._build()
        self.day.value_changed.connect(self._read)
        self.names.clicked.connect(self._on_names)
        self.closed.connect(self.deleteLater)
        self._read()

    def _build(self) -> None:
        today = self._answer.today
        days = quick_days(today)
        self.day = DateField(today=today, optional=False, past_only=True)
        self.day.set_value(days[0])
        self.day.setFixedWidth(theme_of(self).px(DATE_WIDTH))
        self.day_line = FormField(self.tr("At the end of"), self.day)
        self.day_line.set_validator(lambda: "" if self._chosen() is not None else self.tr("Please type a day up to today."))
        self.quick = []
        for chosen in dict.fromkeys((*days, today)):
            button = NormalButton(day_text(chosen, today=today) if chosen != today else self.tr("Today"), small=True)
            button.clicked.connect(partial(self._choose, chosen))
            self.quick.append(button)
        self.amount = Text("", TextStyle.KPI)
        self.detail = WrapLabel("", TextStyle.BODY, Tone.TEXT2)
        self.names = LinkButton(self.tr("See the customers"), small=True)
        box = Inset(Tone.PRIMARY)
        for part in (self.amount, self.detail):
            box.body.addWidget(part)
        box.body.addLayout(row(self.names, STRETCH))
        self.body.addLayout(row(*self.quick, STRETCH, gap=8))
        self.body.addWidget(self.day_line)
        self.body.addWidget(box)
        words = self.tr("The sum of the ledger at the end of the day, at what a point was worth then. Points that had lapsed do not count.")
        self.body.addWidget(WrapLabel(words, TextStyle.CAPTION, Tone.TEXT3))
        self.body.addStretch(1)

    def _chosen(self) -> date | None:
        day = self.day.value()
        return day if day is not None and day <= self._answer.today else None

    def _choose(self, day: date, _checked: bool = False) -> None:
        self.day.set_value(day)
        self._read()

    def _read(self) -> None:
        day = self._chosen()
        if day is None:
            return
        self.day_line.clear_error()

        def op(session: Session, _control: JobControl) -> _Balance:
            from app.queries.people import people_behind
            from app.queries.point_money import owed_on

            return _Balance(owed_on(session, day), len(people_behind(session, PointHolders(day))))

        self._context.tasks.query(op, self._on_balance, owner=self, replaces="balance")

    def _on_balance(self, balance: _Balance) -> None:
        owed = balance.owed
        self.amount.setText(format_money(owed.money, self._answer.currency, language()))
        self.detail.setText(self.tr("{points} of {people}").format(points=points_text(owed.points), people=people_count(balance.people)))
        self.names.setEnabled(balance.people > 0)

    def _on_names(self) -> None:
        day = self._chosen()
        if day is None:
            return
        title = self.tr("Customers with points on {day}").format(day=day_text(day, today=self._answer.today))
        self.close_panel()
        self.names_requested.emit(PointHolders(day), title)
