"""What printing costs the shop, as its owner says."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.print_cost import PrintRates
from app.models.shop import Shop
from app.services.actions import recorded


def change_print_rates(session: Session, rates: PrintRates, *, now: datetime) -> int | None:
    """The act's id, None when nothing differs. What was printed before keeps its cost. RateOutOfRange."""
    wanted = rates.checked().to_json()
    shop = session.scalars(select(Shop)).one()
    if PrintRates.from_json(shop.print_rates) == PrintRates.from_json(wanted):
        return None
    with recorded(session, ActionKind.CHANGE_PRINT_RATES, now=now) as act:
        shop.print_rates = wanted
    return act.action_id
