"""Staff: joining, leaving, handing customers over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.staff import HandedOver, HandOverToSelf, StaffFields, StaffHasCustomers, StaffNameMissing, StaffNameTaken, StaffUnknown
from app.domain.text import collapse_spaces
from app.models.counter import FollowUp
from app.models.customer import Customer
from app.models.shop import Staff
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
    StaffHasCustomers, StaffUnknown."""
    staff = _staff(session, staff_id)
    count = session.scalar(select(func.count()).select_from(Customer).where(Customer.staff_id == staff_id)) or 0
    if count:
        raise StaffHasCustomers(name=staff.name, count=count)
    follow_ups = _open_follow_ups(session, staff_id)
    with recorded(session, ActionKind.REMOVE_STAFF, now=now, name=staff.name) as act:
        staff.is_active = False
        for follow_up in follow_ups:
            follow_up.staff_id = None
    return act.action_id


def bring_staff_back(session: Session, staff_id: int, *, now: datetime) -> int:
    """Back into the list. The action's id. StaffUnknown, StaffNameTaken by a newer member."""
    staff = _staff(session, staff_id)
    name = _free_name(session, staff.name, besides=staff_id)
    with recorded(session, ActionKind.EDIT_STAFF, now=now, name=name) as act:
        staff.is_active = True
    return act.action_id


def hand_over(session: Session, from_id: int, to_id: int, *, now: datetime, then_removes: bool = False) -> HandedOver:
    """All customers of one member become another's, and the open follow-ups with them, as one act; with `then_removes` the first
    leaves the list in it. HandOverToSelf, StaffUnknown (also for one who has left).
    """
    if from_id == to_id:
        raise HandOverToSelf(field="to")
    giver, taker = _staff(session, from_id), _staff(session, to_id)
    if not taker.is_active:
        raise StaffUnknown(field="to")
    customers = session.scalars(select(Customer).where(Customer.staff_id == from_id)).all()
    follow_ups = _open_follow_ups(session, from_id)
    with recorded(session, ActionKind.HAND_OVER, now=now, name=giver.name, to=taker.name, count=len(customers)) as act:
        for customer in customers:
            customer.staff_id = to_id
            customer.updated_at = now
        for follow_up in follow_ups:
            follow_up.staff_id = to_id
        if then_removes:
            giver.is_active = False
    return HandedOver(act.action_id, len(customers))


def _open_follow_ups(session: Session, staff_id: int) -> Sequence[FollowUp]:
    return session.scalars(select(FollowUp).where(FollowUp.staff_id == staff_id, FollowUp.done_on.is_(None))).all()


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
