"""What a customer had in points at the end of any day."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.point_money import quick_days
from app.domain.points import PointStanding
from app.jobs.job import JobControl
from app.views.moments import day_text
from app.views.points.sentences import points_text
from app.views.theme import TextStyle, Tone, theme_of
from app.views.widgets.buttons import LinkButton
from app.views.widgets.date_field import DateField
from app.views.widgets.labels import Text
from app.views.widgets.layouts import STRETCH, row

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

DATE_WIDTH = 140


class BalancePart(QWidget):
    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._customer_id = 0
        self._build()
        self.day.value_changed.connect(self._ask)

    def show_customer(self, customer_id: int) -> None:
        self._customer_id = customer_id
        self._ask()

    def _build(self) -> None:
        today = self._context.clock.today()
        self.day = DateField(today=today, optional=False)
        self.day.set_value(today)
        self.day.setFixedWidth(theme_of(self).px(DATE_WIDTH))
        self.day.setAccessibleName(self.tr("Balance on which day"))
        self.answer = Text("", TextStyle.ROW_TITLE)
        parts: list[QWidget | int] = [Text(self.tr("Balance on"), TextStyle.BODY, Tone.TEXT2), self.day]
        self.quick: list[LinkButton] = []
        for day in quick_days(today):
            button = LinkButton(day_text(day, today=today), small=True)
            button.clicked.connect(partial(self._choose, day))
            self.quick.append(button)
        self.setLayout(row(*parts, self.answer, STRETCH, *self.quick, gap=8))

    def _choose(self, day: date, _checked: bool = False) -> None:
        self.day.set_value(day)
        self._ask()

    def _ask(self) -> None:
        day, customer_id = self.day.value(), self._customer_id
        if day is None or not customer_id:
            self.answer.setText("")
            return

        def op(session: Session, _control: JobControl) -> PointStanding:
            from app.queries.points import standing

            return standing(session, customer_id, day)

        self._context.tasks.query(op, self._on_standing, owner=self, replaces="balance")

    def _on_standing(self, found: PointStanding) -> None:
        self.answer.setText(points_text(found.balance))
