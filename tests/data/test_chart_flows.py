"""Who came anew, stayed, returned and was lost: worked by hand, and against the names behind every piece."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest
from sqlalchemy import insert, update
from sqlalchemy.orm import Session

from app.domain.chart_people import FlowPart
from app.domain.chart_rows import FlowMonth
from app.domain.products import ProductFields
from app.models.customer import Customer
from app.models.database import Database
from app.models.purchase import Purchase
from app.models.shop import Shop
from app.queries.at_stake import at_stake
from app.queries.flows import flows
from app.queries.people import people_behind
from app.queries.sales_course import sales_course
from app.queries.segment_shares import segment_shares
from app.services import summaries
from app.services.customers import archive_customer
from app.services.products import add_product
from tests.factories import TODAY, add_customer, add_purchase

NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)


def counts(row: FlowMonth) -> tuple[int, int, int, int]:
    return row.kept, row.returned, row.new, row.lost


def by_hand(session: Session) -> list[int]:
    """Within 90 days. Anna comes every month; Ben came in June alone; Cai was away from May to October; Dan first came in October."""
    anna, ben, cai, dan = (add_customer(session, name) for name in ("安西", "弁野", "蔡", "段"))
    for month in range(5, 12):
        add_purchase(session, anna, date(2026, month, 10), 3000)
    add_purchase(session, ben, date(2026, 6, 20), 4000)
    for day in (date(2026, 5, 3), date(2026, 10, 15)):
        add_purchase(session, cai, day, 5000)
    for day in (date(2026, 10, 2), date(2026, 10, 2), date(2026, 11, 18)):
        add_purchase(session, dan, day, 6000)
    return [anna, ben, cai, dan]


def fill(session: Session, people: int = 80, *, window: int = 90) -> None:
    chance = random.Random(6)
    session.execute(
        insert(Customer),
        [{"id": i, "code": f"C{i:03d}", "name": f"客 {i}", "created_at": NOW, "updated_at": NOW} for i in range(1, people + 1)],
    )
    rows = []
    for who in range(1, people + 1):
        day = TODAY - timedelta(days=chance.randrange(0, 400))
        while day <= TODAY:
            rows.append({"customer_id": who, "receipt": "", "at": NOW, "day": day, "amount": 1000, "net": 1000, "line_count": 0})
            day += timedelta(days=chance.choice([9, 31, 80, 140]))
    session.execute(insert(Purchase), rows)
    session.execute(update(Shop).values(window_days=window))
    summaries.rebuild(session, TODAY)


def test_the_months_of_four_customers_worked_by_hand(database: Database) -> None:
    with database.write() as session:
        anna, ben, cai, dan = by_hand(session)
        rows = {row.month.month: row for row in flows(session, TODAY)}
        # 90 days before 1 September begin on 3 June: Ben counts still, and is lost by 1 October. Cai left the count by 1 September.
        assert counts(rows[5]) == (0, 0, 2, 0)
        assert counts(rows[6]) == (2, 0, 1, 0)
        assert counts(rows[8]) == (2, 0, 0, 1)
        assert counts(rows[9]) == (1, 0, 0, 1)
        # October: Cai returned after five months, Dan is new.
        assert counts(rows[10]) == (1, 1, 1, 0)
        assert rows[10].gain == 2
        # November so far: Anna, Cai and Dan are all active still.
        assert counts(rows[11]) == (3, 0, 0, 0)
        assert [row.is_complete for row in rows.values()] == [True] * 6 + [False]
        october = rows[10]
        assert people_behind(session, october.people(FlowPart.RETURNED)) == [cai]
        assert people_behind(session, october.people(FlowPart.NEW)) == [dan]
        assert people_behind(session, october.people(FlowPart.KEPT)) == [anna]
        assert people_behind(session, rows[9].people(FlowPart.LOST)) == [ben]


@pytest.mark.parametrize("window", [90, 21])
def test_every_piece_counts_its_names(database: Database, window: int) -> None:
    with database.write() as session:
        fill(session, window=window)
        rows = flows(session, TODAY, months=None)
        assert len(rows) > 10
        for row in rows:
            for part in FlowPart:
                assert len(people_behind(session, row.people(part))) == row.count(part), (row.month, part)


@pytest.mark.parametrize("window", [90, 21])
def test_some_customers_and_the_others_are_everybody(database: Database, window: int) -> None:
    with database.write() as session:
        fill(session, window=window)
        some, others = np.arange(1, 31), np.arange(31, 81)
        for whole, one, other in zip(
            flows(session, TODAY), flows(session, TODAY, customers=some), flows(session, TODAY, customers=others), strict=True
        ):
            assert counts(whole) == tuple(a + b for a, b in zip(counts(one), counts(other), strict=True))
        for month, part, rest in zip(
            sales_course(session, TODAY),
            sales_course(session, TODAY, customers=some),
            sales_course(session, TODAY, customers=others),
            strict=True,
        ):
            assert (month.customers, month.visits, month.amount) == (
                part.customers + rest.customers,
                part.visits + rest.visits,
                part.amount + rest.amount,
            )
        ages = [at_stake(session, TODAY, customers).bands for customers in (None, some, others)]
        for band, one_band, other_band in zip(*ages, strict=True):
            assert band.customers == one_band.customers + other_band.customers
            assert abs(band.margin - one_band.margin - other_band.margin) <= 1
        shares = [segment_shares(session, TODAY, customers) for customers in (None, some, others)]
        for share, one_share, other_share in zip(*shares, strict=True):
            assert share.customers.numerator == one_share.customers.numerator + other_share.customers.numerator
            assert share.amount == one_share.amount + other_share.amount


def test_shares_are_a_partition_and_their_names_are_counted(database: Database) -> None:
    with database.write() as session:
        fill(session)
        shares = segment_shares(session, TODAY)
        assert sum(share.customers.numerator for share in shares) == 80 == shares[0].customers.denominator
        assert sum(share.sales or 0.0 for share in shares) == pytest.approx(1.0)
        for share in shares:
            assert len(people_behind(session, share.people)) == share.customers.numerator
        for band in at_stake(session, TODAY).bands:
            assert len(people_behind(session, band.people)) == band.customers


def test_sales_are_customers_times_visits_times_amount(database: Database) -> None:
    with database.write() as session:
        by_hand(session)
        october = {row.month.month: row for row in sales_course(session, TODAY)}[10]
        # Anna 3,000, Cai 5,000, Dan 12,000 on two receipts of one day: three visits of three customers.
        assert (october.customers, october.visits, october.amount) == (3, 3, 20_000)
        assert (october.visits_each, october.amount_each) == (1.0, 20_000 / 3)
        assert not sales_course(session, TODAY)[-1].is_complete


def test_a_year_of_margin_worked_by_hand(database: Database) -> None:
    with database.write() as session:
        session.execute(update(Shop).values(margin_rate=0.5))
        # Two years from the first to the last visit, 73,000 in all: 18,250 a year. A single purchase of 8,000 counts as one year's.
        steady, once = add_customer(session, "吉田"), add_customer(session, "一見")
        for day, amount in ((date(2024, 8, 1), 33_000), (date(2026, 8, 1), 40_000)):
            add_purchase(session, steady, day, amount)
        add_purchase(session, once, date(2026, 11, 10), 8_000)
        stake = at_stake(session, TODAY)
        assert [(band.customers, band.margin) for band in stake.bands] == [(1, 4000), (0, 0), (1, 18_250), (0, 0), (0, 0)]
        assert stake.worst is not None and people_behind(session, stake.worst.people) == [steady]


def test_products_with_margins_of_their_own_count_with_them(database: Database) -> None:
    with database.write() as session:
        add_product(session, ProductFields("カット", margin_rate=0.8), now=NOW)
        add_purchase(session, add_customer(session), date(2026, 8, 1), 10_000)
        assert sum(band.margin for band in at_stake(session, TODAY).bands) == 8_000


def test_who_has_left_is_in_no_group_and_in_no_band(database: Database) -> None:
    with database.write() as session:
        stays, leaves = add_customer(session, "吉田"), add_customer(session, "青木")
        for number in (stays, leaves):
            add_purchase(session, number, date(2026, 11, 1), 1_000)
        archive_customer(session, leaves, now=NOW)
        assert [share.customers.numerator for share in segment_shares(session, TODAY) if share.customers.numerator] == [1]
        (band,) = [band for band in at_stake(session, TODAY).bands if band.customers]
        assert (band.customers, people_behind(session, band.people)) == (1, [stays])


def test_a_month_as_it_stood_on_an_earlier_day(database: Database) -> None:
    with database.write() as session:
        by_hand(session)
        running = flows(session, date(2026, 10, 15))[-1]
        # Dan's visit of November is not known yet.
        assert (counts(running), running.end, running.is_complete) == ((1, 1, 1, 0), date(2026, 10, 16), False)
        assert all(len(people_behind(session, running.people(part))) == running.count(part) for part in FlowPart)


def test_a_purchase_entered_later_moves_its_month_and_the_one_that_runs(database: Database) -> None:
    with database.write() as session:
        anna, ben, _cai, _dan = by_hand(session)
    with database.read() as session:
        before = {row.month.month: counts(row) for row in flows(session, TODAY)}
    with database.write() as session:
        add_purchase(session, ben, date(2026, 10, 30))
    with database.read() as session:
        after = {row.month.month: counts(row) for row in flows(session, TODAY)}
    assert (before[10], after[10]) == ((1, 1, 1, 0), (1, 2, 1, 0))
    assert (before[11], after[11]) == ((3, 0, 0, 0), (4, 0, 0, 0))
    with database.read() as session:
        only = [counts(row) for row in flows(session, TODAY, customers=np.array([anna]))]
    assert only == [(0, 0, 1, 0), *[(1, 0, 0, 0)] * 6]
    with database.read() as session:
        assert [row.customers for row in sales_course(session, TODAY, customers=np.array([ben]))] == [0, 1, 0, 0, 0, 1, 0]


def test_a_shop_without_purchases_has_no_rows(database: Database) -> None:
    with database.write() as session:
        add_customer(session)
        assert not flows(session, TODAY)
        assert not sales_course(session, TODAY)
        assert not segment_shares(session, TODAY)
        assert at_stake(session, TODAY).bands == ()
