"""What measures cost with the points and offers that were really used: nothing is charged that the margin has borne already."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy.orm import Session

from app.domain.measure_cost import CostLines, MeasureCost
from app.domain.measures import MeasureChannel, StartOutcome
from app.domain.offers import Offer, OfferKind
from app.domain.points import Expiry, ExpiryKind, RuleFields
from app.domain.print_runs import PrintSettings
from app.models.database import Database
from app.queries.codes import codes_for
from app.queries.measure_results import measure_result
from app.queries.measures import measures
from app.queries.spending import spending
from app.reports.card_runs import check_list, people_for, print_run
from app.services.codes import redeem_code
from app.services.measures import link_run
from app.services.points import set_rule
from app.services.prints import record_print_run
from tests.factories import SHOP, add_customer
from tests.measures import PLAN, bought, started

START = date(2026, 8, 3)
END = START + timedelta(days=60)
LAST = END - timedelta(days=1)
POINTS = replace(PLAN, channel=MeasureChannel.POINTS, points=100, cost=MeasureCost(postage=10, points=100, redemption=0.5, point_cost=1.0))
GIFT = Offer(OfferKind.GIFT, words="お菓子をどうぞ")
AMOUNT = Offer(OfferKind.AMOUNT, 300, words="300円引き")
EXTRA = Offer(OfferKind.POINTS, 300, words="300ポイント進呈")
PIECES = replace(PLAN, channel=MeasureChannel.POSTCARD, cost=MeasureCost(postage=85, offer=300, offer_share=0.5))


def customers(session: Session, count: int) -> list[int]:
    home = {"postal_code": "150-0002", "prefecture": "東京都", "city": "渋谷区"}
    return [add_customer(session, f"客 {number}子", street=f"渋谷{number}-2-3", **home) for number in range(1, count + 1)]


def lines_of(session: Session, made: StartOutcome, today: date) -> CostLines:
    """As the result has them; the list and what was spent say the same."""
    lines = measure_result(session, made.measure_id, today).lines
    (row,) = measures(session, today)
    assert row.cost == lines.total
    assert spending(session, today).existing.spent + spending(session, today).new.spent == lines.total
    return lines


def printed(session: Session, made: StartOutcome, offer: Offer) -> list[str]:
    """The codes of its run, in the order of those sent to."""
    settings = PrintSettings(offer=offer)
    card, now = settings.card(SHOP, "ja", START), datetime.combine(START, time(3), UTC)
    people = check_list(people_for(session, made.sent, START), settings, card)
    codes = codes_for(session, card, made.sent)
    run = record_print_run(session, print_run(people, settings, SHOP, card, codes=codes), now=now, today=START)
    link_run(session, made.measure_id, run.run_id)
    return [codes[number] for number in made.sent]


def brought(session: Session, code: str, day: date) -> None:
    redeem_code(session, code, customer_id=None, now=datetime.combine(day, time(4), UTC), today=day)


@pytest.mark.parametrize(("used", "in_margin", "charged"), [(0, 0, 200), (60, 60, 140), (100, 100, 100)])
def test_points_used_are_in_the_margin_and_the_rest_is_charged_as_expected(
    database: Database, used: int, in_margin: int, charged: int
) -> None:
    with database.write() as session:
        set_rule(session, RuleFields(), valid_from=None, now=datetime.combine(START - timedelta(days=9), time(1), UTC))
        made = started(session, customers(session, 6), 2, START, POINTS)
        bought(session, made.sent[0], START + timedelta(days=3), 4_000, points_used=used)
        bought(session, made.sent[1], END, 4_000, points_used=50)
        found = lines_of(session, made, END)
    assert (found.incentives, found.in_margin, found.charged) == (in_margin + charged, in_margin, charged + 40)


def test_more_points_used_than_expected_are_not_charged_twice(database: Database) -> None:
    with database.write() as session:
        set_rule(session, RuleFields(), valid_from=None, now=datetime.combine(START - timedelta(days=9), time(1), UTC))
        made = started(session, customers(session, 6), 2, START, POINTS)
        for number in made.sent[:3]:
            bought(session, number, START + timedelta(days=3), 4_000, points_used=100)
        found = lines_of(session, made, END)
    assert (found.total, found.in_margin, found.charged) == (340, 300, 40)


def test_points_that_lapsed_within_the_window_cost_nothing(database: Database) -> None:
    rule = RuleFields(expiry=Expiry(ExpiryKind.AFTER_EARNING, 1))
    with database.write() as session:
        set_rule(session, rule, valid_from=None, now=datetime.combine(START - timedelta(days=9), time(1), UTC))
        made = started(session, customers(session, 6), 2, START, POINTS)
        bought(session, made.sent[0], START + timedelta(days=3), 4_000, points_used=60)
        early = lines_of(session, made, START + timedelta(days=3))
        found = lines_of(session, made, END)
    assert (early.in_margin, early.charged) == (60, 180)
    assert (found.in_margin, found.charged) == (60, 40)


@pytest.mark.parametrize(
    ("offer", "before", "after"),
    [(GIFT, (600, 0), (300, 0)), (AMOUNT, (600, 600), (300, 300)), (EXTRA, (600, 0), (300, 0))],
    ids=["gift", "amount", "points"],
)
def test_offers_are_charged_as_planned_until_their_codes_are_known(
    database: Database, offer: Offer, before: tuple[int, int], after: tuple[int, int]
) -> None:
    """Incentives and what of them is in the margin, the day before the window is over and then."""
    with database.write() as session:
        set_rule(session, RuleFields(), valid_from=None, now=datetime.combine(START - timedelta(days=9), time(1), UTC))
        made = started(session, customers(session, 6), 2, START, replace(PIECES, offer=offer))
        codes = printed(session, made, offer)
        brought(session, codes[0], START + timedelta(days=5))
        brought(session, codes[1], END)
        running, over = lines_of(session, made, LAST), lines_of(session, made, END)
    assert (running.incentives, running.in_margin) == before
    assert (over.incentives, over.in_margin) == after
    assert over.charged == 4 * 85 + after[0] - after[1]


def test_points_of_an_offer_that_were_used_are_in_the_margin(database: Database) -> None:
    with database.write() as session:
        set_rule(session, RuleFields(), valid_from=None, now=datetime.combine(START - timedelta(days=9), time(1), UTC))
        made = started(session, customers(session, 6), 2, START, replace(PIECES, offer=EXTRA))
        for code in printed(session, made, EXTRA)[:2]:
            brought(session, code, START + timedelta(days=5))
        bought(session, made.sent[0], START + timedelta(days=9), 4_000, points_used=250)
        found = lines_of(session, made, END)
    assert (found.incentives, found.in_margin, found.charged) == (600, 250, 4 * 85 + 350)


@pytest.mark.parametrize(("offer", "charged"), [(GIFT, 940), (AMOUNT, 340)], ids=["gift", "amount"])
def test_without_a_run_the_planned_share_stays(database: Database, offer: Offer, charged: int) -> None:
    with database.write() as session:
        made = started(session, customers(session, 6), 2, START, replace(PIECES, offer=offer))
        found = lines_of(session, made, END)
    assert (found.total, found.charged) == (940, charged)
