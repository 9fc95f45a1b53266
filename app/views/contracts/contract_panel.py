"""The form of a contract, new or to be corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.contracts import KIND_NAMES, LONGEST_TERM, ContractFields, ContractKind, ContractRow, PriceEvery
from app.domain.money import currency_of
from app.jobs.job import JobControl
from app.views.contracts.choices import FormChoices, form_choices
from app.views.contracts.form_panel import FormPanel, Op
from app.views.contracts.often_words import OftenWords
from app.views.contracts.words import CONTEXT, PER_NAMES
from app.views.customers.form_parts import beside
from app.views.labels import label_of
from app.views.widgets.combo_field import ComboField
from app.views.widgets.date_field import DateField
from app.views.widgets.form_field import FormField
from app.views.widgets.layouts import STRETCH, boxed, row, set_shown
from app.views.widgets.number_field import MoneyField, NumberField
from app.views.widgets.segmented import Segmented
from app.views.widgets.text_field import TextArea, TextField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def open_contract(context: AppContext, window: QWidget, customer_id: int, name: str, contract: ContractRow | None = None) -> ContractPanel:
    panel = ContractPanel(context, window, customer_id, name, contract)
    panel.open_panel(panel.plan)
    return panel


class ContractPanel(FormPanel):
    def __init__(self, context: AppContext, window: QWidget, customer_id: int, name: str, contract: ContractRow | None) -> None:
        super().__init__(context, window, "", "", about=name)
        self.set_title(self.tr("Add a contract") if contract is None else self.tr("Correct a contract"))
        self.save.setText(self.tr("Add the contract") if contract is None else self.tr("Save"))
        self._customer_id = customer_id
        self._contract = contract
        self._build()
        self._show_of_kind()
        self.finish(self._fields, self._act_of_saving)
        self.kind.changed.connect(self._on_kind)
        context.tasks.query(form_choices, self._on_choices, owner=self)

    def _act_of_saving(self) -> tuple[Op, str] | None:
        if not all([self.day_of("started_on"), self.day_of("renews_on"), self.number_of("term_months"), self.number_of("price")]):
            return None
        fields, now, today = self._fields(), self.context.clock.now(), self.context.clock.today()
        contract, customer_id = self._contract, self._customer_id

        def op(session: Session, _control: JobControl) -> int | None:
            from app.services.contracts import add_contract, edit_contract

            if contract is None:
                return add_contract(session, customer_id, fields, now=now, today=today).action_id
            return edit_contract(session, contract.id, fields, now=now, today=today)

        return op, self.tr("The contract is added") if contract is None else self.tr("The contract is corrected")

    def _build(self) -> None:
        today, kept = self.context.clock.today(), self._contract.fields() if self._contract is not None else ContractFields("")
        self.kind = Segmented([(kind, label_of(kind, KIND_NAMES, "Contracts")) for kind in ContractKind], kept.kind, self.tr("What it is"))
        self.plan = TextField(self.tr("Monthly course, maintenance …"))
        self.plan.setText(kept.plan)
        self.started = DateField(today=today, optional=False)
        self.started.set_value(kept.started_on or today)
        self.term = NumberField(1, LONGEST_TERM)
        self.term.set_value(kept.term_months)
        self.renews = DateField(today=today)
        self.renews.set_value(kept.renews_on)
        self.price = MoneyField(minimum=0)
        self.price.set_value(kept.price)
        self.every = ComboField([(every, label_of(every, PER_NAMES, CONTEXT)) for every in PriceEvery], kept.price_every)
        self.staff = ComboField()
        self._offer_staff({})
        self.note = TextArea(lines=2)
        self.note.set_text(kept.note)
        self.body.addLayout(row(self.kind, STRETCH))
        self.body.addWidget(self.add_field("plan", self.tr("What for"), self.plan, required=True))
        self.often = OftenWords(self.plan)
        self.body.addWidget(self.often)
        price, every = self.add_field("price", self.tr("Price"), self.price), FormField(self.tr("Per"), self.every)
        self.body.addLayout(beside((self.add_field("started_on", self.tr("First day"), self.started), 1), (price, 1), (every, 1)))
        term = self.add_field(
            "term_months", self.tr("Renewed every … months"), self.term, hint=self.tr("Empty: it runs on until it is ended.")
        )
        renews = self.add_field("renews_on", self.tr("Next renewal"), self.renews, hint=self.tr("Empty: counted from the first day."))
        self._renewal = boxed(beside((term, 1), (renews, 1)))
        self.body.addWidget(self._renewal)
        self.staff_field = FormField(self.tr("In charge"), self.staff)
        self.staff_field.hide()
        self.body.addWidget(self.staff_field)
        self.body.addWidget(FormField(self.tr("Note"), self.note))

    def _fields(self) -> ContractFields:
        kind, every, staff, term = self.kind.current(), self.every.current(), self.staff.current(), self.term.value()
        return ContractFields(
            self.plan.text(),
            kind if isinstance(kind, ContractKind) else ContractKind.PLAN,
            self._contract.product_id if self._contract is not None else None,
            staff if isinstance(staff, int) and staff else None,
            self.started.value(),
            term if isinstance(term, int) else None,
            self.renews.value(),
            self.price.value(),
            every if isinstance(every, PriceEvery) else PriceEvery.MONTH,
            self.note.text().strip(),
        )

    def _show_of_kind(self) -> None:
        is_job = self.kind.current() is ContractKind.JOB
        set_shown(self._renewal, not is_job)
        if is_job and self._contract is None:
            self.every.set_current(PriceEvery.ONCE)

    def _on_kind(self, _kind: object) -> None:
        self._show_of_kind()

    def _on_choices(self, choices: FormChoices) -> None:
        is_untouched = self.is_untouched
        self._offer_staff(dict(choices.staff))
        set_shown(self.staff_field, bool(choices.staff))
        self.price.set_currency(currency_of(choices.currency))
        self.price.set_value(self._contract.price if self._contract is not None and is_untouched else self.price.value())
        self.often.offer(choices.plans if self._contract is None else ())
        if is_untouched:
            self.keep_as_begun()

    def _offer_staff(self, known: dict[int, str]) -> None:
        """Who is in charge stays so, also one who has left."""
        kept = self._contract.staff_id if self._contract is not None else None
        if kept is not None and self._contract is not None:
            known.setdefault(kept, self._contract.staff)
        self.staff.set_options([(0, self.tr("Nobody in particular")), *known.items()], kept or 0)
