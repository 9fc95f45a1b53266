"""Whose bond with the shop has become weaker within a month, for the rule that looks after them."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.analytics.health import HealthScores, falling_of, health_of_many, sales_columns
from app.domain.periods import add_months
from app.models.health_rows import day_rows, groups_bought, health_rules, sale_portions


def falling(session: Session, today: date, points: float) -> list[tuple[int, int, int]]:
    """(customer, score a month before, score at the end of `today`) of those who fell by so many points or more and have not left; who fell
    furthest first."""
    before, now = scores_on(session, (add_months(today, -1), today))
    return falling_of(before, now, points)


def scores_on(session: Session, days: tuple[date, ...]) -> list[HealthScores]:
    """At the end of each of these days, from one reading of the sales."""
    rules = health_rules(session)
    sales = sales_columns(sale_portions(session, max(days)), days, rules)
    rows = [day_rows(session, day, *groups_bought(session, day)) for day in days]
    return [health_of_many(*pair, rules.care.weights) for pair in zip(sales, rows, strict=True)]
