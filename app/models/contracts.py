"""Contracts with their course, and needs that come round."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.contracts import ContractEventKind, ContractKind, PriceEvery
from app.domain.entities import Entity
from app.models.base import STRICT_KEEPING_IDS, Base, Choice, Day, Instant, Integer, Text


class Contract(Base):
    """`ended_on` None: it runs, or the job is not done; from `ended_on` on it is no more. `renews_on`: the next day on which it is renewed
    or runs out, every `term_months`. `paused_from` to `paused_until` (excluded, None: open). `price` in minor units, None: not known."""

    __tablename__ = "contract"
    __table_args__ = (Index(None, "customer_id"), Index(None, "renews_on"), Index(None, "import_id"), STRICT_KEEPING_IDS)
    entity = Entity.CONTRACT

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id", ondelete="CASCADE"))
    kind: Mapped[ContractKind] = mapped_column(Choice(ContractKind))
    plan: Mapped[str] = mapped_column(Text)
    product_id: Mapped[int | None] = mapped_column(ForeignKey("product.id"))
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    started_on: Mapped[date] = mapped_column(Day)
    ended_on: Mapped[date | None] = mapped_column(Day)
    term_months: Mapped[int | None] = mapped_column(Integer)
    renews_on: Mapped[date | None] = mapped_column(Day)
    price: Mapped[int | None] = mapped_column(Integer)
    price_every: Mapped[PriceEvery] = mapped_column(Choice(PriceEvery))
    paused_from: Mapped[date | None] = mapped_column(Day)
    paused_until: Mapped[date | None] = mapped_column(Day)
    reason: Mapped[str] = mapped_column(Text, default="")
    note: Mapped[str] = mapped_column(Text, default="")
    import_id: Mapped[int | None] = mapped_column(ForeignKey("import_batch.id"))
    created_at: Mapped[datetime] = mapped_column(Instant)
    updated_at: Mapped[datetime] = mapped_column(Instant)


class ContractEvent(Base):
    """A step of a contract's course: `price` from that day on, `text` the reason."""

    __tablename__ = "contract_event"
    __table_args__ = (Index(None, "contract_id", "day"), STRICT_KEEPING_IDS)
    entity = Entity.CONTRACT

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    contract_id: Mapped[int] = mapped_column(ForeignKey("contract.id", ondelete="CASCADE"))
    kind: Mapped[ContractEventKind] = mapped_column(Choice(ContractEventKind))
    day: Mapped[date] = mapped_column(Day)
    at: Mapped[datetime] = mapped_column(Instant)
    price: Mapped[int | None] = mapped_column(Integer)
    text: Mapped[str] = mapped_column(Text, default="")


class Need(Base):
    """What a customer needs again on a day: an inspection, tyres for the season. With `every_months` the next one follows when this is
    done; a purchase of `product_id` does it."""

    __tablename__ = "need"
    __table_args__ = (Index(None, "customer_id"), Index(None, "due"), STRICT_KEEPING_IDS)
    entity = Entity.CONTRACT

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id", ondelete="CASCADE"))
    title: Mapped[str] = mapped_column(Text)
    product_id: Mapped[int | None] = mapped_column(ForeignKey("product.id"))
    due: Mapped[date] = mapped_column(Day)
    every_months: Mapped[int | None] = mapped_column(Integer)
    done_on: Mapped[date | None] = mapped_column(Day)
    note: Mapped[str] = mapped_column(Text, default="")
    created_at: Mapped[datetime] = mapped_column(Instant)
    updated_at: Mapped[datetime] = mapped_column(Instant)
