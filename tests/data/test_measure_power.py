"""What can be seen before anything is sent: from the shop's own history, by hand on a few people."""

from __future__ import annotations

from datetime import timedelta
from math import sqrt

import numpy as np
import pytest
from sqlalchemy.orm import Session

from app.domain.measure_audience import Detectable, Power, detectable
from app.models.database import Database
from app.queries.measure_margins import measure_margins
from app.queries.measure_power import power, power_of_shop, window_starts
from app.queries.shop import shop_fields
from tests.factories import TODAY, add_customer, add_purchase


def bought(session: Session, *visits: tuple[int, int]) -> int:
    """`visits`: days ago and amount."""
    number = add_customer(session)
    for days, amount in visits:
        add_purchase(session, number, TODAY - timedelta(days=days), amount)
    return number


def test_the_windows_lie_one_after_the_other_before_today() -> None:
    assert [(TODAY - start).days for start in window_starts(TODAY, 60)] == [60, 120, 180, 240, 300, 360]
    assert [(TODAY - start).days for start in window_starts(TODAY, 7)] == [7, 67, 127, 187, 247, 307]
    assert [(TODAY - start).days for start in window_starts(TODAY, 200)] == [200]
    assert [(TODAY - start).days for start in window_starts(TODAY, 730)] == [730]


def test_spread_likeness_and_base_are_those_of_one_window(database: Database) -> None:
    with database.write() as session:
        rate = shop_fields(session).margin_rate
        # Within the last 200 days, and in the year before them.
        ids = [bought(session, (100, 6_000), (300, 9_000)), bought(session, (300, 3_000)), bought(session, (50, 3_000)), bought(session)]
        found = power(session, ids, TODAY, 200)
    within, before = np.array([6_000, 0, 3_000, 0]) * rate, np.array([9_000, 3_000, 0, 0]) * rate
    assert found.sd == pytest.approx(within.std(ddof=1))
    assert found.rho == pytest.approx(np.corrcoef(within, before)[0, 1])
    assert (found.people, found.window_days) == (4, 200)
    assert found.base_margin == pytest.approx(within.mean())
    assert found.base_rate == 0.5


def test_several_windows_are_pooled_each_around_its_own_mean(database: Database) -> None:
    with database.write() as session:
        ids = [bought(session, (10, 4_000), (70, 9_000)), bought(session, (130, 5_000)), bought(session, (200, 1_000))]
        found = power(session, ids, TODAY, 60)
        parts = [measure_margins(session, ids, start, 60).within for start in window_starts(TODAY, 60)]
    assert found.sd == pytest.approx(sqrt(sum(part.var(ddof=1) for part in parts) / 6))
    assert found.base_rate == pytest.approx((1 / 3 + 1 / 3 + 1 / 3 + 1 / 3) / 6)


def test_who_was_away_for_months_is_not_without_spread(database: Database) -> None:
    with database.write() as session:
        away = [bought(session, (100 + place * 7, 5_000)) for place in range(8)]
        assert power(session, away, TODAY, 60).sd > 0


def test_of_people_who_never_bought_the_shop_speaks(database: Database) -> None:
    with database.write() as session:
        for place in range(6):
            bought(session, (20 + place * 30, 3_000 + place * 1_000))
        strangers = [bought(session) for _ in range(3)]
        shop = power_of_shop(session, 3, TODAY, 60)
        assert power(session, strangers, TODAY, 60) == shop
        assert shop.sd > 0


def test_an_empty_shop_has_nothing_to_say(database: Database) -> None:
    with database.write() as session:
        assert power(session, [], TODAY, 60) == Power(0, 60, 0.0, 0.0, 0.0, 0.0)


def test_what_can_be_seen_is_280_standard_errors() -> None:
    known = Power(320, 60, 2_500.0, 0.6, 700.0, 0.12)
    seen = detectable(known, 160, 160)
    assert seen.margin == pytest.approx(2.80 * 2_500 * 0.8 * sqrt(2 / 160))
    assert seen.rate == pytest.approx(2.80 * sqrt(0.12 * 0.88) * sqrt(2 / 160))
    assert detectable(known, 320, 0) == Detectable(None, None)
    assert detectable(Power(320, 60, 0.0, 0.0, 0.0, 0.0), 160, 160) == Detectable(None, None)
