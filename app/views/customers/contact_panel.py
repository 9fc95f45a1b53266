"""A few words about a call or a talk, noted with its day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.contacts import ContactKind
from app.domain.customer_rules import ContactEmpty
from app.domain.staff import StaffRow
from app.jobs.job import JobControl
from app.views.customers.form_parts import beside
from app.views.labels import label_of
from app.views.labels_customers import CONTACT_NAMES, polite_name
from app.views.widgets.buttons import NormalButton, PrimaryButton
from app.views.widgets.combo_field import ComboField
from app.views.widgets.date_field import DateField
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import ElidedLabel
from app.views.widgets.layouts import STRETCH, row
from app.views.widgets.segmented import Segmented
from app.views.widgets.side_panel import SidePanel
from app.views.widgets.text_field import TextArea

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def open_contact(context: AppContext, window: QWidget, customer_id: int, name: str, kind: ContactKind = ContactKind.PHONE) -> ContactPanel:
    panel = ContactPanel(context, window, customer_id, name, kind)
    panel.open_panel(panel.text)
    return panel


class ContactPanel(SidePanel):
    def __init__(self, context: AppContext, window: QWidget, customer_id: int, name: str, kind: ContactKind) -> None:
        super().__init__(window, "", width=480)
        self.set_title(self.tr("Note a contact"))
        self._context = context
        self._customer_id = customer_id
        self._build(name, kind)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.close_panel)
        self.closed.connect(self.deleteLater)
        self.set_close_guard(self._may_close)
        context.tasks.query(_staff, self._on_staff, owner=self)

    def _build(self, name: str, kind: ContactKind) -> None:
        self.kind = Segmented([(k, label_of(k, CONTACT_NAMES, "Contacts")) for k in ContactKind], kind, self.tr("What kind"))
        self.text = TextArea(self.tr("What was said, in a word or two"), lines=6)
        self.day = DateField(today=self._context.clock.today(), optional=False, past_only=True)
        self.day.set_value(self._context.clock.today())
        self.staff = ComboField([(0, self.tr("Nobody in particular"))], 0)
        self.text_field = FormField(self.tr("What was said"), self.text)
        self.day_field = FormField(self.tr("Day"), self.day)
        self.day_field.set_validator(self._day_problem)
        self.staff_field = FormField(self.tr("Who"), self.staff)
        self.save = PrimaryButton(self.tr("Save the note"), "check")
        self.save.set_shortcut_hint("Ctrl+Return")
        self.cancel = NormalButton(self.tr("Leave it"))
        self.body.addWidget(ElidedLabel(polite_name(name)))
        self.body.addLayout(row(self.kind, STRETCH))
        self.body.addWidget(self.text_field)
        self.body.addLayout(beside((self.day_field, 1), (self.staff_field, 1)))
        self.body.addLayout(row(STRETCH, self.cancel, self.save))
        self.body.addStretch(1)

    def _day_problem(self) -> str:
        return "" if self.day.is_valid() else self.tr("Please enter today or an earlier day.")

    def _may_close(self) -> bool:
        if not self.text.text().strip():
            return True
        return self._context.messages.confirm(
            self.tr("Throw the note away?"),
            self.tr("What you typed is not saved yet."),
            safe=self.tr("Go on writing"),
            danger=self.tr("Throw it away"),
        )

    def _on_staff(self, rows: list[StaffRow]) -> None:
        self.staff.set_options([(0, self.tr("Nobody in particular")), *((row.id, row.name) for row in rows)], 0)
        self.staff_field.setVisible(bool(rows))

    def _on_save(self) -> None:
        day, kind = self.day.value(), self.kind.current()
        if not self.day_field.validate() or day is None or not isinstance(kind, ContactKind):
            return
        customer_id, text, now = self._customer_id, self.text.text(), self._context.clock.now()
        chosen = self.staff.current()
        staff_id = chosen if isinstance(chosen, int) and chosen else None

        def op(session: Session, _control: JobControl) -> int:
            from app.services.customers import add_contact

            return add_contact(session, customer_id, kind, text, day=day, staff_id=staff_id, now=now)

        self._context.tasks.command(op, self._on_saved, owner=self, failed=self._on_failed)

    def _on_saved(self, action_id: int) -> None:
        self.set_close_guard(lambda: True)
        self.close_panel()
        self._context.messages.toast(self.tr("The note is saved"), undo_action_id=action_id)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, ContactEmpty):
            self.text_field.set_error(self._context.messages.sentence(error))
            self.text.setFocus()
        else:
            self._context.messages.error(error)


def _staff(session: Session, _control: JobControl) -> list[StaffRow]:
    from app.queries.staff import staff_rows

    return staff_rows(session)
