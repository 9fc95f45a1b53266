"""Where every customer stands on a day: first and last visit, how often, how much, and in which rhythm.

The arrays are what the table of kept sums holds, so the pages may build a `Standing` from either.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from app.analytics.occasions import NOBODY, Floats, Ints, Occasions, Receipts, occasions_of, places_in
from app.domain.periods import day_number
from app.domain.rfm import RFM_DAYS
from app.domain.rhythm import OWN_RHYTHM_OCCASIONS


@dataclass(frozen=True, slots=True)
class Standing:
    """One entry per customer with an occasion before `as_of`, ascending by customer id.

    `own_rhythm` is the median gap in days, NaN below 4 occasions; `visits` are occasions; amounts are net sales in minor
    units; the `_365` columns cover [as_of - 365, as_of).
    """

    as_of: date
    customer: Ints
    first_day: Ints
    last_day: Ints
    visits: Ints
    amount: Ints
    visits_365: Ints
    amount_365: Ints
    own_rhythm: Floats

    def __len__(self) -> int:
        return len(self.customer)

    @property
    def days_since_last(self) -> Ints:
        return day_number(self.as_of) - self.last_day

    @property
    def days_since_first(self) -> Ints:
        return day_number(self.as_of) - self.first_day

    @property
    def amount_per_visit(self) -> Floats:
        return np.divide(self.amount, np.maximum(self.visits, 1))


def standing_from(receipts: Receipts, as_of: date, *, with_day: bool = False, known: Occasions | None = None) -> Standing:
    """Straight from receipts; customers whose purchases are all gone have no entry. `with_day`: at the end of `as_of`, as the table of kept
    sums has it; the sums of 365 days end before the day all the same. `known`: the occasions of all these receipts."""
    end = as_of + timedelta(days=1) if with_day else as_of
    counted = receipts.before(end)
    occasions = occasions_of(counted) if known is None else known.before(end)
    starts = occasions.starts()
    ids = occasions.customer[starts]
    visits = np.diff(np.append(starts, len(occasions)))
    since = day_number(as_of) - RFM_DAYS
    booked = counted.customer != NOBODY
    recent = booked & (counted.day >= since) & (counted.day < day_number(as_of))
    lately = (occasions.day >= since) & (occasions.day < day_number(as_of))
    return Standing(
        as_of=as_of,
        customer=ids,
        first_day=occasions.day[starts],
        last_day=occasions.day[starts + visits - 1],
        visits=visits,
        amount=_sums(ids, counted.customer[booked], counted.amount[booked]),
        visits_365=_sums(ids, occasions.customer, lately.astype(np.int64)),
        amount_365=_sums(ids, counted.customer[recent], counted.amount[recent]),
        own_rhythm=_median_gaps(occasions, starts, visits),
    )


def together(parts: Sequence[Standing]) -> Standing:
    """The standing of all of them; each customer is in one of the parts."""
    columns = {one.name: np.concatenate([getattr(part, one.name) for part in parts]) for one in fields(Standing) if one.name != "as_of"}
    order = np.argsort(columns["customer"])
    return Standing(parts[0].as_of, **{name: column[order] for name, column in columns.items()})


def shop_median_gap(occasions: Occasions) -> float | None:
    """The median over all gaps of all customers; None before anybody came twice."""
    return median_of(gaps_of(occasions))


def median_of(gaps: Ints) -> float | None:
    return float(np.median(gaps)) if len(gaps) else None


def gaps_of(occasions: Occasions) -> Ints:
    """The days between one occasion and the next of the same customer."""
    same = occasions.customer[1:] == occasions.customer[:-1]
    gaps: Ints = (occasions.day[1:] - occasions.day[:-1])[same]
    return gaps


def _median_gaps(occasions: Occasions, starts: Ints, visits: Ints) -> Floats:
    """All customers at once: sort the gaps inside each customer, then take the middle one or two."""
    medians = np.full(len(starts), np.nan)
    own = visits >= OWN_RHYTHM_OCCASIONS
    if not own.any():
        return medians
    owner = np.repeat(np.arange(len(starts)), visits)[1:]
    same = occasions.customer[1:] == occasions.customer[:-1]
    gaps, owner = gaps_of(occasions), owner[same]
    ordered = gaps[np.argsort(owner * (int(gaps.max()) + 1) + gaps, kind="stable")]
    count = visits - 1
    begin = np.cumsum(count) - count
    low = ordered[(begin + (count - 1) // 2)[own]]
    high = ordered[(begin + count // 2)[own]]
    medians[own] = (low + high) / 2
    return medians


def _sums(ids: Ints, customer: Ints, values: Ints) -> Ints:
    """Sum of `values` by customer, for `ids` only, in whole numbers."""
    sums = np.zeros(len(ids), dtype=np.int64)
    if not len(ids):
        return sums
    where = places_in(ids, customer)
    known: NDArray[np.bool_] = where >= 0
    np.add.at(sums, where[known], values[known])
    return sums
