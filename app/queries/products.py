"""What the shop sells: its list, finding at the counter, and what was sold without being in the list."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.products import GroupRow, ProductFields, ProductGone, ProductRow, SoldProduct
from app.domain.text import fold
from app.models.product_book import product_book
from app.models.purchase import Purchase, PurchaseLine

__all__ = ["find_products", "group_rows", "product_book", "product_row", "product_rows", "sold_products"]

SOLD_DAYS = 730
SOLD_PURCHASES = 50_000


def product_rows(session: Session, *, with_archived: bool = False) -> tuple[ProductRow, ...]:
    """In the order of the list."""
    return tuple(row for row in product_book(session).products if with_archived or row.is_active)


def group_rows(session: Session, *, with_archived: bool = False) -> tuple[GroupRow, ...]:
    """In the order of the list."""
    return tuple(row for row in product_book(session).groups if with_archived or row.is_active)


def product_row(session: Session, product_id: int) -> ProductRow:
    """ProductGone."""
    for row in product_book(session).products:
        if row.id == product_id:
            return row
    raise ProductGone


def find_products(session: Session, text: str, limit: int = 8) -> tuple[ProductRow, ...]:
    """Active ones with `text` in name, reading, code, barcode or a former name: those it says in full first, then those that begin so."""
    wanted = fold(text)
    if not wanted:
        return ()
    found = [row for row in product_rows(session) if wanted in row.search_key]
    return tuple(sorted(found, key=lambda row: _distance(row, wanted))[:limit])


def _distance(row: ProductRow, wanted: str) -> int:
    fields = row.fields
    if wanted in (fold(fields.barcode), fold(fields.code)):
        return 0
    keys = row.search_key.split("\n")
    if wanted in keys:
        return 1
    return 2 if any(key.startswith(wanted) for key in keys) else 3


def sold_products(session: Session, today: date, limit: int = 500) -> tuple[SoldProduct, ...]:
    """What stands on the receipts of the last two years (in a very large shop on the newest) and is no product yet, often sold first."""
    back = session.scalar(select(Purchase.day).order_by(Purchase.day.desc()).offset(SOLD_PURCHASES).limit(1))
    since = max(today - timedelta(days=SOLD_DAYS), back or date.min)
    line = PurchaseLine
    sold = (
        select(line.product, line.product_code, func.count().label("times"), func.max(line.id))
        .join(Purchase, Purchase.id == line.purchase_id)
        .where(Purchase.day >= since, line.product != "", line.quantity > 0, line.amount >= 0)
        .group_by(line.product, line.product_code)
        .order_by(func.count().desc(), line.product, line.product_code)
    )
    book = product_book(session)
    new = [row for row in session.execute(sold) if book.find(row[1], row[0]) is None]
    # A name that also comes with a code is that product.
    coded = {row[0] for row in new if row[1]}
    new = [row for row in new if row[1] or row[0] not in coded][:limit]
    newest = select(line, Purchase.day).join(Purchase, Purchase.id == line.purchase_id).where(line.id.in_([row[3] for row in new]))
    lines = {found.id: (found, day) for found, day in session.execute(newest)}
    return tuple(_sold(*lines[row[3]], row[2]) for row in new)


def _sold(line: PurchaseLine, day: date, times: int) -> SoldProduct:
    # Only what differs from the usual is the product's own.
    fields = ProductFields(line.product, line.product_code, group=line.product_group, price=line.unit_price, tax_rate=line.tax_rate)
    return SoldProduct(fields, times, day)
