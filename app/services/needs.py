"""What customers need again: noting it, and that they have had it. Each is one recorded act."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.contracts import NeedGone
from app.domain.needs import NeedFields, NeedOutcome, checked_need, next_need
from app.models.contracts import Need
from app.services.actions import recorded
from app.services.customers import find

_FIELDS = ("title", "due", "product_id", "every_months", "note")


def add_need(session: Session, customer_id: int, fields: NeedFields, *, now: datetime) -> NeedOutcome:
    """NeedTitleMissing, NeedRoundOutOfRange, CustomerGone."""
    name = find(session, customer_id).name
    wanted = checked_need(fields)
    with recorded(session, ActionKind.ADD_NEED, now=now, name=name) as act:
        need = _new(session, customer_id, wanted, now)
    return NeedOutcome(need.id, act.action_id)


def edit_need(session: Session, need_id: int, fields: NeedFields, *, now: datetime) -> int | None:
    """The action's id, None when nothing was different. NeedGone, NeedTitleMissing, NeedRoundOutOfRange."""
    need = _found(session, need_id)
    values = {name: getattr(checked_need(fields), name) for name in _FIELDS}
    if all(getattr(need, name) == value for name, value in values.items()):
        return None
    with recorded(session, ActionKind.EDIT_NEED, now=now, name=_name(session, need)) as act:
        for name, value in values.items():
            setattr(need, name, value)
        need.updated_at = now
    return act.action_id


def finish_need(session: Session, need_id: int, *, day: date, now: datetime) -> int:
    """The customer has had it on `day`; one that comes round is noted anew for its next day. The action's id. NeedGone, also when it is
    done."""
    need = _found(session, need_id)
    if need.done_on is not None:
        raise NeedGone
    with recorded(session, ActionKind.FINISH_NEED, now=now, name=_name(session, need)) as act:
        _finish(session, need, day, now)
    return act.action_id


def delete_need(session: Session, need_id: int, *, now: datetime) -> int:
    """The action's id. NeedGone."""
    need = _found(session, need_id)
    with recorded(session, ActionKind.DELETE_NEED, now=now, name=_name(session, need)) as act:
        session.delete(need)
    return act.action_id


def open_needs(session: Session, customer_id: int) -> Sequence[Need]:
    """Those a purchase may do: of a product, the first to come first."""
    query = select(Need).where(Need.customer_id == customer_id, Need.done_on.is_(None), Need.product_id.is_not(None))
    return session.scalars(query.order_by(Need.due, Need.id)).all()


def finish_bought(session: Session, needs: Sequence[Need], product_ids: Collection[int], *, day: date, now: datetime) -> None:
    """Within the act that records a purchase: of each product the need that came first is done."""
    left = set(product_ids)
    for need in needs:
        if need.product_id in left:
            left.discard(need.product_id)
            _finish(session, need, day, now)


def _finish(session: Session, need: Need, day: date, now: datetime) -> None:
    need.done_on, need.updated_at = day, now
    if need.every_months is not None:
        due = next_need(need.due, day, need.every_months)
        _new(session, need.customer_id, NeedFields(need.title, due, need.product_id, need.every_months, need.note), now)


def _new(session: Session, customer_id: int, fields: NeedFields, now: datetime) -> Need:
    values = {name: getattr(fields, name) for name in _FIELDS}
    need = Need(**values, customer_id=customer_id, done_on=None, created_at=now, updated_at=now)
    session.add(need)
    session.flush()
    return need


def _found(session: Session, need_id: int) -> Need:
    need = session.get(Need, need_id)
    if need is None:
        raise NeedGone
    return need


def _name(session: Session, need: Need) -> str:
    return find(session, need.customer_id).name
