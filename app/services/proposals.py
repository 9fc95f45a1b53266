"""Proposals: planning, presenting, what the customer said. Each is one recorded act; a day makes a follow-up, and what happens to the
proposal happens to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.follow_ups import FollowUpFields, FollowUpKind, FollowUpSource, Outcome
from app.domain.periods import add_months
from app.domain.proposals import (
    LARGEST_AMOUNT,
    REST_MONTHS,
    Decision,
    ProposalAmountOutOfRange,
    ProposalDecided,
    ProposalFields,
    ProposalGone,
    ProposalMade,
    ProposalOutcome,
    ProposalStep,
    checked_proposal,
    printed_days,
    with_printed,
)
from app.domain.visits import UnknownStaff
from app.models.counter import FollowUp
from app.models.proposals import Proposal
from app.models.shop import Staff
from app.services.actions import recorded
from app.services.customers import find, staff_named
from app.services.follow_ups import new_follow_up
from app.services.follow_ups_done import close

_LATER = ("presented_on", "decided_on", "rests_until", "amount")


def add_proposal(session: Session, customer_id: int, fields: ProposalFields, *, now: datetime, today: date) -> ProposalMade:
    """With a day a follow-up is planned for it. ProposalTitleMissing, ProposalTargetOutOfRange, UnknownStaff(field="staff"),
    FollowUpInPast(field="due"), CustomerGone."""
    wanted = checked_proposal(fields)
    name = find(session, customer_id).name
    with recorded(session, ActionKind.ADD_PROPOSAL, now=now, name=name) as act:
        proposal = _new(session, customer_id, wanted, now)
        _plan(session, proposal, wanted.due, now=now, today=today)
    return ProposalMade(proposal.id, act.action_id)


def present_new(session: Session, customer_id: int, fields: ProposalFields, *, now: datetime, today: date) -> ProposalMade:
    """Made and presented in one act. Errors as of `add_proposal`."""
    wanted = checked_proposal(fields)
    name = find(session, customer_id).name
    with recorded(session, ActionKind.PRESENT_PROPOSAL, now=now, name=name) as act:
        proposal = _new(session, customer_id, wanted, now)
        _present(session, proposal, now=now, today=today)
    return ProposalMade(proposal.id, act.action_id)


def pass_new(session: Session, customer_id: int, fields: ProposalFields, *, now: datetime, today: date) -> ProposalMade:
    """Not this time: kept as passed, so that nothing is proposed for the months of rest. Errors as of `add_proposal`."""
    wanted = checked_proposal(fields)
    name = find(session, customer_id).name
    with recorded(session, ActionKind.PASS_PROPOSAL, now=now, name=name) as act:
        proposal = _new(session, customer_id, wanted, now)
        _rest(proposal, ProposalOutcome.PASSED, "", now=now, today=today)
    return ProposalMade(proposal.id, act.action_id)


def edit_proposal(session: Session, proposal_id: int, fields: ProposalFields, *, now: datetime, today: date) -> int | None:
    """The action's id, None when nothing was different. A day that is past already may stay. ProposalGone, ProposalTitleMissing,
    ProposalTargetOutOfRange, UnknownStaff, FollowUpInPast."""
    proposal, wanted = _found(session, proposal_id), checked_proposal(fields)
    values = _columns(session, wanted)
    if all(getattr(proposal, name) == value for name, value in values.items()):
        return None
    with recorded(session, ActionKind.EDIT_PROPOSAL, now=now, name=_name(session, proposal)) as act:
        is_moved = proposal.due != wanted.due
        if proposal.step is not ProposalStep.PRESENTED and wanted.step is ProposalStep.PRESENTED:
            proposal.presented_on = today
        elif wanted.step is not ProposalStep.PRESENTED:
            proposal.presented_on = None
        for name, value in values.items():
            setattr(proposal, name, value)
        proposal.updated_at = now
        if proposal.outcome is ProposalOutcome.OPEN:
            if is_moved:
                _plan(session, proposal, wanted.due, now=now, today=today)
            elif (planned := _follow_up(session, proposal)) is not None:
                # Where it was put off to stays, and one that is done or deleted does not come back.
                planned.note, planned.staff_id = proposal.title, proposal.staff_id
    return act.action_id


def present_proposal(session: Session, proposal_id: int, *, now: datetime, today: date) -> int:
    """The customer was told of it today. The action's id. ProposalGone, ProposalDecided."""
    proposal = _open(session, proposal_id)
    with recorded(session, ActionKind.PRESENT_PROPOSAL, now=now, name=_name(session, proposal)) as act:
        _present(session, proposal, now=now, today=today)
    return act.action_id


