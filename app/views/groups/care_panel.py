"""How the customers of a ready-made group are looked after: its name, the days between contacts, what to offer, how urgent it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.care import CareSettings, SegmentCare
from app.domain.segment_care import CONTEXT, LONGEST_CONTACT, PRIORITIES, USUAL_OFFERS, care_of
from app.domain.segments import SEGMENT_NAMES, Segment
from app.jobs.job import JobControl
from app.views.groups.words import ready_why
from app.views.labels import translated
from app.views.leaving import may_leave
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import NormalButton, PrimaryButton
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import STRETCH, row
from app.views.widgets.number_field import NumberField
from app.views.widgets.segmented import Segmented
from app.views.widgets.side_panel import SidePanel
from app.views.widgets.text_field import TextArea, TextField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

WIDTH = 480


def open_care_panel(context: AppContext, window: QWidget, segment: Segment, care: CareSettings) -> SegmentCarePanel:
    panel = SegmentCarePanel(context, window, segment, care_of(care, segment))
    panel.open_panel(panel.offer)
    return panel


class SegmentCarePanel(SidePanel):
    """Frees itself when closed."""

    def __init__(self, context: AppContext, window: QWidget, segment: Segment, decided: SegmentCare) -> None:
        super().__init__(window, "", width=WIDTH)
        self.set_title(self.tr("How to look after this group"))
        self._context = context
        self._segment = segment
        self._before = decided
        self._build()
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.close_panel)
        self.days.value_changed.connect(self._check)
        self.closed.connect(self.deleteLater)
        self.set_close_guard(self._may_close)

    def decided(self) -> SegmentCare:
        days = self.days.value()
        priority = self.priority.current()
        return SegmentCare(
            name=self.name.text().strip(),
            contact_days=None if days is None else int(days),
            offer=" ".join(self.offer.toPlainText().split()),
            priority=priority if isinstance(priority, int) else self._before.priority,
        )

    def _build(self) -> None:
        self.name = TextField(translated("Segments", SEGMENT_NAMES[self._segment]))
        self.name.setText(self._before.name)
        self.offer = TextArea(translated(CONTEXT, USUAL_OFFERS[self._segment]), lines=2)
        self.offer.setPlainText(self._before.offer)
        self.days = NumberField(1, LONGEST_CONTACT)
        self.days.set_value(self._before.contact_days)
        self.priority = Segmented([(number, str(number)) for number in PRIORITIES], self._before.priority, self.tr("Priority"))
        self.save = PrimaryButton(self.tr("Save"), "check")
        self.save.set_shortcut_hint("Ctrl+Return")
        self.cancel = NormalButton(self.tr("Leave without saving"))
        self.body.addWidget(WrapLabel(ready_why(self._segment), TextStyle.BODY, Tone.TEXT2))
        self.body.addWidget(FormField(self.tr("Name"), self.name, hint=self.tr("Empty: the name of the program.")))
        self.body.addWidget(FormField(self.tr("What to offer"), self.offer))
        hint = self.tr("Empty: by the own usual gap of each customer.")
        self.days_field = FormField(self.tr("Days between contacts"), self.days, hint=hint)
        self.body.addWidget(self.days_field)
        hint = self.tr("5 comes first when a day has more follow-ups than it can take.")
        self.body.addWidget(FormField(self.tr("Priority"), self.priority, hint=hint))
        self.body.addLayout(row(STRETCH, self.cancel, self.save))
        self.body.addStretch(1)

    def _check(self) -> None:
        if self.days.is_valid():
            self.days_field.clear_error()
        else:
            self.days_field.set_error(self.tr("Please type a number of days from 1 to {most}, or nothing.").format(most=LONGEST_CONTACT))
        self.save.setEnabled(self.days.is_valid())

    def _may_close(self) -> bool:
        return self.decided() == self._before or may_leave(self._context.messages)

    def _on_save(self) -> None:
        segment, decided, now = self._segment, self.decided(), self._context.clock.now()

        def op(session: Session, _control: JobControl) -> int | None:
            from app.domain.segment_care import with_segment
            from app.queries.health import health_care
            from app.services.care_settings import change_care

            return change_care(session, with_segment(health_care(session), segment, decided), now=now)

        self._context.tasks.command(op, self._on_saved, owner=self)

    def _on_saved(self, action_id: int | None) -> None:
        self._before = self.decided()
        self.close_panel()
        if action_id is not None:
            self._context.messages.toast(self.tr("The change is saved"), undo_action_id=action_id)
