"""The health of the bond with customers: of all on any day, of one today with its parts and reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from functools import partial
from typing import TypeVar

import numpy as np
from sqlalchemy.orm import Session

from app.analytics.health import NO_SCORE, HealthScores, SalesColumns, falling_of, health_of_many, sales_columns
from app.analytics.occasions import Ints
from app.domain.care import CareSettings
from app.domain.entities import Entity
from app.domain.health import MEMORY_DAYS, PARTS, TREND_DAYS, VOICES, HealthFacts, HealthView, view_of, view_of_parts
from app.domain.periods import add_months, day_number
from app.domain.progress import NO_PROGRESS, Progress
from app.models.changes import cache_of, changed_in
from app.models.health_rows import (
    DayRows,
    day_rows,
    groups_bought,
    groups_sold,
    health_rules,
    occasions_until,
    parts_in_use,
    renewals_on,
    sale_portions,
    sales_key,
    surveys_on,
    voices_on,
)
from app.queries.standing import statuses

T = TypeVar("T")
_SALES = (Entity.PURCHASE,)
_GROUPS = (Entity.PURCHASE, Entity.PRODUCT)
MADE_OF = (*_GROUPS, Entity.SHOP, Entity.CUSTOMER, Entity.INQUIRY, Entity.CONTRACT, Entity.SURVEY, Entity.ANSWER)


def health_care(session: Session) -> CareSettings:
    return health_rules(session).care


def health_scores(session: Session, day: date) -> HealthScores:
    """Of everybody at the end of a day, from what was known by then alone; kept until something it is made from changes."""
    return scores_on(session, (day,))[0]


def scores_on(session: Session, days: Sequence[date]) -> list[HealthScores]:
    """Of several days, from one reading of the sales."""
    keep_sales(session, days)
    return [_kept(session, f"health on {day}", MADE_OF, day, partial(_scores, session, day)) for day in days]


def falling(session: Session, today: date, points: float) -> list[tuple[int, int, int]]:
    """(customer, score a month before, score at the end of `today`) of those who fell by so many points or more and have not left; who fell
    furthest first."""
    before, now = scores_on(session, (add_months(today, -1), today))
    return falling_of(before, now, points)


def high_scores(session: Session, today: date) -> Ints:
    """The ids of those to whom something can be proposed: a score as high as the shop says, and not gone."""
    return health_scores(session, today).ids_from(health_rules(session).care.high)


def health_of(session: Session, customer_id: int, today: date) -> HealthView:
    """Of one customer, without working out the scores of all of today."""
    rules = health_rules(session)
    yesterday = today - timedelta(days=1)
    long_ago = today - timedelta(days=MEMORY_DAYS)
    older = _kept(session, f"groups sold until {yesterday}", _GROUPS, yesterday, lambda: groups_sold(session, long_ago, yesterday))
    sold = len(older | groups_sold(session, yesterday, today))
    facts = _facts(session, customer_id, today, sold)
    then = health_scores(session, add_months(today, -1)).scores_for(np.array([customer_id]))[0]
    before = None if then == NO_SCORE else int(then)
    return view_of(facts, before, rules.care.weights, rules.care.high, parts_in_use(session, sold))


def health_on(session: Session, customer_id: int, day: date, today: date) -> HealthView:
    """The same at the end of any day up to today; of a past one without the facts behind the parts."""
    if day == today:
        return health_of(session, customer_id, today)
    rules, scores = health_rules(session), health_scores(session, day)
    then = health_scores(session, add_months(day, -1)).scores_for(np.array([customer_id]))[0]
    place = np.flatnonzero(scores.customer == customer_id)
    values = scores.parts[place[0]] if len(place) else np.full(len(PARTS), np.nan)
    parts = {part: float(value) for part, value in zip(PARTS, values, strict=True) if not np.isnan(value)}
    in_use = frozenset(part for part, column in zip(PARTS, scores.parts.T, strict=True) if not np.isnan(column).all())
    return view_of_parts(parts, None if then == NO_SCORE else int(then), rules.care.weights, rules.care.high, in_use)


def keep_sales(session: Session, days: Sequence[date], progress: Progress = NO_PROGRESS) -> None:
    """Read once what `scores_on` needs of the sales of these days. In a session with changes nothing is kept."""
    if changed_in(session):
        return
    cache = cache_of(session)
    rules = health_rules(session)
    missing = [day for day in days if not cache.has(sales_key(day, rules))]
    if not missing:
        return
    for one in sales_columns(sale_portions(session, max(missing), progress), missing, rules):
        _kept(session, sales_key(one.day, rules), _SALES, one.day, partial(_same, one))


def _scores(session: Session, day: date) -> HealthScores:
    return health_of_many(_sales(session, day), _rows(session, day), health_rules(session).care.weights)


def _sales(session: Session, day: date) -> SalesColumns:
    rules = health_rules(session)

    def build() -> SalesColumns:
        return sales_columns(sale_portions(session, day), [day], rules)[0]

    return _kept(session, sales_key(day, rules), _SALES, day, build)


def _rows(session: Session, day: date) -> DayRows:
    bought = _kept(session, f"groups bought until {day}", _GROUPS, day, lambda: groups_bought(session, day))
    return day_rows(session, day, *bought)


def _facts(session: Session, customer_id: int, today: date, sold: int) -> HealthFacts:
    now, number = statuses(session, today), day_number(today)
    place = int(now.positions(np.array([customer_id]))[0])
    (_, groups), _ = groups_bought(session, today, customer_id)
    voice = voices_on(session, today, customer_id).get(customer_id)
    nps, satisfaction = surveys_on(session, today, customer_id).get(customer_id, (None, None))
    ago = [number - day for day in occasions_until(session, customer_id, today)]
    return HealthFacts(
        days_since=None if place < 0 else number - int(now.last_day[place]),
        days_known=None if place < 0 else number - int(now.standing.first_day[place]),
        rhythm=None if place < 0 else float(now.rhythm[place]),
        visits=sum(days < TREND_DAYS for days in ago),
        visits_before=sum(TREND_DAYS <= days < 2 * TREND_DAYS for days in ago),
        groups=int(groups[0]) if len(groups) else None,
        groups_sold=sold,
        voice=None if voice is None else VOICES[voice],
        to_renewal=renewals_on(session, today, customer_id).get(customer_id),
        nps=nps,
        satisfaction=satisfaction,
    )


def _kept(session: Session, key: str, entities: Iterable[Entity], day: date, build: Callable[[], T]) -> T:
    """Made from sales up to and with `day`."""
    if changed_in(session):
        return build()
    return cache_of(session).get(key, entities, build, sales_before=day + timedelta(days=1))


def _same(sales: SalesColumns) -> SalesColumns:
    return sales
