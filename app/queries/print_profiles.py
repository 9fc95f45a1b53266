"""How each printer lays each paper, as it was measured."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.print_profiles import PrinterProfile
from app.models.printing import PrintProfile


def profiles(session: Session) -> list[PrinterProfile]:
    """By printer, then by paper."""
    return [row.profile() for row in session.scalars(select(PrintProfile).order_by(PrintProfile.printer, PrintProfile.stock))]


def profile_of(session: Session, printer: str, stock: str) -> PrinterProfile | None:
    """None when nothing was measured for them."""
    row = session.scalar(select(PrintProfile).where(PrintProfile.printer == printer.strip(), PrintProfile.stock == stock.strip()))
    return None if row is None else row.profile()
