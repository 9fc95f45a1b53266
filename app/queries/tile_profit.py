"""What customers have brought so far, and what they are still expected to bring."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.figures import Buyers, Visitors
from app.domain.periods import EPOCH, Period
from app.domain.rates import ENOUGH
from app.domain.summary import number_of_month
from app.domain.tiles import TileNote
from app.models.summary import MonthStat
from app.queries.depth import lifetime_profit, profit_of_people
from app.queries.figure_scope import Scope, ids_in
from app.queries.measured import Measured


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
