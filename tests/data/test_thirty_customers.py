"""A shop of 30 customers, every figure worked out on paper: the usual days are 90, the gross margin 60 %, the day is 1 November 2026.

    customers  came                                              paid each time          sums up to
    A 01-10    on the 10th of April to October (7 visits)        5,000 (01: 6,000 last)  351,000
    B 11-16    10 May and 10 June, then never again              8,000 (11: 5,000 last)   93,000
    C 17-20    20 August and 20 September                        3,000                    24,000
    D 21-24    5 October                                         4,000                    16,000
    E 25-27    15 January and 15 October                         6,000                    36,000
    F 28-29    1 March, all of it given back on 3 March         10,000                         0
    G 30       never
    nobody     1 October                                         2,000                     2,000

01 has two receipts on 10 October, of 5,000 and 1,000; 11 was given 3,000 of the June purchase back two days later.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from app.domain.figures import RateFields
from app.domain.periods import PeriodKind
from app.domain.segments import Segment
from app.models.database import Database
from app.models.shop import Shop
from app.queries import figures, insights
from app.services import summaries
from app.services.cuts import learn_cuts
from app.services.purchases import refund_visit
from tests.factories import NOW, TODAY, add_customer, add_purchase

DAY = date(2026, 11, 1)
MONTHS = range(4, 11)
# Worked out with the calculator for 10 of 16: (0.625 + 1.96²/32) / (1 + 1.96²/16) ± 1.96 √(0.625·0.375/16 + 1.96²/1024) / (1 + 1.96²/16)
TEN_OF_SIXTEEN = (0.38641, 0.81519)


@pytest.fixture
def shop(database: Database) -> Database:
    with database.write() as session:
        session.execute(update(Shop).values(window_days=90, margin_rate=0.6))
        ids = [add_customer(session, name=f"客 {number}", code=f"C{number:02d}") for number in range(1, 31)]
        _fill(session, ids)
        learn_cuts(session, DAY)
        summaries.rebuild(session, DAY)
    return database


def _fill(session: Session, ids: list[int]) -> None:
    for customer in ids[:10]:
        for month in MONTHS:
            add_purchase(session, customer, date(2026, month, 10), 5_000)
    add_purchase(session, ids[0], date(2026, 10, 10), 1_000)
    for customer in ids[10:16]:
        add_purchase(session, customer, date(2026, 5, 10), 8_000)
        last = add_purchase(session, customer, date(2026, 6, 10), 8_000)
        if customer == ids[10]:
            refund_visit(session, last, amount=3_000, day=date(2026, 6, 12), now=NOW, today=TODAY)
    for customer in ids[16:20]:
        add_purchase(session, customer, date(2026, 8, 20), 3_000)
        add_purchase(session, customer, date(2026, 9, 20), 3_000)
    for customer in ids[20:24]:
        add_purchase(session, customer, date(2026, 10, 5), 4_000)
    for customer in ids[24:27]:
        add_purchase(session, customer, date(2026, 1, 15), 6_000)
        add_purchase(session, customer, date(2026, 10, 15), 6_000)
    for customer in ids[27:29]:
        given_back = add_purchase(session, customer, date(2026, 3, 1), 10_000)
        refund_visit(session, given_back, day=date(2026, 3, 3), now=NOW, today=TODAY)
    add_purchase(session, None, date(2026, 10, 1), 2_000)


def test_the_summary(shop: Database) -> None:
    with shop.read() as session:
        found = figures.kpi_summary(session, DAY)
    # Everybody but F, who took all back, and G.
    assert (found.customers, found.buyers, found.one_time) == (30, 27, 4)
    # 71 + 12 + 8 + 4 + 6 receipts of customers and 1 without; 351 + 93 + 24 + 16 + 36 + 2 thousand. 522,000 / 102 = 5,117.6.
    assert (found.receipts, found.net_sales, found.aov) == (102, 522_000, 5_118)
    assert (found.sales_without_customer, found.rows_without_customer) == (2_000, 1)
    # Within 90 days had A, B and E, first there by 3 August; E came again after 273. By 5 May were A and E; nobody a year ago.
    counted = {days: (rate.numerator, rate.denominator) for days, rate in found.repeat_rate.items()}
    assert counted == {"90": (16, 19), "180": (10, 13), "365": (0, 0)}
    assert found.repeat_rate["365"].rate is None


def test_the_return_rate_by_months(shop: Database) -> None:
    with shop.read() as session:
        lines = {line.end: line for line in figures.retention(session, PeriodKind.MONTH, DAY)}
    at = {end: (line.at_start, line.stayed) for end, line in lines.items()}
    # In [3 May, 1 August) came A and B, in [3 August, 1 November) of those A alone; a month before the same; on 1 May only A was there.
    assert at[DAY] == (16, 10) and at[date(2026, 10, 1)] == (16, 10) and at[date(2026, 8, 1)] == (10, 10)
    last = lines[DAY]
    assert (last.start, last.rate, last.complete) == (date(2026, 8, 1), 0.625, True)
    assert (last.low, last.high) == pytest.approx(TEN_OF_SIXTEEN, abs=1e-4)


def test_bought_again_the_next_month(shop: Database) -> None:
    with shop.read() as session:
        lines = {line.start: line for line in figures.repurchase(session, DAY)}
    at = {start: (line.at_start, line.stayed) for start, line in lines.items() if line.complete}
    assert {start.month: pair for start, pair in at.items() if start >= date(2026, 4, 1)} == {
        4: (10, 10),
        5: (16, 16),
        6: (16, 10),
        7: (10, 10),
        8: (14, 14),
        9: (14, 10),
    }
    # What October's buyers do next is not known before November has begun.
    assert max(lines) == date(2026, 9, 1)


def test_the_cohorts(shop: Database) -> None:
    with shop.read() as session:
        rows = figures.cohorts(session, DAY)
    active = {(row.cohort, row.k): row.active for row in rows if row.complete}
    sizes = {row.cohort: row.size for row in rows}
    assert {cohort: size for cohort, size in sizes.items() if size} == {
        "2026-01": 3,
        "2026-04": 10,
        "2026-05": 6,
        "2026-08": 4,
        "2026-10": 4,
    }
    assert [active["2026-04", k] for k in range(7)] == [10] * 7
    assert [active["2026-05", k] for k in range(6)] == [6, 6, 0, 0, 0, 0]
    assert [active["2026-01", k] for k in range(10)] == [3, 0, 0, 0, 0, 0, 0, 0, 0, 3]
    assert [active["2026-08", k] for k in range(3)] == [4, 4, 0]


def test_scores_and_groups(shop: Database) -> None:
    with shop.read() as session:
        found = figures.rfm(session, DAY)
    # 27 people: the cut points lie at places 5.2, 10.4, 15.6 and 20.8 of 0 to 26, between two people where need be.
    assert found.cuts == {
        "recency": pytest.approx([22, 22, 27, 123.6]),
        "frequency": pytest.approx([2, 2, 2, 7]),
        "monetary": pytest.approx([6_000, 12_400, 16_000, 35_000]),
    }
    by_group = {
        letter: {(row.recency, row.frequency, row.r, row.f, row.m, row.segment) for row in found.rows if int(row.customer[1:]) in numbers}
        for letter, numbers in {"A": range(2, 11), "B": range(12, 17), "C": range(17, 21), "D": range(21, 25), "E": range(25, 28)}.items()
    }
    assert by_group == {
        "A": {(22, 7, 5, 4, 4, "loyal")},
        "B": {(144, 2, 1, 1, 3, "dormant")},
        "C": {(42, 2, 2, 1, 1, "maintain")},
        "D": {(27, 1, 3, 1, 1, "new")},
        "E": {(17, 2, 5, 1, 2, "growth")},
    }
    rows = {row.customer: row for row in found.rows}
    assert (rows["C01"].monetary, rows["C01"].m, rows["C11"].monetary, rows["C11"].m) == (36_000, 5, 13_000, 3)


def test_what_the_page_shows(shop: Database) -> None:
    with shop.read() as session:
        tiles = insights.insight_tiles(session, DAY)
        sizes = insights.segment_sizes(session, DAY)
        coverage = insights.coverage(session)
    assert (tiles.return_rate.numerator, tiles.return_rate.denominator, tiles.return_change) == (10, 16, Decimal("0.0"))
    assert (tiles.second_visit.numerator, tiles.second_visit.denominator) == (16, 19)
    # 60 % of 520,000 over 27 customers.
    assert tiles.profit == 11_556
    assert sizes == {
        Segment.NEW: 4,
        Segment.DORMANT: 6,
        Segment.AT_RISK: 0,
        Segment.LOYAL: 10,
        Segment.GROWTH: 3,
        Segment.MAINTAIN: 4,
    }
    assert (coverage.rows, coverage.amount) == (1, 2_000) and coverage.share == pytest.approx(2 / 522)
    assert RateFields.of(tiles.return_rate).rate == 0.625
