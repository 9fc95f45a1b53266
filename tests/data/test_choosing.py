"""Planned measures, rated by the shop's own month and put in order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.choosing import Pace, Ratings
from app.domain.figure_settings import ChoiceWeights, FigureSettings
from app.domain.measure_cost import MeasureCost
from app.domain.measures import MeasureChannel, MeasureKind, MeasurePlan, Scores
from app.models.database import Database
from app.queries.choosing import choosing, drafts, month_margin
from app.services.figure_settings import change_figure_settings
from app.services.measures import save_draft
from tests.factories import NOW, TODAY, add_customer, add_purchase

PLAN = MeasurePlan(
    name="しばらくお見えでない方へ",
    channel=MeasureChannel.LIST,
    cost=MeasureCost(printing=10, postage=85),
    expected_rate=0.1,
    expected_margin=5000,
    scores=Scores(4, 2),
)


def test_a_usual_month_is_the_mean_of_the_finished_ones(database: Database) -> None:
    with database.write() as session:
        assert month_margin(session, TODAY) is None
        anna = add_customer(session, "Anna")
        add_purchase(session, anna, date(2026, 11, 3), 90_000)
        assert month_margin(session, TODAY) is None
        add_purchase(session, anna, date(2026, 8, 3), 60_000)
        add_purchase(session, None, date(2026, 10, 3), 30_000)
        add_purchase(session, anna, date(2025, 10, 31), 500_000)
    with database.read() as session:
        # 90,000 in the three months since August, at 60 per cent; what is older than 12 finished months and what runs does not count.
        assert month_margin(session, TODAY) == 18_000


def test_plans_stand_in_the_order_in_which_to_do_them(database: Database) -> None:
    with database.write() as session:
        anna = add_customer(session, "Anna")
        add_purchase(session, anna, date(2026, 10, 3), 1_000_000)
        dear = save_draft(session, None, replace(PLAN, name="大掃除", cost=MeasureCost(initial=500_000)), now=NOW).measure_id
        cheap = save_draft(session, None, PLAN, now=NOW).measure_id
        vague = save_draft(session, None, replace(PLAN, name="あ", kind=MeasureKind.OTHER, expected_rate=None), now=NOW).measure_id
        assert sorted(drafts(session)) == [dear, cheap, vague]
        view = choosing(session, TODAY, {dear: (100, 100), cheap: (100, 20)})
    assert [one.measure_id for one in view.choices] == [cheap, dear, vague]
    assert [one.pace for one in view.choices] == [Pace.EASY_AND_QUICK, Pace.NEITHER, Pace.NOT_KNOWN]
    first = view.choices[0]
    # 9,500 of a month of 600,000 is 1.6 %, 100 x 10 % x 5,000 = 50,000 is 8.3 %.
    assert (first.expected.outlay, first.expected.gain, first.held) == (9500, 50_000, 20)
    assert first.ratings == Ratings(4, 4, 4, 2)
    assert (view.month_margin, view.currency, first.updated_on) == (600_000, "JPY", TODAY)


def test_the_weights_of_the_settings_count(database: Database) -> None:
    with database.write() as session:
        change_figure_settings(session, FigureSettings(weights=ChoiceWeights(0, 0, 0, 1)), now=NOW)
        number = save_draft(session, None, PLAN, now=NOW).measure_id
        view = choosing(session, TODAY, {number: (1, 0)})
    assert str(view.choices[0].total) == "2.0"