def note_printed(session: Session, proposal_id: int, *, now: datetime, today: date) -> int | None:
    """Its page was printed today. The action's id, None when it was printed today before. ProposalGone."""
    proposal = _found(session, proposal_id)
    if today in printed_days(proposal.evidence):
        return None
    with recorded(session, ActionKind.PRINT_PROPOSAL, now=now, name=_name(session, proposal)) as act:
        proposal.evidence, proposal.updated_at = with_printed(proposal.evidence, today), now
    return act.action_id


def print_new(session: Session, customer_id: int, fields: ProposalFields, *, now: datetime, today: date) -> ProposalMade:
    """Made and printed in one act, to be presented. Errors as of `add_proposal`."""
    wanted = replace(checked_proposal(fields), evidence=with_printed(fields.evidence, today))
    name = find(session, customer_id).name
    with recorded(session, ActionKind.PRINT_PROPOSAL, now=now, name=name) as act:
        proposal = _new(session, customer_id, wanted, now)
    return ProposalMade(proposal.id, act.action_id)


def decide_proposal(session: Session, proposal_id: int, decision: Decision, *, now: datetime, today: date) -> int:
    """What the customer said; the action's id. A no rests for REST_MONTHS; while it is thought about it stays open and is asked about
    again on its day. ProposalGone, ProposalDecided, ProposalAmountOutOfRange(field="amount"), FollowUpInPast(field="due")."""
    if decision.amount is not None and not 0 <= decision.amount <= LARGEST_AMOUNT:
        raise ProposalAmountOutOfRange(field="amount")
    proposal = _open(session, proposal_id)
    values = {"name": _name(session, proposal), "outcome": decision.outcome.value}
    with recorded(session, ActionKind.DECIDE_PROPOSAL, now=now, **values) as act:
        # Nobody answers what was not proposed.
        proposal.step, proposal.presented_on = ProposalStep.PRESENTED, proposal.presented_on or today
        if decision.outcome is ProposalOutcome.OPEN:
            _close_follow_up(session, proposal, Outcome.DONE, now=now, today=today)
            _plan(session, proposal, decision.due, now=now, today=today)
            proposal.reason, proposal.updated_at = decision.reason.strip() or proposal.reason, now
        elif decision.outcome is ProposalOutcome.ACCEPTED:
            proposal.amount = decision.amount
            proposal.outcome, proposal.decided_on, proposal.updated_at = ProposalOutcome.ACCEPTED, today, now
            proposal.reason = decision.reason.strip()
            _close_follow_up(session, proposal, Outcome.DONE, now=now, today=today)
        else:
            _close_follow_up(session, proposal, Outcome.DONE, now=now, today=today)
            _rest(proposal, decision.outcome, decision.reason, now=now, today=today)
    return act.action_id


def pass_proposal(session: Session, proposal_id: int, *, now: datetime, today: date) -> int:
    """Not this time. The action's id. ProposalGone, ProposalDecided."""
    proposal = _open(session, proposal_id)
    with recorded(session, ActionKind.PASS_PROPOSAL, now=now, name=_name(session, proposal)) as act:
        _close_follow_up(session, proposal, Outcome.NOT_NEEDED, now=now, today=today)
        _rest(proposal, ProposalOutcome.PASSED, "", now=now, today=today)
    return act.action_id


def reopen_proposal(session: Session, proposal_id: int, *, now: datetime) -> int:
    """Not decided after all; the rest is over. The action's id. ProposalGone, also when it is open."""
    proposal = _found(session, proposal_id)
    if proposal.outcome is ProposalOutcome.OPEN:
        raise ProposalGone
    with recorded(session, ActionKind.EDIT_PROPOSAL, now=now, name=_name(session, proposal)) as act:
        proposal.outcome, proposal.updated_at = ProposalOutcome.OPEN, now
        proposal.decided_on = proposal.rests_until = proposal.amount = proposal.due = None
    return act.action_id


