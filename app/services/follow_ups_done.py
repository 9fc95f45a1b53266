"""How a follow-up is closed or tried, within the act that is being recorded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.contacts import ContactKind
from app.domain.follow_ups import Attempt, FollowUpKind, FollowUpSource, Outcome, Turn
from app.domain.proposals import ProposalOutcome, ProposalStep
from app.models.counter import FollowUp
from app.models.customer import Contact
from app.models.proposals import Proposal
from app.services.customers import staff_named

_CONTACTS = {
    FollowUpKind.CALL: ContactKind.PHONE,
    FollowUpKind.VISIT: ContactKind.TALK,
    FollowUpKind.TALK: ContactKind.TALK,
    FollowUpKind.EMAIL: ContactKind.EMAIL,
}
_AT_ONCE = 500


def close(
    session: Session,
    follow_up: FollowUp,
    outcome: Outcome,
    *,
    note: str = "",
    by: str = "",
    now: datetime,
    today: date,
) -> None:
    """An open one, by hand. What nobody in particular was to do is now theirs who did it; the proposal that one was to make is made."""
    if note.strip():
        follow_up.contact_id = add_contact(session, follow_up, note, by=by, now=now, today=today, outcome=outcome).id
    if follow_up.staff_id is None and outcome is Outcome.DONE:
        follow_up.staff_id = staff_named(session, by)
    follow_up.done_on, follow_up.done_at, follow_up.outcome = today, now, outcome
    if follow_up.source is FollowUpSource.PROPOSAL and outcome is Outcome.DONE:
        _present_proposal(session, follow_up.about_id, now=now, today=today)
    if follow_up.repeat_months is not None:
        session.add(_next_of(follow_up, follow_up.repeat_months, now=now, today=today))


def add_contact(
    session: Session,
    follow_up: FollowUp,
    note: str,
    *,
    by: str,
    now: datetime,
    today: date,
    outcome: Outcome = Outcome.DONE,
    attempt: Attempt | None = None,
) -> Contact:
    """What is noted with the customer: a talk, or a try at one."""
    kind = _CONTACTS.get(follow_up.kind, ContactKind.NOTE) if outcome is Outcome.DONE else ContactKind.NOTE
    contact = Contact(
        customer_id=follow_up.customer_id,
        kind=ContactKind.PHONE if attempt is Attempt.VOICE_MAIL else kind,
        day=today,
        at=now,
        staff_id=staff_named(session, by) or follow_up.staff_id,
        text=note.strip(),
        attempt=attempt,
        follow_up_id=follow_up.id,
    )
    session.add(contact)
    session.flush()
    return contact


def drop_repeated(session: Session, follow_up: FollowUp) -> None:
    """The one that was planned when this one was closed, as long as nobody has touched it."""
    if follow_up.repeat_months is None or follow_up.done_at is None:
        return
    made = FollowUp.customer_id == follow_up.customer_id, FollowUp.created_at == follow_up.done_at, FollowUp.done_on.is_(None)
    for row in session.scalars(select(FollowUp).where(*made, FollowUp.repeat_months == follow_up.repeat_months)):
        if (row.kind, row.note) == (follow_up.kind, follow_up.note):
            session.delete(row)


def open_ones(session: Session, follow_up_ids: Sequence[int]) -> Iterator[FollowUp]:
    """Those of them that are open, in order."""
    wanted = list(dict.fromkeys(follow_up_ids))
    for begin in range(0, len(wanted), _AT_ONCE):
        part = wanted[begin : begin + _AT_ONCE]
        rows = session.scalars(select(FollowUp).where(FollowUp.id.in_(part), FollowUp.done_on.is_(None)))
        found = {row.id: row for row in rows}
        yield from (found[number] for number in part if number in found)


def _present_proposal(session: Session, proposal_id: int | None, *, now: datetime, today: date) -> None:
    """One that was presented before keeps its day; it was only asked about again."""
    proposal = None if proposal_id is None else session.get(Proposal, proposal_id)
    if proposal is None or proposal.outcome is not ProposalOutcome.OPEN:
        return
    if proposal.step is not ProposalStep.PRESENTED:
        proposal.step, proposal.presented_on = ProposalStep.PRESENTED, today
    proposal.due, proposal.updated_at = None, now


def _next_of(follow_up: FollowUp, months: int, *, now: datetime, today: date) -> FollowUp:
    """Counted from its first day, wherever this one was put off to; from today where that day would be past."""
    turn = Turn.from_text(follow_up.occasion) or Turn(follow_up.due)
    following = turn.following(months, today)
    due = following.day(months)
    ahead = None if follow_up.deadline is None else max(follow_up.deadline - turn.day(months), timedelta(0))
    return FollowUp(
        customer_id=follow_up.customer_id,
        due=due,
        kind=follow_up.kind,
        source=FollowUpSource.HAND if follow_up.source is FollowUpSource.RULE else follow_up.source,
        note=follow_up.note,
        staff_id=follow_up.staff_id,
        deadline=None if ahead is None else due + ahead,
        occasion=following.to_text(),
        about_id=follow_up.about_id,
        template=follow_up.template,
        repeat_months=months,
        created_at=now,
    )
