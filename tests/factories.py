"""Rows for tests, made by the program's own services wherever a service exists."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy.orm import Session

from app.domain.customers import CustomerFields
from app.domain.purchases import LineFields, PurchaseFields
from app.domain.shop import ShopFields, Trade

NOW = datetime(2026, 11, 20, 0, 0, tzinfo=UTC)
TODAY = date(2026, 11, 20)
SHOP = ShopFields(
    name="美容室 こもれび",
    postal_code="150-0001",
    prefecture="東京都",
    city="渋谷区",
    street="神宮前4-5-6",
    phone="03-0000-1234",
    person="田中 美咲",
    trade=Trade.SALON,
)


def add_customer(session: Session, name: str = "吉田 和子", **fields: Any) -> int:
    from app.services.customers import add_customer as add

    return add(session, CustomerFields(name=name, **fields), now=NOW, today=TODAY)


def add_purchase(session: Session, customer_id: int | None, day: date, amount: int = 5000, **fields: Any) -> int:
    from app.services.purchases import record_visit

    lines = fields.pop("lines", None) or (LineFields(product="カット", unit_price=amount, amount=amount),)
    draft = PurchaseFields(day=day, time=fields.pop("time", time(10, 0)), lines=lines, **fields)
    return record_visit(session, customer_id, draft, now=NOW, today=TODAY).purchase_id


def add_staff(session: Session, name: str = "田中 美咲", role: str = "店長") -> int:
    from app.models.shop import Staff

    staff = Staff(name=name, role=role)
    session.add(staff)
    session.flush()
    return staff.id
