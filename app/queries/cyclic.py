"""Cyclic needs: whose product, bought so many days ago, is due again."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.domain.cyclic import DueAgain, due_again, earliest_purchase, is_due
from app.domain.products import ProductRow
from app.models.cyclic_rows import newest_bought, reused_products


def due_again_rows(
    session: Session, today: date, days_ahead: int, *, customer_id: int | None = None, product_id: int | None = None
) -> tuple[DueAgain, ...]:
    """What is due within `days_ahead` days or was not long ago, the longest overdue first; customers who left are passed over.

    What was given back was not bought.
    """
    wanted = reused_products(session, product_id)
    if not wanted:
        return ()
    since = earliest_purchase(today, max(product.fields.reuse_days or 0 for product in wanted.values()))
    newest = newest_bought(session, wanted, since, customer_id)
    rows = [_row(customer, wanted[product], day, today) for (customer, product), day in newest.items()]
    return tuple(sorted((row for row in rows if is_due(row.due, today, days_ahead)), key=lambda row: (row.due, row.customer_id)))


def has_reuse(session: Session) -> bool:
    """Whether the shop sells anything that is due again after some days."""
    return bool(reused_products(session))


def _row(customer: int, product: ProductRow, day: date, today: date) -> DueAgain:
    due = due_again(day, product.fields.reuse_days or 0)
    return DueAgain(customer, product.id, product.name, day, due, (due - today).days)
