"""What is needed next: noted by hand, and products that are used up by then, in one list by day."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.cyclic import DueAgain
from app.domain.needs import NextDue
from app.models.contracts import Need
from app.models.customer import Customer, is_here
from app.queries.cyclic import due_again_rows

DUE_WITHIN = 90
_FAR = 3660


def needs_of(session: Session, customer_id: int, today: date) -> tuple[NextDue, ...]:
    """All that one customer needs again, the first to come first."""
    return _merged(session, today, _FAR, customer_id)


def next_due(session: Session, today: date, days: int = DUE_WITHIN) -> tuple[NextDue, ...]:
    """What is due within so many days (the last one included) or overdue, of customers who are here, the first to come first."""
    return _merged(session, today, days, None)


def find_need(session: Session, need_id: int, today: date) -> NextDue | None:
    """An open one."""
    return next(iter(_needs(session, today, _FAR, None, need_id)), None)


def _merged(session: Session, today: date, days: int, customer_id: int | None) -> tuple[NextDue, ...]:
    noted = _needs(session, today, days, customer_id)
    known = {(need.customer_id, need.product_id) for need in noted}
    bought = [
        row for row in due_again_rows(session, today, days, customer_id=customer_id) if (row.customer_id, row.product_id) not in known
    ]
    names = _names(session, bought)
    found = [*noted, *(_of_product(row, names.get(row.customer_id, "")) for row in bought)]
    return tuple(sorted(found, key=lambda row: (row.due, row.customer_id, row.title)))


def _needs(session: Session, today: date, days: int, customer_id: int | None, need_id: int | None = None) -> list[NextDue]:
    query = (
        select(Need, Customer.name)
        .join(Customer, Customer.id == Need.customer_id)
        .where(Need.done_on.is_(None), Need.due <= today + timedelta(days=days))
    )
    if need_id is not None:
        query = query.where(Need.id == need_id)
    elif customer_id is not None:
        query = query.where(Need.customer_id == customer_id)
    else:
        query = query.where(is_here())
    return [
        NextDue(
            need.customer_id,
            name,
            need.title,
            need.due,
            (need.due - today).days,
            need.id,
            need.product_id,
            need.every_months,
            None,
            need.note,
        )
        for need, name in session.execute(query)
    ]


def _of_product(row: DueAgain, name: str) -> NextDue:
    return NextDue(row.customer_id, name, row.product, row.due, row.days_left, product_id=row.product_id, bought=row.last_bought)


def _names(session: Session, rows: list[DueAgain]) -> dict[int, str]:
    ids = sorted({row.customer_id for row in rows})
    names: dict[int, str] = {}
    for begin in range(0, len(ids), 500):
        names |= {
            i: name for i, name in session.execute(select(Customer.id, Customer.name).where(Customer.id.in_(ids[begin : begin + 500])))
        }
    return names
