"""The health of the bond with many customers at once: domain.health over arrays. A test holds the two together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from app.analytics.groups import groups_of
from app.analytics.occasions import Floats, Ints, Occasions, Receipts, occasions_of, places_in
from app.analytics.standing import Standing, gaps_of, median_of, standing_from, together
from app.domain.care import HealthWeights
from app.domain.health import (
    AS_BEFORE,
    LEAST_GROUPS_SOLD,
    MOST_GROUPS,
    RENEWAL_DAYS,
    TREND_DAYS,
    TREND_VISITS,
    VISITS_ADDED,
    VOICE_VALUES,
    VOICES,
)
from app.domain.periods import day_number
from app.domain.rfm import RfmCuts
from app.domain.rhythm import DORMANT_FACTOR

NO_SCORE = -1
_Number = TypeVar("_Number", np.int64, np.float64)
_VOICE_VALUES = np.array([VOICE_VALUES[voice] for voice in VOICES])


class HealthRules(Protocol):
    """What the figures take as given; `shop_gap` as learned on `learned_on` (None: never)."""

    @property
    def window(self) -> int: ...
    @property
    def cuts(self) -> RfmCuts | None: ...
    @property
    def shop_gap(self) -> float | None: ...
    @property
    def learned_on(self) -> date | None: ...


class DayRows(Protocol):
    """What is known at the end of `day` besides the sales: pairs of customers (ascending, each once) and a value: product groups bought
    from, position in VOICES, days to renewal, satisfaction 0 to 100. `gone`: who had left by then, ascending."""

    @property
    def day(self) -> date: ...
    @property
    def groups(self) -> tuple[Ints, Ints]: ...
    @property
    def groups_sold(self) -> int: ...
    @property
    def voices(self) -> tuple[Ints, Ints]: ...
    @property
    def renewals(self) -> tuple[Ints, Ints]: ...
    @property
    def surveys(self) -> tuple[Ints, Floats]: ...
    @property
    def gone(self) -> Ints: ...


@dataclass(frozen=True, slots=True, eq=False)
class SalesColumns:
    """Of everybody with an occasion by the end of `day`, ascending by customer: the sales half of HealthFacts."""

    day: date
    customer: Ints
    days_since: Ints
    days_known: Ints
    rhythm: Floats
    visits: Ints
    visits_before: Ints


@dataclass(frozen=True, slots=True, eq=False)
class HealthScores:
    """At the end of `day`, ascending by customer: `score` NO_SCORE where nothing is known, `parts` one column each in the order of PARTS,
    NaN where unknown. `sales` behind them."""

    day: date
    customer: Ints
    score: Ints
    parts: Floats
    has_left: NDArray[np.bool_]
    sales: SalesColumns

    @property
    def known(self) -> Ints:
        """How many parts of each are known."""
        return np.asarray((~np.isnan(self.parts)).sum(axis=1), dtype=np.int64)

    def scores_for(self, ids: Ints) -> Ints:
        """The scores of these customers."""
        return _looked_up(self.customer, self.score, ids, NO_SCORE)

    def ids_from(self, score: int) -> Ints:
        """Who stands at this score or above, and has not left."""
        return self.customer[(self.score >= score) & ~self.has_left]


def sales_columns(portions: Iterable[Sequence[Ints]], days: Sequence[date], rules: HealthRules) -> list[SalesColumns]:
    """Of each day. `portions` of receipts as columns (customer, day, amount, net), each customer in one of them."""
    standings: list[list[Standing]] = [[] for _ in days]
    counts: list[list[tuple[Ints, Ints]]] = [[] for _ in days]
    gaps: list[list[Ints]] = [[] for _ in days]
    for columns in portions:
        receipts = Receipts(*columns)
        occasions = occasions_of(receipts)
        starts = occasions.starts()
        for place, day in enumerate(days):
            standing = standing_from(receipts, day, with_day=True, known=occasions)
            standings[place].append(standing)
            owner = places_in(standing.customer, occasions.customer)
            ago = day_number(day) - occasions.day
            counts[place].append(
                (
                    _counted(owner, (ago >= 0) & (ago < TREND_DAYS), len(standing)),
                    _counted(owner, (ago >= TREND_DAYS) & (ago < 2 * TREND_DAYS), len(standing)),
                )
            )
            if len(starts) and not _is_learned(rules, day):
                gaps[place].append(gaps_of(Occasions(occasions.customer[ago >= 0], occasions.day[ago >= 0])))
    return [_columns(*one, rules) for one in zip(days, standings, counts, gaps, strict=True)]


def health_of_many(sales: SalesColumns, rows: DayRows, weights: HealthWeights) -> HealthScores:
    found = [sales.customer, rows.voices[0], rows.renewals[0], rows.surveys[0]]
    ids = np.unique(np.concatenate(found)).astype(np.int64)
    parts = np.column_stack(
        [
            _spread(ids, sales.customer, _recency(sales)),
            _spread(ids, sales.customer, _frequency(sales)),
            _spread(ids, *_breadth(rows)),
            _spread(ids, rows.voices[0], _VOICE_VALUES[rows.voices[1]]),
            _spread(ids, rows.renewals[0], 100.0 * np.clip(rows.renewals[1], 0, RENEWAL_DAYS) / RENEWAL_DAYS),
            _spread(ids, *rows.surveys),
        ]
    )
    has_left = np.isin(ids, rows.gone)
    return HealthScores(rows.day, ids, scores_of(parts, weights), parts, has_left, sales)


def scores_of(parts: Floats, weights: HealthWeights) -> Ints:
    """`score_of` for many; NO_SCORE for none."""
    total, whole = np.zeros(len(parts)), np.zeros(len(parts))
    for column, weight in zip(parts.T, weights.as_tuple(), strict=True):
        known = ~np.isnan(column)
        total[known] += weight * column[known]
        whole[known] += weight
    score = np.full(len(parts), NO_SCORE, dtype=np.int64)
    has_any = whole > 0
    score[has_any] = np.floor(total[has_any] / whole[has_any] + 0.5)
    return score


def falling_of(before: HealthScores, now: HealthScores, points: float) -> list[tuple[int, int, int]]:
    """(customer, before, now) of those who fell by so many points or more and have not left; who fell furthest first."""
    then = before.scores_for(now.customer)
    fell = (then != NO_SCORE) & (now.score != NO_SCORE) & (then - now.score >= points) & ~now.has_left
    chosen = np.flatnonzero(fell)
    chosen = chosen[np.argsort((now.score - then)[chosen], kind="stable")]
    return [(int(now.customer[i]), int(then[i]), int(now.score[i])) for i in chosen]


def _columns(day: date, standings: list[Standing], counts: list[tuple[Ints, Ints]], gaps: list[Ints], rules: HealthRules) -> SalesColumns:
    standing = together(standings) if standings else standing_from(Receipts(*[np.empty(0, dtype=np.int64)] * 4), day)
    unordered = np.concatenate([one.customer for one in standings]) if standings else standing.customer
    order = np.argsort(unordered)
    visits, before = (np.concatenate([pair[side] for pair in counts])[order] if counts else order for side in (0, 1))
    gap = rules.shop_gap if _is_learned(rules, day) else median_of(np.concatenate(gaps)) if gaps else None
    groups = groups_of(standing, window=rules.window, shop_gap=gap, cuts=rules.cuts)
    rhythm = groups.rhythm if groups is not None else np.empty(0)
    return SalesColumns(day, standing.customer, standing.days_since_last, standing.days_since_first, rhythm, visits, before)


def _is_learned(rules: HealthRules, day: date) -> bool:
    """Whether the gap kept with the shop is that of the day; of a day before, it knows what came later."""
    return rules.learned_on is not None and day >= rules.learned_on


def _counted(owner: Ints, chosen: NDArray[np.bool_], count: int) -> Ints:
    return np.bincount(owner[chosen], minlength=count).astype(np.int64)


def _recency(sales: SalesColumns) -> Floats:
    late = (DORMANT_FACTOR - sales.days_since / sales.rhythm) / (DORMANT_FACTOR - 1)
    return np.asarray(100.0 * np.clip(late, 0.0, 1.0))


def _frequency(sales: SalesColumns) -> Floats:
    ratio = (sales.visits + VISITS_ADDED) / (sales.visits_before + VISITS_ADDED)
    value = np.where(ratio <= 1, AS_BEFORE * ratio, np.minimum(100.0, AS_BEFORE + (100.0 - AS_BEFORE) * (ratio - 1)))
    is_known = (sales.days_known >= 2 * TREND_DAYS) & (sales.visits + sales.visits_before >= TREND_VISITS)
    return np.where(is_known, value, np.nan)


def _breadth(rows: DayRows) -> tuple[Ints, Floats]:
    full = min(MOST_GROUPS, rows.groups_sold)
    if full < LEAST_GROUPS_SOLD:
        return np.empty(0, dtype=np.int64), np.empty(0)
    ids, groups = rows.groups
    return ids, np.where(groups > 0, 100.0 * np.minimum(groups, full) / full, np.nan)


def _spread(ids: Ints, owners: Ints, values: Floats) -> Floats:
    """The values at the places of `ids`, NaN elsewhere; owners who are not among them are passed over."""
    return _looked_up(owners, values, ids, np.nan)


def _looked_up(owners: Ints, values: NDArray[_Number], ids: Ints, missing: float) -> NDArray[_Number]:
    found = np.full(len(ids), missing, dtype=values.dtype)
    if len(owners):
        where = np.minimum(np.searchsorted(owners, ids), len(owners) - 1)
        known = owners[where] == ids
        found[known] = values[where[known]]
    return found
