"""What can be done with proposals; each act ends with a toast that can take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.context import AppContext
from app.domain.proposal_rows import Candidate, ProposalRow
from app.domain.proposals import ProposalFields, ProposalMade, ProposalOutcome, ProposalStep
from app.jobs.job import JobControl
from app.views.labels_customers import polite_name
from app.views.proposals.paper_page import PaperSubject
from app.views.proposals.words import (
    ACCEPT,
    CHANGE,
    DECLINE,
    DELETE,
    PASS,
    PREPARE,
    PRESENT,
    PRINT,
    REOPEN,
    THINK,
    fields_of,
)

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class ProposalActs(QObject):
    """`made(proposal_id)`: one came to be, or was changed."""

    made = Signal(int)

    def __init__(self, context: AppContext, view: QWidget) -> None:
        super().__init__(view)
        self._context = context
        self._view = view

    def of_candidate(self, act: str, one: Candidate) -> None:
        """PRESENT, PASS, PREPARE or PRINT."""
        name = polite_name(one.customer_name, is_company=one.is_company)
        if act == PRESENT:
            self._present_new(one.customer_id, fields_of(one), name)
        elif act == PASS:
            self._pass_new(one.customer_id, fields_of(one), name)
        elif act == PREPARE:
            from app.views.proposals.panel import open_new_proposal

            self._listen(open_new_proposal(self._context, self._view.window(), one.customer_id, name, fields_of(one)))
        elif act == PRINT:
            self._paper().print_page(subject_of(one))

    def of_proposal(self, act: str, row: ProposalRow) -> None:
        name, window = polite_name(row.customer_name, is_company=row.is_company), self._view.window()
        if act in (PRESENT, PASS, DELETE, REOPEN):
            self._do(act, row, name)
        elif act in (ACCEPT, THINK, DECLINE):
            from app.views.proposals.outcome_panel import open_outcome

            open_outcome(self._context, window, row, act)
        elif act == CHANGE:
            from app.views.proposals.panel import open_proposal

            self._listen(open_proposal(self._context, window, row))
        elif act == PRINT:
            self._paper().print_page(subject_of(row))

    def add(self, customer_id: int | None = None, name: str = "") -> None:
        """Thought of by oneself."""
        from app.views.proposals.panel import open_new_proposal

        self._listen(open_new_proposal(self._context, self._view.window(), customer_id, name, None))

    def change_words(self, shown: Candidate | ProposalRow | None) -> None:
        """Of the page to hand over, seen with what is shown."""
        self._paper().change_words(None if shown is None else subject_of(shown))

    def _listen(self, panel: object) -> None:
        signal = getattr(panel, "kept", None)
        if signal is not None:
            signal.connect(self.made)

    def _paper(self) -> ProposalPaper:
        from app.views.proposals.paper import ProposalPaper

        return ProposalPaper(self._context, self._view)

    def _present_new(self, customer_id: int, fields: ProposalFields, name: str) -> None:
        now, today = self._context.clock.now(), self._context.clock.today()

        def op(session: Session, _control: JobControl) -> ProposalMade:
            from app.services.proposals import present_new

            return present_new(session, customer_id, fields, now=now, today=today)

        self._make(op, self.tr("Noted: {title} was suggested to {name}").format(title=fields.title, name=name))

    def _pass_new(self, customer_id: int, fields: ProposalFields, name: str) -> None:
        now, today = self._context.clock.now(), self._context.clock.today()

        def op(session: Session, _control: JobControl) -> ProposalMade:
            from app.services.proposals import pass_new

            return pass_new(session, customer_id, fields, now=now, today=today)

        self._make(op, self.tr("Nothing is suggested to {name} for 3 months").format(name=name))

    def _make(self, op: object, sentence: str) -> None:
        def done(made: ProposalMade) -> None:
            self._context.messages.toast(sentence, undo_action_id=made.action_id)
            self.made.emit(made.proposal_id)

        self._context.tasks.command(op, done, owner=self._view)  # type: ignore[arg-type]

    def _do(self, act: str, row: ProposalRow, name: str) -> None:
        now, today, number = self._context.clock.now(), self._context.clock.today(), row.id

        def op(session: Session, _control: JobControl) -> int:
            from app.services import proposals

            if act == PRESENT:
                return proposals.present_proposal(session, number, now=now, today=today)
            if act == PASS:
                return proposals.pass_proposal(session, number, now=now, today=today)
            if act == REOPEN:
                return proposals.reopen_proposal(session, number, now=now)
            return proposals.delete_proposal(session, number, now=now)

        sentence = {
            PRESENT: self.tr("Noted: {title} was suggested to {name}"),
            PASS: self.tr("Nothing is suggested to {name} for 3 months"),
            REOPEN: self.tr("The suggestion to {name} is open again"),
            DELETE: self.tr("The suggestion to {name} is deleted"),
        }[act].format(title=row.title, name=name)

        def done(action_id: int) -> None:
            self._context.messages.toast(sentence, undo_action_id=action_id)

        self._context.tasks.command(op, done, owner=self._view)


def subject_of(one: Candidate | ProposalRow) -> PaperSubject:
    name = polite_name(one.customer_name, is_company=one.is_company)
    if isinstance(one, Candidate):
        return PaperSubject(one.customer_id, name, fields_of(one))
    is_waiting = one.outcome is ProposalOutcome.OPEN and one.step is not ProposalStep.PRESENTED
    return PaperSubject(one.customer_id, name, one.fields(), one.id, is_waiting)


if TYPE_CHECKING:
    from app.views.proposals.paper import ProposalPaper
