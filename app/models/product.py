"""What the shop sells: products and services in groups."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.entities import Entity
from app.models.base import REAL, STRICT, STRICT_KEEPING_IDS, Base, Flag, Instant, Integer, Json, Text


class ProductGroup(Base):
    """`margin_rate` NULL: the shop's; `tax_rate` in basis points, NULL: the standard rate. Lines name their group, also as it was called
    before."""

    __tablename__ = "product_group"
    __table_args__ = (Index(None, "import_id"), STRICT_KEEPING_IDS)
    entity = Entity.PRODUCT

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    name: Mapped[str] = mapped_column(Text, unique=True)
    former_names: Mapped[list[str]] = mapped_column(Json, default=list)
    margin_rate: Mapped[float | None] = mapped_column(REAL)
    tax_rate: Mapped[int | None] = mapped_column(Integer)
    earns_points: Mapped[bool] = mapped_column(Flag, default=True)
    is_active: Mapped[bool] = mapped_column(Flag, default=True)
    position: Mapped[int] = mapped_column(Integer, default=0)
    import_id: Mapped[int | None] = mapped_column(ForeignKey("import_batch.id"))


class Product(Base):
    """A product or a service. What is NULL is as its group says. `reuse_days`: it is due again so many days after it was bought.
    Purchase lines know a product by its code, else by its name or one of its `former_names`."""

    __tablename__ = "product"
    __table_args__ = (Index(None, "group_id"), Index(None, "import_id"), STRICT_KEEPING_IDS)
    entity = Entity.PRODUCT

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    code: Mapped[str | None] = mapped_column(Text, unique=True)
    name: Mapped[str] = mapped_column(Text)
    former_names: Mapped[list[str]] = mapped_column(Json, default=list)
    kana: Mapped[str] = mapped_column(Text, default="")
    barcode: Mapped[str] = mapped_column(Text, default="")
    group_id: Mapped[int | None] = mapped_column(ForeignKey("product_group.id"))
    price: Mapped[int | None] = mapped_column(Integer)
    tax_rate: Mapped[int | None] = mapped_column(Integer)
    margin_rate: Mapped[float | None] = mapped_column(REAL)
    earns_points: Mapped[bool | None] = mapped_column(Flag)
    is_service: Mapped[bool] = mapped_column(Flag, default=False)
    reuse_days: Mapped[int | None] = mapped_column(Integer)
    is_active: Mapped[bool] = mapped_column(Flag, default=True)
    position: Mapped[int] = mapped_column(Integer, default=0)
    search_key: Mapped[str] = mapped_column(Text, default="")
    import_id: Mapped[int | None] = mapped_column(ForeignKey("import_batch.id"))
    created_at: Mapped[datetime] = mapped_column(Instant)


class ProductChange(Base):
    """A product that was there before an import and was changed by it: the columns before and after."""

    __tablename__ = "product_change"
    __table_args__ = (Index(None, "import_id"), STRICT)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    import_id: Mapped[int] = mapped_column(ForeignKey("import_batch.id", ondelete="CASCADE"))
    product_id: Mapped[int] = mapped_column(Integer)
    before: Mapped[dict[str, Any]] = mapped_column(Json)
    after: Mapped[dict[str, Any]] = mapped_column(Json)
