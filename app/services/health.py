"""Whose bond with the shop has become weaker within a month, for the rule that looks after them."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from sqlalchemy.orm import Session

from app.analytics.health import HealthScores, SalesColumns, falling_of, health_of_many, sales_columns
from app.domain.entities import Entity
from app.domain.periods import add_months
from app.models.changes import cache_of, changed_in
from app.models.health_rows import HealthRules, day_rows, groups_bought, health_rules, sale_portions, sales_key


def falling(session: Session, today: date, points: float) -> list[tuple[int, int, int]]:
    """(customer, score a month before, score at the end of `today`) of those who fell by so many points or more and have not left; who fell
    furthest first."""
    before, now = scores_on(session, (add_months(today, -1), today))
    return falling_of(before, now, points)


def scores_on(session: Session, days: tuple[date, ...]) -> list[HealthScores]:
    """At the end of each of these days, from one reading of the sales."""
    rules = health_rules(session)
    sales = _sales(session, days, rules)
    rows = [day_rows(session, day, *groups_bought(session, day)) for day in days]
    return [health_of_many(*pair, rules.care.weights) for pair in zip(sales, rows, strict=True)]


def _sales(session: Session, days: tuple[date, ...], rules: HealthRules) -> list[SalesColumns]:
    """Kept under the name by which the queries know them; follow-ups that the session made change nothing about sales."""
    if Entity.PURCHASE in changed_in(session):
        return sales_columns(sale_portions(session, max(days)), days, rules)
    cache = cache_of(session)
    missing = [day for day in days if not cache.has(sales_key(day, rules))]
    read = sales_columns(sale_portions(session, max(missing)), missing, rules) if missing else []
    fresh = {one.day: one for one in read}

    def find(day: date) -> SalesColumns:
        return fresh[day] if day in fresh else sales_columns(sale_portions(session, day), [day], rules)[0]

    return [cache.get(sales_key(day, rules), (Entity.PURCHASE,), partial(find, day), sales_before=day + timedelta(days=1)) for day in days]
