"""The form of what a customer needs again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.needs import LONGEST_ROUND, NeedFields, NextDue
from app.domain.periods import add_months
from app.jobs.job import JobControl
from app.views.contracts.choices import FormChoices, form_choices
from app.views.contracts.form_panel import FormPanel, Op
from app.views.customers.form_parts import beside
from app.views.widgets.combo_field import ComboField
from app.views.widgets.date_field import DateField
from app.views.widgets.form_field import FormField
from app.views.widgets.layouts import set_shown
from app.views.widgets.number_field import NumberField
from app.views.widgets.text_field import TextArea, TextField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def open_need(context: AppContext, window: QWidget, customer_id: int, name: str, need: NextDue | None = None) -> NeedPanel:
    panel = NeedPanel(context, window, customer_id, name, need)
    panel.open_panel(panel.title_words)
    return panel


class NeedPanel(FormPanel):
    def __init__(self, context: AppContext, window: QWidget, customer_id: int, name: str, need: NextDue | None) -> None:
        super().__init__(context, window, "", "", about=name)
        self.set_title(self.tr("What is needed again") if need is None else self.tr("Change what is needed again"))
        self.save.setText(self.tr("Note it") if need is None else self.tr("Save"))
        self._customer_id = customer_id
        self._need = need
        self._build()
        self.finish(self._fields, self._act_of_saving)
        context.tasks.query(form_choices, self._on_choices, owner=self)

    def _build(self) -> None:
        today, need = self.context.clock.today(), self._need
        self.title_words = TextField(self.tr("Inspection, filter, season …"))
        self.due = DateField(today=today, optional=False)
        self.due.set_value(add_months(today, 1) if need is None else need.due)
        self.every = NumberField(1, LONGEST_ROUND)
        self.product = ComboField()
        self.note = TextArea(lines=2)
        self._offer_products({})
        if need is not None:
            self.title_words.setText(need.title)
            self.every.set_value(need.every_months)
            self.note.set_text(need.note)
        self.body.addWidget(self.add_field("title", self.tr("What"), self.title_words, required=True))
        due = self.add_field("due", self.tr("Due on"), self.due)
        every = self.add_field("every_months", self.tr("Again every … months"), self.every, hint=self.tr("Empty: only this once."))
        self.body.addLayout(beside((due, 1), (every, 1)))
        self._product_field = FormField(
            self.tr("Product"), self.product, hint=self.tr("Buying it does it: the next one follows by itself.")
        )
        self._product_field.hide()
        self.body.addWidget(self._product_field)
        self.body.addWidget(FormField(self.tr("Note"), self.note))

    def _fields(self) -> NeedFields:
        product, every = self.product.current(), self.every.value()
        return NeedFields(
            self.title_words.text(),
            self.due.value() or self.context.clock.today(),
            product if isinstance(product, int) and product else None,
            every if isinstance(every, int) else None,
            self.note.text().strip(),
        )

    def _act_of_saving(self) -> tuple[Op, str] | None:
        if not all([self.day_of("due"), self.number_of("every_months")]):
            return None
        fields, need, customer_id, now = self._fields(), self._need, self._customer_id, self.context.clock.now()

        def op(session: Session, _control: JobControl) -> int | None:
            from app.services.needs import add_need, edit_need

            if need is None or need.need_id is None:
                return add_need(session, customer_id, fields, now=now).action_id
            return edit_need(session, need.need_id, fields, now=now)

        return op, self.tr("Noted: {title}").format(title=fields.title.strip())

    def _on_choices(self, choices: FormChoices) -> None:
        self._offer_products(dict(choices.products))
        set_shown(self._product_field, bool(choices.products))

    def _offer_products(self, known: dict[int, str]) -> None:
        """What was chosen stays, also a product that is no longer sold."""
        kept = self._need.product_id if self._need is not None else None
        if kept is not None and self._need is not None:
            known.setdefault(kept, self._need.title)
        self.product.set_options([(0, self.tr("None in particular")), *known.items()], kept or 0)
