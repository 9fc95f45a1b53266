"""Who brought whom: a tree without circles, whichever way it is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.codes import ReferralCircle, ReferredOneself
from app.models.customer import Customer


def refuse_circle(session: Session, referrer_id: int | None, referred_id: int | None, *, field: str = "referred_by") -> None:
    """ReferredOneself, ReferralCircle when `referrer_id` came, through however many others, because of `referred_id`."""
    if referrer_id is None or referred_id is None:
        return
    if referrer_id == referred_id:
        raise ReferredOneself(field=field)
    with session.no_autoflush:
        if is_below(session, referrer_id, referred_id):
            name = session.scalar(select(Customer.name).where(Customer.id == referrer_id))
            raise ReferralCircle(field=field, name=name or "")


def is_below(session: Session, customer_id: int, ancestor_id: int) -> bool:
    """Whether the customer came through `ancestor_id`."""
    return _climbs_to(lambda number: session.scalar(select(Customer.referred_by_id).where(Customer.id == number)), customer_id, ancestor_id)


def leads_to(brought: Mapping[int, int | None], customer_id: int, ancestor_id: int) -> bool:
    """As `is_below`, in a table that says who was brought by whom."""
    return _climbs_to(brought.get, customer_id, ancestor_id)


def _climbs_to(referrer_of: Callable[[int], int | None], customer_id: int, ancestor_id: int) -> bool:
    # A circle written before circles were refused must not be walked for ever.
    seen: set[int] = set()
    above: int | None = customer_id
    while above is not None and above not in seen:
        seen.add(above)
        above = referrer_of(above)
        if above == ancestor_id:
            return True
    return False
