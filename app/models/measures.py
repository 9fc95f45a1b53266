"""Measures with their frozen lists, the figures aimed at, what was said in the monthly reports, and the fitted lifetime models."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.entities import Entity
from app.domain.measures import Arm, MeasureKind, MeasureState
from app.models.base import REAL, STRICT_KEEPING_IDS, Base, Choice, Day, Flag, Instant, Integer, Json, Text


class Measure(Base):
    """`plan` is MeasurePlan as JSON. From the start on: `sent_on` and `window_days` are fixed, `seed` made the draw in which `share_held`
    of the people were held back. `is_outside`: drawn elsewhere and brought in as a file. `run_id`: the print run made of it; it may be
    gone, hence no foreign key."""

    __tablename__ = "measure"
    __table_args__ = (Index(None, "sent_on"), STRICT_KEEPING_IDS)
    entity = Entity.MEASURE

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    kind: Mapped[MeasureKind] = mapped_column(Choice(MeasureKind))
    state: Mapped[MeasureState] = mapped_column(Choice(MeasureState))
    plan: Mapped[dict[str, Any]] = mapped_column(Json)
    is_outside: Mapped[bool] = mapped_column(Flag, default=False)
    sent_on: Mapped[date | None] = mapped_column(Day)
    window_days: Mapped[int] = mapped_column(Integer)
    stopped_on: Mapped[date | None] = mapped_column(Day)
    seed: Mapped[int | None] = mapped_column(Integer)
    share_held: Mapped[float | None] = mapped_column(REAL)
    run_id: Mapped[int | None] = mapped_column(Integer)
    started_at: Mapped[datetime | None] = mapped_column(Instant)
    created_at: Mapped[datetime] = mapped_column(Instant)
    updated_at: Mapped[datetime] = mapped_column(Instant)


class MeasurePerson(Base):
    """One of the frozen list. `customer_id` None: the person was erased, the row still counts as assigned, with `margin` and `came` as
    they were then. `stratum` of the draw; -1 where none was drawn. `recency`, `frequency`: scores 1 to 5 when it was frozen, 0: never
    bought. `sent_on`, `cost`: of the person's own, in a list from elsewhere. `came_on`: to an event."""

    __tablename__ = "measure_person"
    __table_args__ = (UniqueConstraint("measure_id", "customer_id"), Index(None, "customer_id"), STRICT_KEEPING_IDS)
    entity = Entity.MEASURE

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    measure_id: Mapped[int] = mapped_column(ForeignKey("measure.id", ondelete="CASCADE"))
    customer_id: Mapped[int | None] = mapped_column(ForeignKey("customer.id", ondelete="SET NULL"))
    arm: Mapped[Arm] = mapped_column(Choice(Arm))
    stratum: Mapped[int] = mapped_column(Integer, default=-1)
    recency: Mapped[int] = mapped_column(Integer, default=0)
    frequency: Mapped[int] = mapped_column(Integer, default=0)
    sent_on: Mapped[date | None] = mapped_column(Day)
    cost: Mapped[int] = mapped_column(Integer, default=0)
    came_on: Mapped[date | None] = mapped_column(Day)
    margin: Mapped[int | None] = mapped_column(Integer)
    came: Mapped[bool | None] = mapped_column(Flag)


class Target(Base):
    """What a figure (its key) is to be in the fiscal year that begins in `year`."""

    __tablename__ = "target"
    __table_args__ = (UniqueConstraint("figure", "year"), STRICT_KEEPING_IDS)
    entity = Entity.TARGET

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    figure: Mapped[str] = mapped_column(Text)
    year: Mapped[int] = mapped_column(Integer)
    value: Mapped[float] = mapped_column(REAL)


class MonthReport(Base):
    """What the owner did with the report of a month: `comment` stands on it, `options` is ReportOptions as JSON, `suggestions` which were
    shown, swapped and carried out. `made_at`: when it was first made."""

    __tablename__ = "month_report"
    __table_args__ = (UniqueConstraint("month"), STRICT_KEEPING_IDS)
    entity = Entity.REPORT

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    month: Mapped[date] = mapped_column(Day)
    comment: Mapped[str] = mapped_column(Text, default="")
    options: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    suggestions: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    made_at: Mapped[datetime] = mapped_column(Instant)


class KeptLifetimeFit(Base):
    """A fitted model of how customers come back, as of a day; worked out again at will, so it is no part of any act."""

    __tablename__ = "lifetime_fit"
    __table_args__ = (UniqueConstraint("as_of"), STRICT_KEEPING_IDS)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    as_of: Mapped[date] = mapped_column(Day)
    content: Mapped[dict[str, Any]] = mapped_column(Json)
    made_at: Mapped[datetime] = mapped_column(Instant)
