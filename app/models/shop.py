"""The shop (one row), its staff and the counters that travel with the file."""

from __future__ import annotations

import os
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from app.domain.entities import Entity
from app.domain.shop import FigurePeriod, TaxEntry, Trade
from app.models.base import REAL, STRICT, STRICT_KEEPING_IDS, Base, Choice, Day, Flag, Instant, Integer, Json, LargeBinary, Text


class Shop(Base):
    """`print_rates` is PrintRates, `loyalty` LoyaltySettings, `figures` FigureSettings and `care` CareSettings as JSON; `code_secret` makes
    the codes on printed pieces."""

    __tablename__ = "shop"
    __table_args__ = STRICT
    entity = Entity.SHOP

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    postal_code: Mapped[str] = mapped_column(Text, default="")
    prefecture: Mapped[str] = mapped_column(Text, default="")
    city: Mapped[str] = mapped_column(Text, default="")
    street: Mapped[str] = mapped_column(Text, default="")
    building: Mapped[str] = mapped_column(Text, default="")
    phone: Mapped[str] = mapped_column(Text, default="")
    person: Mapped[str] = mapped_column(Text, default="")
    trade: Mapped[Trade] = mapped_column(Choice(Trade))
    currency: Mapped[str] = mapped_column(Text)
    timezone: Mapped[str] = mapped_column(Text)
    tax_entry: Mapped[TaxEntry] = mapped_column(Choice(TaxEntry))
    closed_weekdays: Mapped[list[int]] = mapped_column(Json, default=list)
    window_days: Mapped[int] = mapped_column(Integer)
    period: Mapped[FigurePeriod] = mapped_column(Choice(FigurePeriod))
    margin_rate: Mapped[float] = mapped_column(REAL)
    fiscal_year_start: Mapped[int] = mapped_column(Integer)
    rfm_cuts: Mapped[dict[str, list[float]] | None] = mapped_column(Json)
    print_settings: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    print_rates: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    loyalty: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    figures: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    care: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    code_secret: Mapped[bytes | None] = mapped_column(LargeBinary, default=lambda: os.urandom(16))
    is_demo: Mapped[bool] = mapped_column(Flag, default=False)
    created_at: Mapped[datetime] = mapped_column(Instant)


class Staff(Base):
    __tablename__ = "staff"
    __table_args__ = STRICT_KEEPING_IDS
    entity = Entity.STAFF

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    role: Mapped[str] = mapped_column(Text, default="")
    is_active: Mapped[bool] = mapped_column(Flag, default=True)
    position: Mapped[int] = mapped_column(Integer, default=0)


class Revision(Base):
    """One row: counts the committed writes, so that another process's change can be told from one's own."""

    __tablename__ = "revision"
    __table_args__ = STRICT

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    number: Mapped[int] = mapped_column(Integer)


class SummaryState(Base):
    """One row: under which window and up to which day the summary tables were brought, and the median gap in days between the
    occasions of all customers as learned when there were `gap_n` occasions."""

    __tablename__ = "summary_state"
    __table_args__ = STRICT

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    window_days: Mapped[int] = mapped_column(Integer)
    as_of: Mapped[date] = mapped_column(Day)
    shop_gap: Mapped[float | None] = mapped_column(REAL)
    gap_n: Mapped[int] = mapped_column(Integer, default=0)
