"""What customers have brought so far, and what they are still expected to bring."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.figure_people import BuyersHere
from app.domain.figures import Buyers, Visitors
from app.domain.periods import EPOCH, Period, month_start
from app.domain.rates import ENOUGH
from app.domain.summary import number_of_month
from app.domain.tiles import TileNote
from app.models.summary import MonthStat
from app.queries.depth import lifetime_profit, profit_of_people
from app.queries.figure_scope import Scope, ids_in
from app.queries.lifetimes import expected_of, kept_fit
from app.queries.measured import Measured


def profit_expected(session: Session, scope: Scope) -> Measured:
    """By the fit of the end of the last finished month up to the end; none that foretold badly."""
    kept = kept_fit(session, month_start(scope.end))
    if kept is None:
        return Measured(note=TileNote.NOT_FITTED)
    if not kept.is_shown:
        return Measured(note=TileNote.NO_MODEL if kept.miss is None else TileNote.MODEL_MISSES, miss=kept.miss)
    mean, count = kept.mean, kept.customers
    if scope.narrowed is not None:
        mean, count = expected_of(session, kept, ids_in(session, scope.narrowed, scope.period.start, scope.today))
    if mean is None:
        return Measured(note=TileNote.NOTHING_YET)
    people = scope.names(BuyersHere(kept.as_of), scope.period.start)
    return Measured(float(round(mean)), None, count=count, people=people, note=TileNote.FORECAST, miss=kept.miss)


def profit_to_date(session: Session, scope: Scope) -> Measured:
    """Gross margin up to the end by the customers who had bought by then."""
    if scope.narrowed is None and scope.end.day == 1:
        profit, read = lifetime_profit(session, scope.end)
        bought = select(func.sum(MonthStat.new)).where(MonthStat.month < number_of_month(scope.end))
        count = session.scalar(bought) or 0
    else:
        only = None if scope.narrowed is None else ids_in(session, scope.narrowed, scope.period.start, scope.today)
        profit, count, read = profit_of_people(session, scope.end, only, scope.today)
    if profit is None:
        return Measured(count=count, note=TileNote.READING if read < 1 else TileNote.NOTHING_YET)
    everybody = Buyers() if scope.end >= scope.today else Visitors(Period(EPOCH, scope.end))
    return Measured(float(profit), count=count, people=scope.names(everybody, scope.period.start), is_reference=count < ENOUGH)
