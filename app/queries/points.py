"""What customers have in points: today, on any past day, and how it came about."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, Select, case, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.domain.points import EntryRow, LotRow, PointStanding, RuleRow
from app.domain.tiers import LoyaltySettings
from app.models.point_rows import read_rules
from app.models.points import PointAct, PointEntry, PointLot
from app.models.shop import Staff
from app.models.tier_rows import read_loyalty

_FAR = date.max


def rules(session: Session) -> tuple[RuleRow, ...]:
    """All versions of the rules, in the order in which they were made."""
    return read_rules(session)


def loyalty(session: Session) -> LoyaltySettings:
    return read_loyalty(session)


def standing(session: Session, customer_id: int, day: date) -> PointStanding:
    """What a customer has on a day, today or a past one; lots that lapsed before it count no more, those opened later not yet."""
    left = select(PointEntry.lot_id, func.sum(PointEntry.points).label("points")).join(PointLot, PointLot.id == PointEntry.lot_id)
    left = left.where(PointLot.customer_id == customer_id, PointEntry.day <= day).group_by(PointEntry.lot_id)
    points = left.subquery()
    query = select(PointLot.id, PointLot.day, PointLot.expires, points.c.points).join(points, points.c.lot_id == PointLot.id)
    # What stands below zero does not lapse.
    lots = [LotRow(*row) for row in session.execute(query.where(points.c.points != 0)) if row[2] is None or row[2] >= day or row[3] < 0]
    lots.sort(key=lambda lot: (lot.expires or _FAR, lot.day, lot.id))
    balance = sum(lot.left for lot in lots)
    return PointStanding(balance, max(0, balance), tuple(lots))


def balances(session: Session, day: date) -> dict[int, int]:
    """The points of every customer who ever had any, by customer id, as they stood at the end of a day."""
    lots = lots_on(day).subquery()
    query = select(lots.c.customer_id, func.sum(lots.c.points)).group_by(lots.c.customer_id)
    return {number: points for number, points in session.execute(query)}


def lots_on(day: date) -> Select[int, int]:
    """The rows (customer_id, points) of every lot that was open at the end of a day or before: what is in it and counts that day."""
    left = func.sum(PointEntry.points).label("left")
    lots = select(PointEntry.lot_id, left).where(PointEntry.day <= day).group_by(PointEntry.lot_id).subquery()
    points = case((counting(day, lots.c.left), lots.c.left), else_=0).label("points")
    return select(PointLot.customer_id, points).join(lots, lots.c.lot_id == PointLot.id)


def counting(day: date, left: ColumnElement[int] | InstrumentedAttribute[int]) -> ColumnElement[bool]:
    """Whether what is `left` in a lot counts on a day, whether or not it was taken off since. What stands below zero does not lapse."""
    return or_(PointLot.expires.is_(None), PointLot.expires >= day, left < 0)


def statement(session: Session, customer_id: int) -> tuple[EntryRow, ...]:
    """Every entry of a customer, oldest first, with the balance after each."""
    entry = PointEntry
    columns = (
        entry.id, entry.at, entry.day, entry.kind, entry.points, entry.lot_id, entry.expires, entry.receipt, entry.reason,
        entry.purchase_id, entry.cover_lot_id, entry.basis, entry.rule_id, Staff.name.label("staff"), PointAct.kind.label("act"),
    )  # fmt: skip
    query = select(*columns).join(PointLot, PointLot.id == entry.lot_id).where(PointLot.customer_id == customer_id)
    query = query.outerjoin(PointAct, PointAct.id == entry.act_id).outerjoin(Staff, Staff.id == PointAct.staff_id)
    found = session.execute(query.order_by(entry.day, entry.id)).all()
    receipts = {row.purchase_id: row.receipt for row in found if row.receipt}
    balance, rows = 0, []
    for row in found:
        balance += row.points
        receipt = row.receipt or receipts.get(row.purchase_id, "")
        rows.append(
            EntryRow(
                row.id, row.at, row.day, row.kind, row.points, balance, row.lot_id, row.expires, receipt, row.reason, row.purchase_id,
                row.cover_lot_id is not None, row.basis, row.rule_id, row.staff or "", row.act,
            )
        )  # fmt: skip
    return tuple(rows)
