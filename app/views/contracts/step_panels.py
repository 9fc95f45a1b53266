"""Steps of a contract's course: another price, a pause, its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.contracts import ContractRow
from app.domain.money import Currency
from app.jobs.job import JobControl
from app.views.contracts.choices import FormChoices, form_choices
from app.views.contracts.form_panel import FormPanel, Op
from app.views.contracts.often_words import OftenWords
from app.views.contracts.words import join, price_text
from app.views.customers.form_parts import beside
from app.views.theme import TextStyle, Tone
from app.views.widgets.date_field import DateField
from app.views.widgets.labels import WrapLabel
from app.views.widgets.number_field import MoneyField
from app.views.widgets.text_field import TextField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def open_price(context: AppContext, window: QWidget, contract: ContractRow, currency: Currency) -> PricePanel:
    panel = PricePanel(context, window, contract, currency)
    panel.open_panel(panel.price)
    return panel


def open_pause(context: AppContext, window: QWidget, contract: ContractRow) -> PausePanel:
    panel = PausePanel(context, window, contract)
    panel.open_panel(panel.day)
    return panel


def open_end(context: AppContext, window: QWidget, contract: ContractRow) -> EndPanel:
    panel = EndPanel(context, window, contract)
    panel.open_panel(panel.day)
    return panel


class PricePanel(FormPanel):
    def __init__(self, context: AppContext, window: QWidget, contract: ContractRow, currency: Currency) -> None:
        super().__init__(context, window, "", "", about=contract.customer)
        self.set_title(self.tr("Change the price"))
        self.save.setText(self.tr("Change the price"))
        self._contract = contract
        self.price = MoneyField(currency, minimum=0)
        self.day = DateField(today=context.clock.today(), optional=False)
        self.day.set_value(contract.renews_on or context.clock.today())
        said = join(contract.plan, price_text(contract.price, contract.price_every, currency))
        self.body.addWidget(WrapLabel(said, TextStyle.BODY, Tone.TEXT2))
        price, day = (
            self.add_field("price", self.tr("New price"), self.price, required=True),
            self.add_field("day", self.tr("From"), self.day),
        )
        self.body.addLayout(beside((price, 1), (day, 1)))
        self.finish(lambda: (self.price.text(), self.day.text()), self._act_of_saving)

    def _act_of_saving(self) -> tuple[Op, str] | None:
        if not all([self.number_of("price"), self.day_of("day")]):
            return None
        price, day, number = self.price.value(), self.day.value(), self._contract.id
        if price is None or day is None:
            self.fields["price"].set_error(self.tr("Please enter the new price."))
            return None
        now, today = self.context.clock.now(), self.context.clock.today()

        def op(session: Session, _control: JobControl) -> int:
            from app.services.contracts import change_price

            return change_price(session, number, price, day=day, now=now, today=today)

        return op, self.tr("The price of {plan} is changed").format(plan=self._contract.plan)


class PausePanel(FormPanel):
    def __init__(self, context: AppContext, window: QWidget, contract: ContractRow) -> None:
        super().__init__(context, window, "", "", about=contract.customer)
        self.set_title(self.tr("Pause the contract"))
        self.save.setText(self.tr("Pause"))
        self._contract = contract
        today = context.clock.today()
        self.day, self.until = DateField(today=today, optional=False), DateField(today=today)
        self.day.set_value(today)
        self.body.addWidget(WrapLabel(contract.plan, TextStyle.BODY, Tone.TEXT2))
        day = self.add_field("day", self.tr("From"), self.day)
        until = self.add_field("until", self.tr("Goes on from"), self.until, hint=self.tr("Empty: not known yet."))
        self.body.addLayout(beside((day, 1), (until, 1)))
        self.finish(lambda: (self.day.text(), self.until.text()), self._act_of_saving)

    def _act_of_saving(self) -> tuple[Op, str] | None:
        if not all([self.day_of("day"), self.day_of("until")]):
            return None
        day, until, number = self.day.value() or self.context.clock.today(), self.until.value(), self._contract.id
        now, today = self.context.clock.now(), self.context.clock.today()

        def op(session: Session, _control: JobControl) -> int:
            from app.services.contracts import pause_contract

            return pause_contract(session, number, day=day, until=until, now=now, today=today)

        return op, self.tr("{plan} is paused").format(plan=self._contract.plan)


class EndPanel(FormPanel):
    """Until when, and why: the reasons used before are offered."""

    def __init__(self, context: AppContext, window: QWidget, contract: ContractRow) -> None:
        super().__init__(context, window, "", "", about=contract.customer)
        self.set_title(self.tr("End the contract"))
        self.save.setText(self.tr("End the contract"))
        self._contract = contract
        self.day = DateField(today=context.clock.today(), optional=False)
        self.day.set_value(contract.ended_on or context.clock.today())
        self.reason = TextField(self.tr("Moving away, price, no use for it …"))
        self.reason.setText(contract.reason)
        self.often = OftenWords(self.reason)
        self.body.addWidget(WrapLabel(contract.plan, TextStyle.BODY, Tone.TEXT2))
        hint = self.tr("From this day on there is no contract any more. A day to come is fine.")
        self.body.addWidget(self.add_field("day", self.tr("Ends on"), self.day, hint=hint))
        self.body.addWidget(self.add_field("reason", self.tr("Why"), self.reason))
        self.body.addWidget(self.often)
        self.finish(lambda: (self.day.text(), self.reason.text()), self._act_of_saving)
        context.tasks.query(form_choices, self._on_choices, owner=self)

    def _act_of_saving(self) -> tuple[Op, str] | None:
        day = self.day.value()
        if not self.day_of("day") or day is None:
            return None
        reason, number = self.reason.text(), self._contract.id
        now, today = self.context.clock.now(), self.context.clock.today()

        def op(session: Session, _control: JobControl) -> int:
            from app.services.contracts import end_contract

            return end_contract(session, number, day=day, reason=reason, now=now, today=today)

        return op, self.tr("The end of {plan} is noted").format(plan=self._contract.plan)

    def _on_choices(self, choices: FormChoices) -> None:
        self.often.offer(choices.reasons)
