"""How much care the shop gives: cap, rest, weights of health, what is decided for each group."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.care import CareSettings
from app.models.shop import Shop
from app.services.actions import recorded


def change_care(session: Session, care: CareSettings, *, now: datetime) -> int | None:
    """The action's id, None when nothing is different."""
    shop = session.scalars(select(Shop)).one()
    if care == CareSettings.from_json(shop.care):
        return None
    with recorded(session, ActionKind.CHANGE_CARE, now=now) as act:
        shop.care = care.to_json()
    return act.action_id
