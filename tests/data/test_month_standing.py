"""Where everybody stood on a past day, whatever part of the customers is read at a time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import event

from app.analytics.occasions import occasions_of, receipts_from
from app.analytics.standing import shop_median_gap
from app.domain.periods import Period
from app.domain.segments import SEGMENTS, Segment
from app.domain.tiles import TileKey
from app.models.database import Database
from app.queries import month_standing
from app.queries.month_standing import MonthStanding, keep_standings, standing_at
from app.queries.tiles import tiles
from tests.bench.big_shop import TODAY as SHOP_DAY
from tests.bench.big_shop import make_shop
from tests.factories import TODAY, add_customer, add_purchase

DAY = date(2026, 9, 1)


def test_the_portion_read_at_a_time_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    database = make_shop(tmp_path / "okaeri.db", 300, 3_000)
    with database.read() as session:
        whole = standing_at(session, DAY)
    monkeypatch.setattr(month_standing, "CUSTOMERS_AT_A_TIME", 70)
    database.cache.forget()
    with database.read() as session:
        parted = standing_at(session, DAY)
    database.close()
    assert parted is not whole
    assert (np.diff(parted.standing.customer) > 0).all()
    assert_same(parted, whole)


def test_several_days_from_one_reading_are_as_each_read_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(month_standing, "CUSTOMERS_AT_A_TIME", 70)
    database = make_shop(tmp_path / "okaeri.db", 300, 3_000)
    days = (DAY, date(2024, 9, 1), date(2025, 9, 1), date(2020, 1, 1))
    with database.read() as session:
        alone = [standing_at(session, day) for day in days]
    database.cache.forget()
    read: list[str] = []
    with database.read() as session:
        event.listen(session.connection(), "before_cursor_execute", lambda *call: read.append(str(call[2])))
        kept = standing_at(session, DAY)
        before = len(purchases_read(read))
        keep_standings(session, days)
        at_once = [standing_at(session, day) for day in days]
        keep_standings(session, days)
        assert 0 < before == len(purchases_read(read)) / 2
    database.close()
    assert at_once[0] is kept
    for found, expected in zip(at_once, alone, strict=True):
        assert found is not expected
        assert_same(found, expected)


def test_figures_read_the_purchases_once_for_the_days_they_are_held_against(tmp_path: Path) -> None:
    database = make_shop(tmp_path / "okaeri.db", 300, 3_000)
    read: list[str] = []
    with database.read() as session:
        event.listen(session.connection(), "before_cursor_execute", lambda *call: read.append(str(call[2])))
        month = Period(date(2026, 10, 1), date(2026, 11, 1))
        (tile,) = tiles(session, SHOP_DAY, month, [TileKey.GOOD_SALES])
    database.close()
    assert tile.before is not None and tile.last_year is not None
    assert len([one for one in purchases_read(read) if "purchase.customer_id %" in one]) == 1


def purchases_read(statements: list[str]) -> list[str]:
    return [one for one in statements if "FROM purchase" in one]


def assert_same(found: MonthStanding, expected: MonthStanding) -> None:
    assert found.day == expected.day == found.standing.as_of
    for name in ("customer", "first_day", "last_day", "visits", "amount", "visits_365", "amount_365", "own_rhythm"):
        np.testing.assert_array_equal(getattr(found.standing, name), getattr(expected.standing, name))
    np.testing.assert_array_equal(found.chip, expected.chip)
    np.testing.assert_array_equal(found.has_left, expected.has_left)
    assert (found.groups is None) == (expected.groups is None)
    if found.groups is not None and expected.groups is not None:
        np.testing.assert_array_equal(found.groups.rhythm, expected.groups.rhythm)
    assert all(found.ids(found.in_segment(one)) == expected.ids(expected.in_segment(one)) for one in SEGMENTS)


def test_what_was_bought_since_is_no_part_of_it(database: Database) -> None:
    with database.write() as session:
        anna, berta = add_customer(session, "Anna"), add_customer(session, "Berta")
        for day in (date(2026, 7, 1), date(2026, 8, 1), date(2026, 8, 31), DAY, date(2026, 10, 1)):
            add_purchase(session, anna, day, 1_000)
        add_purchase(session, berta, DAY, 1_000)
        found = standing_at(session, DAY)
    assert found.standing.customer.tolist() == [anna]
    assert (found.standing.visits.tolist(), found.standing.amount.tolist()) == ([3], [3_000])
    assert found.groups is not None
    assert found.ids(found.in_segment(Segment.NEW)) == ()


def test_the_gaps_of_all_parts_make_one_median(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(month_standing, "CUSTOMERS_AT_A_TIME", 1)
    days = {"Anna": (1, 11), "Berta": (1, 21), "Clara": (1, 31)}
    with database.write() as session:
        ids = [add_customer(session, name) for name in days]
        for customer, own in zip(ids, days.values(), strict=True):
            for day in own:
                add_purchase(session, customer, date(2026, 7, day), 1_000)
        found = standing_at(session, TODAY)
    # Gaps of 10, 20 and 30 days: none has a rhythm of his own, so all borrow the shop's.
    receipts = receipts_from(*np.array([(n, d, 1_000) for n, own in zip(ids, days.values(), strict=True) for d in own]).T)
    assert found.groups is not None
    assert shop_median_gap(occasions_of(receipts)) == 20
    assert found.groups.rhythm.tolist() == [20.0, 20.0, 20.0]
