"""Cut points, scores, and the customer map, for all customers at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.analytics.occasions import Floats, Ints
from app.analytics.standing import Standing
from app.domain.rfm import BANDS, OCCASION_BANDS, QUINTILES, RECENCY_BANDS, MapRegion, RfmCuts, region_of

Scores = NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class RfmScores:
    """Scores 1-5, one entry per customer in the order given."""

    r: Scores
    f: Scores
    m: Scores


@dataclass(frozen=True, slots=True)
class CustomerMap:
    """`counts[row][column]`: rows by days since the last visit, columns by occasions in 365 days; every customer is in one cell.

    `members` holds positions in the arrays the map was made from.
    """

    counts: tuple[tuple[int, ...], ...]
    members: tuple[tuple[Ints, ...], ...]

    def in_region(self, region: MapRegion) -> Ints:
        """Positions of all customers in the framed cells, ascending."""
        cells = [self.members[row][column] for row in range(BANDS) for column in range(BANDS) if region_of(row, column) is region]
        return np.sort(np.concatenate(cells))

    @property
    def regulars(self) -> int:
        return len(self.in_region(MapRegion.REGULARS))

    @property
    def slipping(self) -> int:
        return len(self.in_region(MapRegion.SLIPPING))


def learn_cuts(recency: Ints, frequency: Ints, monetary: Ints) -> RfmCuts | None:
    """The 20/40/60/80th percentiles, linear interpolation, over customers with an occasion; None without one."""
    if not len(recency):
        return None
    return RfmCuts(_quintiles(recency), _quintiles(frequency), _quintiles(monetary))


def rfm_scores(recency: Ints, frequency: Ints, monetary: Ints, cuts: RfmCuts) -> RfmScores:
    """F and M: 1 + cuts strictly below the value; R: 5 - cuts strictly below the days."""
    return RfmScores(
        r=(5 - _below(cuts.recency, recency)).astype(np.int8),
        f=(1 + _below(cuts.frequency, frequency)).astype(np.int8),
        m=(1 + _below(cuts.monetary, monetary)).astype(np.int8),
    )


def cuts_of(standing: Standing) -> RfmCuts | None:
    return learn_cuts(standing.days_since_last, standing.visits_365, standing.amount_365)


def scores_of(standing: Standing, cuts: RfmCuts) -> RfmScores:
    return rfm_scores(standing.days_since_last, standing.visits_365, standing.amount_365, cuts)


def customer_map(days_since: Ints, visits_365: Ints) -> CustomerMap:
    cell = np.searchsorted(RECENCY_BANDS, days_since, side="left") * BANDS + np.searchsorted(OCCASION_BANDS, visits_365, side="left")
    order = np.argsort(cell, kind="stable")
    edges = np.searchsorted(cell[order], np.arange(BANDS * BANDS + 1))
    groups = [order[edges[i] : edges[i + 1]] for i in range(BANDS * BANDS)]
    members = tuple(tuple(groups[row * BANDS : (row + 1) * BANDS]) for row in range(BANDS))
    return CustomerMap(tuple(tuple(len(group) for group in row) for row in members), members)


def _quintiles(values: Ints) -> tuple[float, float, float, float]:
    a, b, c, d = (float(cut) for cut in np.percentile(values, QUINTILES))
    return a, b, c, d


def _below(cuts: tuple[float, ...], values: Ints | Floats) -> Ints:
    return np.searchsorted(np.asarray(cuts, dtype=np.float64), values, side="left")
