"""The shop: its file's beginning, and what its owner says about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields as fields_of
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.shop import CurrencyFixed, ShopExists, ShopFields, checked
from app.models import migrate
from app.models.database import Database
from app.models.purchase import Purchase
from app.models.shop import Shop, SummaryState
from app.services import summaries
from app.services.actions import recorded


def create_shop(path: Path, fields: ShopFields, *, now: datetime, today: date | None = None, is_demo: bool = False) -> None:
    """Make the file of a new shop. ShopExists when there is one; the errors of `domain.shop.checked`.

    `today`: the shop's local day, of `now` when not given.
    """
    shop = checked(fields)
    if path.exists():
        raise ShopExists
    day = today or now.astimezone(ZoneInfo(shop.timezone)).date()

    def fill(database: Database) -> None:
        with database.write() as session:
            session.add(Shop(**_columns(shop), is_demo=is_demo, created_at=now))
            session.add(SummaryState(window_days=shop.window_days, as_of=day))

    migrate.create_file(path, fill)


def change_shop(session: Session, fields: ShopFields, *, now: datetime, today: date) -> int | None:
    """The action's id, None when nothing differs. A new number of days counts all figures anew.

    Raises the errors of `domain.shop.checked`; CurrencyFixed once there are purchases.
    """
    shop = session.scalars(select(Shop)).one()
    wanted = _columns(checked(fields))
    differing = {name: value for name, value in wanted.items() if getattr(shop, name) != value}
    if not differing:
        return None
    if "currency" in differing and session.scalar(select(Purchase.id).limit(1)) is not None:
        raise CurrencyFixed(field="currency", currency=shop.currency)
    with recorded(session, ActionKind.CHANGE_SHOP, now=now, name=str(wanted["name"])) as act:
        for name, value in differing.items():
            setattr(shop, name, value)
    if "window_days" in differing:
        summaries.rebuild(session, today)
    return act.action_id


def save_print_settings(session: Session, settings: Mapping[str, Any]) -> None:
    """Keep what was chosen in the print workspace, for next time. Not an act to undo."""
    session.execute(update(Shop).values(print_settings=dict(settings)))


def _columns(shop: ShopFields) -> dict[str, Any]:
    values = {f.name: getattr(shop, f.name) for f in fields_of(ShopFields)}
    values["closed_weekdays"] = sorted(set(shop.closed_weekdays))
    return values
