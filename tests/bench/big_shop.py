"""A shop of 100,000 customers and 2,000,000 purchases over three years, made of chance with a seed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np

from app.domain.periods import day_number
from app.domain.shop import ShopFields
from app.models.arrays import insert_columns
from app.models.base import Base
from app.models.database import Database
from app.services import summaries
from app.services.shop import create_shop

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
DAYS = 3 * 365


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
        columns |= {name: [0] * customers for name in ("do_not_contact", "bad_address", "points_opening")}
        columns |= {name: [int(at)] * customers for name in ("created_at", "updated_at")}
        columns |= {"tags": ["[]"] * customers, "own": ["{}"] * customers}
        columns |= {name: ["unknown"] * customers for name in ("post_consent", "email_consent")}
        insert_columns(session, tables["customer"], columns)
        rows = {
            "customer_id": owner.tolist(), "day": day.tolist(), "amount": amount.tolist(), "net": amount.tolist(),
            "at": (day * 86_400_000).tolist(), "receipt": [""] * purchases, "payment": [""] * purchases, "note": [""] * purchases,
            "has_time": [0] * purchases, "line_count": [1] * purchases,
        }  # fmt: skip
        insert_columns(session, tables["purchase"], rows)
        summaries.rebuild(session, TODAY)
    return database
