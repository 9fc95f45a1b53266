"""How long contracts last: months by hand, the curve by hand and against scipy, the curve beyond against the published cohort."""

from __future__ import annotations

import warnings
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from app.analytics.survival import Seen, full_months, kaplan_meier, project, seen_until
from app.domain.contract_figures import SurvivalMonth

AS_OF = date(2026, 11, 20)
# Fader & Hardie 2007, table 1: survivors of 1,000 customers over seven renewals.
HIGH_END = (1_000, 869, 743, 653, 593, 551, 517, 491)


@pytest.mark.parametrize(
    ("start", "day", "months"),
    [
        (date(2026, 1, 31), date(2026, 2, 27), 0),
        (date(2026, 1, 31), date(2026, 2, 28), 1),
        (date(2026, 1, 31), date(2026, 3, 30), 1),
        (date(2026, 1, 31), date(2026, 3, 31), 2),
        (date(2025, 11, 20), AS_OF, 12),
        (date(2025, 11, 21), AS_OF, 11),
        (AS_OF, AS_OF, 0),
    ],
)
def test_a_month_is_full_on_its_day(start: date, day: date, months: int) -> None:
    assert full_months(start, day) == months


@pytest.mark.parametrize(
    ("start", "end", "seen"),
    [
        (date(2026, 1, 20), None, Seen(10, False)),
        (date(2026, 1, 21), None, Seen(9, False)),
        (date(2026, 1, 20), date(2026, 12, 1), Seen(10, False)),
        (date(2026, 1, 20), AS_OF, Seen(10, True)),
        (date(2026, 1, 20), date(2026, 3, 20), Seen(2, True)),
        (date(2026, 1, 20), date(2026, 3, 21), Seen(3, True)),
        (date(2026, 1, 20), date(2026, 1, 20), Seen(1, True)),
        (AS_OF, None, None),
        (date(2026, 12, 1), None, None),
    ],
)
def test_an_end_counts_in_its_month_and_what_runs_up_to_its_last_full_one(start: date, end: date | None, seen: Seen | None) -> None:
    assert seen_until(AS_OF, start, end) == seen


def test_the_curve_by_hand() -> None:
    """Six contracts: ended in months 1, 2, 2 and 4; last seen after 2 and 5. Month 1: 5/6. Month 2: of five two ended, 5/6 x 3/5 = 1/2;
    the one last seen in it was still at risk. Month 4: of two one ended, 1/4."""
    contracts = [Seen(1, True), Seen(2, True), Seen(2, True), Seen(2, False), Seen(4, True), Seen(5, False)]
    rows = kaplan_meier(contracts)
    assert [(row.month, row.at_risk, row.ended) for row in rows] == [(1, 6, 1), (2, 5, 2), (3, 2, 0), (4, 2, 1), (5, 1, 0)]
    assert [row.survival for row in rows] == pytest.approx([5 / 6, 1 / 2, 1 / 2, 1 / 4, 1 / 4])
    # Greenwood: 1/(6·5) and 2/(5·3) added up; S^exp(±1.96 √V / ln S) of S = 1/2.
    width = 1.959963984540054 * (1 / 30 + 2 / 15) ** 0.5 / np.log(0.5)
    assert (rows[1].low, rows[1].high) == pytest.approx((0.5 ** np.exp(-width), 0.5 ** np.exp(width)))
    assert rows[1].low < rows[1].survival < rows[1].high


def test_nobody_ended_and_everybody_ended() -> None:
    assert kaplan_meier([]) == ()
    assert kaplan_meier([Seen(0, False)]) == ()
    assert kaplan_meier([Seen(1, False)] * 3) == (SurvivalMonth(1, 3, 0, 1.0, 1.0, 1.0),)
    assert kaplan_meier([Seen(1, True)] * 3) == (SurvivalMonth(1, 3, 3, 0.0, 0.0, 0.0),)


def test_one_who_has_not_had_a_full_month_is_in_no_month() -> None:
    assert [row.at_risk for row in kaplan_meier([Seen(0, False), Seen(1, False), Seen(2, True)])] == [2, 1]


@given(st.lists(st.tuples(st.integers(1, 24), st.booleans()), min_size=1, max_size=80))
def test_the_curve_is_that_of_another_program(drawn: list[tuple[int, bool]]) -> None:
    rows = kaplan_meier([Seen(months, ended) for months, ended in drawn])
    ended = [months for months, is_over in drawn if is_over]
    running = [months for months, is_over in drawn if not is_over]
    theirs = stats.ecdf(stats.CensoredData(uncensored=ended, right=running)).sf
    assert [row.survival for row in rows] == pytest.approx([float(theirs.evaluate(row.month)) for row in rows])
    with np.errstate(all="ignore"), warnings.catch_warnings(action="ignore"):
        interval = theirs.confidence_interval(method="log-log")
    for row in rows:
        if 0 < row.survival < 1:
            bounds = [float(bound.evaluate(row.month)) for bound in (interval.low, interval.high)]
            assert [row.low, row.high] == pytest.approx(bounds)
        assert 0 <= row.low <= row.survival <= row.high <= 1


def _cohort(survivors: tuple[int, ...], term: int, running: int = 0) -> list[Seen]:
    """Everybody began on one day; the last are still there, and as many again as `running` were last seen a little earlier."""
    ended = [Seen(turn * term, True) for turn in range(1, len(survivors)) for _ in range(survivors[turn - 1] - survivors[turn])]
    return [*ended, *([Seen((len(survivors) - 1) * term, False)] * survivors[-1]), *([Seen(0, False)] * running)]


@pytest.mark.parametrize("term", [1, 12])
def test_the_curve_beyond_is_the_published_one(term: int) -> None:
    found = project(kaplan_meier(_cohort(HIGH_END, term)), term)
    assert found is not None
    assert (found.alpha, found.beta) == pytest.approx((0.668, 3.806), abs=2e-3)
    assert [month for month, _ in found.points] == [turn * term for turn in range(7, 15 if term == 1 else 11)]
    assert found.points[0][1] == pytest.approx(0.491, abs=0.01)
    shares = [share for _, share in found.points]
    assert shares == sorted(shares, reverse=True)


def test_no_curve_beyond_what_cannot_be_fitted() -> None:
    few = tuple(count // 50 for count in HIGH_END)
    assert project(kaplan_meier(_cohort(few, 1)), 1) is None
    assert project(kaplan_meier([Seen(12, False)] * 100), 1) is None
    # All stay for a year, then most leave: no curve of this kind.
    cliff = (1_000,) * 12 + (300, 290, 280)
    assert project(kaplan_meier(_cohort(cliff, 1)), 1) is None
