"""Giving money back for a purchase: how much, on which day, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.errors import DomainError
from app.domain.figures import PurchaseRow
from app.domain.money import AmountError, currency_of, format_amount, format_money, parse_amount
from app.domain.visits import VisitOutcome
from app.jobs.job import JobControl
from app.views.customers.form_parts import beside
from app.views.moments import day_text, language
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import NormalButton, PrimaryButton
from app.views.widgets.date_field import DateField
from app.views.widgets.form_field import FormField
from app.views.widgets.labels import Text, WrapLabel
from app.views.widgets.layouts import STRETCH, row
from app.views.widgets.side_panel import SidePanel
from app.views.widgets.text_field import TextField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def open_refund(context: AppContext, window: QWidget, purchase: PurchaseRow, currency: str) -> RefundPanel:
    panel = RefundPanel(context, window, purchase, currency)
    panel.open_panel(panel.amount)
    panel.amount.selectAll()
    return panel


class RefundPanel(SidePanel):
    def __init__(self, context: AppContext, window: QWidget, purchase: PurchaseRow, currency: str) -> None:
        super().__init__(window, "", width=480)
        self.set_title(self.tr("Give money back"))
        self._context = context
        self._purchase = purchase
        self._currency = currency_of(currency)
        self._build()
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.close_panel)
        self.closed.connect(self.deleteLater)

    def _build(self) -> None:
        purchase, today = self._purchase, self._context.clock.today()
        left = format_money(purchase.left, self._currency, language())
        what = self.tr("{day} · {products}").format(day=day_text(purchase.day, today=today), products="・".join(purchase.products))
        self.amount = TextField()
        self.amount.setText(format_amount(purchase.left, self._currency))
        self.day = DateField(today=today, optional=False, past_only=True)
        self.day.set_value(today)
        self.note = TextField(self.tr("Colour was not as wished"))
        self.amount_field = FormField(self.tr("Amount given back"), self.amount, hint=self.tr("{amount} is left").format(amount=left))
        self.amount_field.set_validator(self._amount_problem)
        self.day_field = FormField(self.tr("Day"), self.day)
        self.day_field.set_validator(self._day_problem)
        self.note_field = FormField(self.tr("Why"), self.note)
        self.save = PrimaryButton(self.tr("Give it back"), "undo-2")
        self.save.set_shortcut_hint("Ctrl+Return")
        self.cancel = NormalButton(self.tr("Leave it"))
        self.body.addWidget(Text(what, TextStyle.ROW_TITLE))
        self.body.addWidget(WrapLabel(self.tr("The purchase stays as it was; the refund stands beside it."), TextStyle.BODY, Tone.TEXT2))
        self.body.addLayout(beside((self.amount_field, 1), (self.day_field, 1)))
        self.body.addWidget(self.note_field)
        self.body.addLayout(row(STRETCH, self.cancel, self.save))
        self.body.addStretch(1)

    def _amount_problem(self) -> str:
        found = parse_amount(self.amount.text(), self._currency)
        return self.tr("Please enter an amount.") if isinstance(found, AmountError) else ""

    def _day_problem(self) -> str:
        return "" if self.day.is_valid() else self.tr("Please enter today or an earlier day.")

    def _on_save(self) -> None:
        amount, day = parse_amount(self.amount.text(), self._currency), self.day.value()
        if not self.amount_field.validate() or not self.day_field.validate() or isinstance(amount, AmountError) or day is None:
            return
        purchase_id, note = self._purchase.id, self.note.text().strip()
        now, today, minor = self._context.clock.now(), self._context.clock.today(), amount.minor

        def op(session: Session, _control: JobControl) -> VisitOutcome:
            from app.services.purchases import refund_visit

            return refund_visit(session, purchase_id, amount=minor, day=day, now=now, today=today, note=note)

        self._context.tasks.command(op, self._on_saved, owner=self, failed=self._on_failed)

    def _on_saved(self, outcome: VisitOutcome) -> None:
        self.close_panel()
        self._context.messages.toast(self.tr("The refund is recorded"), undo_action_id=outcome.action_id)

    def _on_failed(self, error: Exception) -> None:
        fields = {"amount": self.amount_field, "day": self.day_field}
        if isinstance(error, DomainError) and error.field in fields:
            fields[error.field].set_error(self._context.messages.sentence(error))
        else:
            self._context.messages.error(error)
