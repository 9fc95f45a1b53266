"""The sample shop: made on whatever day somebody looks at it, its points are sound."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from app.models.database import Database
from app.queries.point_money import point_money
from app.queries.points import balances
from app.services.demo import create_demo
from app.services.ledger import ledger_faults


@pytest.mark.parametrize("day", [date(2026, 9, 30), date(2026, 12, 1), date(2027, 3, 31), date(2028, 2, 29)])
def test_the_sample_can_be_made_on_any_day(tmp_path: Path, day: date) -> None:
    path = tmp_path / "okaeri.db"
    create_demo(path, now=datetime.combine(day, time(3), UTC), today=day, language="ja")
    database = Database.of_file(path)
    with database.read() as session:
        money = point_money(session, day)
        assert money.points > 100_000 and money.used.used > 10_000
        assert min(balances(session, day).values()) >= 0
        assert ledger_faults(session) == []
    database.close()
