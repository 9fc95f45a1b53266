"""What the statement of a customer shows, in one go."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.customer_rules import CustomerGone
from app.domain.customers import CustomerKind
from app.domain.point_statement import StatementView, lines_of
from app.models.customer import Customer
from app.models.points import PointLot
from app.models.shop import Shop
from app.queries.points import rules, standing, statement


def statement_view(session: Session, customer_id: int, today: date) -> StatementView:
    """CustomerGone."""
    person = session.execute(select(Customer.name, Customer.kind).where(Customer.id == customer_id)).one_or_none()
    if person is None:
        raise CustomerGone
    lots = select(PointLot.id, PointLot.expires).where(PointLot.customer_id == customer_id, PointLot.expires.is_not(None))
    return StatementView(
        customer_id=customer_id,
        today=today,
        name=person.name,
        is_company=person.kind is CustomerKind.COMPANY,
        currency=session.scalars(select(Shop.currency)).one(),
        standing=standing(session, customer_id, today),
        lines=lines_of(statement(session, customer_id)),
        rules={row.id: row.fields for row in rules(session)},
        last_days={number: last for number, last in session.execute(lots) if last is not None},
    )
