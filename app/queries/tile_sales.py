"""What was sold and who came, over a scope."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.domain.figures import PeopleSpec, Visitors
from app.domain.rates import ENOUGH, half_up
from app.domain.tiles import TileNote
from app.queries.figure_scope import Scope, ids_in
from app.queries.measured import Measured, of_count
from app.queries.period_sums import PeriodSums, period_sums

_NOTHING = Measured(note=TileNote.NOTHING_YET)


def sums_of(session: Session, scope: Scope) -> PeriodSums:
    only = None if scope.narrowed is None else ids_in(session, scope.narrowed, scope.period.start, scope.today)
    return period_sums(session, scope.counted, only)


def sales(session: Session, scope: Scope) -> Measured:
    """Net sales, with and without a customer; narrowed: to those customers."""
    sums = sums_of(session, scope)
    return Measured(float(sums.all_sales), count=sums.receipts, people=_visitors(scope))


def visitors(session: Session, scope: Scope) -> Measured:
    """Customers with an occasion, each once."""
    return of_count(sums_of(session, scope).buyers, _visitors(scope))


def average_amount(session: Session, scope: Scope) -> Measured:
    """What is left of the receipts above zero, by their number."""
    sums = sums_of(session, scope)
    if not sums.receipts:
        return _NOTHING
    return _per(half_up(sums.receipts_amount, sums.receipts), sums.receipts, scope)


def amount_per_customer(session: Session, scope: Scope) -> Measured:
    """Net sales to customers by those who came."""
    sums = sums_of(session, scope)
    return _per(half_up(sums.sales, sums.buyers), sums.buyers, scope) if sums.buyers else _NOTHING


def visits_per_customer(session: Session, scope: Scope) -> Measured:
    """Occasions by those who came."""
    sums = sums_of(session, scope)
    return _per(sums.visits / sums.buyers, sums.buyers, scope) if sums.buyers else _NOTHING


def coverage(session: Session, scope: Scope) -> Measured:
    """Net sales without a customer in all net sales; of everybody, whatever it is narrowed to."""
    sums = period_sums(session, scope.counted)
    return Measured(sums.nobody / sums.all_sales, count=sums.receipts) if sums.all_sales > 0 and sums.nobody >= 0 else _NOTHING


def _per(value: float, count: int, scope: Scope) -> Measured:
    return Measured(float(value), count=count, people=_visitors(scope), is_reference=count < ENOUGH)


def _visitors(scope: Scope) -> PeopleSpec:
    return scope.names(Visitors(scope.counted), scope.period.start)
