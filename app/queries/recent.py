"""The latest visits, for the first page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.customer import Customer
from app.models.purchase import Purchase, PurchaseLine

SHOWN = 8


@dataclass(frozen=True, slots=True)
class RecentVisit:
    """`product` names the first line; a sale without a customer has no `customer_id`."""

    purchase_id: int
    customer_id: int | None
    name: str
    day: date
    product: str
    amount: int


def recent_visits(session: Session, limit: int = SHOWN) -> list[RecentVisit]:
    """Newest first; refunds are left out."""
    query = (
        select(Purchase.id, Purchase.customer_id, Customer.name, Purchase.day, Purchase.amount)
        .outerjoin(Customer, Customer.id == Purchase.customer_id)
        .where(Purchase.net > 0)
        .order_by(Purchase.day.desc(), Purchase.id.desc())
        .limit(limit)
    )
    rows = session.execute(query).all()
    lines = select(PurchaseLine.purchase_id, PurchaseLine.product).where(
        PurchaseLine.purchase_id.in_([row.id for row in rows]), PurchaseLine.position == 0
    )
    products = {number: product for number, product in session.execute(lines)}
    return [RecentVisit(row.id, row.customer_id, row.name or "", row.day, products.get(row.id, ""), row.amount) for row in rows]
