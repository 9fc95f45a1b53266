"""The models of lifetime value, fitted to all purchases before a day."""

from __future__ import annotations

from datetime import date

import numpy as np
from sqlalchemy.orm import Session

from app.analytics.lifetime_fit import fit_lifetimes
from app.analytics.occasions import NOBODY, Ints
from app.domain.lifetime_models import LifetimeFit
from app.models.base import day_of
from app.queries.receipts import read_receipts


def lifetime_fit(session: Session, as_of: date) -> LifetimeFit:
    """Time in weeks; an occasion is worth what is left of its receipts, in minor units. NoFit."""
    return fit_lifetimes(*_occasions_with_amounts(session), as_of, day_of(0))


def _occasions_with_amounts(session: Session) -> tuple[Ints, Ints, Ints]:
    """Customer, day and net amount of each occasion, ascending by customer and day."""
    receipts = read_receipts(session)
    kept = (receipts.net > 0) & (receipts.customer != NOBODY)
    customer, day, net = receipts.customer[kept], receipts.day[kept], receipts.net[kept]
    order = np.lexsort((day, customer))
    customer, day, net = customer[order], day[order], net[order]
    is_new = np.ones(len(day), dtype=bool)
    is_new[1:] = (customer[1:] != customer[:-1]) | (day[1:] != day[:-1])
    first = np.flatnonzero(is_new)
    return customer[first], day[first], np.add.reduceat(net, first) if len(first) else net
