"""For whom a measure is: the lists to begin with, and how alike the drawn groups are."""

from __future__ import annotations

import pytest

from app.domain.measure_audience import (
    LEFT_OUT_WORDS,
    REASON_OF_PROBLEM,
    AudienceFigure,
    AudienceView,
    BalanceFigure,
    BalanceRow,
    LeftOutReason,
    PersonFacts,
    bought_group,
    figure_of,
    people_drawn,
    trial_draw,
    usual_held,
)
from app.domain.measure_draw import Person
from app.domain.print_problems import PrintProblem

# Customer, days since the last visit (None: never here), visits and purchases of a year.
PEOPLE = (
    PersonFacts(1, 5, 3, 10, 4, 20_000),
    PersonFacts(2, 5, 3, 20, 2, 10_000),
    PersonFacts(3, 5, 3, 30, 3, 12_000),
    PersonFacts(4, 5, 3, None, 0, 0),
)


def test_every_problem_of_a_piece_has_its_reason_and_its_words() -> None:
    assert set(REASON_OF_PROBLEM) == set(PrintProblem)
    assert set(LEFT_OUT_WORDS) == set(LeftOutReason)


@pytest.mark.parametrize(("people", "held"), [(0, 0), (1, 0), (2, 1), (338, 169), (999, 499), (1_000, 200), (1_004, 200)])
def test_half_is_held_back_and_of_many_a_fifth(people: int, held: int) -> None:
    assert usual_held(people) == held


def test_a_ready_made_list_is_known_by_its_name() -> None:
    assert figure_of("not_seen_90") == (AudienceFigure.NOT_SEEN_90, "")
    assert figure_of(bought_group("カラー: 白髪")) == (AudienceFigure.BOUGHT_GROUP, "カラー: 白髪")
    assert figure_of("") == (None, "")


def test_the_trial_draw_says_how_alike_the_groups_are() -> None:
    view = AudienceView(5, PEOPLE, {LeftOutReason.REFUSED: (9,)})
    made = trial_draw(view, 2, 3)
    assert len(made.sent) == len(made.held) == 2
    assert {*made.sent, *made.held} == {1, 2, 3, 4}
    by_id = {one.customer_id: one for one in PEOPLE}
    for ids, side in ((made.sent, "sent"), (made.held, "held")):
        facts = [by_id[number] for number in ids]
        days = [one.days_since for one in facts if one.days_since is not None]
        means = (sum(days) / len(days), sum(one.visits_365 for one in facts) / 2, sum(one.sales_365 for one in facts) / 2)
        assert tuple(getattr(row, side) for row in made.rows) == means
    assert [row.figure for row in made.rows] == list(BalanceFigure)
    assert (view.count, view.usual_held) == (4, 2)


def test_nobody_held_back_has_no_means() -> None:
    made = trial_draw(AudienceView(4, PEOPLE), 0, 3)
    assert made.held == ()
    assert made.rows[0] == BalanceRow(BalanceFigure.LAST_VISIT, 20.0, None)
    assert made.rows[1] == BalanceRow(BalanceFigure.VISITS, 2.25, None)


def test_the_draw_is_that_of_the_scores() -> None:
    assert people_drawn(PEOPLE[:1]) == (Person(1, 5, 3),)
    again = trial_draw(AudienceView(4, PEOPLE), 2, 3)
    assert again == trial_draw(AudienceView(4, PEOPLE), 2, 3)
