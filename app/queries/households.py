"""Who shares the post with a customer, and who seems to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, cast

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from app.domain.addresses import Address
from app.domain.customers import Consent, CustomerKind
from app.domain.households import Home, HouseholdMember, HouseholdView, Living, keys_of, living, name_words
from app.domain.names import join_name, split_name
from app.domain.text import fold
from app.models.customer import Customer

_C = Customer
_LIVING = (
    _C.id, _C.family_name, _C.given_name, _C.name, _C.prefecture, _C.city, _C.street, _C.building, _C.household_id, _C.kind,
)  # fmt: skip
_MEMBER = (_C.id, _C.name, _C.kana, _C.household_place, _C.is_deceased, or_(_C.do_not_contact, _C.post_consent == Consent.NO))


def household_of(session: Session, customer_id: int) -> HouseholdView:
    """Those joined by hand in their order, and whoever else has the same family name and address."""
    person = session.get(Customer, customer_id)
    if person is None or person.kind is CustomerKind.COMPANY:
        return HouseholdView()
    members: list[HouseholdMember] = []
    if person.household_id is not None:
        query = select(*_MEMBER).where(_C.household_id == person.household_id).order_by(_C.household_place, _C.id)
        members = [HouseholdMember(*row) for row in session.execute(query)]
    return HouseholdView(tuple(members) if len(members) > 1 else (), tuple(_proposed(session, person)))


def homes_of(session: Session, people: Mapping[int, Living], typed: Mapping[int, tuple[str, ...]], today: date) -> dict[int, Home]:
    """Where each of these belongs when post is shared, with what everybody's marks say of their household. `typed`: the family's names
    on each record."""
    others, places, stopped, mourning = _marked(session, today)
    keys = keys_of({**others, **people})
    unnamed: dict[str, frozenset[str]] = {}
    for number in stopped:
        key, person = keys[number], others[number]
        unnamed[key] = unnamed.get(key, frozenset()) | name_words(person.family, person.given)
    elsewhere = {fold(join_name(others[number].family, others[number].given)) for number in stopped if others[number].given}
    in_mourning = {keys[number] for number in mourning} - {""}
    return {
        number: Home(
            key := keys[number],
            places.get(number, 0),
            typed.get(number, ()),
            (unnamed.get(key, frozenset()) if key else frozenset()) | _moved_out(person, typed.get(number, ()), elsewhere),
            key in in_mourning,
        )
        for number, person in people.items()
    }


def _moved_out(person: Living, typed: Iterable[str], stopped: Collection[str]) -> frozenset[str]:
    """Of the typed names those of whoever must not be named, wherever the record says that somebody of that name lives now: who has
    moved out is still typed on the family's records."""
    full = {fold(word): fold(word if split_name(word)[1] else join_name(person.family, word)) for word in typed}
    return frozenset(word for word, name in full.items() if name in stopped)


def _marked(session: Session, today: date) -> tuple[dict[int, Living], dict[int, int], set[int], set[int]]:
    """Everybody who is in a household by hand or must not be named on a piece: where they live, their places, who must not be named,
    and who of those is in mourning."""
    is_mourning = and_(_C.mourning_until.is_not(None), _C.mourning_until >= today)
    is_quiet = or_(_C.do_not_contact, _C.post_consent == Consent.NO, _C.is_deceased)
    query = select(*_LIVING, _C.household_place, is_quiet, is_mourning)
    found: dict[int, Living] = {}
    places: dict[int, int] = {}
    stopped: set[int] = set()
    mourning: set[int] = set()
    for row in session.execute(query.where(or_(_C.household_id.is_not(None), is_quiet, is_mourning))):
        number = int(row[0])
        place, wants_none, mourns = cast("tuple[int, bool, bool]", row[len(_LIVING) :])
        found[number], places[number] = _living(row), place
        if wants_none or mourns:
            stopped.add(number)
        if mourns:
            mourning.add(number)
    return found, places, stopped, mourning


def _proposed(session: Session, person: Customer) -> list[HouseholdMember]:
    """Of the same family name at the same address, and in no household joined by hand."""
    own = replace(_of_record(person), household=None)
    if not own.address or not own.family:
        return []
    # Narrow enough for a town of thousands; whether it is the same place is then seen exactly.
    is_near = or_(_C.family_name == person.family_name, and_(_C.postal_code == person.postal_code, _C.postal_code != ""))
    may_join = (_C.id != person.id, _C.kind == CustomerKind.PERSON, _C.household_id.is_(None), _C.archived_at.is_(None))
    query = select(*_LIVING).where(_C.city == person.city, is_near, *may_join)
    there = {int(row[0]): _living(row) for row in session.execute(query)}
    keys = keys_of({person.id: own, **there})
    same = [number for number in there if keys[number] and keys[number] == keys[person.id]]
    rows = session.execute(select(*_MEMBER).where(_C.id.in_(same)).order_by(_C.sort_key, _C.id))
    return [HouseholdMember(*row) for row in rows]


def _of_record(person: Customer) -> Living:
    at = Address(person.prefecture, person.city, person.street, person.building)
    return living(person.family_name, person.given_name, person.name, at, household=person.household_id)


def _living(row: Any) -> Living:
    _number, family, given, name, prefecture, city, street, building, household, kind = row[: len(_LIVING)]
    at = Address(prefecture, city, street, building)
    return living(family, given, name, at, household=household, is_company=kind is CustomerKind.COMPANY)
