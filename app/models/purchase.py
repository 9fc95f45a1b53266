"""Purchases: one row per receipt, with its lines."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, inspect
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.entities import Entity
from app.models.base import REAL, STRICT_KEEPING_IDS, Base, Day, Flag, Instant, Integer, Json, Text


class Purchase(Base):
    """`day` is the shop-local day of `at`; `amount` the sum of the lines (a refund's is negative), booked on `day`.

    `net` is what is left of the receipt after the refunds linked to it (0 for a refund): the receipt makes a purchase
    occasion while `net` > 0. It is kept by services.purchases. `points_used` of the customer's points paid for a part of `amount`;
    `rule_id` and `points_basis` (an EarnBasis) say under what the purchase earns, whatever rule comes later.
    """

    __tablename__ = "purchase"
    __table_args__ = (
        Index(None, "customer_id", "day"),
        Index("ix_purchase_day_customer_id_amount_net", "day", "customer_id", "amount", "net"),
        Index(None, "receipt"),
        Index(None, "refund_of_id"),
        Index(None, "import_id"),
        STRICT_KEEPING_IDS,
    )
    entity = Entity.PURCHASE

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    customer_id: Mapped[int | None] = mapped_column(ForeignKey("customer.id"))
    receipt: Mapped[str] = mapped_column(Text, default="")
    at: Mapped[datetime] = mapped_column(Instant)
    has_time: Mapped[bool] = mapped_column(Flag, default=True)
    day: Mapped[date] = mapped_column(Day)
    amount: Mapped[int] = mapped_column(Integer)
    net: Mapped[int] = mapped_column(Integer)
    line_count: Mapped[int] = mapped_column(Integer)
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    payment: Mapped[str] = mapped_column(Text, default="")
    note: Mapped[str] = mapped_column(Text, default="")
    refund_of_id: Mapped[int | None] = mapped_column(ForeignKey("purchase.id"))
    import_id: Mapped[int | None] = mapped_column(ForeignKey("import_batch.id"))
    rule_id: Mapped[int | None] = mapped_column(Integer)
    points_basis: Mapped[dict[str, Any] | None] = mapped_column(Json)
    points_used: Mapped[int] = mapped_column(Integer, default=0)

    lines: Mapped[list[PurchaseLine]] = relationship(
        back_populates="purchase", cascade="all, delete-orphan", order_by="PurchaseLine.position"
    )

    def first_day_touched(self) -> date:
        if self.refund_of_id is not None:
            # What is left of another receipt changes too.
            return date.min
        state = inspect(self)
        days: list[date] = [state.dict.get("day", date.min), *(state.attrs.day.history.deleted or ())]
        return min(days)


class PurchaseLine(Base):
    """`tax_rate` in basis points (10 % = 1000), NULL when unknown; `quantity` may be a fraction (0.5 kg). `earns_points` as the
    product said on the day it was recorded."""

    __tablename__ = "purchase_line"
    __table_args__ = (Index(None, "purchase_id"), STRICT_KEEPING_IDS)
    entity = Entity.PURCHASE

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    purchase_id: Mapped[int] = mapped_column(ForeignKey("purchase.id", ondelete="CASCADE"))
    position: Mapped[int] = mapped_column(Integer)
    product: Mapped[str] = mapped_column(Text, default="")
    product_code: Mapped[str] = mapped_column(Text, default="")
    product_group: Mapped[str] = mapped_column(Text, default="")
    quantity: Mapped[float] = mapped_column(REAL)
    unit_price: Mapped[int] = mapped_column(Integer)
    discount: Mapped[int] = mapped_column(Integer, default=0)
    amount: Mapped[int] = mapped_column(Integer)
    tax_rate: Mapped[int | None] = mapped_column(Integer)
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    earns_points: Mapped[bool] = mapped_column(Flag, default=True)

    purchase: Mapped[Purchase] = relationship(back_populates="lines")

    def first_day_touched(self) -> date:
        purchase = inspect(self).dict.get("purchase")
        return date.min if purchase is None else purchase.first_day_touched()
