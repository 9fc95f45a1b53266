"""How long customers have been away, and what they brought in a year while they came."""

from __future__ import annotations

from datetime import date

import numpy as np
from sqlalchemy.orm import Session

from app.analytics.lifetime import PARTS, in_parts, margins
from app.analytics.occasions import Floats, Ints
from app.domain.chart_people import AwaySince
from app.domain.chart_rows import AtStake, StakeBand
from app.domain.rfm import BANDS, RECENCY_BANDS, RFM_DAYS
from app.models.product_book import product_book
from app.queries.bought import history
from app.queries.depth import has_own_margins
from app.queries.standing import CustomerStatuses, statuses


def at_stake(session: Session, today: date, customers: Ints | None = None) -> AtStake:
    """Everybody with an occasion who has not left, by days since the last one. A customer's yearly margin is the gross margin of all
    purchases over the years from the first to the last occasion, at least one year. `customers` (ascending ids): of these alone. Where
    products have margins of their own: ask again while `read` is below 1."""
    now = statuses(session, today)
    margin, read = _margins(session, now)
    if margin is None:
        return AtStake((), today, read)
    here = ~now.has_left if customers is None else ~now.has_left & np.isin(now.customer, customers)
    if not here.any():
        return AtStake((), today)
    years = np.maximum(1.0, (now.last_day - now.standing.first_day) / RFM_DAYS)
    yearly, band = margin / years, band_of(now)
    bands = []
    for number in range(BANDS):
        inside = here & (band == number)
        total = round(float(yearly[inside].sum()))
        bands.append(StakeBand(number, int(inside.sum()), total, AwaySince(number, today)))
    return AtStake(tuple(bands), today)


def away_people(session: Session, spec: AwaySince) -> Ints:
    now = statuses(session, spec.day)
    found: Ints = now.customer[~now.has_left & (band_of(now) == spec.band)]
    return found


def band_of(now: CustomerStatuses) -> Ints:
    """The row of the customer map in which each customer stands."""
    return np.searchsorted(np.array(RECENCY_BANDS), now.standing.days_since_last, side="left").astype(np.int64)


def _margins(session: Session, now: CustomerStatuses) -> tuple[Floats | None, float]:
    """The margin of each customer so far, and how much of the history is read for it; None while that is not all."""
    book = product_book(session)
    if not has_own_margins(book):
        return np.asarray(now.amount * book.shop_margin, dtype=np.float64), 1.0
    seen = history(session)
    if seen.bought is None:
        return None, seen.read
    rates = in_parts([book.margin_rate_of(code, name, group) for code, name, group in seen.words])
    owners, of_owner = seen.bought.owners(), margins(seen.bought, rates)
    found = np.zeros(len(now.customer))
    places = now.positions(owners)
    found[places[places >= 0]] = of_owner[places >= 0] / PARTS
    return found, 1.0
