"""Shares of customers who come back, over a scope. The definitions are those of the tables and of the command line."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.analytics.occasions import Ints
from app.analytics.repeat import repeat_rate
from app.domain.figures import Repurchasers, SecondVisit, Stayers, StayPart, Visitors
from app.domain.periods import Period, PeriodKind, add_months, day_number, lag_months, month_start, whole_months
from app.domain.rates import Rate, rate_of
from app.domain.summary import number_of_month
from app.domain.tiles import TileNote
from app.models.summary import MonthStat
from app.queries.figure_scope import Scope, ids_in
from app.queries.measured import Measured, of_rate
from app.queries.people import stayers
from app.queries.receipts import first_occasion_day, visitors_between
from app.queries.return_rate import return_rates
from app.queries.standing import shop_rules, statuses

_YEAR = 12


def return_rate(session: Session, scope: Scope) -> Measured:
    """Of those active when it began, the share active at its end; never over less than the shop's usual number of days."""
    return _stay(session, scope, StayPart.STAYED)


def churn(session: Session, scope: Scope) -> Measured:
    """The others of the very same."""
    return _stay(session, scope, StayPart.LOST)


def stay_span(scope: Scope, window: int) -> tuple[date, date] | None:
    """The two days that are compared: of whole months as the points of the trend and the command line, else the ends of the period
    itself; None where that is too short."""
    months = whole_months(scope.period)
    if months is None:
        return None if scope.period.days < window else (scope.period.start, scope.end)
    kind = PeriodKind.YEAR if months == _YEAR else PeriodKind.MONTH
    return add_months(scope.end, -max(months, lag_months(kind, window))), scope.end


def repurchase(session: Session, scope: Scope) -> Measured:
    """Of those who bought in a month, the share who bought in the next: the last two finished months up to the end."""
    last = month_start(scope.end)
    first, second = add_months(last, -2), add_months(last, -1)
    if scope.narrowed is None:
        query = select(MonthStat.repurchased, MonthStat.buyers).where(MonthStat.month == number_of_month(first))
        again, buyers = session.execute(query).one_or_none() or (0, 0)
        rate = rate_of(again, buyers)
    else:
        came = _only(session, scope, visitors_between(session, first, second), first)
        rate = rate_of(len(np.intersect1d(came, visitors_between(session, second, last), assume_unique=True)), len(came))
    return of_rate(rate, scope.names(Repurchasers(first, came_again=True), first))


def second_visit(session: Session, scope: Scope, horizon: int) -> Measured:
    """Of those whose first visit was long enough ago, the share who came again within the horizon."""
    now = statuses(session, scope.today)
    first, second = now.standing.first_day, now.second_day
    if scope.narrowed is not None:
        chosen = np.isin(now.customer, ids_in(session, scope.narrowed, scope.period.start, scope.today))
        first, second = first[chosen], second[chosen]
    rate = repeat_rate(first, second, scope.end, horizon)
    return of_rate(rate, scope.names(SecondVisit(scope.end, horizon), scope.period.start))


def active_ratio(session: Session, scope: Scope) -> Measured:
    """Of all who had bought before the end, the share who came within the shop's usual number of days."""
    now, end = statuses(session, scope.today), scope.end
    window = Period(end - timedelta(days=now.rules.window), end)
    known = now.customer[now.standing.first_day < day_number(end)]
    active = visitors_between(session, window.start, window.end)
    if scope.narrowed is not None:
        known, active = (_only(session, scope, ids, scope.period.start) for ids in (known, active))
    return of_rate(rate_of(len(active), len(known)), scope.names(Visitors(window), scope.period.start))


def _stay(session: Session, scope: Scope, part: StayPart) -> Measured:
    window = shop_rules(session).window
    span, first = stay_span(scope, window), first_occasion_day(session)
    if span is None:
        return Measured(note=TileNote.SHORT_PERIOD)
    start, end = span
    if first is None or start <= first or start >= end:
        return of_rate(rate_of(0, 0), None)
    rate = _stayed(session, scope, start, end, window)
    if part is StayPart.LOST:
        rate = rate_of(rate.denominator - rate.numerator, rate.denominator)
    return of_rate(rate, scope.names(Stayers(start, end, part), start))


def _stayed(session: Session, scope: Scope, start: date, end: date, window: int) -> Rate:
    if scope.narrowed is None:
        return return_rates(session, [(start, end)], window)[start, end]
    before, stayed = (_only(session, scope, ids, start) for ids in stayers(session, start, end, window))
    return rate_of(len(stayed), len(before))


def _only(session: Session, scope: Scope, ids: Ints, day: date) -> Ints:
    assert scope.narrowed is not None
    return np.intersect1d(ids, ids_in(session, scope.narrowed, day, scope.today), assume_unique=True)
