"""What the counter says before recording is what is recorded, for every kind of rule."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from app.domain.counter import reckon
from app.domain.customers import PartialDate
from app.domain.points import Rounding, RuleFields
from app.domain.products import GroupFields, ProductFields
from app.domain.purchases import LineFields, PurchaseFields
from app.domain.shop import TaxEntry
from app.domain.tiers import LoyaltySettings, TierDraft, TierFields
from app.domain.visits import VisitGone
from app.models.database import Database
from app.models.purchase import Purchase
from app.models.shop import Shop
from app.queries.counter import counter_basis, counter_customer, counter_points, counter_start
from app.queries.points import standing
from app.queries.purchases import purchase_fields
from app.queries.tiers import tiers
from app.services.points import adjust_points, set_rule
from app.services.products import add_group, add_product
from app.services.purchases import delete_visit, edit_visit, record_visit
from app.services.tiers import set_tier, set_tiers
from tests.factories import NOW, TODAY, add_customer, add_purchase

TEN, EIGHT = Decimal("0.1"), Decimal("0.08")
LINES = (
    LineFields(product="カット", unit_price=4950, amount=4950, tax_rate=TEN),
    LineFields(product="パン", unit_price=333, amount=333, tax_rate=EIGHT),
    LineFields(product="商品券", unit_price=5000, amount=5000, tax_rate=TEN, earns_points=False),
)
RULES = {
    "plain": RuleFields(),
    "untaxed": RuleFields(taxed=False, amount=200),
    "up": RuleFields(amount=1000, rounding=Rounding.UP),
    "minimum": RuleFields(minimum=6000),
    "bonus weekday": RuleFields(bonus_weekdays=(4,), bonus_rate=500),
    "birthday": RuleFields(birthday_rate=200),
    "first": RuleFields(first_visit_points=500),
    "dear points": RuleFields(point_value=10, use_from=5),
    "off": RuleFields(is_on=False),
}


@pytest.mark.parametrize("entry", list(TaxEntry))
@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_the_preview_is_what_the_ledger_writes(database: Database, entry: TaxEntry, rule: RuleFields) -> None:
    with database.write() as session:
        session.query(Shop).one().tax_entry = entry
        set_rule(session, rule, valid_from=None, now=NOW)
        set_tiers(session, [TierDraft(None, TierFields("ゴールド", 10**9, 150))], LoyaltySettings(tiers_on=True), now=NOW, today=TODAY)
        for used, ago in ((0, 0), (40, 0), (40, 3)):
            day = TODAY - timedelta(days=ago)
            customer = add_customer(session, birthday=PartialDate(None, 11, 3))
            set_tier(session, customer, tiers(session)[0].id, now=NOW, today=TODAY)
            adjust_points(session, customer, 100, "前から", now=NOW, today=day)
            points = counter_points(session, customer, day, TODAY)
            sums = reckon(LINES, entry, points, used)
            fields = PurchaseFields(day, lines=LINES, points_used=sums.points_used)
            outcome = record_visit(session, customer, fields, now=NOW, today=TODAY)
            assert (outcome.points_earned, outcome.points_used) == (sums.earned, sums.points_used)
            if points.rule is not None:
                assert standing(session, customer, TODAY).balance == outcome.balance == sums.balance_after
                again = counter_points(session, customer, day, TODAY, outcome.purchase_id)
                assert (again.balance, again.usable) == (100, 100)
                assert reckon(LINES, entry, again, used).balance_after == outcome.balance


def test_a_tier_counts_no_more_when_tiers_are_switched_off(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        set_rule(session, RuleFields(), valid_from=None, now=NOW)
        set_tiers(session, [TierDraft(None, TierFields("ゴールド", 10**9, 150))], LoyaltySettings(tiers_on=True), now=NOW, today=TODAY)
        gold = tiers(session)[0]
        set_tier(session, customer, gold.id, now=NOW, today=TODAY)
        assert counter_points(session, customer, TODAY, TODAY).basis.tier_rate == 150
        set_tiers(session, [TierDraft(gold.id, gold.fields)], LoyaltySettings(), now=NOW, today=TODAY)
        points = counter_points(session, customer, TODAY, TODAY)
        assert (points.tier, reckon(LINES[:1], TaxEntry.INCLUDED, points).earned) == (None, 49)
        assert record_visit(session, customer, PurchaseFields(TODAY, lines=LINES[:1]), now=NOW, today=TODAY).points_earned == 49


def test_a_visit_that_is_changed_keeps_its_rule(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        set_rule(session, RuleFields(amount=100), valid_from=None, now=NOW)
        number = add_purchase(session, customer, TODAY, 10_000)
        set_rule(session, RuleFields(amount=1000), valid_from=None, now=NOW)
        old, new = counter_points(session, customer, TODAY, TODAY, number), counter_points(session, customer, TODAY, TODAY)
        assert old.rule is not None and new.rule is not None
        assert (old.rule.amount, old.balance, new.rule.amount, new.balance) == (100, 0, 1000, 100)
        fields = purchase_fields(session, number)
        outcome = edit_visit(session, number, fields, now=NOW, today=TODAY)
        assert outcome.balance == 100


def test_on_an_earlier_day_no_more_can_be_used_than_there_was_on_both(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        set_rule(session, RuleFields(), valid_from=None, now=NOW)
        adjust_points(session, customer, 100, "前から", now=NOW, today=TODAY - timedelta(days=5))
        adjust_points(session, customer, -70, "景品", now=NOW, today=TODAY)
        assert counter_points(session, customer, TODAY - timedelta(days=2), TODAY).usable == 30
        adjust_points(session, customer, 500, "お祝い", now=NOW, today=TODAY)
        assert counter_points(session, customer, TODAY - timedelta(days=2), TODAY).usable == 100


def test_somebody_new_has_nothing_and_may_get_points_for_coming(database: Database) -> None:
    with database.write() as session:
        assert counter_points(session, None, TODAY, TODAY).rule is None
        set_rule(session, RuleFields(first_visit_points=300), valid_from=None, now=NOW)
        points = counter_points(session, None, TODAY, TODAY)
    sums = reckon(LINES[:1], TaxEntry.INCLUDED, points)
    assert (sums.balance, sums.earned, sums.balance_after) == (0, 349, 349)


def test_what_was_bought_last_comes_as_the_list_of_products_has_it_now(database: Database) -> None:
    with database.write() as session:
        customer = add_customer(session)
        sold = (LineFields(product="商品券", unit_price=5000, discount=500, amount=4500, tax_rate=None),)
        add_purchase(session, customer, TODAY - timedelta(days=9), lines=sold)
        add_group(session, GroupFields("券", earns_points=False, tax_rate=0), now=NOW)
        add_product(session, ProductFields("商品券", group="券", price=5200), now=NOW)
        (again,) = counter_customer(session, customer, TODAY, TODAY).lines
        assert (again.unit_price, again.discount, again.amount, again.tax_rate, again.earns_points) == (5000, 0, 5000, Decimal(0), False)
        basis = counter_basis(session, TODAY)
        assert basis.has_products and [(line.product, line.amount, line.earns_points) for line in basis.often] == [("商品券", 5200, False)]


def test_a_visit_that_is_gone_is_said(database: Database) -> None:
    with database.write() as session:
        number = add_purchase(session, add_customer(session), date(2026, 11, 1))
        start = counter_start(session, None, number, TODAY)
        assert start.fields is not None and start.customer is not None and start.customer.points.day == date(2026, 11, 1)
        delete_visit(session, number, now=NOW, today=TODAY)
        assert session.get(Purchase, number) is None
        with pytest.raises(VisitGone):
            counter_start(session, None, number, TODAY)
