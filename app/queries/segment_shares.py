"""What share of the customers each group is, and what share of the sales it brings."""

from __future__ import annotations

from datetime import date

import numpy as np
from sqlalchemy.orm import Session

from app.analytics.occasions import Ints
from app.domain.chart_rows import SegmentShare
from app.domain.figures import InSegment
from app.domain.rates import rate_of
from app.domain.segments import SEGMENTS
from app.queries.standing import in_segment, statuses


def segment_shares(session: Session, today: date, customers: Ints | None = None) -> tuple[SegmentShare, ...]:
    """Everybody with an occasion who has not left, in the order of the rules; sales are net sales of the last 365 days. `customers`
    (ascending ids): of these alone. Empty where nobody has bought."""
    now = statuses(session, today)
    here = ~now.has_left if customers is None else ~now.has_left & np.isin(now.customer, customers)
    total, sold = int(here.sum()), int(now.standing.amount_365[here].sum())
    shares = []
    for segment in SEGMENTS if total else ():
        inside = in_segment(now, segment) & here
        amount = int(now.standing.amount_365[inside].sum())
        share = amount / sold if sold > 0 else None
        shares.append(SegmentShare(segment, rate_of(int(inside.sum()), total), amount, share, InSegment(segment, today)))
    return tuple(shares)
