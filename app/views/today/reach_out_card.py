"""Customers to reach out to: who, why, and what can be done in one press."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from app.domain.figures import ReachOutPerson
from app.domain.names import initials
from app.domain.status import Chip
from app.views.labels_customers import chip_word, polite_name
from app.views.widgets.buttons import NormalButton
from app.views.widgets.card import Card
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.key_cap import KeyHints
from app.views.widgets.layouts import row
from app.views.widgets.row_list import RowAction, RowContent, RowList


class ReachOutCard(Card):
    opened = Signal(int)
    card_requested = Signal(int)
    visit_requested = Signal(int)
    cards_requested = Signal()
    names_requested = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Customers to reach out to"), action=self.tr("See all"))
        self.list = RowList(self.tr("Customers to reach out to"))
        self.empty = EmptyState(
            "circle-check",
            self.tr("Nobody is overdue. Well done."),
            self.tr("Customers who stay away longer than usual are listed here, with the reason."),
        )
        self.print_all = NormalButton(self.tr("Print cards"), "printer", small=True)
        self.add_list(self.list)
        self.add(self.empty, 1)
        hints = KeyHints(
            [
                ("↑↓", self.tr("choose")),
                ("Enter", self.tr("open the customer")),
                ("P", self.tr("print a card")),
                ("V", self.tr("record a visit")),
            ]
        )
        foot = row(hints, gap=8)
        foot.addStretch(1)
        foot.addWidget(self.print_all)
        self.set_footer(foot)
        self._connect()

    def show_people(self, people: Sequence[ReachOutPerson], total: int) -> None:
        self.list.set_rows([self._content(person) for person in people])
        self.list.setVisible(bool(people))
        self.empty.setVisible(not people)
        self.print_all.setVisible(bool(people))
        self.print_all.setText(self.tr("Print %n card(s)", "", total))
        if self.action is not None:
            self.action.setText(self.tr("See all %n customer(s)", "", total))
            self.action.setVisible(total > 0)

    def _connect(self) -> None:
        self.list.activated_key.connect(self._on_opened)
        self.list.action_triggered.connect(self._on_action)
        self.print_all.clicked.connect(self.cards_requested)
        if self.action is not None:
            self.action.clicked.connect(self.names_requested)

    def _content(self, person: ReachOutPerson) -> RowContent:
        if person.chip is Chip.SECOND_VISIT:
            why = self.tr("First visit {days} days ago, not yet a second").format(days=person.days_since)
        else:
            why = self.tr("Usually every {usual} days → not seen for {days} days").format(usual=person.usual_days, days=person.days_since)
        actions = (
            RowAction("visit", self.tr("Record a visit"), key="V"),
            RowAction("card", self.tr("Thank-you card"), primary=True, key="P"),
        )
        return RowContent(
            person.customer_id, polite_name(person.name), detail=why, avatar=initials(person.name), chip=chip_word(person.chip), actions=actions
        )

    def _on_opened(self, key: object) -> None:
        if isinstance(key, int):
            self.opened.emit(key)

    def _on_action(self, action: str, key: object) -> None:
        if isinstance(key, int):
            (self.card_requested if action == "card" else self.visit_requested).emit(key)
