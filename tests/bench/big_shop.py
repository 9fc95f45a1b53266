"""A shop of 100,000 customers and 2,000,000 purchases over three years, made of chance with a seed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Integer, select, type_coerce, update
from sqlalchemy.orm import Session

from app.domain.periods import day_number
from app.domain.shop import ShopFields
from app.models.arrays import insert_columns, read_columns
from app.models.base import Base
from app.models.database import Database
from app.models.points import LoyaltyState
from app.models.purchase import Purchase
from app.services import summaries
from app.services.shop import create_shop

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
DAYS = 3 * 365
Ints = NDArray[np.int64]


def make_shop(path: Path, customers: int = 100_000, purchases: int = 2_000_000) -> Database:
    """The file with its summary tables; how often somebody comes differs from person to person (gamma), many stop coming."""
    create_shop(path, ShopFields(name="大きな店"), now=NOW, today=TODAY)
    database = Database.of_file(path)
    chance = np.random.default_rng(20261120)
    ids = np.arange(1, customers + 1)
    weight = chance.gamma(0.7, 1.0, customers) + 0.02
    owner = chance.choice(ids, purchases, p=weight / weight.sum())
    first, share = chance.integers(0, DAYS - 30, customers), chance.beta(2, 1, customers)
    end = first + np.maximum(1, ((DAYS - first) * share)).astype(np.int64)
    began = day_number(TODAY - timedelta(days=DAYS)) + 1 + first[owner - 1]
    day = np.sort(began + (chance.random(purchases) * (end - first)[owner - 1]).astype(np.int64))
    amount = (chance.lognormal(8.4, 0.6, purchases) / 10).astype(np.int64) * 10 + 10
    at = NOW.timestamp() * 1000
    with database.write() as session:
        tables = Base.metadata.tables
        columns: dict[str, list[Any]] = {column.name: [""] * customers for column in tables["customer"].columns if not column.nullable}
        columns |= {"id": ids.tolist(), "name": [f"客 {i}" for i in ids], "kind": ["person"] * customers}
        columns |= {name: [0] * customers for name in ("do_not_contact", "is_deceased", "bad_address", "household_place", "points_opening")}
        columns |= {name: [int(at)] * customers for name in ("created_at", "updated_at")}
        columns |= {name: ["[]"] * customers for name in ("tags", "former_codes", "joint_names")} | {"own": ["{}"] * customers}
        columns |= {name: ["unknown"] * customers for name in ("post_consent", "email_consent")}
        insert_columns(session, tables["customer"], columns)
        rows = {
            "customer_id": owner.tolist(), "day": day.tolist(), "amount": amount.tolist(), "net": amount.tolist(),
            "at": (day * 86_400_000).tolist(), "receipt": [""] * purchases, "payment": [""] * purchases, "note": [""] * purchases,
            "has_time": [0] * purchases, "line_count": [1] * purchases, "points_used": [0] * purchases,
        }  # fmt: skip
        insert_columns(session, tables["purchase"], rows)
        summaries.rebuild(session, TODAY)
    return database


def add_lots(database: Database, purchases: int) -> int:
    """The points of the newest of these purchases, 1 for 100 yen, that count for a year: a lot and an entry each, and what lapsed
    since. The number of lots."""
    today, year, at = day_number(TODAY), 365, int(NOW.timestamp() * 1000)
    with database.write() as session:
        query = select(Purchase.id, type_coerce(Purchase.day, Integer), Purchase.customer_id, Purchase.amount)
        number, day, owner, amount = read_columns(session, query.where(Purchase.customer_id.is_not(None), Purchase.amount >= 100))
        newest = np.argsort(number)[-purchases:]
        number, day, owner, points = number[newest], day[newest], owner[newest], amount[newest] // 100
        count, is_over = len(number), day + year < today
        ids = np.arange(1, count + 1)
        tables = Base.metadata.tables
        lots = {
            "id": ids.tolist(), "customer_id": owner.tolist(), "day": day.tolist(), "expires": (day + year).tolist(),
            "to_month_end": [0] * count, "left": np.where(is_over, 0, points).tolist(),
        }  # fmt: skip
        insert_columns(session, tables["point_lot"], lots)
        _add_entries(session, ids, ids, "earn", points, day, at, number.tolist())
        gone = ids[is_over]
        _add_entries(session, gone + count, gone, "expire", -points[is_over], day[is_over] + year + 1, at, [None] * len(gone))
        session.execute(update(LoyaltyState).values(lapsed_to=TODAY))
    return count


def _add_entries(
    session: Session, ids: Ints, lots: Ints, kind: str, points: Ints, day: Ints, at: int, purchases: list[int] | list[None]
) -> None:
    count = len(ids)
    entries: dict[str, list[Any]] = {
        "id": ids.tolist(), "lot_id": lots.tolist(), "kind": [kind] * count, "points": points.tolist(), "day": day.tolist(),
        "at": [at] * count, "purchase_id": list(purchases), "receipt": [""] * count, "reason": [""] * count,
    }  # fmt: skip
    insert_columns(session, Base.metadata.tables["point_entry"], entries)
