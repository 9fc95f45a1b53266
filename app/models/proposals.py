"""Proposals to customers."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.entities import Entity
from app.domain.proposals import ProposalKind, ProposalOutcome, ProposalStep
from app.models.base import STRICT_KEEPING_IDS, Base, Choice, Day, Instant, Integer, Json, Text


class Proposal(Base):
    """`text`: what is proposed and why it helps; `target_percent` in `target_months`: what is aimed at ("+20 % in 6 months").
    `evidence`: what the purchases said, as numbers, and on which days it was printed.
    `rests_until`: no such one before then. `amount`: what it brought, minor units."""

    __tablename__ = "proposal"
    __table_args__ = (Index(None, "customer_id"), Index(None, "outcome", "due"), STRICT_KEEPING_IDS)
    entity = Entity.PROPOSAL

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id", ondelete="CASCADE"))
    kind: Mapped[ProposalKind] = mapped_column(Choice(ProposalKind))
    step: Mapped[ProposalStep] = mapped_column(Choice(ProposalStep))
    outcome: Mapped[ProposalOutcome] = mapped_column(Choice(ProposalOutcome))
    title: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text, default="")
    product_id: Mapped[int | None] = mapped_column(ForeignKey("product.id"))
    target_percent: Mapped[int | None] = mapped_column(Integer)
    target_months: Mapped[int | None] = mapped_column(Integer)
    evidence: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    due: Mapped[date | None] = mapped_column(Day)
    presented_on: Mapped[date | None] = mapped_column(Day)
    decided_on: Mapped[date | None] = mapped_column(Day)
    rests_until: Mapped[date | None] = mapped_column(Day)
    reason: Mapped[str] = mapped_column(Text, default="")
    amount: Mapped[int | None] = mapped_column(Integer)
    created_at: Mapped[datetime] = mapped_column(Instant)
    updated_at: Mapped[datetime] = mapped_column(Instant)
