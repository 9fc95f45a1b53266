"""The ledger of points, append-only, with the lots it moves; rules, tiers and rewards.

A lot holds what was earned at one time and lapses as one. Every entry moves exactly one lot, so a customer's balance is the sum
of his entries and the sum of his lots at once.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, ForeignKey, Index, literal_column, text
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.entities import Entity
from app.domain.points import EntryKind, PointActKind
from app.domain.rewards import RewardKind
from app.domain.tiers import TierReason
from app.models.base import STRICT, STRICT_KEEPING_IDS, Base, Choice, Day, Flag, Instant, Integer, Json, Text

_HAS_POINTS, _IS_OPEN = text('"left" > 0'), text('"left" <> 0')
# What a lot's `left` is compared with: a bound value would not let the database use the indexes of open lots.
NO_POINTS: ColumnElement[int] = literal_column("0", Integer)


class PointRule(Base):
    """A version of the rules; never changed. In force for purchases from `valid_from` on (NULL: for all) that are recorded after
    `made_at`, until another version is."""

    __tablename__ = "point_rule"
    __table_args__ = STRICT_KEEPING_IDS
    entity = Entity.POINTS

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    made_at: Mapped[datetime] = mapped_column(Instant)
    valid_from: Mapped[date | None] = mapped_column(Day)
    fields: Mapped[dict[str, Any]] = mapped_column(Json)


class PointLot(Base):
    """`expires` is the last day on which the points count (NULL: they stay). `visit_months`: it moves with the customer's last visit,
    to the end of that month with `to_month_end`. `left` is the sum of the lot's entries. Written by services.ledger alone.
    No foreign key: a customer may be taken out again by undoing, the ledger stays."""

    __tablename__ = "point_lot"
    __table_args__ = (
        Index(None, "customer_id"),
        Index("ix_point_lot_to_lapse", "expires", sqlite_where=_HAS_POINTS, postgresql_where=_HAS_POINTS),
        Index("ix_point_lot_open", "customer_id", "expires", "left", sqlite_where=_IS_OPEN, postgresql_where=_IS_OPEN),
        STRICT_KEEPING_IDS,
    )
    entity = Entity.POINTS

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    customer_id: Mapped[int] = mapped_column(Integer)
    day: Mapped[date] = mapped_column(Day)
    expires: Mapped[date | None] = mapped_column(Day)
    visit_months: Mapped[int | None] = mapped_column(Integer)
    to_month_end: Mapped[bool] = mapped_column(Flag, default=False)
    left: Mapped[int] = mapped_column(Integer)


class PointEntry(Base):
    """`day` is when it counts, `at` when it was written. Purchases and acts may go, their entries stay: hence no foreign keys.
    `expires` and `basis` (rule and figures) stand on entries that earn; a reversing entry names what it takes back.
    `cover_lot_id`: the entry is half of a pair that covers a lot below zero with points of another lot."""

    __tablename__ = "point_entry"
    __table_args__ = (Index(None, "lot_id"), Index(None, "purchase_id"), Index(None, "act_id"), STRICT_KEEPING_IDS)
    entity = Entity.POINTS

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    lot_id: Mapped[int] = mapped_column(ForeignKey("point_lot.id"))
    kind: Mapped[EntryKind] = mapped_column(Choice(EntryKind))
    points: Mapped[int] = mapped_column(Integer)
    day: Mapped[date] = mapped_column(Day)
    at: Mapped[datetime] = mapped_column(Instant)
    expires: Mapped[date | None] = mapped_column(Day)
    purchase_id: Mapped[int | None] = mapped_column(Integer)
    act_id: Mapped[int | None] = mapped_column(Integer)
    reverses_id: Mapped[int | None] = mapped_column(Integer)
    cover_lot_id: Mapped[int | None] = mapped_column(Integer)
    rule_id: Mapped[int | None] = mapped_column(Integer)
    basis: Mapped[dict[str, Any] | None] = mapped_column(Json)
    receipt: Mapped[str] = mapped_column(Text, default="")
    reason: Mapped[str] = mapped_column(Text, default="")


class PointAct(Base):
    """Points that come or go without a purchase: a correction, a reward, a balance brought along, a referral. The ledger follows it."""

    __tablename__ = "point_act"
    __table_args__ = (Index(None, "customer_id"), Index(None, "import_id"), Index(None, "reward_id"), STRICT_KEEPING_IDS)
    entity = Entity.POINTS

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    kind: Mapped[PointActKind] = mapped_column(Choice(PointActKind))
    day: Mapped[date] = mapped_column(Day)
    at: Mapped[datetime] = mapped_column(Instant)
    points: Mapped[int] = mapped_column(Integer)
    expires: Mapped[date | None] = mapped_column(Day)
    rule_id: Mapped[int | None] = mapped_column(ForeignKey("point_rule.id"))
    reason: Mapped[str] = mapped_column(Text, default="")
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    reward_id: Mapped[int | None] = mapped_column(ForeignKey("reward.id"))
    import_id: Mapped[int | None] = mapped_column(ForeignKey("import_batch.id"))


class Tier(Base):
    """`threshold`: money or visits, as the loyalty settings say; `rate` in per cent of the points earned (150 = 1.5 times)."""

    __tablename__ = "tier"
    __table_args__ = STRICT_KEEPING_IDS
    entity = Entity.POINTS

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    position: Mapped[int] = mapped_column(Integer)
    name: Mapped[str] = mapped_column(Text)
    threshold: Mapped[int] = mapped_column(Integer)
    rate: Mapped[int] = mapped_column(Integer, default=100)
    perks: Mapped[str] = mapped_column(Text, default="")
    is_active: Mapped[bool] = mapped_column(Flag, default=True)


class CustomerTier(Base):
    """From `day` on the customer is in `tier_id` (NULL: in none), with the figures that decided it. The latest row counts, the day
    first, then the id. `grace_until`: the last day on which a tier is kept that the figures no longer reach.

    `version` is LoyaltyState.tiers_version when the row was written: those of a higher one belong to settings that were undone.
    Hence no foreign key on the tier either, which was undone with them.
    """

    __tablename__ = "customer_tier"
    __table_args__ = (Index(None, "customer_id", "day"), STRICT_KEEPING_IDS)
    entity = Entity.POINTS

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id", ondelete="CASCADE"))
    tier_id: Mapped[int | None] = mapped_column(Integer)
    day: Mapped[date] = mapped_column(Day)
    reason: Mapped[TierReason] = mapped_column(Choice(TierReason))
    amount: Mapped[int] = mapped_column(Integer)
    visits: Mapped[int] = mapped_column(Integer)
    grace_until: Mapped[date | None] = mapped_column(Day)
    version: Mapped[int] = mapped_column(Integer)


class Reward(Base):
    """What points can be changed into. `value` is the discount in money; `cost` what it costs the shop. `stock`: how many
    there ever were, those given away included; NULL: without end."""

    __tablename__ = "reward"
    __table_args__ = STRICT_KEEPING_IDS
    entity = Entity.POINTS

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    kind: Mapped[RewardKind] = mapped_column(Choice(RewardKind))
    name: Mapped[str] = mapped_column(Text)
    points: Mapped[int] = mapped_column(Integer)
    value: Mapped[int] = mapped_column(Integer, default=0)
    cost: Mapped[int] = mapped_column(Integer, default=0)
    product_id: Mapped[int | None] = mapped_column(ForeignKey("product.id"))
    tier_id: Mapped[int | None] = mapped_column(ForeignKey("tier.id"))
    stock: Mapped[int | None] = mapped_column(Integer)
    is_active: Mapped[bool] = mapped_column(Flag, default=True)
    position: Mapped[int] = mapped_column(Integer, default=0)


class LoyaltyState(Base):
    """One row: up to which day lapsed points were taken off, and on which day tiers were decided last, under which
    version of their settings."""

    __tablename__ = "loyalty_state"
    __table_args__ = STRICT
    entity = Entity.POINTS

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    lapsed_to: Mapped[date | None] = mapped_column(Day)
    tiers_on: Mapped[date | None] = mapped_column(Day)
    tiers_version: Mapped[int] = mapped_column(Integer, default=0)
