"""Another day, or somebody else, for one follow-up or for several."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.follow_ups import BulkOutcome, FollowUpRow
from app.jobs.job import JobControl
from app.views.failures import show_failure
from app.views.follow_ups.day_choice import DayChoice
from app.views.follow_ups.words import due_text, what_text
from app.views.labels_customers import polite_name
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import NormalButton, PrimaryButton
from app.views.widgets.combo_field import ComboField
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import ElidedLabel, WrapLabel
from app.views.widgets.layouts import STRETCH, row
from app.views.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

WIDTH = 480


def open_day_choice(context: AppContext, window: QWidget, rows: Sequence[FollowUpRow]) -> DayPanel:
    panel = DayPanel(context, window, rows)
    panel.open_panel(panel.day.field)
    return panel


def open_staff_choice(context: AppContext, window: QWidget, rows: Sequence[FollowUpRow]) -> StaffPanel:
    panel = StaffPanel(context, window, rows)
    panel.open_panel(panel.staff)
    return panel


class LaterPanel(SidePanel):
    """Frees itself when closed. Says for whom it is."""

    def __init__(self, context: AppContext, window: QWidget, rows: Sequence[FollowUpRow]) -> None:
        super().__init__(window, "", width=WIDTH)
        self._context = context
        self._rows = tuple(rows)
        self.save = PrimaryButton(self.tr("Save"), "check")
        self.save.set_shortcut_hint("Ctrl+Return")
        self.cancel = NormalButton(self.tr("Leave it as it is"))
        first = self._rows[0]
        one = polite_name(first.customer_name, is_company=first.is_company)
        self.body.addWidget(ElidedLabel(one if self._is_one else self.tr("%n follow-up(s)", "", len(self._rows)), TextStyle.ROW_TITLE))
        if self._is_one:
            self.body.addWidget(WrapLabel(what_text(first, context.clock.today()), TextStyle.BODY, Tone.TEXT2))
        self.cancel.clicked.connect(self.close_panel)
        self.closed.connect(self.deleteLater)

    @property
    def _is_one(self) -> bool:
        return len(self._rows) == 1

    def _add_buttons(self) -> None:
        self.body.addLayout(row(STRETCH, self.cancel, self.save))
        self.body.addStretch(1)

    def _ids(self) -> list[int]:
        return [one.id for one in self._rows]

    def _end(self, outcome: BulkOutcome, sentence: str) -> None:
        self.close_panel()
        if outcome.action_id is not None:
            self._context.messages.toast(sentence, undo_action_id=outcome.action_id, is_bulk=not self._is_one)


class DayPanel(LaterPanel):
    def __init__(self, context: AppContext, window: QWidget, rows: Sequence[FollowUpRow]) -> None:
        super().__init__(context, window, rows)
        self.set_title(self.tr("Choose another day"))
        self.day = DayChoice(context.clock.today())
        self.day_field = FormField(self.tr("Day"), self.day.field)
        self.body.addWidget(self.day.chips)
        self.body.addWidget(self.day_field)
        self._add_buttons()
        self.save.clicked.connect(self._on_save)

    def _on_save(self) -> None:
        due, ids = self.day.value(), self._ids()
        now, today = self._context.clock.now(), self._context.clock.today()
        if due is None or due < today:
            self.day_field.set_error(self.tr("Please enter today or a later day."))
            self.day.field.setFocus()
            return

        def op(session: Session, _control: JobControl) -> BulkOutcome:
            from app.services.follow_ups_at_once import move_follow_ups

            return move_follow_ups(session, ids, due, now=now, today=today)

        def saved(outcome: BulkOutcome) -> None:
            sentence = self.tr("%n follow-up(s) are moved: {day}", "", outcome.changed)
            self._end(outcome, sentence.format(day=due_text(due, today)))

        self._context.tasks.command(op, saved, owner=self, failed=self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        show_failure(self._context.messages, error, {"due": self.day_field})


class StaffPanel(LaterPanel):
    def __init__(self, context: AppContext, window: QWidget, rows: Sequence[FollowUpRow]) -> None:
        super().__init__(context, window, rows)
        self.set_title(self.tr("Give to somebody else"))
        self.staff = ComboField([("", self.tr("Nobody in particular"))], "")
        self.staff_field = FormField(self.tr("Who does it"), self.staff)
        self.body.addWidget(self.staff_field)
        self._add_buttons()
        self.save.clicked.connect(self._on_save)
        self._load()

    def _load(self) -> None:
        def op(session: Session, _control: JobControl) -> tuple[str, ...]:
            from app.queries.staff import staff_rows

            return tuple(member.name for member in staff_rows(session))

        self._context.tasks.query(op, self._on_names, owner=self, replaces="staff")

    def _on_names(self, names: tuple[str, ...]) -> None:
        mine = self._context.settings.staff_name
        chosen = self._rows[0].staff if self._is_one and self._rows[0].staff in names else mine if mine in names else ""
        self.staff.set_options([("", self.tr("Nobody in particular")), *((name, name) for name in names)], chosen)

    def _on_save(self) -> None:
        name, ids, now = self.staff.current(), self._ids(), self._context.clock.now()
        staff = name if isinstance(name, str) else ""

        def op(session: Session, _control: JobControl) -> BulkOutcome:
            from app.services.follow_ups_at_once import assign_follow_ups

            return assign_follow_ups(session, ids, staff, now=now)

        def saved(outcome: BulkOutcome) -> None:
            given = self.tr("%n follow-up(s) are given to {name}", "", outcome.changed).format(name=staff)
            self._end(outcome, given if staff else self.tr("%n follow-up(s) are for nobody in particular", "", outcome.changed))

        self._context.tasks.command(op, saved, owner=self, failed=self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        show_failure(self._context.messages, error, {"staff": self.staff_field})
