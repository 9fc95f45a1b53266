"""Rules that make follow-ups, what they have made, and the steps to follow when caring for somebody."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.care import RuleKind
from app.domain.entities import Entity
from app.domain.follow_ups import FollowUpKind
from app.models.base import REAL, STRICT_KEEPING_IDS, Base, Choice, Day, Flag, Instant, Integer, Json, Text


class CareRule(Base):
    """RuleFields as columns. `since`: the day it was switched on; what fell due before is history."""

    __tablename__ = "care_rule"
    __table_args__ = STRICT_KEEPING_IDS
    entity = Entity.RULE

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    kind: Mapped[RuleKind] = mapped_column(Choice(RuleKind))
    number: Mapped[float] = mapped_column(REAL)
    follow_up_kind: Mapped[FollowUpKind] = mapped_column(Choice(FollowUpKind))
    words: Mapped[str] = mapped_column(Text, default="")
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    template: Mapped[str] = mapped_column(Text, default="")
    cap: Mapped[int | None] = mapped_column(Integer)
    is_on: Mapped[bool] = mapped_column(Flag, default=False)
    since: Mapped[date | None] = mapped_column(Day)
    position: Mapped[int] = mapped_column(Integer, default=0)
    created_at: Mapped[datetime] = mapped_column(Instant)
    updated_at: Mapped[datetime] = mapped_column(Instant)


class RuleOccasion(Base):
    """One rule, customer and occasion that has had its follow-up. It stays when the follow-up is moved, done or deleted, so that nothing
    is made twice; hence no foreign key to it."""

    __tablename__ = "rule_occasion"
    __table_args__ = (UniqueConstraint("customer_id", "rule_id", "occasion"), Index(None, "follow_up_id"), STRICT_KEEPING_IDS)
    entity = Entity.FOLLOW_UP

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    rule_id: Mapped[int] = mapped_column(Integer)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id", ondelete="CASCADE"))
    occasion: Mapped[str] = mapped_column(Text)
    follow_up_id: Mapped[int | None] = mapped_column(Integer)
    due: Mapped[date] = mapped_column(Day)
    made_at: Mapped[datetime] = mapped_column(Instant)


class Guide(Base):
    """Short steps the owner edits: `topic` is "follow_up:<FollowUpKind>" or "inquiry:<InquiryKind>"."""

    __tablename__ = "guide"
    __table_args__ = (UniqueConstraint("topic"), STRICT_KEEPING_IDS)
    entity = Entity.RULE

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    topic: Mapped[str] = mapped_column(Text)
    steps: Mapped[list[str]] = mapped_column(Json, default=list)
