"""What is known of companies beyond their record."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.entities import Entity
from app.models.base import STRICT_KEEPING_IDS, Base, Day, Flag, Instant, Integer, Text


class ContactPerson(Base):
    """PersonFields as columns. `recorded_on`: the day it was noted, from which a new person is counted where `since` is not known."""

    __tablename__ = "contact_person"
    __table_args__ = (Index(None, "customer_id"), STRICT_KEEPING_IDS)
    entity = Entity.CUSTOMER

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(Text)
    kana: Mapped[str] = mapped_column(Text, default="")
    department: Mapped[str] = mapped_column(Text, default="")
    role: Mapped[str] = mapped_column(Text, default="")
    phone: Mapped[str] = mapped_column(Text, default="")
    email: Mapped[str] = mapped_column(Text, default="")
    since: Mapped[date | None] = mapped_column(Day)
    until: Mapped[date | None] = mapped_column(Day)
    is_addressee: Mapped[bool] = mapped_column(Flag, default=False)
    note: Mapped[str] = mapped_column(Text, default="")
    recorded_on: Mapped[date] = mapped_column(Day)
    created_at: Mapped[datetime] = mapped_column(Instant)


class CompanyRecord(Base):
    """CompanyProfile as columns; one for each company of which something is known."""

    __tablename__ = "company_record"
    __table_args__ = (UniqueConstraint("customer_id"), STRICT_KEEPING_IDS)
    entity = Entity.CUSTOMER

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id", ondelete="CASCADE"))
    industry: Mapped[str] = mapped_column(Text, default="")
    size: Mapped[str] = mapped_column(Text, default="")
    issues: Mapped[str] = mapped_column(Text, default="")
    fiscal_month: Mapped[int | None] = mapped_column(Integer)
    budget_month: Mapped[int | None] = mapped_column(Integer)
