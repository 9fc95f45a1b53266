"""Points as money: owed, lapsing, likely used, and what the programme costs, from a real file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from sqlalchemy.orm import Session

from app.domain.figures import PointHolders, PointsLapsing, PointUsers
from app.domain.periods import Period, month_of
from app.domain.point_money import LapseMonth, NextLapse
from app.domain.points import Expiry, ExpiryKind, RuleFields
from app.domain.rewards import RewardFields, RewardKind
from app.models.database import Database
from app.queries.people import people_behind
from app.queries.point_money import cost_per_month, owed_on, point_money, points_cost_of, programme_cost, used_share
from app.queries.points import balances
from app.services.ledger import lapse
from app.services.points import adjust_points, set_rule
from app.services.purchases import delete_visit, refund_visit
from app.services.rewards import add_reward, give_reward
from tests.factories import NOW, TODAY, add_customer, add_purchase

YEAR = Expiry(ExpiryKind.AFTER_EARNING, 12, to_month_end=True)
NOVEMBER, OCTOBER = month_of(date(2026, 11, 1)), month_of(date(2026, 10, 1))
ALL = Period(date(2020, 1, 1), date(2030, 1, 1))


def rule(session: Session, fields: RuleFields | None = None) -> None:
    set_rule(session, fields or RuleFields(expiry=YEAR), valid_from=None, now=NOW)


def test_a_shop_without_points(database: Database) -> None:
    with database.read() as session:
        money = point_money(session, TODAY)
    assert (money.points, money.owed, money.expected, money.lapses, money.next_lapse, money.cost) == (0, 0, 0, (), None, 0)
    assert [owed.day for owed in money.balance_days] == [date(2026, 9, 30), date(2026, 3, 31)]


def test_owed_points_by_the_month_in_which_they_lapse(database: Database) -> None:
    with database.write() as session:
        rule(session, RuleFields(point_value=2, expiry=YEAR))
        first, second = add_customer(session), add_customer(session, "森田 幸子")
        add_purchase(session, first, date(2025, 12, 3), 10_000)
        add_purchase(session, second, date(2025, 12, 20), 3_000)
        add_purchase(session, first, date(2026, 11, 2), 5_000)
        adjust_points(session, second, 7, "お詫び", now=NOW, today=TODAY)
    with database.read() as session:
        money = point_money(session, TODAY)
        december = Period(date(2026, 12, 1), date(2027, 1, 1))
        assert people_behind(session, PointsLapsing(december)) == [first, second]
        assert people_behind(session, PointHolders(TODAY)) == [first, second]
        assert people_behind(session, PointHolders(date(2025, 12, 3))) == [first]
    assert money.lapses == (LapseMonth(date(2026, 12, 1), 130, 260), LapseMonth(date(2027, 11, 1), 50, 100), LapseMonth(None, 7, 14))
    assert (money.points, money.owed, money.expected) == (187, 374, 299)
    assert money.next_lapse == NextLapse(date(2026, 12, 31), 2, 130)
    assert money.members == 2


@pytest.mark.parametrize("back", [0, 1, 60, 200, 233, 400])
def test_owed_on_any_day_is_the_sum_of_the_balances(database: Database, back: int) -> None:
    with database.write() as session:
        rule(session, RuleFields(expiry=Expiry(ExpiryKind.AFTER_EARNING, 6)))
        for number, name in enumerate(("吉田 和子", "森田 幸子", "青木 健")):
            customer = add_customer(session, name)
            for visit in range(5):
                add_purchase(session, customer, TODAY - timedelta(days=97 * visit + 11 * number), 4_000 + 900 * visit)
        lapse(session, now=NOW, today=TODAY)
    day = TODAY - timedelta(days=back)
    with database.read() as session:
        assert owed_on(session, day).points == sum(balances(session, day).values())


def test_a_debt_stays_when_the_points_it_is_about_would_have_lapsed(database: Database) -> None:
    with database.write() as session:
        rule(session, RuleFields(expiry=Expiry(ExpiryKind.AFTER_EARNING, 1)))
        customer = add_customer(session)
        bought = add_purchase(session, customer, date(2026, 3, 2), 10_000)
        add_purchase(session, customer, date(2026, 3, 3), 500, points_used=100)
        refund_visit(session, bought, now=NOW, today=TODAY, allow_negative=True)
    with database.read() as session:
        money = point_money(session, TODAY)
        assert owed_on(session, TODAY).points == sum(balances(session, TODAY).values()) == money.points == -100
        assert people_behind(session, PointHolders(TODAY)) == []
    assert money.lapses == (LapseMonth(None, -100, -100),)
    assert money.next_lapse is None


def test_what_was_used_costs_what_it_paid_for(database: Database) -> None:
    with database.write() as session:
        rule(session)
        customer, other = add_customer(session), add_customer(session, "森田 幸子")
        add_purchase(session, customer, date(2026, 9, 1), 50_000)
        add_purchase(session, other, date(2026, 9, 1), 20_000)
        add_purchase(session, customer, date(2026, 10, 5), 4_000, points_used=300)
        rule(session, RuleFields(point_value=3, expiry=YEAR))
        add_purchase(session, other, date(2026, 11, 5), 4_000, points_used=100)
    with database.read() as session:
        october, november = programme_cost(session, OCTOBER), programme_cost(session, NOVEMBER)
        assert points_cost_of(session, [customer], ALL).money == 300
        assert points_cost_of(session, [other], ALL).money == 300
        assert points_cost_of(session, [], ALL).money == 0
        assert people_behind(session, PointUsers(OCTOBER)) == [customer]
        months = cost_per_month(session, TODAY)
    assert (october.used_points, october.used_money, october.granted_points) == (300, 300, 37)
    assert (november.used_points, november.used_money) == (100, 300)
    assert [month.cost.money for month in months] == [0] * 11 + [300]
    assert [month.sales for month in months][-2:] == [70_000, 4_000]


def test_points_that_came_back_cost_nothing(database: Database) -> None:
    with database.write() as session:
        rule(session)
        customer = add_customer(session)
        add_purchase(session, customer, date(2026, 9, 1), 50_000)
        paid = add_purchase(session, customer, date(2026, 10, 5), 1_000, points_used=400)
        refund_visit(session, paid, amount=700, day=date(2026, 11, 2), now=NOW, today=TODAY)
    with database.read() as session:
        # 300 yen are left: 300 of the 400 points stay used, 100 came back in November.
        assert programme_cost(session, OCTOBER).used_points == 400
        assert programme_cost(session, NOVEMBER).used_points == -100
        assert programme_cost(session, ALL).used_money == 300
    with database.write() as session:
        delete_visit(session, paid, now=NOW, today=TODAY)
    with database.read() as session:
        assert programme_cost(session, ALL).used_money == 0
        assert programme_cost(session, ALL).granted_points == 500


def test_rewards_cost_what_they_cost_the_shop(database: Database) -> None:
    with database.write() as session:
        rule(session)
        customer = add_customer(session)
        add_purchase(session, customer, date(2026, 9, 1), 90_000)
        gift = add_reward(session, RewardFields(RewardKind.GIFT, "ミニタオル", 200, cost=350), now=NOW)
        discount = add_reward(session, RewardFields(RewardKind.DISCOUNT, "500円引き", 500, value=500), now=NOW)
        for reward in (gift, discount):
            give_reward(session, customer, reward.reward_id, now=NOW, today=TODAY)
    with database.read() as session:
        cost = programme_cost(session, NOVEMBER)
        assert points_cost_of(session, [customer], NOVEMBER) == cost
    assert (cost.rewards, cost.reward_cost, cost.money, cost.used_points) == (2, 850, 850, 0)


def test_rewards_of_others_are_not_charged(database: Database) -> None:
    with database.write() as session:
        rule(session)
        first, second = add_customer(session), add_customer(session, "森田 幸子")
        for customer in (first, second):
            add_purchase(session, customer, date(2026, 9, 1), 90_000)
        gift = add_reward(session, RewardFields(RewardKind.GIFT, "ミニタオル", 200, cost=350), now=NOW)
        give_reward(session, second, gift.reward_id, now=NOW, today=TODAY)
    with database.read() as session:
        assert points_cost_of(session, [first], ALL).money == 0
        assert points_cost_of(session, [first, second], ALL).money == 350


def test_what_lapsed_but_was_not_taken_off_yet_is_not_owed(database: Database) -> None:
    with database.write() as session:
        rule(session, RuleFields(expiry=Expiry(ExpiryKind.AFTER_EARNING, 1)))
        customer = add_customer(session)
        add_purchase(session, customer, TODAY - timedelta(days=20), 10_000)
    late = TODAY + timedelta(days=60)
    with database.read() as session:
        assert point_money(session, TODAY).points == owed_on(session, TODAY).points == 100
        assert point_money(session, late).points == owed_on(session, late).points == 0
        assert people_behind(session, PointHolders(late)) == []


def test_the_share_used_is_learned_from_points_whose_time_is_up(database: Database) -> None:
    with database.write() as session:
        rule(session, RuleFields(expiry=Expiry(ExpiryKind.AFTER_EARNING, 1)))
        for number in range(30):
            customer = add_customer(session, f"客 {number}")
            add_purchase(session, customer, date(2026, 8, 1), 10_000)
            if number < 12:
                add_purchase(session, customer, date(2026, 8, 20), 500, points_used=50)
        lapse(session, now=NOW, today=TODAY)
    with database.read() as session:
        share = used_share(session, TODAY)
    # 30 x 100 points, and 12 x 4 of the second purchases: 600 used, the rest lapsed.
    assert (share.used, share.lapsed, share.lots) == (600, 3_048 - 600, 42)
    assert share.share == Fraction(600, 3_048)
    assert not share.is_usual


def test_with_few_points_at_their_end_the_usual_share_is_taken(database: Database) -> None:
    with database.write() as session:
        rule(session, RuleFields(expiry=Expiry(ExpiryKind.AFTER_EARNING, 1)))
        add_purchase(session, add_customer(session), date(2026, 8, 1), 10_000)
        lapse(session, now=NOW, today=TODAY)
    with database.read() as session:
        share = used_share(session, TODAY)
    assert (share.lots, share.lapsed, share.is_usual, share.share) == (1, 100, True, Fraction(4, 5))


def test_points_without_end_have_a_year_to_be_used(database: Database) -> None:
    with database.write() as session:
        rule(session, RuleFields())
        for number in range(30):
            customer = add_customer(session, f"客 {number}")
            add_purchase(session, customer, date(2025, 6, 1), 10_000)
            add_purchase(session, customer, date(2026, 6, 1), 10_000, points_used=25)
    with database.read() as session:
        share = used_share(session, TODAY)
    assert (share.used, share.lapsed, share.lots) == (750, 2_250, 30)


def test_figures_follow_what_is_recorded_later(database: Database) -> None:
    with database.write() as session:
        rule(session)
        customer = add_customer(session)
        add_purchase(session, customer, date(2026, 11, 2), 10_000)
    with database.read() as session:
        assert point_money(session, TODAY).points == 100
    with database.write() as session:
        add_purchase(session, customer, date(2026, 11, 3), 10_000)
        set_rule(session, replace(RuleFields(), point_value=5), valid_from=None, now=NOW)
    with database.read() as session:
        assert (point_money(session, TODAY).points, point_money(session, TODAY).owed) == (200, 1_000)
