"""Keeping how each printer lays each paper. Each change is one recorded act."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.print_profiles import PrinterProfile, ProfileUnnamed
from app.models.printing import PrintProfile
from app.services.actions import recorded


def save_profile(session: Session, profile: PrinterProfile, *, now: datetime) -> int | None:
    """Takes the place of what was kept for the printer and paper; the act's id, None when nothing differs. ProfileUnnamed."""
    printer, stock = profile.printer.strip(), profile.stock.strip()
    if not printer or not stock:
        raise ProfileUnnamed(field="stock" if printer else "printer")
    shift = profile.calibration
    wanted = {"dx": shift.dx, "dy": shift.dy, "scale": shift.scale, "rotated": shift.rotated, "tray": profile.tray.strip()}
    row = _found(session, printer, stock)
    if row is not None and all(getattr(row, name) == value for name, value in wanted.items()):
        return None
    with recorded(session, ActionKind.SAVE_PRINT_PROFILE, now=now, name=printer) as act:
        if row is None:
            session.add(PrintProfile(printer=printer, stock=stock, **wanted))
        else:
            for name, value in wanted.items():
                setattr(row, name, value)
    return act.action_id


def carry_profiles(session: Session, before: str, after: str, *, now: datetime) -> int | None:
    """What is kept for a stock that is measured anew goes along, for each printer of which nothing is kept for it yet. The act's id, None
    when there was nothing."""
    known = set(session.scalars(select(PrintProfile.printer).where(PrintProfile.stock == after)))
    rows = session.scalars(select(PrintProfile).where(PrintProfile.stock == before).order_by(PrintProfile.id)).all()
    going = [row for row in rows if row.printer not in known]
    if not going:
        return None
    with recorded(session, ActionKind.SAVE_PRINT_PROFILE, now=now, name=", ".join(row.printer for row in going)) as act:
        for row in going:
            row.stock = after
    return act.action_id


def forget_profile(session: Session, printer: str, stock: str, *, now: datetime) -> int | None:
    """The act's id, None when nothing was kept for them."""
    row = _found(session, printer.strip(), stock.strip())
    if row is None:
        return None
    with recorded(session, ActionKind.FORGET_PRINT_PROFILE, now=now, name=row.printer) as act:
        session.delete(row)
    return act.action_id


def _found(session: Session, printer: str, stock: str) -> PrintProfile | None:
    return session.scalar(select(PrintProfile).where(PrintProfile.printer == printer, PrintProfile.stock == stock))
