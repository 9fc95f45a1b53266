"""Purchases as rows: a customer's list, one purchase to change, what was bought last and what is sold often."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from app.domain.customers import CustomerKind
from app.domain.figures import FrequentProduct, PurchaseRow
from app.domain.points import EarnBasis, RuleFields
from app.domain.purchases import LineFields, PurchaseFields
from app.domain.refunds import RefundPoints
from app.domain.visit_sums import payment_of
from app.domain.visits import ReceiptView, RefundBasis, VisitGone
from app.models.customer import Customer
from app.models.points import PointLot, PointRule
from app.models.purchase import Purchase, PurchaseLine
from app.models.shop import Shop, Staff

TITLE_PRODUCTS = 3
OFTEN_DAYS = 180
OFTEN_PURCHASES = 20_000
_BASIS_POINTS = Decimal(10_000)


def purchases_of(
    session: Session, customer_id: int | None, *, limit: int = 200, before: tuple[date, int] | None = None
) -> list[PurchaseRow]:
    """Newest first; the next page starts `before` (day, id) of the last row. None: sales without a customer."""
    query = select(Purchase, Staff.name).outerjoin(Staff, Staff.id == Purchase.staff_id)
    owner = Purchase.customer_id.is_(None) if customer_id is None else Purchase.customer_id == customer_id
    query = query.where(owner).order_by(Purchase.day.desc(), Purchase.id.desc()).limit(limit)
    if before is not None:
        day, number = before
        query = query.where(or_(Purchase.day < day, and_(Purchase.day == day, Purchase.id < number)))
    found = [(purchase, staff or "") for purchase, staff in session.execute(query)]
    ids = [purchase.id for purchase, _ in found]
    titles = _titles(session, ids)
    left = _left(session, [purchase for purchase, _ in found])
    zone = _zone(session)
    return [
        PurchaseRow(
            id=purchase.id,
            receipt=purchase.receipt,
            day=purchase.day,
            time=purchase.at.astimezone(zone).time() if purchase.has_time else None,
            amount=purchase.amount,
            left=left[purchase.id],
            products=tuple(titles.get(purchase.id, ())),
            staff=staff,
            payment=purchase.payment,
            note=purchase.note,
            refund_of_id=purchase.refund_of_id,
        )
        for purchase, staff in found
    ]


def purchase_fields(session: Session, purchase_id: int) -> PurchaseFields:
    """Everything a purchase says, as `edit_visit` takes it. VisitGone."""
    purchase = session.get(Purchase, purchase_id)
    if purchase is None:
        raise VisitGone
    original = session.get(Purchase, purchase.refund_of_id) if purchase.refund_of_id is not None else None
    staff = session.scalar(select(Staff.name).where(Staff.id == purchase.staff_id))
    return PurchaseFields(
        day=purchase.day,
        time=purchase.at.astimezone(_zone(session)).time() if purchase.has_time else None,
        receipt=purchase.receipt,
        lines=lines_of(session, purchase_id),
        staff=staff or "",
        payment=purchase.payment,
        note=purchase.note,
        refund_of=original.receipt if original is not None else "",
        points_used=purchase.points_used,
    )


def customer_of(session: Session, purchase_id: int) -> int | None:
    """Whose purchase it is; None for a sale without a customer. VisitGone."""
    found = session.execute(select(Purchase.customer_id).where(Purchase.id == purchase_id)).one_or_none()
    if found is None:
        raise VisitGone
    return found[0]


def refund_basis(session: Session, purchase_id: int) -> RefundBasis:
    """What a refund can be chosen from. VisitGone."""
    purchase = session.get(Purchase, purchase_id)
    if purchase is None:
        raise VisitGone
    owner = session.execute(select(Customer.name, Customer.kind).where(Customer.id == purchase.customer_id)).one_or_none()
    currency, entry = session.execute(select(Shop.currency, Shop.tax_entry)).one()
    refunds = session.scalars(select(Purchase.id).where(Purchase.refund_of_id == purchase_id).order_by(Purchase.id))
    return RefundBasis(
        purchase.day,
        purchase.receipt,
        "" if owner is None else owner[0],
        currency,
        purchase.amount,
        _left(session, [purchase])[purchase_id],
        lines_of(session, purchase_id),
        owner is not None and owner[1] is CustomerKind.COMPANY,
        entry,
        tuple(line for refund in refunds for line in lines_of(session, refund)),
        _refund_points(session, purchase),
    )


def _refund_points(session: Session, purchase: Purchase) -> RefundPoints | None:
    if purchase.customer_id is None or purchase.rule_id is None:
        return None
    rule = RuleFields.from_json(session.scalars(select(PointRule.fields).where(PointRule.id == purchase.rule_id)).one())
    balance = session.scalar(select(func.sum(PointLot.left)).where(PointLot.customer_id == purchase.customer_id)) or 0
    return RefundPoints(rule, EarnBasis.from_json(purchase.points_basis or {}), purchase.points_used, balance)


def lines_of(session: Session, purchase_id: int) -> tuple[LineFields, ...]:
    query = select(PurchaseLine, Staff.name).outerjoin(Staff, Staff.id == PurchaseLine.staff_id)
    rows = session.execute(query.where(PurchaseLine.purchase_id == purchase_id).order_by(PurchaseLine.position))
    return tuple(_line_fields(line, staff or "") for line, staff in rows)


def receipt_of(session: Session, purchase_id: int) -> ReceiptView:
    """VisitGone."""
    purchase = session.get(Purchase, purchase_id)
    if purchase is None:
        raise VisitGone
    lines, entry = lines_of(session, purchase_id), session.scalars(select(Shop.tax_entry)).one()
    if purchase.amount < 0:
        return ReceiptView(lines, entry)
    kept = session.scalar(select(PointRule.fields).where(PointRule.id == purchase.rule_id)) if purchase.points_used else None
    paid = 0 if kept is None else purchase.points_used * RuleFields.from_json(kept).point_value
    return ReceiptView(lines, entry, purchase.points_used, payment_of(lines, entry, paid))


def last_lines(session: Session, customer_id: int) -> tuple[LineFields, ...]:
    """What the customer bought last, to fill the next visit in; a receipt given back is passed over."""
    query = select(Purchase.id).where(Purchase.customer_id == customer_id, Purchase.net > 0)
    last = session.scalar(query.order_by(Purchase.day.desc(), Purchase.id.desc()).limit(1))
    return () if last is None else lines_of(session, last)


def frequent_products(session: Session, today: date, customer_id: int | None = None, limit: int = 6) -> list[FrequentProduct]:
    """Sold most often in the last 180 days (by the customer: ever), each with its latest price.

    In a very large shop the newest 20,000 purchases say the same and answer at once.
    """
    query = select(PurchaseLine.product, func.count().label("times"), func.max(PurchaseLine.id))
    # A list may write a refund as one piece at a price below zero.
    is_sold = (PurchaseLine.product != "", PurchaseLine.quantity > 0, PurchaseLine.amount >= 0)
    query = query.join(Purchase, Purchase.id == PurchaseLine.purchase_id).where(*is_sold)
    if customer_id is None:
        query = query.where(Purchase.day >= max(today - timedelta(days=OFTEN_DAYS), _day_back(session, OFTEN_PURCHASES) or date.min))
    else:
        query = query.where(Purchase.customer_id == customer_id)
    often = query.group_by(PurchaseLine.product).order_by(func.count().desc(), PurchaseLine.product).limit(limit)
    found = session.execute(often).all()
    lines = {line.id: line for line in session.scalars(select(PurchaseLine).where(PurchaseLine.id.in_([row[2] for row in found])))}
    return [_frequent(lines[newest], times) for _, times, newest in found]


def _day_back(session: Session, purchases: int) -> date | None:
    """The day so many purchases ago; None when there are fewer."""
    return session.scalar(select(Purchase.day).order_by(Purchase.day.desc()).offset(purchases).limit(1))


def _frequent(line: PurchaseLine, times: int) -> FrequentProduct:
    rate = None if line.tax_rate is None else line.tax_rate / _BASIS_POINTS
    return FrequentProduct(line.product, line.product_code, line.product_group, line.unit_price, rate, times)


def _line_fields(line: PurchaseLine, staff: str) -> LineFields:
    quantity = Decimal(str(line.quantity))
    return LineFields(
        product=line.product,
        product_code=line.product_code,
        group=line.product_group,
        quantity=quantity.to_integral_value() if quantity == quantity.to_integral_value() else quantity,
        unit_price=line.unit_price,
        discount=line.discount,
        amount=line.amount,
        tax_rate=None if line.tax_rate is None else line.tax_rate / _BASIS_POINTS,
        staff=staff,
        earns_points=line.earns_points,
    )


def _titles(session: Session, ids: Sequence[int]) -> dict[int, list[str]]:
    query = select(PurchaseLine.purchase_id, PurchaseLine.product).where(
        PurchaseLine.purchase_id.in_(ids), PurchaseLine.product != "", PurchaseLine.position < TITLE_PRODUCTS
    )
    titles: dict[int, list[str]] = {}
    for number, product in session.execute(query.order_by(PurchaseLine.purchase_id, PurchaseLine.position)):
        products = titles.setdefault(number, [])
        if product not in products:
            products.append(product)
    return titles


def _left(session: Session, purchases: Sequence[Purchase]) -> dict[int, int]:
    """What may still be given back; nothing of a refund."""
    ids = [purchase.id for purchase in purchases]
    refunds = select(Purchase.refund_of_id, func.sum(Purchase.amount)).where(Purchase.refund_of_id.in_(ids))
    given = {original: amount for original, amount in session.execute(refunds.group_by(Purchase.refund_of_id))}
    return {p.id: 0 if p.refund_of_id is not None else max(0, p.amount + given.get(p.id, 0)) for p in purchases}


def _zone(session: Session) -> ZoneInfo:
    return ZoneInfo(session.scalar(select(Shop.timezone)) or "UTC")
