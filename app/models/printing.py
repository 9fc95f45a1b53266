"""What belongs to paper: the shop's own templates and the printers it has measured."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.cards import Calibration
from app.domain.entities import Entity
from app.domain.print_profiles import PrinterProfile
from app.models.base import REAL, STRICT_KEEPING_IDS, Base, Flag, Instant, Integer, Json, Text


class PrintTemplate(Base):
    """`key` and `language` name it; with those of a template that comes with the program it takes that one's place.
    `content` is Template as JSON."""

    __tablename__ = "print_template"
    __table_args__ = (UniqueConstraint("key", "language"), STRICT_KEEPING_IDS)
    entity = Entity.TEMPLATE

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    key: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    content: Mapped[dict[str, Any]] = mapped_column(Json)
    created_at: Mapped[datetime] = mapped_column(Instant)
    updated_at: Mapped[datetime] = mapped_column(Instant)
    archived_at: Mapped[datetime | None] = mapped_column(Instant)


class PrintProfile(Base):
    """How one printer lays one paper: shift in mm, size in %, feed turned by 180 degrees."""

    __tablename__ = "print_profile"
    __table_args__ = (UniqueConstraint("printer", "stock"), STRICT_KEEPING_IDS)
    entity = Entity.SHOP

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    printer: Mapped[str] = mapped_column(Text)
    stock: Mapped[str] = mapped_column(Text)
    dx: Mapped[float] = mapped_column(REAL, default=0.0)
    dy: Mapped[float] = mapped_column(REAL, default=0.0)
    scale: Mapped[float] = mapped_column(REAL, default=100.0)
    rotated: Mapped[bool] = mapped_column(Flag, default=False)
    tray: Mapped[str] = mapped_column(Text, default="")

    def profile(self) -> PrinterProfile:
        return PrinterProfile(self.printer, self.stock, Calibration(self.dx, self.dy, self.scale, self.rotated), self.tray)

    def measure(self, profile: PrinterProfile) -> None:
        """Take over what was measured; printer and paper stay."""
        shift = profile.calibration
        self.dx, self.dy, self.scale, self.rotated, self.tray = shift.dx, shift.dy, shift.scale, shift.rotated, profile.tray.strip()
