"""Standing, scores, customer map, groups and the people to reach out to, by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.analytics.groups import SOURCES, groups_of, not_seen_lately, overdue
from app.analytics.occasions import Receipts, occasions_from, occasions_of, receipts_from
from app.analytics.rfm import customer_map, cuts_of, learn_cuts, rfm_scores, scores_of
from app.analytics.standing import Standing, shop_median_gap, standing_from
from app.domain.periods import day_number
from app.domain.rfm import (
    BANDS,
    OCCASION_NAMES,
    RECENCY_NAMES,
    MapRegion,
    RfmCuts,
    less_is_better,
    more_is_better,
    occasion_band,
    recency_band,
    region_of,
)
from app.domain.rhythm import RhythmSource, own_rhythm
from app.domain.segments import SEGMENTS, Segment
from app.domain.status import Chip

AS_OF = date(2026, 11, 20)


def ago(days: int) -> int:
    return day_number(AS_OF) - days


def shop(*people: tuple[int, tuple[int, ...], int]) -> Receipts:
    """People: id, days ago of each visit, amount of each visit."""
    rows = [(who, ago(days), amount) for who, visits, amount in people for days in visits]
    return receipts_from([r[0] for r in rows], [r[1] for r in rows], [r[2] for r in rows])


def test_where_everybody_stands() -> None:
    standing = standing_from(shop((5, (400, 365, 30, 1), 100), (2, (10,), 700), (9, (0,), 50)), AS_OF)
    assert standing.customer.tolist() == [2, 5]  # 9 came on the day itself
    assert standing.days_since_last.tolist() == [10, 1] and standing.days_since_first.tolist() == [10, 400]
    assert standing.visits.tolist() == [1, 4] and standing.visits_365.tolist() == [1, 3]
    assert standing.amount.tolist() == [700, 400] and standing.amount_365.tolist() == [700, 300]
    assert np.isnan(standing.own_rhythm[0]) and standing.own_rhythm[1] == 35.0  # gaps 35, 335, 29
    assert standing.amount_per_visit.tolist() == [700.0, 100.0]


def test_refunds_lower_the_amount_and_make_no_visit() -> None:
    receipts = receipts_from([1, 1, 2], [ago(20), ago(10), ago(10)], [500, -200, -300])
    standing = standing_from(receipts, AS_OF)
    assert (standing.customer.tolist(), standing.amount.tolist(), standing.days_since_last.tolist()) == ([1], [300], [20])


@given(st.lists(st.tuples(st.integers(1, 6), st.integers(1, 700)), max_size=60))
def test_rhythms_agree_with_the_rule_for_one(pairs: list[tuple[int, int]]) -> None:
    receipts = receipts_from([who for who, _ in pairs], [ago(days) for _, days in pairs], [100] * len(pairs))
    standing = standing_from(receipts, AS_OF)
    for who, rhythm in zip(standing.customer.tolist(), standing.own_rhythm.tolist(), strict=True):
        expected = own_rhythm([ago(days) for one, days in pairs if one == who])
        assert expected == rhythm if expected is not None else np.isnan(rhythm)
    visits = occasions_of(receipts)
    gaps = [b - a for who in standing.customer for a, b in pairwise(visits.day[visits.customer == who].tolist())]
    assert shop_median_gap(visits) == (median(gaps) if gaps else None)


def test_cut_points_and_scores_by_hand() -> None:
    # Percentiles 20/40/60/80 of 1, 2, 3, 4, 5, 6: positions 1, 2, 3, 4.
    six = np.arange(1, 7)
    cuts = learn_cuts(six, six, six * 100)
    assert cuts == RfmCuts((2, 3, 4, 5), (2, 3, 4, 5), (200, 300, 400, 500))
    scores = rfm_scores(six, six, six * 100, cuts)
    assert scores.f.tolist() == [1, 1, 2, 3, 4, 5]  # the value of a cut is not above it
    assert scores.r.tolist() == [5, 5, 4, 3, 2, 1]
    assert scores.m.tolist() == scores.f.tolist()


def test_cut_points_interpolate() -> None:
    cuts = learn_cuts(np.array([10, 20]), np.array([1, 1]), np.array([0, 1000]))
    assert cuts == RfmCuts((12, 14, 16, 18), (1, 1, 1, 1), (200, 400, 600, 800))
    assert learn_cuts(np.array([]), np.array([]), np.array([])) is None


VALUES = st.lists(st.integers(-50, 500), min_size=1, max_size=40)


@given(VALUES)
def test_scores_of_many_and_of_one_agree_and_equal_values_share_a_score(values: list[int]) -> None:
    array = np.array(values)
    cuts = learn_cuts(array, array, array)
    assert cuts is not None
    scores = rfm_scores(array, array, array, cuts)
    assert scores.f.tolist() == [more_is_better(v, cuts.frequency) for v in values]
    assert scores.r.tolist() == [less_is_better(v, cuts.recency) for v in values]
    assert set(scores.f.tolist()) <= {1, 2, 3, 4, 5}


@pytest.mark.parametrize(("days", "row"), [(0, 0), (30, 0), (31, 1), (60, 1), (61, 2), (120, 2), (121, 3), (240, 3), (241, 4)])
def test_rows_of_the_map(days: int, row: int) -> None:
    assert recency_band(days) == row


@pytest.mark.parametrize(("visits", "column"), [(0, 0), (1, 0), (2, 1), (3, 1), (4, 2), (7, 2), (8, 3), (14, 3), (15, 4), (99, 4)])
def test_columns_of_the_map(visits: int, column: int) -> None:
    assert occasion_band(visits) == column


def test_the_frames_of_the_map() -> None:
    frames = [[region_of(row, column) for column in range(BANDS)] for row in range(BANDS)]
    solid, dashed, none = MapRegion.REGULARS, MapRegion.SLIPPING, MapRegion.NONE
    assert [row[3:] for row in frames] == [[solid] * 2, [solid] * 2, [none] * 2, [dashed] * 2, [dashed] * 2]
    assert all(cell is none for row in frames for cell in row[:3])
    assert len(RECENCY_NAMES) == len(OCCASION_NAMES) == BANDS


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(0, 30)), max_size=50))
def test_every_customer_is_in_one_cell(people: list[tuple[int, int]]) -> None:
    days, visits = np.array([d for d, _ in people], dtype=np.int64), np.array([v for _, v in people], dtype=np.int64)
    found = customer_map(days, visits)
    assert sum(map(sum, found.counts)) == len(people)
    for row in range(BANDS):
        for column in range(BANDS):
            expected = [i for i, (d, v) in enumerate(people) if (recency_band(d), occasion_band(v)) == (row, column)]
            assert found.members[row][column].tolist() == expected
    assert found.regulars == sum(1 for d, v in people if d <= 60 and v >= 8)
    assert found.slipping == sum(1 for d, v in people if d > 120 and v >= 8)


def _steady(who: int, last: int, gap: int, visits: int, amount: int) -> tuple[int, tuple[int, ...], int]:
    return who, tuple(last + gap * i for i in range(visits)), amount


def test_who_has_no_rhythm_borrows_that_of_the_group() -> None:
    # Nine with gaps of 20 days and one, as good, with three visits only.
    people = [_steady(i, 5, 20, 8, 100) for i in range(1, 10)] + [(10, (5, 50, 100), 100)]
    standing = standing_from(shop(*people), AS_OF)
    cuts = RfmCuts((10, 20, 30, 40), (1, 1, 2, 2), (0, 0, 100, 200))
    groups = groups_of(standing, window=90, shop_gap=44.0, cuts=cuts)
    assert groups is not None and groups.segment_rhythm == {Segment.LOYAL: 20.0}
    assert groups.rhythm.tolist() == [20.0] * 10
    assert [SOURCES[code] for code in groups.source] == [RhythmSource.OWN] * 9 + [RhythmSource.SEGMENT]


def test_newcomers_take_the_gap_of_the_shop() -> None:
    eager = [_steady(i, 1, 3, 6, 100) for i in range(1, 8)]
    standing = standing_from(shop(*eager, (8, (40,), 100)), AS_OF)
    groups = groups_of(standing, window=90, shop_gap=30.0)
    assert groups is not None
    assert groups.rhythm.tolist() == [3.0] * 7 + [30.0]
    assert SOURCES[groups.source[7]] is RhythmSource.SHOP
    assert groups_of(standing, window=90, shop_gap=None) is not None


def test_whom_to_reach_out_to() -> None:
    people = (
        _steady(1, 71, 35, 6, 100),  # 71 of 35: attention
        _steady(2, 66, 42, 6, 100),  # 66 of 42: watch
        _steady(3, 62, 42, 6, 100),  # 62 of 42 is below 63: fine
        _steady(4, 65, 42, 6, 100),  # watch, less late than 2
        (5, (40,), 100),  # one visit, 40 days ago
        _steady(6, 300, 30, 6, 100),  # long away
    )
    standing = standing_from(shop(*people), AS_OF)
    groups = groups_of(standing, window=90, shop_gap=30.0)
    assert groups is not None
    found = overdue(standing, groups, window=90, today=AS_OF)
    assert [(person.customer, person.chip, person.days_since) for person in found] == [
        (1, Chip.ATTENTION, 71),
        (2, Chip.WATCH, 66),
        (4, Chip.WATCH, 65),
        (5, Chip.SECOND_VISIT, 40),
    ]
    assert (found[0].usual_days, found[0].source, found[0].index) == (35.0, RhythmSource.OWN, 0)
    assert not_seen_lately(standing, groups, window=90, today=AS_OF) == 3
    assert groups.members(Segment.DORMANT).tolist() == [5] and groups.size(Segment.DORMANT) == 1


def test_groups_are_a_partition() -> None:
    rng = np.random.default_rng(4)
    receipts = receipts_from(rng.integers(1, 80, 900), ago(0) - rng.integers(1, 700, 900), rng.integers(100, 9000, 900))
    standing = standing_from(receipts, AS_OF)
    groups = groups_of(standing, window=90, shop_gap=shop_median_gap(occasions_of(receipts)))
    assert groups is not None
    everybody = np.concatenate([groups.members(segment) for segment in SEGMENTS])
    assert sorted(everybody.tolist()) == list(range(len(standing)))
    cuts = cuts_of(standing)
    assert cuts is not None and scores_of(standing, cuts).f.tolist() == groups.scores.f.tolist()


def test_nobody_yet() -> None:
    standing = standing_from(shop(), AS_OF)
    assert len(standing) == 0 and cuts_of(standing) is None
    assert groups_of(standing, window=90, shop_gap=None) is None
    assert shop_median_gap(occasions_from([], [])) is None
    assert customer_map(standing.days_since_last, standing.visits_365).regulars == 0


def test_frozen_cuts_are_kept() -> None:
    standing: Standing = replace(standing_from(shop((1, (3,), 100)), AS_OF), as_of=AS_OF + timedelta(days=1))
    frozen = RfmCuts((1, 2, 3, 4), (5, 6, 7, 8), (1000, 2000, 3000, 4000))
    groups = groups_of(standing, window=90, shop_gap=None, cuts=frozen)
    assert groups is not None and groups.cuts is frozen
    assert (groups.scores.r.tolist(), groups.scores.f.tolist()) == ([2], [1])
