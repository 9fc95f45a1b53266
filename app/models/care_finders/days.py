"""Occasions that come with the calendar: birthdays, anniversaries, the year and the budget of a company."""

from __future__ import annotations

import numpy as np
from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import InstrumentedAttribute

from app.domain.care import RuleFields, RuleKind
from app.domain.care_keys import occasion_key
from app.domain.periods import day_of
from app.models.care_finders.columns import Found, Ints, Said, Span, day_in_year, days_in_years, iso, month_days, values_at, years_of
from app.models.care_finders.world import CareWorld, in_order
from app.models.companies import CompanyRecord

STILL_GOOD = 14
"""So many days after the day itself a word about it still makes sense."""


def birthday(world: CareWorld, rule: RuleFields, span: Span) -> Found:
    """So many days before a birthday; none is kept in mourning."""
    people = world.people
    return _kept_days(world, rule, span, people.customer, people.birthday)


def anniversary(world: CareWorld, rule: RuleFields, span: Span) -> Found:
    """So many days before the day of the first visit comes round again."""
    s = world.standing
    found = _kept_days(world, rule, span, s.customer, month_days(s.first_day))
    begun = years_of(values_at(s.customer, s.first_day, found.customer, 0))
    return found.pick(begun < years_of(found.due + int(rule.number)))


def fiscal_start(world: CareWorld, rule: RuleFields, span: Span) -> Found:
    """So many days before the year of a company begins."""
    return _kept_days(world, rule, span, *_months(world, CompanyRecord.fiscal_month), is_feast=False)


def budget(world: CareWorld, rule: RuleFields, span: Span) -> Found:
    """So many days before the month in which a company decides on money."""
    return _kept_days(world, rule, span, *_months(world, CompanyRecord.budget_month), is_feast=False)


def _months(world: CareWorld, column: InstrumentedAttribute[int | None]) -> tuple[Ints, Ints]:
    known: ColumnElement[bool] = column.is_not(None)
    customers, months = in_order(world.session, world.of_interest(select(CompanyRecord.customer_id, column).where(known)))
    return customers, months * 100 + 1


def _kept_days(world: CareWorld, rule: RuleFields, span: Span, customer: Ints, month_day: Ints, *, is_feast: bool = True) -> Found:
    ahead = int(rule.number)
    parts = days_in_years(month_day, span.start + ahead, span.end + ahead)
    places = np.concatenate([places for _, places, _ in parts]) if parts else np.empty(0, dtype=np.int64)
    days = np.concatenate([days for _, _, days in parts]) if parts else np.empty(0, dtype=np.int64)
    years = years_of(days)

    def say(i: int) -> Said:
        return Said(occasion_key(rule.kind, int(years[i])), {"day": iso(days[i])})

    found = Found.of(customer[places], days - ahead, say)
    stands = np.ones(len(days), dtype=np.bool_) if span.as_was else days + STILL_GOOD >= world.day
    if is_feast:
        people = world.people
        stands &= values_at(people.customer, people.mourning, found.customer) < days
    return found.pick(stands)


def kept_day(key: str, month_day: int) -> str | None:
    """The day in the year of the key on which a month_day is kept; None where it is none."""
    day = day_in_year(month_day, int(key.split(":")[1]))
    return None if day is None else day_of(day).isoformat()


KINDS = {
    RuleKind.BIRTHDAY: birthday,
    RuleKind.ANNIVERSARY: anniversary,
    RuleKind.FISCAL_START: fiscal_start,
    RuleKind.BUDGET: budget,
}
