"""Where everybody stood on a past day, whatever part of the customers is read at a time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from app.analytics.occasions import occasions_of, receipts_from
from app.analytics.standing import shop_median_gap
from app.domain.segments import SEGMENTS, Segment
from app.models.database import Database
from app.queries import month_standing
from app.queries.month_standing import standing_at
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
    for name in ("customer", "first_day", "last_day", "visits", "amount", "visits_365", "amount_365", "own_rhythm"):
        np.testing.assert_array_equal(getattr(parted.standing, name), getattr(whole.standing, name))
    np.testing.assert_array_equal(parted.chip, whole.chip)
    assert all(parted.ids(parted.in_segment(one)) == whole.ids(whole.in_segment(one)) for one in SEGMENTS)


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
