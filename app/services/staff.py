"""Staff: joining, leaving, handing customers over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.inquiries import InquiryState
from app.domain.proposals import ProposalOutcome
from app.domain.staff import (
    HandedOver,
    HandOverSpan,
    HandOverToSelf,
    NothingToHandOver,
    StaffFields,
    StaffHasCustomers,
    StaffHasVoices,
    StaffNameMissing,
    StaffNameTaken,
    StaffUnknown,
)
from app.domain.text import collapse_spaces
from app.models.care import CareRule
from app.models.contracts import Contract
from app.models.counter import FollowUp, whose_task
from app.models.customer import Customer
from app.models.inquiries import Inquiry
from app.models.proposals import Proposal
from app.models.shop import Shop, Staff
from app.services.actions import recorded


def add_staff(session: Session, fields: StaffFields, *, now: datetime) -> int:
    """The id of the new member. StaffNameMissing, StaffNameTaken."""
    name = _free_name(session, fields.name)
    last = session.scalar(select(func.max(Staff.position)))
    with recorded(session, ActionKind.ADD_STAFF, now=now, name=name):
        staff = Staff(name=name, role=fields.role.strip(), is_active=True, position=0 if last is None else last + 1)
        session.add(staff)
    return staff.id


def edit_staff(session: Session, staff_id: int, fields: StaffFields, *, now: datetime) -> int:
    """The action's id. StaffNameMissing, StaffNameTaken, StaffUnknown."""
    staff = _staff(session, staff_id)
    name = _free_name(session, fields.name, besides=staff_id)
    with recorded(session, ActionKind.EDIT_STAFF, now=now, name=name) as act:
        staff.name, staff.role = name, fields.role.strip()
    return act.action_id


def remove_staff(session: Session, staff_id: int, *, now: datetime) -> int:
    """Take out of the list; what they did stays theirs, what they were to do is for anybody to do. The action's id.
    StaffHasCustomers, StaffHasVoices, StaffUnknown."""
    staff = _staff(session, staff_id)
    count = session.scalar(select(func.count()).select_from(Customer).where(Customer.staff_id == staff_id)) or 0
    if count:
        raise StaffHasCustomers(name=staff.name, count=count)
    voices = _open_voices(session, staff_id)
    if voices:
        raise StaffHasVoices(name=staff.name, count=len(voices))
    freed: list[FollowUp | Proposal | Contract | CareRule] = [
        *_open_follow_ups(session, staff_id),
        *_open_proposals(session, staff_id),
        *session.scalars(select(Contract).where(Contract.staff_id == staff_id, Contract.ended_on.is_(None))).all(),
        *session.scalars(select(CareRule).where(CareRule.staff_id == staff_id)).all(),
    ]
    with recorded(session, ActionKind.REMOVE_STAFF, now=now, name=staff.name) as act:
        staff.is_active = False
        for row in freed:
            row.staff_id = None
    return act.action_id


def bring_staff_back(session: Session, staff_id: int, *, now: datetime) -> int:
    """Back into the list. The action's id. StaffUnknown, StaffNameTaken by a newer member."""
    staff = _staff(session, staff_id)
    name = _free_name(session, staff.name, besides=staff_id)
    with recorded(session, ActionKind.EDIT_STAFF, now=now, name=name) as act:
        staff.is_active = True
    return act.action_id


def hand_over(
    session: Session,
    from_id: int,
    to_id: int,
    *,
    now: datetime,
    then_removes: bool = False,
    span: HandOverSpan | None = None,
) -> HandedOver:
    """What one member looks after becomes another's, as one act: customers, open follow-ups, open voices with their promises, open
    suggestions, running contracts, and the rules whose follow-ups were for the first. Within a `span` only the follow-ups, promises and
    suggestions that fall due in it, and the customers stay. With `then_removes` the first leaves the list in the same act.
    HandOverToSelf, StaffUnknown (also for one who has left), NothingToHandOver in a span without work.
    """
    if from_id == to_id:
        raise HandOverToSelf(field="to")
    giver, taker = _staff(session, from_id), _staff(session, to_id)
    if not taker.is_active:
        raise StaffUnknown(field="to")
    work = _work_of(session, from_id) if span is None else _work_within(session, from_id, span)
    if span is not None and not work.rows():
        raise NothingToHandOver(name=giver.name)
    count = len(work.customers) if span is None else len(work.rows())
    kind = ActionKind.HAND_OVER if span is None else ActionKind.HAND_OVER_DAYS
    with recorded(session, kind, now=now, name=giver.name, to=taker.name, count=count) as act:
        for row in work.rows():
            row.staff_id = to_id
            if isinstance(row, Customer | Inquiry | Proposal | Contract | CareRule):
                row.updated_at = now
        if then_removes:
            giver.is_active = False
    return HandedOver(
        act.action_id,
        len(work.customers),
        len(work.follow_ups),
        len(work.voices),
        len(work.proposals),
        len(work.contracts),
        len(work.rules),
    )


