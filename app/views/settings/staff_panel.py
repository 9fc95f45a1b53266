"""Adding or changing a member of staff, and handing customers over to another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.staff import StaffFields, StaffRow
from app.jobs.job import JobControl
from app.views.failures import show_failure
from app.views.leaving import may_leave
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton, NormalButton, PrimaryButton
from app.views.widgets.combo_field import ComboField
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import STRETCH, row, set_shown
from app.views.widgets.side_panel import SidePanel
from app.views.widgets.text_field import TextField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

WIDTH = 480


def open_staff_panel(context: AppContext, window: QWidget, member: StaffRow | None) -> StaffPanel:
    """The form for a new member, or for one who is there."""
    panel = StaffPanel(context, window, member)
    panel.open_panel(panel.name)
    return panel


def open_hand_over(context: AppContext, window: QWidget, member: StaffRow, others: Sequence[StaffRow], *, removes: bool) -> HandOverPanel:
    """All customers of `member` to one of `others`; with `removes` the member then leaves the list."""
    panel = HandOverPanel(context, window, member, others, removes=removes)
    panel.open_panel(panel.to)
    return panel


class StaffPanel(SidePanel):
    """Frees itself when closed. `remove_requested` for a member who is to leave the list."""

    remove_requested = Signal()

    def __init__(self, context: AppContext, window: QWidget, member: StaffRow | None) -> None:
        super().__init__(window, "", width=WIDTH)
        self.set_title(self.tr("Add staff") if member is None else self.tr("Change name or role"))
        self._context = context
        self._member = member
        self._build()
        self._before = self._fields()
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.close_panel)
        self.remove.clicked.connect(self._on_remove)
        self.closed.connect(self.deleteLater)
        self.set_close_guard(self._may_close)

    def _build(self) -> None:
        self.name, self.role = TextField(), TextField(self.tr("Stylist"))
        if self._member is not None:
            self.name.setText(self._member.name)
            self.role.setText(self._member.role)
        self.name_field = FormField(self.tr("Name"), self.name, required=True)
        self.save = PrimaryButton(self.tr("Save"), "check")
        self.save.set_shortcut_hint("Ctrl+Return")
        self.cancel = NormalButton(self.tr("Leave without saving"))
        self.remove = LinkButton(self.tr("Remove from the staff"))
        set_shown(self.remove, self._member is not None)
        self.body.addWidget(self.name_field)
        self.body.addWidget(FormField(self.tr("Role"), self.role))
        self.body.addLayout(row(self.remove, STRETCH, self.cancel, self.save))
        self.body.addStretch(1)

    def _fields(self) -> StaffFields:
        return StaffFields(self.name.text().strip(), self.role.text().strip())

    def _may_close(self) -> bool:
        if self._fields() == self._before:
            return True
        return may_leave(self._context.messages)

    def _on_remove(self) -> None:
        if self.close_panel():
            self.remove_requested.emit()

    def _on_save(self) -> None:
        fields, member, now = self._fields(), self._member, self._context.clock.now()

        def op(session: Session, _control: JobControl) -> int:
            from app.queries.actions import recent_actions
            from app.services.staff import add_staff, edit_staff

            if member is not None:
                return edit_staff(session, member.id, fields, now=now)
            add_staff(session, fields, now=now)
            return recent_actions(session)[0].id

        self._context.tasks.command(op, self._on_saved, owner=self, failed=self._on_failed)

    def _on_saved(self, action_id: int) -> None:
        name = self._fields().name
        self._before = self._fields()
        self.close_panel()
        sentence = self.tr("{name} is added to the staff") if self._member is None else self.tr("{name} is changed")
        self._context.messages.toast(sentence.format(name=name), undo_action_id=action_id)

    def _on_failed(self, error: Exception) -> None:
        show_failure(self._context.messages, error, {"name": self.name_field})


class HandOverPanel(SidePanel):
    """Frees itself when closed."""

    def __init__(self, context: AppContext, window: QWidget, member: StaffRow, others: Sequence[StaffRow], *, removes: bool) -> None:
        super().__init__(window, "", width=WIDTH)
        self.set_title(self.tr("Hand customers over"))
        self._context = context
        self._member = member
        self._others = {other.id: other for other in others}
        self._removes = removes
        self._build()
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.close_panel)
        self.closed.connect(self.deleteLater)

    def _build(self) -> None:
        count = self._member.customers
        what = self.tr("%n customer(s) of {name} get somebody else in charge.", "", count).format(name=self._member.name)
        along = self.tr("Open follow-ups, voices, suggestions and contracts go along.")
        self.to = ComboField([(other.id, other.name) for other in self._others.values()])
        self.to_field = FormField(self.tr("Hand over to"), self.to)
        text = self.tr("Hand %n customer(s) over", "", count)
        if self._removes:
            text = self.tr("Hand %n customer(s) over and remove", "", count)
        self.save = PrimaryButton(text, "check")
        self.save.set_shortcut_hint("Ctrl+Return")
        self.cancel = NormalButton(self.tr("Leave it"))
        self.body.addWidget(WrapLabel(what, TextStyle.BODY, Tone.TEXT))
        self.body.addWidget(WrapLabel(along, TextStyle.BODY, Tone.TEXT2))
        if self._removes:
            after = self.tr("{name} then leaves the list. What was recorded stays.").format(name=self._member.name)
            self.body.addWidget(WrapLabel(after, TextStyle.BODY, Tone.TEXT2))
        self.body.addWidget(self.to_field)
        self.body.addLayout(row(STRETCH, self.cancel, self.save))
        self.body.addStretch(1)

    def _on_save(self) -> None:
        to_id, from_id, removes, now = self.to.current(), self._member.id, self._removes, self._context.clock.now()
        if not isinstance(to_id, int):
            return

        def op(session: Session, _control: JobControl) -> int:
            from app.services.staff import hand_over

            return hand_over(session, from_id, to_id, now=now, then_removes=removes).action_id

        self._context.tasks.command(op, self._on_saved, owner=self, failed=self._on_failed)

    def _on_saved(self, action_id: int) -> None:
        to = self.to.current()
        name = self._others[to].name if isinstance(to, int) else ""
        self.close_panel()
        sentence = self.tr("%n customer(s) are now with {name}", "", self._member.customers).format(name=name)
        self._context.messages.toast(sentence, undo_action_id=action_id, is_bulk=True)

    def _on_failed(self, error: Exception) -> None:
        show_failure(self._context.messages, error, {"to": self.to_field})
