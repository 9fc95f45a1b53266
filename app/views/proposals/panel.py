"""The form of a proposal: for whom, what and why, the aim, how far it is, who makes it and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.proposal_rows import ProposalRow
from app.domain.proposals import (
    CONTEXT,
    HIGHEST_TARGET,
    LONGEST_TARGET,
    STEP_NAMES,
    Evidence,
    ProposalFields,
    ProposalKind,
    ProposalStep,
)
from app.jobs.job import JobControl
from app.views.contracts.choices import FormChoices, form_choices
from app.views.contracts.form_panel import FormPanel, Op
from app.views.customers.form_parts import beside
from app.views.labels import label_of
from app.views.labels_customers import polite_name
from app.views.proposals.words import kind_text, reason_text
from app.views.purchases.customer_search import CustomerSearch
from app.views.theme import TextStyle, Tone
from app.views.widgets.combo_field import ComboField
from app.views.widgets.date_field import DateField
from app.views.widgets.filter_chips import FilterChips
from app.views.widgets.labels import ElidedLabel, Title, WrapLabel
from app.views.widgets.layouts import boxed, column, set_shown
from app.views.widgets.number_field import NumberField
from app.views.widgets.text_field import TextArea, TextField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def open_new_proposal(
    context: AppContext, window: QWidget, customer_id: int | None, name: str, fields: ProposalFields | None
) -> ProposalPanel:
    """`fields`: what it begins with; `customer_id` None: to be found in the panel; `name` as the customer is addressed."""
    panel = ProposalPanel(context, window, customer_id, name, None, fields)
    panel.open_panel(panel.title_words if customer_id is not None else panel.search.search)
    return panel


def open_proposal(context: AppContext, window: QWidget, proposal: ProposalRow) -> ProposalPanel:
    name = polite_name(proposal.customer_name, is_company=proposal.is_company)
    panel = ProposalPanel(context, window, proposal.customer_id, name, proposal.id, proposal.fields())
    panel.open_panel(panel.title_words)
    return panel


class ProposalPanel(FormPanel):
    """`kept(proposal_id)`."""

    kept = Signal(int)

    def __init__(
        self,
        context: AppContext,
        window: QWidget,
        customer_id: int | None,
        name: str,
        proposal_id: int | None,
        fields: ProposalFields | None,
    ) -> None:
        super().__init__(context, window, "", "")
        self.set_title(self.tr("Prepare a suggestion") if proposal_id is None else self.tr("Change a suggestion"))
        self.save.setText(self.tr("Save the suggestion"))
        self._customer_id = customer_id
        self._proposal_id = proposal_id
        self._begun = fields or ProposalFields(ProposalKind.CROSS_SELL, "", staff=context.settings.staff_name)
        self._build(name)
        self._show_fields()
        self.finish(self._typed_words, self._act_of_saving)
        self.search.chosen.connect(self._on_chosen)
        self.product.changed.connect(self._on_product)
        context.tasks.query(form_choices, self._on_choices, owner=self)

    def _build(self, name: str) -> None:
        today = self.context.clock.today()
        self.who = ElidedLabel(name, TextStyle.ROW_TITLE)
        self.search = CustomerSearch(self.context, offers_newcomer=False)
        self.search.nobody.hide()
        self._searching = self.add_field("customer", self.tr("For whom"), self.search, required=True)
        self.title_words = TextField(self.tr("Head spa, 15 minutes, seated"))
        self.kind = FilterChips([(kind, kind_text(kind)) for kind in ProposalKind], ProposalKind.CROSS_SELL, self.tr("Kind"))
        self.product = ComboField()
        self.text = TextArea(self.tr("What it is good for, in words for the customer"), lines=4)
        self.percent, self.months = NumberField(1, HIGHEST_TARGET), NumberField(1, LONGEST_TARGET)
        self.step = ComboField([(step, label_of(step, STEP_NAMES, CONTEXT)) for step in ProposalStep], ProposalStep.HEARING)
        self.due, self.staff = DateField(today=today, optional=True), ComboField()
        set_shown(self.who, bool(name))
        set_shown(self._searching, self._customer_id is None)
        evidence = Evidence.from_json(self._begun.evidence)
        because = WrapLabel("" if evidence is None else reason_text(evidence), TextStyle.CAPTION, Tone.TEXT2)
        set_shown(because, evidence is not None)
        kinds = boxed(column(Title(self.tr("Kind"), TextStyle.CAPTION_BOLD), self.kind, gap=6))
        for part in (self.who, self._searching, because):
            self.body.addWidget(part)
        self.body.addWidget(self.add_field("title", self.tr("What is suggested"), self.title_words, required=True))
        self.body.addWidget(kinds)
        self._product_field = self.add_field("product", self.tr("Product"), self.product)
        self.body.addWidget(self._product_field)
        self.body.addWidget(self.add_field("text", self.tr("Why it helps"), self.text))
        more = self.add_field("target", self.tr("Aim: so many % more"), self.percent)
        within = self.add_field("months", self.tr("within … months"), self.months)
        self.body.addLayout(beside((more, 1), (within, 1)))
        day = self.add_field("due", self.tr("To be made on"), self.due, hint=self.tr("A follow-up is planned for this day."))
        self.body.addLayout(beside((day, 1), (self.add_field("step", self.tr("How far it is"), self.step), 1)))
        self._staff_field = self.add_field("staff", self.tr("Who makes it"), self.staff)
        self.body.addWidget(self._staff_field)
        self._offer(FormChoices())

    def _show_fields(self) -> None:
        begun = self._begun
        self.title_words.setText(begun.title)
        self.kind.set_current(begun.kind)
        self.text.set_text(begun.text)
        self.percent.set_value(begun.target_percent)
        self.months.set_value(begun.target_months)
        self.step.set_current(begun.step)
        self.due.set_value(begun.due)

    def _offer(self, choices: FormChoices) -> None:
        nobody = self.tr("Nobody in particular")
        names = [name for _number, name in choices.staff]
        own = self._begun.staff
        if own and own not in names and self._proposal_id is not None:
            names.append(own)
        self.staff.set_options([("", nobody), *((name, name) for name in names)], own if own in names else "")
        self.product.set_options([(0, self.tr("None in the list")), *choices.products], self._begun.product_id or 0)
        set_shown(self._staff_field, bool(names))
        set_shown(self._product_field, bool(choices.products))

    def _on_choices(self, choices: FormChoices) -> None:
        untouched = self.is_untouched
        self._offer(choices)
        if untouched:
            self.keep_as_begun()

    def _on_chosen(self, customer_id: int, _code: str) -> None:
        self._customer_id = customer_id

        def op(session: Session, _control: JobControl) -> str:
            from app.queries.customers import customer_card

            card = customer_card(session, customer_id).fields
            return polite_name(card.name, is_company=card.kind.value == "company")

        self.context.tasks.query(op, self._on_name, owner=self)

    def _on_name(self, name: str) -> None:
        self.who.setText(name)
        set_shown(self.who, True)
        set_shown(self._searching, False)
        self.title_words.setFocus()

    def _on_product(self, key: object) -> None:
        """What is suggested is called as the product, as long as it is not called otherwise."""
        if isinstance(key, int) and key and not self.title_words.text().strip():
            self.title_words.setText(self.product.currentText())

    def _typed_words(self) -> object:
        return (self._customer_id, self._fields())

    def _fields(self) -> ProposalFields:
        percent, months, product = self.percent.value(), self.months.value(), self.product.current()
        kind, step = self.kind.current(), self.step.current()
        return ProposalFields(
            kind if isinstance(kind, ProposalKind) else ProposalKind.CROSS_SELL,
            self.title_words.text(),
            self.text.text(),
            product if isinstance(product, int) and product else None,
            percent if isinstance(percent, int) else None,
            months if isinstance(months, int) else None,
            step if isinstance(step, ProposalStep) else ProposalStep.HEARING,
            self._chosen_staff(),
            self.due.value(),
            self._begun.evidence,
        )

    def _chosen_staff(self) -> str:
        chosen = self.staff.current()
        return chosen if isinstance(chosen, str) else ""

    def _act_of_saving(self) -> tuple[Op, str] | None:
        if self._customer_id is None:
            self._searching.set_error(self.tr("Please choose for whom it is."))
            self.search.search.setFocus()
            return None
        if not all([self.day_of("due"), self.number_of("target"), self.number_of("months")]):
            return None
        fields, number, customer_id = self._fields(), self._proposal_id, self._customer_id
        now, today = self.context.clock.now(), self.context.clock.today()
        made: list[int] = []

        def op(session: Session, _control: JobControl) -> int | None:
            from app.services.proposals import add_proposal, edit_proposal

            if number is not None:
                made.append(number)
                return edit_proposal(session, number, fields, now=now, today=today)
            outcome = add_proposal(session, customer_id, fields, now=now, today=today)
            made.append(outcome.proposal_id)
            return outcome.action_id

        self.closed.connect(lambda: self.kept.emit(made[-1]) if made else None)
        return op, self.tr("The suggestion {title} is kept").format(title=fields.title.strip())