def delete_proposal(session: Session, proposal_id: int, *, now: datetime) -> int:
    """With its open follow-up. The action's id. ProposalGone."""
    proposal = _found(session, proposal_id)
    with recorded(session, ActionKind.DELETE_PROPOSAL, now=now, name=_name(session, proposal)) as act:
        follow_up = _follow_up(session, proposal)
        if follow_up is not None:
            session.delete(follow_up)
        session.delete(proposal)
    return act.action_id


def _new(session: Session, customer_id: int, fields: ProposalFields, now: datetime) -> Proposal:
    values = _columns(session, fields) | {"evidence": dict(fields.evidence)} | dict.fromkeys(_LATER)
    proposal = Proposal(customer_id=customer_id, outcome=ProposalOutcome.OPEN, created_at=now, updated_at=now, reason="", **values)
    session.add(proposal)
    session.flush()
    return proposal


def _columns(session: Session, fields: ProposalFields) -> dict[str, object]:
    staff_id = staff_named(session, fields.staff)
    if fields.staff and staff_id is None:
        raise UnknownStaff(field="staff", name=fields.staff)
    names = ("kind", "title", "text", "product_id", "target_percent", "target_months", "step", "due")
    return {name: getattr(fields, name) for name in names} | {"staff_id": staff_id}


def _present(session: Session, proposal: Proposal, *, now: datetime, today: date) -> None:
    _close_follow_up(session, proposal, Outcome.DONE, now=now, today=today)
    proposal.step, proposal.presented_on, proposal.updated_at = ProposalStep.PRESENTED, today, now
    if proposal.due is not None and proposal.due <= today:
        proposal.due = None


def _rest(proposal: Proposal, outcome: ProposalOutcome, reason: str, *, now: datetime, today: date) -> None:
    proposal.outcome, proposal.reason, proposal.decided_on, proposal.updated_at = outcome, reason.strip(), today, now
    proposal.rests_until, proposal.due = add_months(today, REST_MONTHS), None


def _plan(session: Session, proposal: Proposal, due: date | None, *, now: datetime, today: date) -> None:
    """One open follow-up for its day, or none."""
    proposal.due = due
    planned = _follow_up(session, proposal)
    if due is None:
        if planned is not None:
            session.delete(planned)
        return
    if planned is not None and due == planned.due:
        planned.note, planned.staff_id = proposal.title, proposal.staff_id
        return
    if planned is not None:
        session.delete(planned)
    staff = None if proposal.staff_id is None else session.get(Staff, proposal.staff_id)
    fields = FollowUpFields(due, FollowUpKind.TALK, proposal.title, "" if staff is None else staff.name)
    source = FollowUpSource.PROPOSAL
    new_follow_up(session, proposal.customer_id, fields, source=source, now=now, today=today, about_id=proposal.id)


def _close_follow_up(session: Session, proposal: Proposal, outcome: Outcome, *, now: datetime, today: date) -> None:
    follow_up = _follow_up(session, proposal)
    if follow_up is not None:
        close(session, follow_up, outcome, now=now, today=today)
        session.flush()


def _follow_up(session: Session, proposal: Proposal) -> FollowUp | None:
    about = FollowUp.source == FollowUpSource.PROPOSAL, FollowUp.about_id == proposal.id
    return session.scalars(select(FollowUp).where(*about, FollowUp.done_on.is_(None)).order_by(FollowUp.id).limit(1)).first()


def _found(session: Session, proposal_id: int) -> Proposal:
    proposal = session.get(Proposal, proposal_id)
    if proposal is None:
        raise ProposalGone
    return proposal


def _open(session: Session, proposal_id: int) -> Proposal:
    proposal = _found(session, proposal_id)
    if proposal.outcome is not ProposalOutcome.OPEN:
        raise ProposalDecided
    return proposal


def _name(session: Session, proposal: Proposal) -> str:
    return find(session, proposal.customer_id).name
