"""Giving or taking points by hand, with a reason."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.points import LARGEST_POINTS
from app.jobs.job import JobControl
from app.views.failures import show_failure
from app.views.points.sentences import points_text
from app.views.widgets.buttons import NormalButton, PrimaryButton
from app.views.widgets.card import Inset
from app.views.widgets.date_field import DateField
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import Title
from app.views.widgets.layouts import STRETCH, column, row, set_shown
from app.views.widgets.number_field import NumberField
from app.views.widgets.segmented import Segmented
from app.views.widgets.text_field import TextField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

GIVE, TAKE = "give", "take"


class CorrectionPart(QWidget):
    """`corrected` when it is done; `left` when it is put aside."""

    corrected = Signal()
    left = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._customer_id = 0
        self._name = ""
        self._build()
        self._connect()

    def begin(self, customer_id: int, name: str) -> None:
        """An empty form for a customer, with the cursor in it."""
        self._customer_id, self._name = customer_id, name
        self.way.set_current(GIVE)
        self.points.set_value(None)
        self.reason.clear()
        self.last_day.set_value(None)
        for field in (self.points_field, self.reason_field, self.last_day_field):
            field.clear_error()
        self._on_way()
        self.points.setFocus(Qt.FocusReason.OtherFocusReason)

    def has_words(self) -> bool:
        """Whether something typed would be lost."""
        return bool(self.points.text().strip() or self.reason.text().strip() or self.last_day.text().strip())

    def _build(self) -> None:
        today = self._context.clock.today()
        self.way = Segmented([(GIVE, self.tr("Give points")), (TAKE, self.tr("Take points"))], GIVE, self.tr("Give or take"))
        self.points = NumberField(1, LARGEST_POINTS, step=10)
        self.reason = TextField(self.tr("e.g. forgotten at the counter"))
        self.last_day = DateField(today=today)
        self.points_field = FormField(self.tr("How many"), self.points, required=True)
        self.reason_field = FormField(self.tr("Why"), self.reason, required=True)
        self.last_day_field = FormField(self.tr("Last valid day (empty: they stay)"), self.last_day)
        self.save = PrimaryButton(self.tr("Correct"), "check")
        self.cancel = NormalButton(self.tr("Leave it"))
        box = Inset()
        box.add(row(Title(self.tr("Correct the points")), STRETCH, self.way))
        box.add(row(self.points_field, self.last_day_field, STRETCH, gap=12))
        box.add(self.reason_field)
        box.add(row(STRETCH, self.cancel, self.save, gap=8))
        self.setLayout(column(box))

    def _connect(self) -> None:
        self.way.changed.connect(self._on_way)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.left)

    def _on_way(self, _way: object = None) -> None:
        set_shown(self.last_day_field, self.way.current() == GIVE)

    def _on_save(self) -> None:
        points, last = self.points.value(), self._last_day()
        self.points_field.set_error("") if points else self.points_field.set_error(self.tr("Please type how many points."))
        self.reason_field.set_error("" if self.reason.text().strip() else self.tr("Please type why, so that it can be seen later."))
        if self._is_last_day_wrong(last):
            self.last_day_field.set_error(self.tr("Please enter today or a later day."))
            self.last_day.setFocus()
            return
        if not isinstance(points, int):
            self.points.setFocus()
            return
        if not self.reason.text().strip():
            self.reason.setFocus()
            return
        self._correct(points if self.way.current() == GIVE else -points, last)

    def _last_day(self) -> date | None:
        return self.last_day.value() if self.way.current() == GIVE else None

    def _is_last_day_wrong(self, last: date | None) -> bool:
        if self.way.current() != GIVE:
            return False
        return not self.last_day.is_valid() or (last is not None and last < self._context.clock.today())

    def _correct(self, points: int, last: date | None) -> None:
        customer_id, reason, now, today = self._customer_id, self.reason.text(), self._context.clock.now(), self._context.clock.today()
        self.save.setEnabled(False)

        def op(session: Session, _control: JobControl) -> tuple[int, int]:
            from app.services.points import adjust_points

            return points, adjust_points(session, customer_id, points, reason, now=now, today=today, expires=last)

        self._context.tasks.command(op, self._on_corrected, owner=self, failed=self._on_failed)

    def _on_corrected(self, done: tuple[int, int]) -> None:
        points, action_id = done
        self.save.setEnabled(True)
        words = self.tr("{name} has {points} more") if points > 0 else self.tr("{name} has {points} less")
        text = words.format(name=self._name, points=points_text(abs(points)))
        self._context.messages.toast(text, undo_action_id=action_id)
        self.corrected.emit()

    def _on_failed(self, error: Exception) -> None:
        self.save.setEnabled(True)
        show_failure(self._context.messages, error, {"points": self.points_field, "reason": self.reason_field})
