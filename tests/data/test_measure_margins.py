"""Net margins of customers before a day and from it on, worked out by hand."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from sqlalchemy.orm import Session

from app.domain.periods import day_number
from app.domain.points import RuleFields
from app.domain.products import GroupFields, ProductFields
from app.domain.purchases import LineFields
from app.domain.rewards import RewardFields, RewardKind
from app.models.database import Database
from app.queries import measure_margins as module
from app.queries.measure_margins import Margins, measure_margins
from app.services.points import set_rule
from app.services.products import add_group, add_product
from app.services.purchases import refund_visit
from app.services.rewards import add_reward, give_reward
from tests.factories import NOW, TODAY, add_customer
from tests.measures import bought

START = date(2026, 9, 1)
END = START + timedelta(days=60)


def day(days: int) -> date:
    return START + timedelta(days=days)


def one(session: Session, customer: int, up_to: date | None = None) -> Margins:
    return measure_margins(session, [customer], START, 60, up_to=up_to)


def test_the_days_before_and_the_window_are_half_open(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        for days, amount in ((-366, 100), (-365, 1_000), (-1, 2_000), (0, 10_000), (59, 20_000), (60, 40_000)):
            bought(session, customer, day(days), amount)
        found = one(session, customer)
        running = one(session, customer, up_to=day(59))
        after = measure_margins(session, [customer], START, 60, with_before=False)
    # The shop leaves 60 per cent.
    assert (float(found.before[0]), float(found.within[0])) == (0.6 * 3_000, 0.6 * 30_000)
    assert (int(found.sales[0]), int(found.first_day[0]), int(found.visits_before[0])) == (30_000, day_number(START), 2)
    assert int(found.last_before[0]) == day_number(day(-1))
    assert float(running.within[0]) == 6_000
    assert (float(after.before[0]), float(after.within[0]), int(after.last_before[0])) == (0, 0.6 * 30_000, -1)


def test_refunds_count_on_their_day_and_undo_the_visit(database: Database) -> None:
    with database.write() as session:
        customer, other = add_customer(session), add_customer(session, "森田 幸子")
        back = bought(session, customer, day(3), 8_000)
        late = bought(session, other, day(5), 8_000)
        earlier = bought(session, other, day(-20), 5_000)
        refund_visit(session, back, now=NOW, today=TODAY, day=day(10))
        refund_visit(session, late, now=NOW, today=TODAY, day=day(70))
        refund_visit(session, earlier, amount=1_000, now=NOW, today=TODAY, day=day(1))
        found = measure_margins(session, [customer, other], START, 60)
    assert found.within.tolist() == [0.0, 0.6 * 7_000]
    assert found.before.tolist() == [0.0, 0.6 * 5_000]
    assert found.came.tolist() == [False, False]


def test_each_line_has_the_margin_of_what_it_is(database: Database) -> None:
    with database.write() as session:
        add_group(session, GroupFields("物販", 0.3), now=NOW)
        add_product(session, ProductFields("シャンプー", group="物販"), now=NOW)
        add_product(session, ProductFields("オイル", group="物販", margin_rate=0.5), now=NOW)
        customer = add_customer(session)
        names = (("カット", 5_000), ("シャンプー", 2_000), ("オイル", 1_000))
        lines = tuple(LineFields(product=name, unit_price=amount, amount=amount) for name, amount in names)
        bought(session, customer, day(4), 0, lines=lines)
        bought(session, customer, day(-4), 3_333, "シャンプー")
        found = one(session, customer)
    assert float(found.within[0]) == 0.6 * 5_000 + 0.3 * 2_000 + 0.5 * 1_000
    assert float(found.before[0]) == pytest.approx(999.9)


def test_points_and_rewards_are_taken_off_at_cost(database: Database) -> None:
    with database.write() as session:
        set_rule(session, RuleFields(point_value=2), valid_from=None, now=NOW)
        customer = add_customer(session)
        bought(session, customer, day(-30), 90_000)
        bought(session, customer, day(-10), 5_000, points_used=100)
        bought(session, customer, day(10), 5_000, points_used=300)
        reward = add_reward(session, RewardFields(RewardKind.GIFT, "お茶", 50, cost=180), now=NOW).reward_id
        give_reward(session, customer, reward, now=NOW, today=day(20))
        give_reward(session, customer, reward, now=NOW, today=day(80))
        found = one(session, customer)
    assert float(found.before[0]) == 0.6 * 95_000 - 200
    assert float(found.within[0]) == 0.6 * 5_000 - 600 - 180


def test_each_has_a_start_of_his_own_and_the_order_stays(database: Database) -> None:
    with database.write() as session:
        first, second, third = (add_customer(session, name) for name in ("一 子", "二 子", "三 子"))
        for customer in (first, second):
            bought(session, customer, day(0), 1_000)
        bought(session, second, day(-500), 7_000)
        starts = np.array([day_number(START), day_number(day(1)), day_number(START)])
        found = measure_margins(session, [third, second, first], starts, 10)
    assert found.within.tolist() == [0.0, 0.0, 600.0]
    assert found.before.tolist() == [0.0, 600.0, 0.0]
    assert found.last_before.tolist() == [-1, day_number(START), -1]


def test_the_last_visit_is_found_however_long_ago(database: Database) -> None:
    with database.write() as session:
        first, second = add_customer(session), add_customer(session, "森田 幸子")
        bought(session, first, day(-500), 7_000)
        bought(session, first, day(-900), 7_000)
        found = measure_margins(session, [second, first], START, 60)
    assert found.last_before.tolist() == [-1, day_number(day(-500))]
    assert found.before.tolist() == [0.0, 0.0]


def test_many_people_are_read_at_once_with_the_same_result(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    dice = np.random.default_rng(5)
    with database.write() as session:
        set_rule(session, RuleFields(), valid_from=None, now=NOW)
        add_group(session, GroupFields("物販", 0.3), now=NOW)
        add_product(session, ProductFields("シャンプー", group="物販"), now=NOW)
        ids = [add_customer(session, f"客 {number}") for number in range(12)]
        for _ in range(60):
            customer, days = ids[int(dice.integers(12))], int(dice.integers(-800, 90))
            bought(session, customer, day(days), int(dice.integers(1, 90)) * 100, "シャンプー" if dice.random() < 0.4 else "カット")
        few = measure_margins(session, ids[:9], START, 60)
        monkeypatch.setattr(module, "BY_CUSTOMER_TO", 3)
        many = measure_margins(session, ids[:9], START, 60)
    for name in Margins.__dataclass_fields__:
        assert getattr(few, name).tolist() == getattr(many, name).tolist()


def test_of_nobody_there_is_nothing(database: Database) -> None:
    with database.read() as session:
        assert len(measure_margins(session, [], START, 60).within) == 0
