"""Groups of customers: making, changing, deleting them, and who is in those filled by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.groups import (
    CustomerGroupByRules,
    CustomerGroupGone,
    CustomerGroupNameTaken,
    GroupOutcome,
    GroupRules,
    checked_name,
)
from app.domain.text import fold
from app.models.customer import Customer
from app.models.groups import CustomerGroup, CustomerGroupMember
from app.services.actions import recorded

_PORTION = 500


def add_group(session: Session, name: str, rules: GroupRules | None, *, now: datetime, customer_ids: Sequence[int] = ()) -> GroupOutcome:
    """A new group at the end of the list; with `rules` None it is filled by hand, to begin with by `customer_ids`.

    CustomerGroupNameMissing, CustomerGroupNameTaken, CustomerGroupNameTooLong and what GroupRules.checked raises.
    """
    stored = None if rules is None else rules.checked().to_json()
    name = _free_name(session, name)
    last = session.scalar(select(func.max(CustomerGroup.position)))
    with recorded(session, ActionKind.ADD_GROUP, now=now, name=name) as act:
        position = 0 if last is None else last + 1
        group = CustomerGroup(name=name, rules=stored, position=position, created_at=now, updated_at=now)
        session.add(group)
        session.flush()
        count = put_into_group(session, group.id, customer_ids) if rules is None else 0
    return GroupOutcome(group.id, act.action_id, count)


def edit_group(
    session: Session,
    group_id: int,
    name: str,
    rules: GroupRules | None,
    *,
    now: datetime,
    put_in: Sequence[int] = (),
    take_out: Sequence[int] = (),
) -> GroupOutcome:
    """Another name, other rules; of a group filled by hand who comes in and who goes. CustomerGroupGone and what `add_group` raises."""
    group = _group(session, group_id)
    is_by_hand = group.rules is None
    stored = None if rules is None or is_by_hand else rules.checked().to_json()
    name = _free_name(session, name, besides=group_id)
    with recorded(session, ActionKind.EDIT_GROUP, now=now, name=name) as act:
        group.name, group.rules, group.updated_at = name, stored, now
        if is_by_hand:
            _take_out(session, group_id, take_out)
            put_into_group(session, group_id, put_in)
    return GroupOutcome(group_id, act.action_id)


def delete_group(session: Session, group_id: int, *, now: datetime) -> GroupOutcome:
    """Nobody's record changes. CustomerGroupGone."""
    group = _group(session, group_id)
    rows = session.scalars(select(CustomerGroupMember).where(CustomerGroupMember.group_id == group_id)).all()
    with recorded(session, ActionKind.DELETE_GROUP, now=now, name=group.name) as act:
        for row in rows:
            session.delete(row)
        session.flush()
        session.delete(group)
    return GroupOutcome(group_id, act.action_id, len(rows))


def add_members(session: Session, group_id: int, customer_ids: Iterable[int], *, now: datetime) -> GroupOutcome:
    """Who is in it already stays; `count`: how many came in. CustomerGroupGone, CustomerGroupByRules."""
    group = _by_hand(session, group_id)
    with recorded(session, ActionKind.ADD_TO_GROUP, now=now, name=group.name) as act:
        count = put_into_group(session, group_id, customer_ids)
        act.values["count"] = count
    return GroupOutcome(group_id, act.action_id, count)


def remove_members(session: Session, group_id: int, customer_ids: Iterable[int], *, now: datetime) -> GroupOutcome:
    """`count`: how many went. CustomerGroupGone, CustomerGroupByRules."""
    group = _by_hand(session, group_id)
    with recorded(session, ActionKind.REMOVE_FROM_GROUP, now=now, name=group.name) as act:
        act.values["count"] = count = _take_out(session, group_id, customer_ids)
    return GroupOutcome(group_id, act.action_id, count)


def _take_out(session: Session, group_id: int, customer_ids: Iterable[int]) -> int:
    member, count = CustomerGroupMember, 0
    for portion in _portions(customer_ids):
        for row in session.scalars(select(member).where(member.group_id == group_id, member.customer_id.in_(portion))).all():
            session.delete(row)
            count += 1
    session.flush()
    return count


def put_into_group(session: Session, group_id: int, customer_ids: Iterable[int]) -> int:
    """Within an act that is recorded: how many came in that were not there."""
    count = 0
    for portion in _portions(customer_ids):
        here = set(session.scalars(select(Customer.id).where(Customer.id.in_(portion))))
        query = select(CustomerGroupMember.customer_id).where(CustomerGroupMember.group_id == group_id)
        inside = set(session.scalars(query.where(CustomerGroupMember.customer_id.in_(portion))))
        fresh = [number for number in portion if number in here and number not in inside]
        session.add_all(CustomerGroupMember(group_id=group_id, customer_id=number) for number in fresh)
        count += len(fresh)
    session.flush()
    return count


def _portions(customer_ids: Iterable[int]) -> Iterator[list[int]]:
    ids = list(dict.fromkeys(int(number) for number in customer_ids))
    for start in range(0, len(ids), _PORTION):
        yield ids[start : start + _PORTION]


def _group(session: Session, group_id: int) -> CustomerGroup:
    group = session.get(CustomerGroup, group_id)
    if group is None:
        raise CustomerGroupGone
    return group


def _by_hand(session: Session, group_id: int) -> CustomerGroup:
    group = _group(session, group_id)
    if group.rules is not None:
        raise CustomerGroupByRules(name=group.name)
    return group


def _free_name(session: Session, typed: str, *, besides: int = 0) -> str:
    """The command line knows groups by name, so two cannot share one, however it is written."""
    name = checked_name(typed)
    for number, other in session.execute(select(CustomerGroup.id, CustomerGroup.name)):
        if number != besides and (other == name or (fold(name) and fold(other) == fold(name))):
            raise CustomerGroupNameTaken(field="name", name=other)
    return name
