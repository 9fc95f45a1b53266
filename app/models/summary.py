"""Summary tables, kept by services.summaries in the same transaction as the purchases they sum up."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import NO_ROWID, REAL, STRICT, Base, Day, Flag, Integer


class CustomerMonth(Base):
    """A customer's month (`month` = year * 12 + month - 1). `n` occasions, `amount` net sales, `receipts` with net > 0 and
    their `receipts_amount`; `is_active` says whether the customer is active at the first day of the month."""

    __tablename__ = "customer_month"
    __table_args__ = (Index(None, "month", "customer_id"), NO_ROWID)

    customer_id: Mapped[int] = mapped_column(Integer, primary_key=True)
    month: Mapped[int] = mapped_column(Integer, primary_key=True)
    n: Mapped[int] = mapped_column(Integer)
    amount: Mapped[int] = mapped_column(Integer)
    receipts: Mapped[int] = mapped_column(Integer)
    receipts_amount: Mapped[int] = mapped_column(Integer)
    is_active: Mapped[bool] = mapped_column(Flag)


class CustomerStat(Base):
    """A customer's purchases in one row. Days and months of occasions, `returned_day` the newest after 90 days or
    more away; `n` occasions, `amount` net sales of all time;
    `median_gap` in days between occasions (from 4 occasions on, else NULL); `*_365` cover [as_of - 365, as_of).

    `revision` is the write (models.shop.Revision) that changed the row last: who keeps the rows in memory asks for newer ones.
    """

    __tablename__ = "customer_stat"
    __table_args__ = (Index(None, "last_day"), Index(None, "revision"), STRICT)

    customer_id: Mapped[int] = mapped_column(Integer, primary_key=True)
    first_day: Mapped[date | None] = mapped_column(Day)
    second_day: Mapped[date | None] = mapped_column(Day)
    last_day: Mapped[date | None] = mapped_column(Day)
    previous_day: Mapped[date | None] = mapped_column(Day)
    returned_day: Mapped[date | None] = mapped_column(Day)
    first_month: Mapped[int | None] = mapped_column(Integer)
    n: Mapped[int] = mapped_column(Integer)
    amount: Mapped[int] = mapped_column(Integer)
    n_365: Mapped[int] = mapped_column(Integer)
    amount_365: Mapped[int] = mapped_column(Integer)
    median_gap: Mapped[float | None] = mapped_column(REAL)
    revision: Mapped[int] = mapped_column(Integer, default=0)


class MonthStat(Base):
    """The shop's month. `buyers`…`stayed_12` are of customers; `stayed_k`: active
    at the start of this month and again k months later; `repurchased`: bought in this month and in the next."""

    __tablename__ = "month_stat"
    __table_args__ = STRICT

    month: Mapped[int] = mapped_column(Integer, primary_key=True)
    buyers: Mapped[int] = mapped_column(Integer, default=0)
    n: Mapped[int] = mapped_column(Integer, default=0)
    amount: Mapped[int] = mapped_column(Integer, default=0)
    receipts: Mapped[int] = mapped_column(Integer, default=0)
    receipts_amount: Mapped[int] = mapped_column(Integer, default=0)
    new: Mapped[int] = mapped_column(Integer, default=0)
    repurchased: Mapped[int] = mapped_column(Integer, default=0)
    active_at_start: Mapped[int] = mapped_column(Integer, default=0)
    stayed_1: Mapped[int] = mapped_column(Integer, default=0)
    stayed_3: Mapped[int] = mapped_column(Integer, default=0)
    stayed_12: Mapped[int] = mapped_column(Integer, default=0)


class AnonymousMonth(Base):
    """Sales without a customer, per month."""

    __tablename__ = "anonymous_month"
    __table_args__ = STRICT

    month: Mapped[int] = mapped_column(Integer, primary_key=True)
    rows: Mapped[int] = mapped_column(Integer, default=0)
    amount: Mapped[int] = mapped_column(Integer, default=0)
    receipts: Mapped[int] = mapped_column(Integer, default=0)
    receipts_amount: Mapped[int] = mapped_column(Integer, default=0)


class CohortStat(Base):
    """Customers of the cohort `cohort` (month of the first occasion) who bought `k` months later."""

    __tablename__ = "cohort_stat"
    __table_args__ = NO_ROWID

    cohort: Mapped[int] = mapped_column(Integer, primary_key=True)
    k: Mapped[int] = mapped_column(Integer, primary_key=True)
    active: Mapped[int] = mapped_column(Integer, default=0)
    amount: Mapped[int] = mapped_column(Integer, default=0)
