"""What the finders of occasions read, for queries: from the arrays kept in memory."""

from __future__ import annotations

from datetime import date

import numpy as np
from sqlalchemy.orm import Session

from app.analytics.groups import SOURCES
from app.domain.care import CATCH_UP_DAYS
from app.domain.entities import Entity
from app.domain.rhythm import RhythmSource
from app.domain.status import CHIPS, Chip
from app.models.care_finders import CareStanding, CareWorld
from app.models.care_finders.columns import places_of
from app.models.changes import cache_of, changed_in
from app.queries.health import MADE_OF, falling
from app.queries.standing import statuses


def care_world(session: Session, today: date, *, only: int | None = None) -> CareWorld:
    """With `only` that of one customer."""
    return CareWorld(
        session,
        today,
        standing=lambda: care_standing(session, today, only),
        falling=lambda points: _fallen(session, today, points),
        catch_up_days=CATCH_UP_DAYS,
        only=only,
    )


def _fallen(session: Session, today: date, points: float) -> list[tuple[int, int, int]]:
    """As it stood when it was first asked today: the rule looks once a day, and what is sold after that is for tomorrow."""
    if changed_in(session):
        return falling(session, today, points)
    entities = set(MADE_OF) - {Entity.PURCHASE, Entity.PRODUCT}
    return cache_of(session).get(f"fallen by {points} until {today}", entities, lambda: falling(session, today, points))


def care_standing(session: Session, today: date, only: int | None = None) -> CareStanding:
    now = statuses(session, today)
    groups, size = now.groups, len(now.customer)
    rows = slice(None)
    if only is not None:
        place = int(places_of(now.customer, np.array([only], dtype=np.int64))[0])
        rows = slice(place, place + 1) if place >= 0 else slice(0)
    return CareStanding(
        customer=now.customer[rows],
        first_day=now.standing.first_day[rows],
        second_day=now.second_day[rows],
        last_day=now.last_day[rows],
        previous_day=now.previous_day[rows],
        visits=now.visits[rows],
        rhythm=now.rhythm[rows],
        is_own=np.zeros(size, dtype=np.bool_)[rows] if groups is None else groups.source[rows] == SOURCES.index(RhythmSource.OWN),
        segment=np.zeros(size, dtype=np.int8)[rows] if groups is None else groups.segment[rows],
        is_dormant=now.chip[rows] == CHIPS.index(Chip.DORMANT),
    )
