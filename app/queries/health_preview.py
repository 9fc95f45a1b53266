"""What other weights would make of the scores of real customers."""

from __future__ import annotations

from datetime import date

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.analytics.health import NO_SCORE, scores_of
from app.analytics.occasions import Ints
from app.domain.care import HealthWeights
from app.domain.customers import CustomerKind
from app.domain.health_preview import NAMED, HealthChange, HealthPreview
from app.models.customer import Customer
from app.queries.health import health_scores


def preview(session: Session, today: date, weights: HealthWeights, high: int) -> HealthPreview:
    """Nothing is stored."""
    now = health_scores(session, today)
    after = scores_of(now.parts, weights)
    counted = (now.score != NO_SCORE) & (after != NO_SCORE) & ~now.has_left
    step = np.where(counted, after - now.score, 0)
    order = np.lexsort((now.customer, step))
    falling, rising = order[:NAMED][step[order[:NAMED]] < 0], order[::-1][:NAMED]
    rising = rising[step[rising] > 0]
    return HealthPreview(
        customers=int(counted.sum()),
        changed=int((step != 0).sum()),
        high=int((counted & (after >= high)).sum()),
        rising=_changes(session, now.customer[rising], now.score[rising], after[rising]),
        falling=_changes(session, now.customer[falling], now.score[falling], after[falling]),
    )


def _changes(session: Session, ids: Ints, before: Ints, after: Ints) -> tuple[HealthChange, ...]:
    query = select(Customer.id, Customer.name, Customer.kind).where(Customer.id.in_(ids.tolist()))
    known = {number: (name, kind is CustomerKind.COMPANY) for number, name, kind in session.execute(query)}
    rows = zip(ids.tolist(), before.tolist(), after.tolist(), strict=True)
    return tuple(HealthChange(number, *known[number], then, now) for number, then, now in rows if number in known)
