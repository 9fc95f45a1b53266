"""Groups of customers: by rules that are read anew each time, or by hand."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.entities import Entity
from app.models.base import STRICT_KEEPING_IDS, Base, Instant, Integer, Json, Text


class CustomerGroup(Base):
    """`rules` is GroupRules as JSON; None for a group whose members are named one by one."""

    __tablename__ = "customer_group"
    __table_args__ = (UniqueConstraint("name"), STRICT_KEEPING_IDS)
    entity = Entity.GROUP

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    rules: Mapped[dict[str, Any] | None] = mapped_column(Json)
    position: Mapped[int] = mapped_column(Integer, default=0)
    created_at: Mapped[datetime] = mapped_column(Instant)
    updated_at: Mapped[datetime] = mapped_column(Instant)


class CustomerGroupMember(Base):
    __tablename__ = "customer_group_member"
    __table_args__ = (UniqueConstraint("group_id", "customer_id"), Index(None, "customer_id"), STRICT_KEEPING_IDS)
    entity = Entity.GROUP

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("customer_group.id", ondelete="CASCADE"))
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id", ondelete="CASCADE"))
