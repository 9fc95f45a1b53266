"""What the finders of occasions read, for queries: from the arrays kept in memory."""

from __future__ import annotations

from datetime import date

import numpy as np
from sqlalchemy.orm import Session

from app.analytics.groups import SOURCES
from app.domain.care import CATCH_UP_DAYS
from app.domain.rhythm import RhythmSource
from app.domain.status import Chip
from app.models.care_finders import CareStanding, CareWorld
from app.queries.health import falling
from app.queries.standing import statuses


def care_world(session: Session, today: date) -> CareWorld:
    return CareWorld(
        session,
        today,
        standing=lambda: care_standing(session, today),
        falling=lambda points: falling(session, today, points),
        catch_up_days=CATCH_UP_DAYS,
    )


def care_standing(session: Session, today: date) -> CareStanding:
    now = statuses(session, today)
    groups, size = now.groups, len(now.customer)
    return CareStanding(
        customer=now.customer,
        first_day=now.standing.first_day,
        second_day=now.second_day,
        last_day=now.last_day,
        previous_day=now.previous_day,
        visits=now.visits,
        rhythm=now.rhythm,
        is_own=np.zeros(size, dtype=np.bool_) if groups is None else groups.source == SOURCES.index(RhythmSource.OWN),
        segment=np.zeros(size, dtype=np.int8) if groups is None else groups.segment,
        is_dormant=now.has_chip(Chip.DORMANT),
    )
