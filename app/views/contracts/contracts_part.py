"""契約: what runs for a customer and what can be done with it; and 次に要るもの below it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.contracts import ContractKind, ContractRow, ContractState
from app.domain.customer_rows import CustomerView
from app.domain.money import currency_of
from app.domain.needs import NextDue
from app.views.contracts.acts import (
    DELETE,
    EDIT,
    END,
    FINISH,
    PAUSE,
    PLAN,
    PRICE,
    RENEW,
    RESUME,
    TAKE_BACK,
    ContractActs,
)
from app.views.contracts.words import contract_detail, days_chip, need_detail, price_text, state_chip
from app.views.purchases.flow_box import FlowBox
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton, MenuButton, NormalButton
from app.views.widgets.chip import Chip
from app.views.widgets.labels import ElidedLabel, Text, Title, WrapLabel
from app.views.widgets.layouts import STRETCH, boxed, clear, column, hairline, row, set_shown

MOST_NEEDS = 6


class ContractsPart(QWidget):
    """A shop without contracts and needs sees two quiet links and nothing else."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._acts = ContractActs(context, self)
        self._customer, self._name = 0, ""
        self._currency = currency_of("JPY")
        self._over: Sequence[ContractRow] = ()
        self._shows_over = False
        self._build()

    def show_customer(self, view: CustomerView) -> None:
        if view.card.id != self._customer:
            self._shows_over = False
        self._customer, self._name = view.card.id, view.card.fields.name
        self._currency = currency_of(view.currency)
        today = self._context.clock.today()
        running = [row for row in view.contracts if not row.is_over]
        self._over = [row for row in view.contracts if row.is_over]
        clear(self._contracts)
        for contract in running:
            self._contracts.addWidget(self._contract_line(contract, today))
        self._show_over()
        clear(self._needs)
        for need in view.needs[:MOST_NEEDS]:
            self._needs.addWidget(self._need_line(need, today))
        set_shown(self._contract_box, bool(view.contracts))
        set_shown(self._need_box, bool(view.needs))
        set_shown(self.every, bool(view.contracts or view.needs))
        set_shown(self._rule, bool(view.contracts or view.needs))
        is_there = view.card.archived_at is None and not view.card.fields.is_deceased
        for button in (self.add, self.add_need):
            button.setEnabled(is_there)

    def words(self) -> str:
        """All that is shown, for tests and for copying."""
        labels = [*self.findChildren(Text), *self.findChildren(ElidedLabel), *self.findChildren(WrapLabel)]
        return "\n".join(label.text() for label in labels if label.isVisibleTo(self))

    def _build(self) -> None:
        self._contracts, self._ended, self._needs = column(gap=8), column(gap=8), column(gap=8)
        self.over = LinkButton("", small=True)
        self.over.clicked.connect(self._on_over)
        self._contract_box = boxed(column(Title(self.tr("Contracts")), self._contracts, row(self.over, STRETCH), self._ended, gap=8))
        self._need_box = boxed(column(Title(self.tr("Needed next")), self._needs, gap=8))
        self.add = LinkButton(self.tr("Add a contract"), "plus", small=True)
        self.add_need = LinkButton(self.tr("Note what is needed again"), "plus", small=True)
        self.add.clicked.connect(lambda: self._acts.add(self._customer, self._name))
        self.add_need.clicked.connect(lambda: self._acts.add_need(self._customer, self._name))
        self._rule = hairline()
        self.every = LinkButton(self.tr("All contracts and renewals"), small=True)
        self.every.clicked.connect(lambda: self._context.navigate.show_page("contracts"))
        self.every.hide()
        links = FlowBox(self.add, self.add_need, self.every, gap=12)
        self.setLayout(column(self._contract_box, self._need_box, links, self._rule, gap=10))

    def _contract_line(self, contract: ContractRow, today: date) -> QWidget:
        price = price_text(contract.price, contract.price_every, self._currency)
        line = _Line(contract.plan, price, state_chip(contract), contract_detail(contract, today, self._currency))
        if contract.kind is ContractKind.JOB and not contract.is_over:
            line.add_button(self.tr("Done"), partial(self._act, FINISH, contract))
        elif contract.days_left is not None and not contract.is_over:
            line.add_button(self.tr("Renewed"), partial(self._act, RENEW, contract))
        for act, text in self._more(contract):
            line.more.add_action(text, partial(self._act, act, contract))
        line.more.setAccessibleName(self.tr("More with {plan}").format(plan=contract.plan))
        return line

    def _more(self, contract: ContractRow) -> list[tuple[str, str]]:
        edit, delete = (EDIT, self.tr("Correct")), (DELETE, self.tr("Delete"))
        back = (TAKE_BACK, self.tr("It goes on after all"))
        if contract.is_over:
            return [back, delete]
        end = back if contract.state is ContractState.ENDING else (END, self.tr("End it"))
        if contract.kind is ContractKind.JOB:
            return [end, edit, delete]
        pause = (RESUME, self.tr("Go on")) if contract.state is ContractState.PAUSED else (PAUSE, self.tr("Pause"))
        return [(PRICE, self.tr("Change the price")), pause, end, edit, delete]

    def _need_line(self, need: NextDue, today: date) -> QWidget:
        line = _Line(need.title, "", days_chip(need.days_left), need_detail(need, today))
        if need.need_id is not None:
            line.add_button(self.tr("Done"), partial(self._act_on_need, FINISH, need))
        line.add_button(self.tr("Plan a follow-up"), partial(self._act_on_need, PLAN, need))
        if need.need_id is not None:
            line.more.add_action(self.tr("Change"), partial(self._act_on_need, EDIT, need))
            line.more.add_action(self.tr("Delete"), partial(self._act_on_need, DELETE, need))
        set_shown(line.more, need.need_id is not None)
        line.more.setAccessibleName(self.tr("More with {plan}").format(plan=need.title))
        return line

    def _show_over(self) -> None:
        clear(self._ended)
        if self._shows_over:
            for contract in self._over:
                self._ended.addWidget(self._contract_line(contract, self._context.clock.today()))
        count = len(self._over)
        self.over.setText(self.tr("Hide what is over") if self._shows_over else self.tr("%n contract(s) that are over", "", count))
        set_shown(self.over, bool(count))

    def _act(self, act: str, contract: ContractRow, _checked: bool = False) -> None:
        self._acts.perform(act, contract, self._currency)

    def _act_on_need(self, act: str, need: NextDue, _checked: bool = False) -> None:
        self._acts.perform_on_need(act, need)

    def _on_over(self) -> None:
        self._shows_over = not self._shows_over
        self._show_over()


class _Line(QWidget):
    """What it is, with a chip; what is known of it below; and what can be done at the right."""

    def __init__(self, title: str, what: str, chip: tuple[str, Tone] | None, detail: str) -> None:
        super().__init__()
        head = row(ElidedLabel(title, TextStyle.ROW_TITLE), gap=8)
        if what:
            head.addWidget(Text(what, TextStyle.BODY, Tone.TEXT2))
        if chip is not None:
            head.addWidget(Chip(*chip))
        head.addStretch(1)
        words = column(head, WrapLabel(detail, TextStyle.CAPTION, Tone.TEXT2), gap=2)
        self._buttons = row(gap=6)
        self.more = MenuButton(small=True)
        line = row(gap=10)
        line.addLayout(words, 1)
        line.addLayout(self._buttons)
        line.addWidget(self.more, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(line)

    def add_button(self, text: str, slot: partial[None]) -> None:
        button = NormalButton(text, small=True)
        button.clicked.connect(slot)
        self._buttons.addWidget(button)
