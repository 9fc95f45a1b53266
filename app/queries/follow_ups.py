"""Follow-ups: what is open, for a day or for a customer. Those of customers who are archived or dead stay out of
the lists of all."""

from __future__ import annotations

import typing
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select, String, cast, func, select
from sqlalchemy.orm import Session, aliased

from app.domain.customers import CustomerKind
from app.domain.follow_ups import FollowUpRow, NextFollowUp
from app.models.care import CareRule
from app.models.counter import FollowUp, whose_task
from app.models.customer import Customer
from app.models.shop import Staff

_PHONE = func.coalesce(func.nullif(Customer.mobile, ""), Customer.phone)
_AT_ONCE = 500
_WHOSE = aliased(Staff)
_LISTED = (Customer.archived_at.is_(None), Customer.is_deceased.is_(False))


def find_follow_up(session: Session, follow_up_id: int) -> FollowUpRow | None:
    return next(iter(_read(session, _rows().where(FollowUp.id == follow_up_id))), None)


def follow_ups_of(session: Session, customer_id: int) -> list[FollowUpRow]:
    """Open ones by day, then the done ones, newest first."""
    query = _rows().where(FollowUp.customer_id == customer_id)
    still_open = query.where(FollowUp.done_on.is_(None)).order_by(FollowUp.due, FollowUp.id)
    done = query.where(FollowUp.done_on.is_not(None)).order_by(FollowUp.done_on.desc(), FollowUp.id.desc())
    return [*_read(session, still_open), *_read(session, done)]


def open_follow_ups(session: Session, *, until: date | None = None) -> list[FollowUpRow]:
    """By day, up to and with `until`."""
    query = _rows().where(FollowUp.done_on.is_(None), *_LISTED)
    if until is not None:
        query = query.where(FollowUp.due <= until)
    return _read(session, query.order_by(FollowUp.due, FollowUp.id))


def next_follow_ups(session: Session, customer_ids: Sequence[int] | None = None) -> dict[int, NextFollowUp]:
    """The earliest open one of each customer who has one; of these customers only, when they are named."""
    query = select(FollowUp.customer_id, FollowUp.due, FollowUp.kind).where(FollowUp.done_on.is_(None))
    query = query.order_by(FollowUp.due, FollowUp.id)
    parts = [query]
    if customer_ids is not None:
        chunks = [customer_ids[begin : begin + _AT_ONCE] for begin in range(0, len(customer_ids), _AT_ONCE)]
        parts = [query.where(FollowUp.customer_id.in_(chunk)) for chunk in chunks]
    found: dict[int, NextFollowUp] = {}
    for part in parts:
        for customer, due, kind in session.execute(part):
            found.setdefault(customer, NextFollowUp(due, kind))
    return found


def rows_of(session: Session, follow_up_ids: Sequence[int]) -> list[FollowUpRow]:
    """These, in their order; those that are gone are left out."""
    found: dict[int, FollowUpRow] = {}
    for begin in range(0, len(follow_up_ids), _AT_ONCE):
        part = FollowUp.id.in_(follow_up_ids[begin : begin + _AT_ONCE])
        found |= {row.id: row for row in _read(session, _rows().where(part))}
    return [found[number] for number in follow_up_ids if number in found]


def _read(session: Session, query: Select[Any]) -> list[FollowUpRow]:
    return [FollowUpRow(*row) for row in session.execute(query)]


def _rows() -> Select[Any]:
    query = (
        select(
            FollowUp.id,
            FollowUp.customer_id,
            Customer.name,
            Customer.kind == CustomerKind.COMPANY,
            _PHONE,
            FollowUp.due,
            FollowUp.kind,
            FollowUp.source,
            FollowUp.note,
            func.coalesce(Staff.name, ""),
            FollowUp.done_on,
            FollowUp.deadline,
            FollowUp.rule_id,
            func.coalesce(cast(CareRule.kind, String), ""),
            FollowUp.occasion,
            FollowUp.reason,
            FollowUp.about_id,
            FollowUp.template,
            FollowUp.tries,
            FollowUp.repeat_months,
            FollowUp.outcome,
            FollowUp.staff_id,
            func.coalesce(Customer.code, "#" + cast(Customer.id, String)),
            func.coalesce(_WHOSE.name, ""),
        )
        .join(Customer, Customer.id == FollowUp.customer_id)
        .outerjoin(Staff, Staff.id == FollowUp.staff_id)
        .outerjoin(_WHOSE, _WHOSE.id == whose_task())
        .outerjoin(CareRule, CareRule.id == FollowUp.rule_id)
    )
    return typing.cast("Select[Any]", query)
