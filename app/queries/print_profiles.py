"""How each printer lays each paper, as it was measured."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.cards import Calibration
from app.domain.print_profiles import PrinterProfile
from app.models.printing import PrintProfile


def profiles(session: Session) -> list[PrinterProfile]:
    """By printer, then by paper."""
    return [_profile(row) for row in session.scalars(select(PrintProfile).order_by(PrintProfile.printer, PrintProfile.stock))]


def profile_of(session: Session, printer: str, stock: str) -> PrinterProfile | None:
    """None when nothing was measured for them."""
    row = session.scalar(select(PrintProfile).where(PrintProfile.printer == printer.strip(), PrintProfile.stock == stock.strip()))
    return None if row is None else _profile(row)


def _profile(row: PrintProfile) -> PrinterProfile:
    return PrinterProfile(row.printer, row.stock, Calibration(row.dx, row.dy, row.scale, row.rotated), row.tray)
