"""Customers to reach out to: who, and why, with what can be done for each of them or for all."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from app.domain.figures import ReachOutPerson
from app.domain.names import initials
from app.domain.status import Chip, Reason, ReasonKind
from app.domain.today import TodayView
from app.views.labels_customers import chip_word, polite_name, reason_sentence
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import LinkButton, NormalButton
from app.views.widgets.card import Card
from app.views.widgets.empty_state import EmptyState
from app.views.widgets.key_cap import KeyHints
from app.views.widgets.labels import ElidedLabel, Title
from app.views.widgets.layouts import boxed, column, row, set_shown
from app.views.widgets.row_list import RowAction, RowContent, RowList

PLANNED_AT_ONCE = 5


class ReachOutCard(Card):
    customer_opened = Signal(int)
    card_requested = Signal(int)
    visit_requested = Signal(int)
    cards_for_all_requested = Signal()
    names_requested = Signal()
    plan_requested = Signal(int)
    plan_all_requested = Signal(object)
    add_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_narrow = False
        self._view: TodayView | None = None
        self._build()
        self._connect()

    def set_narrow(self, narrow: bool) -> None:
        """In a side column: fewer words, and what can be done with a person is in the row's menu and on its keys."""
        if narrow is not self._is_narrow:
            self._is_narrow = narrow
            set_shown(self._why, not narrow)
            set_shown(self.hints, not narrow)
            set_shown(self.print_all, not narrow)
            set_shown(self.plan_all, narrow)
            (self._head if narrow else self._foot).addWidget(self.see_all)
            if self._view is not None:
                self.set_view(self._view)

    def set_offers_plan(self, offers: bool) -> None:
        """A button to plan something for anybody, while no other card has it."""
        set_shown(self.plan, offers)

    def set_view(self, view: TodayView) -> None:
        self._view = view
        people = view.people
        self.rows.set_rows([self._row(person, is_company=person.customer_id in view.companies) for person in people])
        everyone = view.figures.reach_out
        self.print_all.setText(self.tr("Print %n card(s)", "", everyone))
        self.see_all.setText(self.tr("See all %n", "", everyone) if self._is_narrow else self.tr("See all %n customer(s)", "", everyone))
        set_shown(self.print_all, bool(people) and not self._is_narrow)
        self.plan_all.setText(self.tr("Plan for %n customer(s)", "", len(self._first())))
        self.set_footer_shown(bool(people))
        self.rows.setVisible(bool(people))
        self._nobody.setVisible(not people)

    def _build(self) -> None:
        self._why = ElidedLabel(self.tr("Past their usual gap, or not yet back after the first visit."), TextStyle.CAPTION, Tone.TEXT3)
        words = column(Title(self.tr("Customers to reach out to"), TextStyle.DIALOG_TITLE), self._why, gap=2)
        self.print_all = NormalButton("", "printer")
        self.plan = NormalButton(self.tr("Plan a follow-up"), "plus")
        self._head = row(gap=12)
        self._head.addLayout(words, 1)
        self._head.addWidget(self.plan)
        self._head.addWidget(self.print_all)
        self.add(self._head)
        self.rows = RowList(self.tr("Customers to reach out to"))
        self.rows.set_open_on_click(True)
        # The list takes the room there is; it asks for none.
        self.rows.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._nobody = EmptyState(
            "circle-check",
            self.tr("Nobody needs a word right now"),
            self.tr("Whoever stays away longer than usual is listed here, with the reason."),
        )
        self.add_list(boxed(column(self.rows, self._nobody, gap=0)))
        self.hints = KeyHints(
            [
                ("↑↓", self.tr("choose")),
                ("Enter", self.tr("open")),
                ("P", self.tr("card")),
                ("V", self.tr("visit")),
                ("F", self.tr("follow-up")),
            ]
        )
        self.see_all = LinkButton("", small=True)
        self.plan_all = NormalButton("", "calendar-check", small=True)
        set_shown(self.plan_all, False)
        self._foot = row(gap=8)
        self._foot.addWidget(self.plan_all)
        self._foot.addWidget(boxed(column(self.hints)), 1)
        self._foot.addWidget(self.see_all)
        self.set_footer(column(boxed(self._foot), gap=0))

    def _connect(self) -> None:
        self.rows.activated_key.connect(self._on_opened)
        self.rows.action_triggered.connect(self._on_action)
        self.plan.clicked.connect(self.add_requested)
        self.print_all.clicked.connect(self.cards_for_all_requested)
        self.see_all.clicked.connect(self.names_requested)
        self.plan_all.clicked.connect(lambda: self.plan_all_requested.emit(self._first()))

    def _first(self) -> list[int]:
        """Those at the top of the list: as many as can be called in a morning."""
        return [] if self._view is None else [person.customer_id for person in self._view.people[:PLANNED_AT_ONCE]]

    def _row(self, person: ReachOutPerson, *, is_company: bool) -> RowContent:
        return RowContent(
            person.customer_id,
            polite_name(person.name, is_company=is_company),
            detail=reason_sentence(reason_of(person)),
            avatar=initials(person.name),
            chip=chip_word(person.chip),
            actions=(
                RowAction("plan", self.tr("Plan a follow-up"), key="F", shown=False),
                RowAction("card", self.tr("Card"), key="P", shown=not self._is_narrow),
                RowAction("visit", self.tr("Record a visit"), primary=True, key="V", shown=not self._is_narrow),
            ),
        )

    def _on_opened(self, key: object) -> None:
        if isinstance(key, int):
            self.customer_opened.emit(key)

    def _on_action(self, action: str, key: Hashable) -> None:
        acts = {"card": self.card_requested, "visit": self.visit_requested, "plan": self.plan_requested}
        if isinstance(key, int):
            acts[action].emit(key)


def reason_of(person: ReachOutPerson) -> Reason:
    kind = ReasonKind.SECOND_VISIT if person.chip is Chip.SECOND_VISIT else ReasonKind.PAST_RHYTHM
    return Reason(kind, person.days_since, person.usual_days, person.source, person.visits)
