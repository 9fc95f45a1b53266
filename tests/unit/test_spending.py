"""What is spent on new customers beside what is spent on existing ones, worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.figure_settings import FigureSettings
from app.domain.shop import Trade
from app.domain.spending import (
    PLANNED_NEW_SHARE,
    FlowOfPeople,
    Measured,
    Side,
    SideSpending,
    SpendingView,
    planned_new_share,
    split_cost,
)

NEW = SideSpending(Side.NEW, spent=30_000, measures=1, people=50, customers=12, came=9, margin=48_000)
EXISTING = SideSpending(Side.EXISTING, spent=90_000, measures=3, people=300, customers=150, came=90, margin=1_800_000)
VIEW = SpendingView(date(2025, 11, 20), date(2026, 11, 20), NEW, EXISTING, None, 0.4, True, None, "JPY")


def test_return_and_cost_of_each_customer() -> None:
    assert [NEW.each, EXISTING.each] == [2500, 600]
    assert [NEW.roi, EXISTING.roi] == pytest.approx([0.6, 19.0])
    assert VIEW.real == 0.25


def test_where_nothing_was_spent_there_is_no_return() -> None:
    nothing = replace(NEW, spent=0)
    assert (nothing.each, nothing.roi) == (None, None)
    assert replace(NEW, customers=0).each is None
    assert replace(VIEW, new=nothing, existing=replace(EXISTING, spent=0)).real is None


def test_a_cost_is_split_by_whom_it_reached() -> None:
    assert split_cost(1000, 1, 3) == (333, 667)
    assert split_cost(1001, 1, 2) == (501, 500)
    assert split_cost(1000, 0, 0) == (0, 1000)


def test_what_was_measured_is_held_against_its_cost() -> None:
    assert Measured(2, 30_000, 20_000).roi == 0.5
    assert Measured(1, 100, 0).roi is None


def test_a_shop_shrinks_when_fewer_come_than_leave() -> None:
    assert FlowOfPeople(3, 11, 12).is_shrinking
    assert not FlowOfPeople(3, 12, 12).is_shrinking


def test_the_planned_part_is_the_owners_else_that_of_the_trade() -> None:
    assert set(PLANNED_NEW_SHARE) == set(Trade)
    assert planned_new_share(FigureSettings(), Trade.OTHER) == 0.4
    assert planned_new_share(FigureSettings(), Trade.B2B) == 0.3
    assert planned_new_share(FigureSettings(new_share=0.0), Trade.B2B) == 0.0
