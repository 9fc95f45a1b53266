"""The simulator's sales: the rule that was in force, tried again, gives what the ledger gave."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal
from random import Random

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from app.domain.customers import CustomerFields, PartialDate
from app.domain.periods import Period
from app.domain.points import Expiry, ExpiryKind, Rounding, RuleFields
from app.domain.products import GroupFields, ProductFields
from app.domain.purchases import LineFields, PurchaseFields
from app.domain.shop import TaxEntry
from app.domain.tiers import LoyaltySettings, TierDraft, TierFields
from app.models.database import Database
from app.models.shop import Shop
from app.queries.point_money import programme_cost
from app.queries.point_sales import Sales, sales_to_try, tried
from app.queries.points import standing
from app.services.actions import undo
from app.services.customers import edit_customer
from app.services.points import set_rule
from app.services.products import add_group, add_product
from app.services.purchases import delete_visit, edit_visit, refund_visit
from app.services.tiers import set_tiers
from tests.factories import NOW, TODAY, add_customer, add_purchase

PERCENT = {10: Decimal("0.10"), 8: Decimal("0.08")}
WINDOW = Period(date(2025, 11, 1), date(2026, 11, 1))
RICH = RuleFields(
    amount=130,
    points=3,
    rounding=Rounding.NEAREST,
    taxed=False,
    minimum=500,
    bonus_weekdays=(4,),
    bonus_days=(5, 15),
    bonus_rate=200,
    birthday_rate=150,
    first_visit_points=40,
    expiry=Expiry(ExpiryKind.AFTER_EARNING, 24),
)


def lines_of(draw: Random) -> tuple[LineFields, ...]:
    def line(number: int) -> LineFields:
        amount = draw.randint(100, 9_000)
        rate = draw.choice([None, None, 10, 8])
        tax = None if rate is None else PERCENT[rate]
        return LineFields(product=f"品{number}", unit_price=amount, amount=amount, tax_rate=tax, earns_points=draw.random() < 0.8)

    return tuple(line(number) for number in range(draw.randint(1, 3)))


def record_year(session: Session, draw: Random, customers: int = 7) -> None:
    """Every customer comes a few times within the 12 months, pays with points now and then, and gives something back."""
    for number in range(customers):
        birthday = PartialDate(None, draw.randint(1, 12), 9) if number % 3 else PartialDate(1970, draw.randint(1, 12), 9)
        customer = add_customer(session, f"客 {number}", birthday=None if number % 5 == 0 else birthday)
        day = WINDOW.start + timedelta(days=draw.randint(0, 60))
        while day < WINDOW.end:
            usable = standing(session, customer, day).usable
            lines = lines_of(draw)
            total = sum(line.amount for line in lines)
            use = min(usable, total, draw.choice([0, 0, 30, 200]))
            purchase = add_purchase(session, customer, day, lines=lines, points_used=use)
            if draw.random() < 0.2:
                refund_visit(session, purchase, amount=draw.randint(1, total), day=day, now=NOW, today=TODAY, allow_negative=True)
            day += timedelta(days=draw.randint(7, 70))


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("entry", list(TaxEntry))
def test_the_rule_that_was_in_force_gives_what_was_given(database: Database, seed: int, entry: TaxEntry) -> None:
    with database.write() as session:
        session.execute(update(Shop).values(tax_entry=entry))
        set_rule(session, RICH, valid_from=None, now=NOW)
        record_year(session, Random(seed))
    with database.read() as session:
        trial = tried(session, TODAY, RICH, RICH)
        assert trial.now is not None
        assert trial.now.points == programme_cost(session, WINDOW).granted_points > 0
        assert trial.more == 0
        assert trial.period == WINDOW


def test_another_rule_is_tried_on_every_receipt(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        add_purchase(session, customer, date(2026, 10, 31), 10_000)
        add_purchase(session, customer, date(2026, 10, 30), 90)
        add_purchase(session, None, date(2026, 10, 30), 5_000)
        add_purchase(session, customer, date(2026, 11, 1), 10_000)
        add_purchase(session, customer, date(2025, 10, 31), 10_000)
    with database.read() as session:
        trial = tried(session, TODAY, RuleFields(), RuleFields(amount=80))
    assert trial.now is not None
    assert (trial.now.points, trial.other.points, trial.receipts, trial.sales) == (100, 126, 2, 15_090)
    assert (trial.cost_now, trial.cost_other, trial.more) == (80, 101, 21)
    assert (trial.now.without_points, trial.other.without_points) == (1, 0)
    assert trial.other.months[-1].points == 126


def test_what_was_given_back_does_not_count(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        whole = add_purchase(session, customer, date(2026, 9, 1), 10_000)
        part = add_purchase(session, customer, date(2026, 9, 2), 10_000)
        refund_visit(session, whole, day=TODAY, now=NOW, today=TODAY)
        refund_visit(session, part, amount=2_500, day=date(2026, 9, 5), now=NOW, today=TODAY)
    with database.read() as session:
        trial = tried(session, TODAY, None, RuleFields())
    assert (trial.now, trial.other.points, trial.receipts) == (None, 75, 1)


def test_a_first_visit_is_the_first_of_which_something_is_left(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        back = add_purchase(session, customer, date(2026, 9, 1), 1_000, time=time(9, 0))
        refund_visit(session, back, day=date(2026, 9, 1), now=NOW, today=TODAY)
        add_purchase(session, customer, date(2026, 9, 1), 2_000)
        add_purchase(session, customer, date(2026, 9, 1), 3_000)
    with database.read() as session:
        assert tried(session, TODAY, None, RuleFields(first_visit_points=100)).other.points == 20 + 30 + 100


def test_points_that_came_back_with_a_refund_pay_no_more(database: Database) -> None:
    """400 yen are left, which 26 of the 30 points pay but for 10 yen, and that makes a step."""
    rule = RuleFields(point_value=15, rounding=Rounding.UP)
    with database.write() as session:
        set_rule(session, rule, valid_from=None, now=NOW)
        customer = add_customer(session)
        add_purchase(session, customer, date(2026, 8, 1), 10_000)
        paid = add_purchase(session, customer, date(2026, 9, 1), 1_000, points_used=30)
        refund_visit(session, paid, amount=600, day=date(2026, 9, 5), now=NOW, today=TODAY)
    with database.read() as session:
        assert tried(session, TODAY, None, rule).other.points == 100 + 1


def test_products_that_earn_nothing_today_are_left_out(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        lines = tuple(LineFields(product=name, unit_price=1_000, amount=1_000) for name in ("カット", "回数券", "はがき"))
        add_purchase(session, customer, date(2026, 9, 1), lines=lines)
    with database.read() as session:
        assert tried(session, TODAY, None, RuleFields()).other.points == 30
    with database.write() as session:
        add_group(session, GroupFields("券", earns_points=False), now=NOW)
        add_product(session, ProductFields("回数券", group="券"), now=NOW)
        add_product(session, ProductFields("カット"), now=NOW)
    with database.read() as session:
        assert tried(session, TODAY, None, RuleFields()).other.points == 20


def test_tiers_count_as_on_the_first_of_the_month(database: Database) -> None:
    from app.domain.tiers import LoyaltySettings, TierDraft, TierFields
    from app.services.tiers import decide_tiers, set_tiers

    with database.write() as session:
        gold, plain = add_customer(session), add_customer(session, "森田 幸子")
        add_purchase(session, gold, date(2026, 9, 1), 100_000)
        add_purchase(session, plain, date(2026, 9, 1), 10_000)
        drafts = [TierDraft(None, TierFields("ゴールド", 50_000, 150))]
        set_tiers(session, drafts, LoyaltySettings(tiers_on=True), now=NOW, today=TODAY)
        decide_tiers(session, now=NOW, today=TODAY)
    with database.read() as session:
        sales = sales_to_try(session, TODAY)
        tier = int(sales.figures.tier.max())
        # The shop had no tiers in September: they count as they are today.
        assert tried(session, TODAY, None, RuleFields()).other.points == 1_500 + 100
        assert tried(session, TODAY, None, RuleFields(), {tier: 200}).other.points == 2_000 + 100


def test_referrals_cost_both_sides(database: Database) -> None:
    from app.models.counter import Referral

    with database.write() as session:
        first, second = add_customer(session), add_customer(session, "森田 幸子")
        session.add(Referral(referrer_id=first, referred_id=second, day=date(2026, 10, 3), at=NOW))
    with database.read() as session:
        trial = tried(session, TODAY, None, replace(RuleFields(), referrer_points=100, referred_points=50))
    assert trial.other.points == 150


def test_a_visit_of_today_leaves_the_finished_months_as_they_are(database: Database) -> None:
    with database.write() as session:
        set_rule(session, RuleFields(), valid_from=None, now=NOW)
        customer = add_customer(session)
        add_purchase(session, customer, WINDOW.last_day, 5_000)
    sales = read_sales(database)
    with database.write() as session:
        add_purchase(session, customer, TODAY, 3_000)
        add_purchase(session, None, WINDOW.end, 3_000)
    assert read_sales(database) is sales


@pytest.mark.parametrize(
    "change", ["late slip", "edited", "moved away", "refunded", "deleted", "undone", "born", "value", "tiers", "product"]
)
def test_whatever_changes_the_finished_months_is_seen(database: Database, change: str) -> None:
    with database.write() as session:
        set_rule(session, RuleFields(), valid_from=None, now=NOW)
        customer = add_customer(session)
        old = add_purchase(session, customer, WINDOW.last_day, 5_000)
        newer = PurchaseFields(day=TODAY, lines=(LineFields(product="カット", unit_price=5_000, amount=5_000, earns_points=False),))
        if change == "undone":
            delete_visit(session, old, now=NOW, today=TODAY)
    sales = read_sales(database)
    with database.write() as session:
        if change == "late slip":
            add_purchase(session, customer, WINDOW.start, 3_000)
        elif change == "edited":
            edit_visit(session, old, replace(newer, day=WINDOW.last_day), now=NOW, today=TODAY)
        elif change == "moved away":
            edit_visit(session, old, newer, now=NOW, today=TODAY)
        elif change == "refunded":
            refund_visit(session, old, amount=500, now=NOW, today=TODAY)
        elif change == "deleted":
            delete_visit(session, old, now=NOW, today=TODAY)
        elif change == "undone":
            undo(session, now=NOW)
        elif change == "born":
            edit_customer(session, customer, CustomerFields(name="吉田 和子", birthday=PartialDate(None, 10, 1)), now=NOW)
        elif change == "value":
            set_rule(session, RuleFields(point_value=2), valid_from=None, now=NOW)
        elif change == "tiers":
            set_tiers(session, [TierDraft(None, TierFields("ゴールド", 100, 150))], LoyaltySettings(tiers_on=True), now=NOW, today=TODAY)
        else:
            add_product(session, ProductFields("カット", earns_points=False), now=NOW)
    assert read_sales(database) is not sales


def read_sales(database: Database) -> Sales:
    with database.read() as session:
        return sales_to_try(session, TODAY)