@dataclass(frozen=True, slots=True)
class _Work:
    """What is to go to somebody else."""

    follow_ups: Sequence[FollowUp]
    voices: Sequence[Inquiry]
    proposals: Sequence[Proposal]
    customers: Sequence[Customer] = ()
    contracts: Sequence[Contract] = ()
    rules: Sequence[CareRule] = ()

    def rows(self) -> list[FollowUp | Inquiry | Proposal | Customer | Contract | CareRule]:
        return [*self.customers, *self.follow_ups, *self.voices, *self.proposals, *self.contracts, *self.rules]


def _work_of(session: Session, staff_id: int) -> _Work:
    """Everything: what is closed stays with who did it."""
    return _Work(
        follow_ups=_open_follow_ups(session, staff_id),
        voices=_open_voices(session, staff_id),
        proposals=_open_proposals(session, staff_id),
        customers=session.scalars(select(Customer).where(Customer.staff_id == staff_id)).all(),
        contracts=session.scalars(select(Contract).where(Contract.staff_id == staff_id, Contract.ended_on.is_(None))).all(),
        rules=session.scalars(select(CareRule).where(CareRule.staff_id == staff_id)).all(),
    )


def _work_within(session: Session, staff_id: int, span: HandOverSpan) -> _Work:
    """Also follow-ups that name nobody, where the customer is theirs: it would be for them to do."""
    zone = ZoneInfo(session.scalars(select(Shop.timezone)).one())
    return _Work(
        follow_ups=[one for one in _follow_ups_to_do(session, staff_id) if span.has(one.due)],
        voices=[one for one in _open_voices(session, staff_id) if one.due_at and span.has(one.due_at.astimezone(zone).date())],
        proposals=[one for one in _open_proposals(session, staff_id) if span.has(one.due)],
    )


def _open_follow_ups(session: Session, staff_id: int) -> Sequence[FollowUp]:
    return session.scalars(select(FollowUp).where(FollowUp.staff_id == staff_id, FollowUp.done_on.is_(None))).all()


def _follow_ups_to_do(session: Session, staff_id: int) -> Sequence[FollowUp]:
    query = select(FollowUp).join(Customer, Customer.id == FollowUp.customer_id)
    return session.scalars(query.where(whose_task() == staff_id, FollowUp.done_on.is_(None))).all()


def _open_voices(session: Session, staff_id: int) -> Sequence[Inquiry]:
    return session.scalars(select(Inquiry).where(Inquiry.staff_id == staff_id, Inquiry.state != InquiryState.CLOSED)).all()


def _open_proposals(session: Session, staff_id: int) -> Sequence[Proposal]:
    return session.scalars(select(Proposal).where(Proposal.staff_id == staff_id, Proposal.outcome == ProposalOutcome.OPEN)).all()


def _staff(session: Session, staff_id: int) -> Staff:
    staff = session.get(Staff, staff_id)
    if staff is None:
        raise StaffUnknown
    return staff


def _free_name(session: Session, typed: str, *, besides: int = 0) -> str:
    """The name without stray blanks. Files name staff by it, so two active members cannot share one."""
    name = collapse_spaces(typed)
    if not name:
        raise StaffNameMissing(field="name")
    if session.scalar(select(Staff.id).where(Staff.name == name, Staff.is_active.is_(True), Staff.id != besides)) is not None:
        raise StaffNameTaken(field="name", name=name)
    return name
