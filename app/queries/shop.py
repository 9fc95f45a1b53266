"""The shop itself."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.shop import ShopFields
from app.models.shop import Shop


def shop_fields(session: Session) -> ShopFields:
    shop = session.scalars(select(Shop)).one()
    values: dict[str, Any] = {f.name: getattr(shop, f.name) for f in fields(ShopFields)}
    values["closed_weekdays"] = tuple(shop.closed_weekdays)
    return ShopFields(**values)


def shop_since(session: Session) -> datetime:
    """When the shop's file was begun."""
    return session.scalars(select(Shop.created_at)).one()


def shop_zone(session: Session) -> ZoneInfo:
    return ZoneInfo(session.scalars(select(Shop.timezone)).one())


def is_demo_shop(session: Session) -> bool:
    return session.scalars(select(Shop.is_demo)).one()


def print_settings(session: Session) -> dict[str, Any]:
    """What was chosen in the print workspace last, as `services.shop.save_print_settings` stored it."""
    return dict(session.scalars(select(Shop.print_settings)).one())
