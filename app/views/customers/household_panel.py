"""Choosing who shares the post with a customer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.households import HouseholdOutcome
from app.jobs.job import JobControl
from app.views.customers.referrer_field import ReferrerField
from app.views.failures import show_failure
from app.views.labels_customers import field_name, polite_name
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import NormalButton, PrimaryButton
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import ElidedLabel, WrapLabel
from app.views.widgets.layouts import STRETCH, row
from app.views.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def open_household(context: AppContext, window: QWidget, customer_id: int, name: str) -> HouseholdPanel:
    panel = HouseholdPanel(context, window, customer_id, name)
    panel.open_panel(panel.person.search)
    return panel


class HouseholdPanel(SidePanel):
    """Frees itself when closed."""

    def __init__(self, context: AppContext, window: QWidget, customer_id: int, name: str) -> None:
        super().__init__(window, "", width=480)
        self.set_title(self.tr("Add to the household"))
        self._context = context
        self._customer_id = customer_id
        self.person = ReferrerField(context)
        self.person_field = FormField(field_name("household"), self.person)
        self.save = PrimaryButton(self.tr("Put in the household"), "check")
        self.save.set_shortcut_hint("Ctrl+Return")
        self.cancel = NormalButton(self.tr("Leave it"))
        self.body.addWidget(ElidedLabel(polite_name(name)))
        self.body.addWidget(self.person_field)
        words = self.tr("They get one card or letter together. Family members without a record are typed on the customer's own record.")
        self.body.addWidget(WrapLabel(words, TextStyle.CAPTION, Tone.TEXT2))
        self.body.addLayout(row(STRETCH, self.cancel, self.save))
        self.body.addStretch(1)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.close_panel)
        self.closed.connect(self.deleteLater)
        self.person.edited.connect(self.person_field.clear_error)

    def _on_save(self) -> None:
        other = self.person.value()
        if other is None:
            self.person_field.set_error(self.tr("Please choose somebody from the list."))
            return
        ids, now = (self._customer_id, other), self._context.clock.now()

        def op(session: Session, _control: JobControl) -> HouseholdOutcome:
            from app.services.households import join_household

            return join_household(session, ids, now=now)

        self._context.tasks.command(op, self._on_saved, owner=self, failed=self._on_failed)

    def _on_saved(self, outcome: HouseholdOutcome) -> None:
        self.close_panel()
        self._context.messages.toast(self.tr("Now in one household"), undo_action_id=outcome.action_id)

    def _on_failed(self, error: Exception) -> None:
        show_failure(self._context.messages, error, {"household": self.person_field})
