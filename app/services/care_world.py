"""What the finders of occasions read, for services: with the rhythms worked out from the table of kept sums."""

from __future__ import annotations

from datetime import date

import numpy as np
from sqlalchemy import Integer, cast, func, select, type_coerce
from sqlalchemy.orm import Session

from app.analytics.groups import SOURCES, groups_of
from app.analytics.repeat import NEVER
from app.analytics.rules import StatusColumns, chips_of
from app.analytics.standing import Standing
from app.domain.care import CATCH_UP_DAYS
from app.domain.rfm import RfmCuts
from app.domain.rhythm import DEFAULT_WINDOW, RhythmSource
from app.domain.status import CHIPS, Chip
from app.models.care_finders import CareStanding, CareWorld
from app.models.care_finders.world import in_order
from app.models.shop import Shop, SummaryState
from app.models.summary import CustomerStat

_DAYS = ("first_day", "second_day", "last_day", "previous_day")


def care_world(session: Session, today: date) -> CareWorld:
    return CareWorld(
        session,
        today,
        standing=lambda: care_standing(session, today),
        falling=lambda points: _falling(session, today, points),
        catch_up_days=CATCH_UP_DAYS,
    )


def care_standing(session: Session, today: date) -> CareStanding:
    """Everybody with an occasion, in his rhythm."""
    stat = CustomerStat
    days = [func.coalesce(type_coerce(getattr(stat, name), Integer), NEVER) for name in _DAYS]
    # A median of whole days is a multiple of a half.
    half_gap = func.coalesce(cast(stat.median_gap * 2, Integer), NEVER)
    query = select(stat.customer_id, *days, stat.n, stat.amount, stat.n_365, stat.amount_365, half_gap).where(stat.n > 0)
    customer, first, second, last, previous, visits, amount, visits_365, amount_365, gap = in_order(session, query)
    own = gap != NEVER
    standing = Standing(today, customer, first, last, visits, amount, visits_365, amount_365, np.where(own, gap / 2, np.nan))
    cuts = session.scalar(select(Shop.rfm_cuts))
    state = session.execute(select(SummaryState.window_days, SummaryState.shop_gap)).one_or_none()
    window, shop_gap = (state[0], state[1]) if state is not None else (session.scalar(select(Shop.window_days)) or DEFAULT_WINDOW, None)
    known = RfmCuts(**{name: tuple(values) for name, values in cuts.items()}) if cuts else None
    groups = groups_of(standing, window=window, shop_gap=shop_gap, cuts=known)
    if groups is None:
        nobody = np.zeros(0, dtype=np.bool_)
        return CareStanding(customer, first, second, last, previous, visits, np.empty(0), nobody, np.empty(0, dtype=np.int8), nobody)
    chips = chips_of(StatusColumns(last, visits, groups.rhythm), window=window, today=today)
    return CareStanding(
        customer=customer,
        first_day=first,
        second_day=second,
        last_day=last,
        previous_day=previous,
        visits=visits,
        rhythm=groups.rhythm,
        is_own=groups.source == SOURCES.index(RhythmSource.OWN),
        segment=groups.segment,
        is_dormant=chips == CHIPS.index(Chip.DORMANT),
    )


def _falling(session: Session, today: date, points: float) -> list[tuple[int, int, int]]:
    from app.services.health import falling

    return list(falling(session, today, points))
