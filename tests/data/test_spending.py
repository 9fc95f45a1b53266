"""A year's spending on new and on existing customers, worked out by hand on a shop of a few people."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from app.domain.figure_settings import FigureSettings
from app.domain.measure_audience import PersonFacts
from app.domain.measure_cost import MeasureCost
from app.domain.measures import MeasureChannel, MeasureKind, MeasurePlan
from app.domain.purchases import LineFields, PurchaseFields
from app.domain.spending import FlowOfPeople
from app.models.database import Database
from app.queries.calculator import calculator
from app.queries.spending import flow_of_people, spending
from app.services.figure_settings import change_figure_settings
from app.services.measure_start import start_with
from app.services.measures import save_draft
from app.services.purchases import record_visit
from tests.factories import NOW, TODAY, add_customer, add_purchase

LATER = TODAY + timedelta(days=90)
PLAN = MeasurePlan(name="お知らせ", channel=MeasureChannel.LIST, cost=MeasureCost(printing=100), held_back=0, window_days=30)


def send(session: Session, plan: MeasurePlan, *customers: int) -> int:
    number = save_draft(session, None, plan, now=NOW).measure_id
    return start_with(session, number, [PersonFacts(one) for one in customers], now=NOW, today=TODAY, seed=1).measure_id


@pytest.fixture
def shop(database: Database) -> Database:
    """Anna has come since 2025, Berta for the first time after the mailing, Clara came once long ago, Dora never did."""
    with database.write() as session:
        anna, berta, clara, dora = (add_customer(session, name, code=name[0]) for name in ("Anna", "Berta", "Clara", "Dora"))
        add_purchase(session, anna, date(2025, 10, 1), 10_000)
        add_purchase(session, anna, date(2026, 11, 1), 20_000)
        add_purchase(session, clara, date(2025, 12, 1), 5000)
        send(session, PLAN, anna, berta, clara)
        send(session, replace(PLAN, name="紹介", kind=MeasureKind.REFERRAL, cost=MeasureCost(other=700)), dora)
    with database.write() as session:
        add_purchase(session, berta, date(2026, 11, 20), 8000)
    return database


def test_what_was_spent_is_split_by_whom_it_reached(shop: Database) -> None:
    with shop.read() as session:
        view = spending(session, LATER)
    assert (view.start, view.end) == (date(2026, 2, 18), LATER)
    # Of three people at 100 one had not bought yet; bringing a friend wins new ones.
    assert (view.new.spent, view.new.people, view.new.measures) == (100 + 700, 2, 2)
    assert (view.existing.spent, view.existing.people, view.existing.measures) == (200, 2, 1)
    assert view.real == pytest.approx(0.8)
    assert view.measured is None
    assert (view.planned, view.is_planned_by_trade) == (0.4, True)


def test_the_margin_of_either_group_is_held_against_what_was_spent(shop: Database) -> None:
    with shop.read() as session:
        view = spending(session, LATER)
    # Of the three reached Berta bought for 8,000 at 60 per cent since; Anna's 20,000 were before it, and Clara stayed away.
    assert (view.new.customers, view.new.came, view.new.margin) == (1, 1, 4800)
    assert (view.existing.customers, view.existing.came, view.existing.margin) == (1, 0, 0)
    assert [view.new.roi, view.existing.roi] == pytest.approx([5.0, -1.0])
    assert (view.new.each, view.existing.each) == (800, 200)


def test_whom_the_reached_brought_counts_as_won_by_it(shop: Database) -> None:
    with shop.write() as session:
        emil, frida = add_customer(session, "Emil", referred_by="D"), add_customer(session, "Frida", referred_by="D")
        add_purchase(session, emil, date(2026, 11, 20), 10_000)
        add_purchase(session, frida, date(2026, 11, 19), 10_000)
    with shop.read() as session:
        view = spending(session, LATER)
    # Frida had come the day before the cards went out.
    assert (view.new.customers, view.new.came, view.new.margin) == (3, 2, 4800 + 6000)


def test_a_visit_entered_late_counts_and_one_of_the_day_does_not(shop: Database) -> None:
    with shop.read() as session:
        assert spending(session, LATER).existing.margin == 0
    with shop.write() as session:
        record_visit(session, 1, PurchaseFields(day=LATER, lines=(LineFields(amount=10_000),)), now=NOW, today=LATER)
    with shop.read() as session:
        assert spending(session, LATER).existing.margin == 0
    with shop.write() as session:
        record_visit(session, 1, PurchaseFields(day=LATER - timedelta(days=1), lines=(LineFields(amount=10_000),)), now=NOW, today=LATER)
    with shop.read() as session:
        assert spending(session, LATER).existing.margin == 6000


def test_the_owners_plan_stands_instead_of_that_of_the_trade(shop: Database) -> None:
    with shop.write() as session:
        change_figure_settings(session, FigureSettings(new_share=0.25), now=NOW)
        view = spending(session, LATER)
    assert (view.planned, view.is_planned_by_trade) == (0.25, False)


def test_what_the_draw_measured_stands_apart(database: Database) -> None:
    with database.write() as session:
        people = [add_customer(session, f"お客 {number}") for number in range(80)]
        for number in people:
            add_purchase(session, number, date(2026, 10, 1), 1000)
        number = save_draft(session, None, replace(PLAN, held_back=40), now=NOW).measure_id
        sent = start_with(session, number, [PersonFacts(one) for one in people], now=NOW, today=TODAY, seed=1).sent
    with database.write() as session:
        for place, customer in enumerate(sent):
            add_purchase(session, customer, date(2026, 11, 20), 1000 + 10 * place)
    with database.read() as session:
        view = spending(session, LATER)
    # Mean of 1,000 to 1,390 at 60 per cent is 717 for each of the 40.
    assert view.measured is not None
    assert (view.measured.measures, view.measured.effect, view.measured.cost) == (1, 28_680, 4000)


def test_fewer_new_customers_than_lost_ones_are_seen(database: Database) -> None:
    with database.write() as session:
        assert flow_of_people(session, TODAY) is None
        for number in range(3):
            add_purchase(session, add_customer(session, f"前 {number}"), date(2026, 6, 10), 1000)
        add_purchase(session, add_customer(session, "新"), date(2026, 9, 10), 1000)
        add_purchase(session, add_customer(session, "今月"), date(2026, 11, 10), 1000)
    with database.read() as session:
        # After 90 days without a visit the three are lost in September.
        assert flow_of_people(session, TODAY) == FlowOfPeople(3, 1, 3)


def test_the_calculator_has_the_shops_own_figures(shop: Database) -> None:
    with shop.write() as session:
        change_figure_settings(session, FigureSettings(new_customer_cost=9000), now=NOW)
        facts = calculator(session, LATER)
    # On 1 February only Berta had come within 90 days; a year before only Clara, who stayed away.
    assert (facts.customers, facts.at_start, facts.stayed) == (1, 1, 0)
    assert (facts.margin, facts.buyers, facts.margin_each) == (16_800, 2, 8400)
    assert (facts.cost_new, facts.cost_kept, facts.typed_cost) == (800, 200, 9000)
    assert facts.has_measures
    assert (facts.since, facts.until) == (date(2026, 2, 1), date(2027, 2, 1))


def test_an_empty_shop_promises_nothing(database: Database) -> None:
    with database.read() as session:
        facts, view = calculator(session, TODAY), spending(session, TODAY)
    assert (facts.return_rate, facts.margin_each, facts.cost_new, facts.cost_kept) == (None, None, None, None)
    assert (view.real, view.flow, view.new.roi) == (None, None, None)
