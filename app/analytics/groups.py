"""Rhythm, group and lateness of every customer: the domain's rules over the arrays of a `Standing`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from app.analytics.occasions import Floats, Ints
from app.analytics.rfm import RfmScores, cuts_of, scores_of
from app.analytics.rules import SegmentColumns, StatusColumns, base_segments_of, chips_of, segments_of
from app.analytics.standing import Standing
from app.domain.periods import day_number
from app.domain.rfm import RfmCuts
from app.domain.rhythm import RhythmSource, shop_rhythm
from app.domain.segments import SEGMENTS, Segment
from app.domain.status import CHIPS, Chip

SOURCES = tuple(RhythmSource)
# Below this many rhythms of their own a group's median is chance, and the shop's gap serves.
ENOUGH_RHYTHMS = 5


@dataclass(frozen=True, slots=True)
class Groups:
    """By customer, in the order of the `Standing`: scores, segment (position in SEGMENTS), rhythm in days and its source
    (position in SOURCES). `segment_rhythm` is what members without a rhythm of their own borrow."""

    cuts: RfmCuts
    scores: RfmScores
    segment: NDArray[np.int8]
    rhythm: Floats
    source: NDArray[np.int8]
    segment_rhythm: dict[Segment, float]
    median_per_visit: float

    def members(self, segment: Segment) -> Ints:
        """Positions of the customers in a group."""
        return np.flatnonzero(self.segment == SEGMENTS.index(segment)).astype(np.int64)

    def size(self, segment: Segment) -> int:
        return int((self.segment == SEGMENTS.index(segment)).sum())


@dataclass(frozen=True, slots=True)
class Overdue:
    """Somebody past 1.5 x the rhythm and not yet long away, or whose second visit is due; `index` is the position in the `Standing`."""

    index: int
    customer: int
    chip: Chip
    days_since: int
    usual_days: float
    source: RhythmSource
    visits: int


def groups_of(standing: Standing, *, window: int, shop_gap: float | None, cuts: RfmCuts | None = None) -> Groups | None:
    """`cuts` are the shop's frozen ones (learned here without); `shop_gap` its median gap. None when nobody has bought yet."""
    frozen = cuts if cuts is not None else cuts_of(standing)
    if frozen is None or not len(standing):
        return None
    scores = scores_of(standing, frozen)
    per_visit = standing.amount_per_visit
    median = float(np.median(per_visit))
    columns = SegmentColumns(standing.days_since_first, standing.days_since_last, scores.f, scores.m, per_visit)
    base = base_segments_of(columns, median_per_visit=median)
    has_own = ~np.isnan(standing.own_rhythm)
    lent = _segment_rhythms(base, standing.own_rhythm, has_own)
    borrowed = np.array([lent.get(segment, np.nan) for segment in SEGMENTS])[base]
    has_lent = ~np.isnan(borrowed)
    rhythm = np.where(has_own, standing.own_rhythm, np.where(has_lent, borrowed, shop_rhythm(shop_gap, window)))
    source = np.where(has_own, 0, np.where(has_lent, 1, 2)).astype(np.int8)
    segment = segments_of(columns, rhythm=rhythm, window=window, median_per_visit=median)
    return Groups(frozen, scores, segment, rhythm, source, lent, median)


def chips_on(standing: Standing, groups: Groups, *, window: int, today: date) -> NDArray[np.int8]:
    """Positions in CHIPS."""
    return chips_of(StatusColumns(standing.last_day, standing.visits, groups.rhythm), window=window, today=today)


def overdue(standing: Standing, groups: Groups, *, window: int, today: date) -> list[Overdue]:
    """Whom to reach out to: attention first, then watch, then second visits; inside by how far past the usual gap."""
    chips = chips_on(standing, groups, window=window, today=today)
    days = day_number(today) - standing.last_day
    people: list[Overdue] = []
    for chip in (Chip.ATTENTION, Chip.WATCH, Chip.SECOND_VISIT):
        found = np.flatnonzero(chips == CHIPS.index(chip))
        for i in found[np.argsort(-days[found] / groups.rhythm[found], kind="stable")].tolist():
            people.append(
                Overdue(
                    index=i,
                    customer=int(standing.customer[i]),
                    chip=chip,
                    days_since=int(days[i]),
                    usual_days=float(groups.rhythm[i]),
                    source=SOURCES[int(groups.source[i])],
                    visits=int(standing.visits[i]),
                )
            )
    return people


def not_seen_lately(standing: Standing, groups: Groups, *, window: int, today: date) -> int:
    """How many are at risk (watch or attention), for the tile and its change over a week."""
    chips = chips_on(standing, groups, window=window, today=today)
    return int(((chips == CHIPS.index(Chip.WATCH)) | (chips == CHIPS.index(Chip.ATTENTION))).sum())


def _segment_rhythms(base: NDArray[np.int8], own: Floats, has_own: NDArray[np.bool_]) -> dict[Segment, float]:
    """Newcomers lend nothing: who came four times within 60 days is no measure for the others, so they take the shop's gap."""
    lent: dict[Segment, float] = {}
    for code, segment in enumerate(SEGMENTS):
        rhythms = own[has_own & (base == code)]
        if segment is not Segment.NEW and len(rhythms) >= ENOUGH_RHYTHMS:
            lent[segment] = float(np.median(rhythms))
    return lent
