"""What printing costs the shop."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.print_cost import PrintRates
from app.models.shop import Shop


def print_rates(session: Session) -> PrintRates:
    return PrintRates.from_json(session.scalars(select(Shop.print_rates)).one())
