"""How much care a day takes, and how long one customer is left in peace."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.care import HIGHEST_CAP, LONGEST_REST, CareSettings
from app.jobs.job import JobControl
from app.views.leaving import may_leave
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import NormalButton, PrimaryButton
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import STRETCH, row
from app.views.widgets.number_field import NumberField
from app.views.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

WIDTH = 480


def open_limits(context: AppContext, window: QWidget, cap: int, rest_days: int) -> LimitsPanel:
    panel = LimitsPanel(context, window, cap, rest_days)
    panel.open_panel(panel.cap)
    return panel


class LimitsPanel(SidePanel):
    """Frees itself when closed."""

    def __init__(self, context: AppContext, window: QWidget, cap: int, rest_days: int) -> None:
        super().__init__(window, "", width=WIDTH)
        self.set_title(self.tr("How much care in a day"))
        self._context = context
        self._before = (cap, rest_days)
        self._build()
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.close_panel)
        self.closed.connect(self.deleteLater)
        self.set_close_guard(self._may_close)

    def _build(self) -> None:
        self.cap, self.rest = NumberField(1, HIGHEST_CAP), NumberField(0, LONGEST_REST)
        self.cap.set_value(self._before[0])
        self.rest.set_value(self._before[1])
        most = self.tr("What is due beyond that is named below the list, the same day.")
        self.cap_field = FormField(self.tr("Follow-ups in a day, at most"), self.cap, hint=most)
        touch = self.tr("Calls, letters, cards and suggestions count; a visit does not. What was promised comes all the same.")
        self.rest_field = FormField(self.tr("Days between two touches of the same customer"), self.rest, hint=touch)
        self.save = PrimaryButton(self.tr("Save"), "check")
        self.save.set_shortcut_hint("Ctrl+Return")
        self.cancel = NormalButton(self.tr("Leave without saving"))
        why = self.tr("Whom to look after first is worked out from what was promised, how urgent it is and how much the customer brings.")
        self.body.addWidget(WrapLabel(why, TextStyle.BODY, Tone.TEXT2))
        self.body.addWidget(self.cap_field)
        self.body.addWidget(self.rest_field)
        self.body.addLayout(row(STRETCH, self.cancel, self.save))
        self.body.addStretch(1)

    def _typed(self) -> tuple[int, int] | None:
        cap, rest = self.cap.value(), self.rest.value()
        is_right = cap is not None and rest is not None and self.cap.is_valid() and self.rest.is_valid()
        return (int(cap), int(rest)) if is_right and cap is not None and rest is not None else None

    def _may_close(self) -> bool:
        return self._typed() == self._before or may_leave(self._context.messages)

    def _on_save(self) -> None:
        typed, now = self._typed(), self._context.clock.now()
        self.cap_field.clear_error()
        self.rest_field.clear_error()
        if typed is None:
            wanted = self.tr("Please enter a number from {low} to {high}.")
            if not self.cap.is_valid() or self.cap.value() is None:
                self.cap_field.set_error(wanted.format(low=1, high=HIGHEST_CAP))
            else:
                self.rest_field.set_error(wanted.format(low=0, high=LONGEST_REST))
            return
        cap, rest = typed

        def op(session: Session, _control: JobControl) -> int | None:
            from app.queries.care import care_settings
            from app.services.care_settings import change_care

            care: CareSettings = care_settings(session)
            return change_care(session, replace(care, cap=cap, rest_days=rest), now=now)

        self._context.tasks.command(op, self._on_saved, owner=self)

    def _on_saved(self, action_id: int | None) -> None:
        self.set_close_guard(lambda: True)
        self.close_panel()
        if action_id is not None:
            self._context.messages.toast(self.tr("The care of a day is changed"), undo_action_id=action_id)
