"""Rhythm, groups, status: by hand, and the array forms against the scalar ones."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.analytics.rules import SegmentColumns, StatusColumns, base_segments_of, chips_of, segments_of
from app.domain.periods import day_number
from app.domain.rhythm import (
    Rhythm,
    RhythmSource,
    is_dormant,
    is_overdue,
    median_gap,
    needs_attention,
    offered_window,
    overdue_day,
    own_rhythm,
    rhythm_for,
    shop_rhythm,
)
from app.domain.segments import SEGMENT_NAMES, SEGMENTS, Segment, SegmentFigures, base_segment_of, segment_of
from app.domain.status import CHIP_NAMES, CHIPS, PHASE_NAMES, Chip, Phase, ReasonKind, status_of

TODAY = date(2026, 11, 20)
OWN_35 = Rhythm(35.0, RhythmSource.OWN)


def test_the_median_gap_counts_a_day_once() -> None:
    assert median_gap([10, 10, 20, 50]) == 20.0  # gaps 10 and 30
    assert median_gap([50, 10, 20]) == 20.0
    assert median_gap([10]) is None and median_gap([]) is None


def test_an_own_rhythm_needs_four_occasions() -> None:
    assert own_rhythm([0, 30, 60]) is None
    assert own_rhythm([0, 30, 60, 60]) is None
    assert own_rhythm([0, 30, 60, 160]) == 30.0


def test_who_has_no_rhythm_borrows_it() -> None:
    assert rhythm_for(35.0, 60.0, 40.0) == Rhythm(35.0, RhythmSource.OWN)
    assert rhythm_for(None, 60.0, 40.0) == Rhythm(60.0, RhythmSource.SEGMENT)
    assert rhythm_for(None, None, 40.0) == Rhythm(40.0, RhythmSource.SHOP)
    assert shop_rhythm(None, 90) == 36.0


@pytest.mark.parametrize(("gap", "window"), [(36.0, 90), (35.5, 89), (35.0, 88), (1.0, 3), (None, None)])
def test_the_window_offered_is_two_and_a_half_gaps(gap: float | None, window: int | None) -> None:
    assert offered_window(gap) == window


def test_lateness_on_the_very_day() -> None:
    assert not is_overdue(44, 30.0) and is_overdue(45, 30.0)
    assert not needs_attention(59, 30.0) and needs_attention(60, 30.0)
    # The 90th day back is still inside the window of 90 days.
    assert not is_dormant(90, 30.0, 90) and is_dormant(91, 30.0, 90)
    assert not is_dormant(150, 60.0, 90) and is_dormant(151, 60.0, 90)
    assert overdue_day(1000, 35.0) == 1053 and is_overdue(53, 35.0) and not is_overdue(52, 35.0)


def _segment(first: int, last: int, f: int, m: int, per_visit: float) -> Segment:
    return segment_of(SegmentFigures(first, last, f, m, per_visit), rhythm=40.0, window=90, median_per_visit=5000.0)


@pytest.mark.parametrize(
    ("first", "last", "f", "m", "per_visit", "segment"),
    [
        (60, 60, 5, 5, 9000.0, Segment.NEW),  # the 60th day is inside
        (61, 59, 5, 5, 9000.0, Segment.LOYAL),
        (400, 101, 5, 5, 9000.0, Segment.DORMANT),  # 2.5 x 40 = 100 is longer than 90
        (400, 100, 5, 5, 9000.0, Segment.AT_RISK),
        (400, 60, 5, 5, 9000.0, Segment.AT_RISK),
        (400, 59, 4, 4, 1.0, Segment.LOYAL),
        (400, 59, 3, 5, 5000.0, Segment.GROWTH),
        (400, 59, 3, 5, 4999.0, Segment.MAINTAIN),
        (400, 59, 4, 3, 9000.0, Segment.MAINTAIN),
    ],
)
def test_the_first_rule_that_fits_decides(first: int, last: int, f: int, m: int, per_visit: float, segment: Segment) -> None:
    assert _segment(first, last, f, m, per_visit) is segment


FIGURES = st.builds(
    SegmentFigures,
    days_since_first=st.integers(0, 1000),
    days_since_last=st.integers(0, 400),
    frequency_score=st.integers(1, 5),
    monetary_score=st.integers(1, 5),
    amount_per_visit=st.floats(-1000, 20_000),
)
RHYTHMS = st.sampled_from([1.0, 7.0, 20.5, 30.0, 36.0, 60.0, 200.0])


@given(st.lists(st.tuples(FIGURES, RHYTHMS), min_size=1, max_size=30), st.sampled_from([30, 90, 180]))
def test_every_customer_is_in_exactly_one_group_and_both_forms_agree(people: list[tuple[SegmentFigures, float]], window: int) -> None:
    columns = SegmentColumns(
        np.array([p.days_since_first for p, _ in people]),
        np.array([p.days_since_last for p, _ in people]),
        np.array([p.frequency_score for p, _ in people], dtype=np.int8),
        np.array([p.monetary_score for p, _ in people], dtype=np.int8),
        np.array([p.amount_per_visit for p, _ in people]),
    )
    rhythm = np.array([r for _, r in people])
    codes = segments_of(columns, rhythm=rhythm, window=window, median_per_visit=5000.0)
    assert sum(int((codes == code).sum()) for code in range(len(SEGMENTS))) == len(people)
    assert [SEGMENTS[c] for c in codes] == [segment_of(p, rhythm=r, window=window, median_per_visit=5000.0) for p, r in people]
    base = base_segments_of(columns, median_per_visit=5000.0)
    assert [SEGMENTS[c] for c in base] == [base_segment_of(p, median_per_visit=5000.0) for p, _ in people]


@pytest.mark.parametrize(
    ("days", "visits", "phase", "chip", "kind"),
    [
        (52, 10, Phase.ACTIVE, Chip.FINE, ReasonKind.WITHIN_RHYTHM),
        (53, 10, Phase.AT_RISK, Chip.WATCH, ReasonKind.PAST_RHYTHM),
        (69, 10, Phase.AT_RISK, Chip.WATCH, ReasonKind.PAST_RHYTHM),
        (70, 10, Phase.AT_RISK, Chip.ATTENTION, ReasonKind.PAST_RHYTHM),
        (90, 10, Phase.AT_RISK, Chip.ATTENTION, ReasonKind.PAST_RHYTHM),
        (91, 10, Phase.DORMANT, Chip.DORMANT, ReasonKind.LONG_AWAY),
        (30, 1, Phase.ACTIVE, Chip.FINE, ReasonKind.WITHIN_RHYTHM),
        (31, 1, Phase.ACTIVE, Chip.SECOND_VISIT, ReasonKind.SECOND_VISIT),
        (71, 1, Phase.AT_RISK, Chip.SECOND_VISIT, ReasonKind.SECOND_VISIT),
        (91, 1, Phase.DORMANT, Chip.DORMANT, ReasonKind.LONG_AWAY),
    ],
)
def test_status_of_somebody_who_comes_every_35_days(days: int, visits: int, phase: Phase, chip: Chip, kind: ReasonKind) -> None:
    status = status_of(last_day=TODAY - timedelta(days=days), visits=visits, rhythm=OWN_35, window=90, today=TODAY)
    assert (status.phase, status.chip, status.reason.kind) == (phase, chip, kind)
    assert (status.reason.days_since, status.reason.usual_days) == (days, 35)


def test_status_before_the_first_visit_after_leaving_and_with_a_complaint() -> None:
    def status(last_day: date | None, *, has_left: bool = False, has_open_complaint: bool = False) -> tuple[Phase, Chip, ReasonKind]:
        visits = 5 if last_day else 0
        found = status_of(
            last_day=last_day,
            visits=visits,
            rhythm=OWN_35,
            window=90,
            today=TODAY,
            has_left=has_left,
            has_open_complaint=has_open_complaint,
        )
        return found.phase, found.chip, found.reason.kind

    yesterday, long_ago = TODAY - timedelta(days=1), TODAY - timedelta(days=500)
    assert status(None) == (Phase.PROSPECT, Chip.PROSPECT, ReasonKind.NO_VISIT)
    assert status(None, has_open_complaint=True) == (Phase.PROSPECT, Chip.ATTENTION, ReasonKind.OPEN_COMPLAINT)
    assert status(yesterday, has_open_complaint=True) == (Phase.AT_RISK, Chip.ATTENTION, ReasonKind.OPEN_COMPLAINT)
    assert status(long_ago, has_open_complaint=True) == (Phase.DORMANT, Chip.ATTENTION, ReasonKind.OPEN_COMPLAINT)
    assert status(yesterday, has_left=True, has_open_complaint=True) == (Phase.LEFT, Chip.LEFT, ReasonKind.LEFT)


PEOPLE = st.tuples(st.integers(0, 300), st.integers(0, 6), RHYTHMS, st.booleans(), st.booleans())


@given(st.lists(PEOPLE, min_size=1, max_size=30), st.sampled_from([30, 90]))
def test_both_forms_of_the_status_agree(people: list[tuple[int, int, float, bool, bool]], window: int) -> None:
    columns = StatusColumns(
        np.array([day_number(TODAY) - days for days, *_ in people]),
        np.array([visits for _, visits, *_ in people]),
        np.array([rhythm for _, _, rhythm, *_ in people]),
        np.array([left for *_, left, _ in people]),
        np.array([complaint for *_, complaint in people]),
    )
    expected = [
        status_of(
            last_day=TODAY - timedelta(days=days) if visits else None,
            visits=visits,
            rhythm=Rhythm(rhythm, RhythmSource.OWN),
            window=window,
            today=TODAY,
            has_left=left,
            has_open_complaint=complaint,
        ).chip
        for days, visits, rhythm, left, complaint in people
    ]
    assert [CHIPS[c] for c in chips_of(columns, window=window, today=TODAY)] == expected


def test_every_word_has_a_name() -> None:
    assert set(SEGMENT_NAMES) == set(Segment) and set(CHIP_NAMES) == set(Chip) and set(PHASE_NAMES) == set(Phase)
