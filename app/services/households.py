"""Joining customers into one household, and taking one out. Each is one recorded act, noted on the record of everybody it concerns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.customers import CustomerKind
from app.domain.households import CompanyInHousehold, HouseholdChanged, HouseholdOfOne, HouseholdOutcome
from app.models.customer import Customer, Household
from app.services.actions import recorded
from app.services.customers import find, note_change

_FEWEST = 2


def join_household(session: Session, customer_ids: Sequence[int], *, now: datetime) -> HouseholdOutcome:
    """Make one household of these, in this order. The first one who has a household brings it along with its other members, the others
    leave theirs; one of which nobody but one is left is none any more. HouseholdOfOne, CompanyInHousehold, CustomerGone."""
    people = [find(session, number) for number in dict.fromkeys(customer_ids)]
    if len(people) < _FEWEST:
        raise HouseholdOfOne(field="household")
    for person in people:
        if person.kind is CustomerKind.COMPANY:
            raise CompanyInHousehold(field="household", name=person.name)
    first, second = people[:2]
    with recorded(session, ActionKind.JOIN_HOUSEHOLD, now=now, name=first.name, other=second.name) as act:
        household_id = put_together(session, people, now=now)
    return HouseholdOutcome(household_id, act.action_id)


def put_together(session: Session, people: Sequence[Customer], *, now: datetime) -> int:
    """As `join_household`, within an act that is recorded; the household's id."""
    household_id = next((person.household_id for person in people if person.household_id is not None), None)
    if household_id is None:
        household = Household(created_at=now)
        session.add(household)
        session.flush()
        household_id = household.id
    here = members_of(session, household_id)
    joining = [person for person in people if person not in here]
    left = {person.household_id for person in joining if person.household_id is not None}
    touched = _others(session, {*left, household_id}, joining)
    for person in joining:
        person.household_id = household_id
    renumber([*here, *joining])
    session.flush()
    close_up(session, left)
    _note(session, touched, now)
    return household_id


def leave_household(session: Session, customer_id: int, *, now: datetime) -> int | None:
    """Take somebody out; None when there was nothing to leave. CustomerGone."""
    person = find(session, customer_id)
    household_id = person.household_id
    if household_id is None:
        return None
    with recorded(session, ActionKind.LEAVE_HOUSEHOLD, now=now, name=person.name) as act:
        touched = _others(session, {household_id}, [])
        person.household_id, person.household_place = None, 0
        session.flush()
        renumber(members_of(session, household_id))
        close_up(session, {household_id})
        _note(session, touched, now)
    return act.action_id


def order_household(session: Session, customer_ids: Sequence[int], *, now: datetime) -> int | None:
    """Say who stands first, second …: a piece is addressed to the first who may get post. None when it was so already.

    HouseholdChanged when these are not its members.
    """
    people = [find(session, number) for number in customer_ids]
    household_id = people[0].household_id if people else None
    before = members_of(session, household_id) if household_id is not None else []
    if not before or {person.id for person in before} != {person.id for person in people} or len(before) != len(people):
        raise HouseholdChanged(field="household")
    if people == before:
        return None
    with recorded(session, ActionKind.ORDER_HOUSEHOLD, now=now, name=people[0].name) as act:
        renumber(people)
    return act.action_id


def members_of(session: Session, household_id: int) -> list[Customer]:
    """The first of them first."""
    query = select(Customer).where(Customer.household_id == household_id).order_by(Customer.household_place, Customer.id)
    return list(session.scalars(query))


def close_up(session: Session, household_ids: Iterable[int]) -> None:
    """Close the gaps that somebody left in these; a household of one is none."""
    for household_id in sorted(household_ids):
        rest = members_of(session, household_id)
        if len(rest) >= _FEWEST:
            renumber(rest)
            continue
        for person in rest:
            person.household_id, person.household_place = None, 0
        session.flush()
        household = session.get(Household, household_id)
        if household is not None:
            session.delete(household)
            session.flush()


def renumber(people: Sequence[Customer]) -> None:
    """Within an act that is recorded: these are the members of a household, in this order."""
    for place, person in enumerate(people, start=1):
        person.household_place = place


def _others(session: Session, household_ids: set[int], joining: Sequence[Customer]) -> dict[Customer, str]:
    """Everybody an act concerns, with the names of those who shared the household before it."""
    concerned = [person for number in sorted(household_ids) for person in members_of(session, number)]
    return {person: _names_beside(session, person) for person in dict.fromkeys((*concerned, *joining))}


def _names_beside(session: Session, person: Customer) -> str:
    if person.household_id is None:
        return ""
    return "、".join(other.name for other in members_of(session, person.household_id) if other is not person)


def _note(session: Session, before: dict[Customer, str], now: datetime) -> None:
    for person, was in before.items():
        after = _names_beside(session, person)
        if after != was:
            note_change(session, person, now, "household", was, after)
            person.updated_at = now
