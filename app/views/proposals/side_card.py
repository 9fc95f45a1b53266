"""ご提案 on the page of a customer: what could be suggested, or what is open, with one press to note that it was."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from app.context import AppContext
from app.domain.entities import Entity
from app.domain.proposal_rows import Candidate, ProposalRow, ProposalsOfCustomer
from app.domain.proposals import ProposalOutcome, ProposalStep
from app.jobs.job import JobControl
from app.views.moments import day_text
from app.views.proposals.acts import ProposalActs
from app.views.proposals.words import (
    ACCEPT,
    DECLINE,
    DO_ACCEPT,
    DO_DECLINE,
    DO_PASS,
    DO_PRESENT,
    PASS,
    PRESENT,
    reason_text,
    say,
    state_text,
)
from app.views.theme import TextStyle, Tone
from app.views.widgets.buttons import NormalButton
from app.views.widgets.card import Card
from app.views.widgets.chip import Chip
from app.views.widgets.labels import WrapLabel
from app.views.widgets.layouts import FlowLayout, boxed, clear, column, set_shown

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

SHOWS = frozenset({Entity.PROPOSAL, Entity.PURCHASE, Entity.PRODUCT, Entity.CONTACT, Entity.PRINT_RUN, Entity.INQUIRY, Entity.SHOP})


class ProposalCard(Card):
    """Asks for itself, after the page: what others bought is read in portions."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(self.tr("Suggestion"), action=self.tr("Prepare"))
        self._context = context
        self._customer_id = 0
        self._name = ""
        self.acts = ProposalActs(context, self)
        self.count = Chip("", Tone.INFO)
        self.hint = WrapLabel("", TextStyle.CAPTION, Tone.TEXT3)
        self._list = column(gap=12)
        assert self.action is not None
        self.action.set_icon("plus")
        self.title_row.insertWidget(max(0, self.title_row.indexOf(self.action)), self.count)
        self.add(boxed(self._list))
        self.add(self.hint)
        self.action.clicked.connect(self._on_prepare)
        context.tasks.data_changed.connect(self._on_data_changed)

    def show_customer(self, customer_id: int, name: str) -> None:
        """`name` as the customer is addressed."""
        if customer_id != self._customer_id:
            self._show(ProposalsOfCustomer((), (), None, 0))
            self.hint.hide()
        self._customer_id, self._name = customer_id, name
        self._load()

    def _load(self) -> None:
        number, today = self._customer_id, self._context.clock.today()

        def op(session: Session, _control: JobControl) -> tuple[int, ProposalsOfCustomer, float]:
            from app.queries.proposal_candidates import candidates
            from app.queries.proposals import proposals_of, rests_until

            rows = proposals_of(session, number)
            still_open = tuple(row for row in rows if row.outcome is ProposalOutcome.OPEN)
            found = candidates(session, today, customer_id=number)
            rest = rests_until(session, number, today)
            return number, ProposalsOfCustomer(still_open, found.rows, rest, len(rows) - len(still_open)), found.read

        self._context.tasks.query(op, self._on_found, owner=self, replaces="proposals of customer")

    def _on_found(self, answer: tuple[int, ProposalsOfCustomer, float]) -> None:
        number, found, read = answer
        if number != self._customer_id:
            return
        self._show(found)
        if read < 1.0:
            QTimer.singleShot(0, self, self._load)

    def _show(self, found: ProposalsOfCustomer) -> None:
        clear(self._list)
        for row in found.open:
            self._add_open(row)
        for one in () if found.open else found.candidates:
            self._add_candidate(one)
        count = len(found.open) or len(found.candidates)
        # In a column this narrow there is room for the number alone.
        self.count.set(self.tr("%n", "", count), Tone.INFO)
        self.count.setAccessibleName(self.tr("%n suggestion(s)", "", count))
        set_shown(self.count, count > 0)
        rests = found.rests_until
        resting = "" if rests is None else self.tr("Nothing is suggested until {day}.").format(day=day_text(rests))
        self.hint.setText(resting or self.tr("Nothing fits just now."))
        set_shown(self.hint, not count)

    def _add_candidate(self, one: Candidate) -> None:
        acts = ((PRESENT, say(DO_PRESENT)), (PASS, say(DO_PASS)))
        buttons = [(text, partial(self.acts.of_candidate, act, one)) for act, text in acts]
        self._add(one.product, reason_text(one.evidence), buttons)

    def _add_open(self, row: ProposalRow) -> None:
        why = row.text or ("" if row.evidence is None else reason_text(row.evidence))
        words = "\n".join(part for part in (state_text(row, self._context.clock.today()), why) if part)
        is_made = row.step is ProposalStep.PRESENTED
        first = (ACCEPT, say(DO_ACCEPT)) if is_made else (PRESENT, say(DO_PRESENT))
        second = (DECLINE, say(DO_DECLINE)) if is_made else (PASS, say(DO_PASS))
        self._add(row.title, words, [(text, partial(self.acts.of_proposal, act, row)) for act, text in (first, second)])

    def _add(self, title: str, words: str, acts: list[tuple[str, partial[None]]]) -> None:
        # Without signs, so that both stand side by side in the narrow column.
        buttons = FlowLayout(gap=8)
        for text, act in acts:
            button = NormalButton(text, small=True)
            button.clicked.connect(lambda _checked=False, act=act: act())
            buttons.addWidget(button)
        head, body = WrapLabel(title, TextStyle.ROW_TITLE, Tone.TEXT), WrapLabel(words, TextStyle.CAPTION, Tone.TEXT2)
        set_shown(body, bool(words))
        self._list.addWidget(boxed(column(head, body, boxed(buttons), gap=6)))

    def _on_prepare(self) -> None:
        self.acts.add(self._customer_id, self._name)

    def _on_data_changed(self, changed: frozenset[Entity], _initiator: object) -> None:
        if self._customer_id and self.isVisible() and changed & SHOWS:
            self._load()
