"""What a customer said to a proposal: yes and for how much, not yet and when to ask again, or no and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.money import currency_of
from app.domain.periods import add_months
from app.domain.proposal_rows import ProposalRow
from app.domain.proposals import REST_MONTHS, Decision, ProposalOutcome
from app.jobs.job import JobControl
from app.views.contracts.choices import FormChoices, form_choices
from app.views.contracts.form_panel import FormPanel, Op
from app.views.follow_ups.day_choice import DayChoice
from app.views.labels_customers import polite_name
from app.views.moments import day_text
from app.views.proposals.words import ACCEPT, THINK
from app.views.theme import TextStyle, Tone
from app.views.widgets.labels import ElidedLabel, WrapLabel
from app.views.widgets.layouts import boxed, column
from app.views.widgets.number_field import MoneyField
from app.views.widgets.text_field import TextArea

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def open_outcome(context: AppContext, window: QWidget, proposal: ProposalRow, act: str) -> OutcomePanel:
    """`act`: ACCEPT, THINK or DECLINE."""
    panel = OutcomePanel(context, window, proposal, act)
    panel.open_panel(panel.first_field())
    return panel


class OutcomePanel(FormPanel):
    def __init__(self, context: AppContext, window: QWidget, proposal: ProposalRow, act: str) -> None:
        super().__init__(context, window, "", "")
        self._proposal = proposal
        self._act_name = act
        self._build()
        self.finish(self._decision, self._act_of_saving)
        context.tasks.query(form_choices, self._on_choices, owner=self)

    def first_field(self) -> QWidget:
        if self._act_name == ACCEPT:
            return self.amount
        return self.day.field if self._act_name == THINK else self.reason

    def _build(self) -> None:
        proposal, today = self._proposal, self.context.clock.today()
        name = polite_name(proposal.customer_name, is_company=proposal.is_company)
        self.amount = MoneyField(minimum=0)
        self.amount.set_value(proposal.price)
        self.day = DayChoice(today)
        self.day.set_value(add_months(today, 1))
        self.reason = TextArea(self.tr("In a word or two"), lines=3)
        self.body.addWidget(ElidedLabel(name, TextStyle.ROW_TITLE))
        self.body.addWidget(WrapLabel(proposal.title, TextStyle.BODY, Tone.TEXT2))
        if self._act_name == ACCEPT:
            self.set_title(self.tr("They accepted"))
            self.save.setText(self.tr("Note that they accepted"))
            self.body.addWidget(self.add_field("amount", self.tr("For how much"), self.amount, hint=self.tr("Empty: not known.")))
            self.body.addWidget(self.add_field("reason", self.tr("What decided it"), self.reason))
        elif self._act_name == THINK:
            self.set_title(self.tr("They think about it"))
            self.save.setText(self.tr("Ask again on this day"))
            self.body.addWidget(boxed(column(self.day.chips)))
            self.body.addWidget(self.add_field("due", self.tr("When to ask again"), self.day.field))
            self.body.addWidget(self.add_field("reason", self.tr("What was said"), self.reason))
        else:
            self.set_title(self.tr("They declined"))
            self.save.setText(self.tr("Note that they declined"))
            rest = self.tr("Nothing is suggested to them until {day}.").format(day=day_text(add_months(today, REST_MONTHS)))
            self.body.addWidget(self.add_field("reason", self.tr("Why not"), self.reason, hint=rest))

    def _on_choices(self, choices: FormChoices) -> None:
        untouched, value = self.is_untouched, self.amount.value()
        self.amount.set_currency(currency_of(choices.currency))
        self.amount.set_value(value)
        if untouched:
            self.keep_as_begun()

    def _decision(self) -> Decision:
        reason = self.reason.text()
        if self._act_name == ACCEPT:
            return Decision(ProposalOutcome.ACCEPTED, self.amount.value(), reason)
        if self._act_name == THINK:
            return Decision(ProposalOutcome.OPEN, None, reason, self.day.value())
        return Decision(ProposalOutcome.DECLINED, None, reason)

    def _act_of_saving(self) -> tuple[Op, str] | None:
        if self._act_name == ACCEPT and not self.number_of("amount"):
            return None
        decision, number = self._decision(), self._proposal.id
        if self._act_name == THINK and decision.due is None:
            self.fields["due"].set_error(self.tr("Please choose a day."))
            self.day.field.setFocus()
            return None
        now, today = self.context.clock.now(), self.context.clock.today()

        def op(session: Session, _control: JobControl) -> int:
            from app.services.proposals import decide_proposal

            return decide_proposal(session, number, decision, now=now, today=today)

        return op, self._sentence(decision)

    def _sentence(self, decision: Decision) -> str:
        name = polite_name(self._proposal.customer_name, is_company=self._proposal.is_company)
        if decision.outcome is ProposalOutcome.ACCEPTED:
            return self.tr("Noted: {name} accepted").format(name=name)
        if decision.due is not None:
            return self.tr("{name} is asked again on {day}").format(name=name, day=day_text(decision.due))
        return self.tr("Noted: {name} declined. Nothing is suggested for 3 months").format(name=name)
