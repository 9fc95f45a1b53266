"""What a campaign really cost, typed anew by whoever paid it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.errors import DomainError
from app.domain.measure_cost import LARGEST_AMOUNT, corrected
from app.domain.measure_view import MeasureResult
from app.domain.money import currency_of
from app.jobs.job import JobControl
from app.views.customers.form_parts import beside
from app.views.measures.cost_words import CostWords
from app.views.widgets.buttons import NormalButton, PrimaryButton
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import STRETCH, row
from app.views.widgets.number_field import MoneyField, NumberField
from app.views.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_LINES = (("postage", "printing"), ("minutes", "minutes_once"), ("wage", "initial"), ("running", "training"), ("other",))
"""The fields as they stand beside each other."""


class CostPanel(SidePanel):
    """The numbers of a cost, two beside each other. Frees itself when closed."""

    def __init__(self, context: AppContext, window: QWidget, result: MeasureResult) -> None:
        super().__init__(window, "", width=520)
        self.set_title(self.tr("What it really cost"))
        self._context = context
        self._result = result
        self._build()
        self._connect()
        self.closed.connect(self.deleteLater)

    def changes(self) -> dict[str, float]:
        """What is typed, by the names of MeasureCost."""
        return {name: float(value) for name, field in self.fields.items() if (value := self._value(field)) is not None}

    def _build(self) -> None:
        currency, cost = currency_of(self._result.currency), self._result.plan.cost
        self.fields: dict[str, FormField] = {}
        names = CostWords(self).names(currency)
        for name in (one for line in _LINES for one in line):
            is_minutes = name.startswith("minutes")
            field = NumberField(0, LARGEST_AMOUNT, decimals=1) if is_minutes else MoneyField(currency, minimum=0)
            value = getattr(cost, name)
            field.set_value(Decimal(str(value)) if is_minutes else int(value))
            self.fields[name] = FormField(names[name], field)
        self.body.addWidget(WrapLabel(self.tr("The result is worked out anew from these. Who came is not touched by it.")))
        for line in _LINES:
            places = beside(*((self.fields[name], 1) for name in line))
            if len(line) == 1:
                places.addStretch(1)
            self.body.addLayout(places)
        self.save = PrimaryButton(self.tr("Save the costs"), "check")
        self.save.set_shortcut_hint("Ctrl+Return")
        self.cancel = NormalButton(self.tr("Leave it"))
        self.body.addLayout(row(STRETCH, self.cancel, self.save))
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.close_panel)

    def _value(self, box: FormField) -> int | Decimal | None:
        field = box.field
        return field.value() if isinstance(field, NumberField) else None

    def _on_save(self) -> None:
        for box in self.fields.values():
            box.clear_error()
        wrong = [box for box in self.fields.values() if isinstance(box.field, NumberField) and not box.field.is_valid()]
        if wrong:
            wrong[0].set_error(self.tr("Please enter a number that can be."))
            wrong[0].field.setFocus()
            return
        try:
            cost = corrected(self._result.plan.cost, self.changes())
        except DomainError as error:
            self._on_failed(error)
            return
        number, now = self._result.measure_id, self._context.clock.now()

        def op(session: Session, _control: JobControl) -> int | None:
            from app.services.measures import change_cost

            return change_cost(session, number, cost, now=now)

        self.save.setEnabled(False)
        self._context.tasks.command(op, self._on_saved, owner=self, failed=self._on_failed)

    def _on_saved(self, action_id: int | None) -> None:
        self.close_panel()
        if action_id is not None:
            self._context.messages.toast(self.tr("The costs are corrected"), undo_action_id=action_id)

    def _on_failed(self, error: Exception) -> None:
        self.save.setEnabled(True)
        name = error.field if isinstance(error, DomainError) else ""
        if name in self.fields and isinstance(error, DomainError):
            self.fields[name].set_error(self._context.messages.sentence(error))
        else:
            self._context.messages.error(error)
