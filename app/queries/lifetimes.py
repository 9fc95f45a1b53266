"""The models of lifetime value, fitted to all purchases before a day; and what they expect of the customers there are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.analytics.contract_survival import NoFit
from app.analytics.lifetime_expected import Columns, expected_profits
from app.analytics.lifetime_fit import fit_lifetimes
from app.analytics.occasions import Ints
from app.domain.entities import Entity
from app.domain.expected_profit import KeptFit
from app.domain.lifetime_models import LifetimeFit
from app.domain.periods import Period, add_months, day_number
from app.domain.summary import number_of_month
from app.models.arrays import read_columns
from app.models.base import day_of
from app.models.changes import cache_of, changed_in
from app.models.customer import Customer, is_here
from app.models.measures import KeptLifetimeFit
from app.models.purchase import Purchase
from app.models.summary import MonthStat
from app.queries.depth import margin_rate_of
from app.queries.figure_settings import figure_settings
from app.queries.receipts import DAY

CUSTOMERS_AT_A_TIME = 25_000


@dataclass(frozen=True, slots=True, eq=False)
class FitGround:
    """What a fit is made from, so that it can be worked out without the database. `occasions`: customer, day and net amount, ascending by
    customer and day; `gone`: who has left, ascending."""

    as_of: date
    basis: tuple[int, int]
    occasions: Columns
    gone: Ints
    margin: float
    months: int
    discount: float


def lifetime_fit(session: Session, as_of: date) -> LifetimeFit:
    """Time in weeks; an occasion is worth what is left of its receipts, in minor units. NoFit."""
    return fit_lifetimes(*_occasions_with_amounts(session), as_of, day_of(0))


def kept_fit(session: Session, as_of: date) -> KeptFit | None:
    """The fit of a first day of a month, None where none is kept, or where the visits before it or what is earned by them are others by
    now."""
    stored = session.scalar(select(KeptLifetimeFit.content).where(KeptLifetimeFit.as_of == as_of))
    kept = None if stored is None else KeptFit.from_json(as_of, stored)
    settings = figure_settings(session)
    if kept is None or kept.basis != fit_basis(session, as_of) or kept.margin != _margin_before(session, as_of):
        return None
    return kept if (kept.months, kept.discount) == (settings.ltv_months, settings.ltv_discount) else None


def fit_basis(session: Session, as_of: date) -> tuple[int, int]:
    """Visits and net sales before the first day of a month."""
    sums = select(func.sum(MonthStat.n), func.sum(MonthStat.amount)).where(MonthStat.month < number_of_month(as_of))
    visits, amount = session.execute(sums).one()
    return visits or 0, amount or 0


def fit_ground(session: Session, as_of: date) -> FitGround:
    settings = figure_settings(session)
    return FitGround(
        as_of,
        fit_basis(session, as_of),
        _occasions_with_amounts(session),
        _gone(session),
        _margin_before(session, as_of),
        settings.ltv_months,
        settings.ltv_discount,
    )


def worked_out(ground: FitGround) -> KeptFit:
    """Fits and foretells; takes seconds in a large shop and asks no database."""
    kept = KeptFit(ground.as_of, ground.basis, margin=ground.margin, months=ground.months, discount=ground.discount)
    try:
        fit = fit_lifetimes(*ground.occasions, ground.as_of, day_of(0))
    except NoFit:
        return kept
    if fit.gamma_gamma is None:
        return replace(kept, fit=fit)
    until, settings = day_number(ground.as_of), (ground.margin, ground.months, ground.discount)
    expected = expected_profits(fit.bgnbd, fit.gamma_gamma, ground.occasions, until, *settings)
    here = ~np.isin(expected.customer, ground.gone)
    mean = float(expected.profit[here].mean()) if here.any() else None
    return replace(kept, fit=fit, mean=mean, customers=int(here.sum()))


def expected_of(session: Session, kept: KeptFit, only: Ints) -> tuple[float | None, int]:
    """The mean of some customers (ascending ids) by a kept fit, and how many of them had bought; as in the mean of all, of those who have
    not left."""
    if kept.fit is None or kept.fit.gamma_gamma is None:
        return None, 0
    only = np.setdiff1d(only, _gone(session), assume_unique=True)
    if not len(only):
        return None, 0
    fit, settings = kept.fit, (kept.margin, kept.months, kept.discount)
    expected = expected_profits(fit.bgnbd, kept.fit.gamma_gamma, _occasions_with_amounts(session), day_number(kept.as_of), *settings, only)
    return (float(expected.profit.mean()), len(expected.customer)) if len(expected.customer) else (None, 0)


def _gone(session: Session) -> Ints:
    """Ascending."""
    return np.sort(read_columns(session, select(Customer.id).where(~is_here()))[0])


def _margin_before(session: Session, as_of: date) -> float:
    """The gross margin of net sales in the year before."""

    def build() -> float:
        return margin_rate_of(session, Period(add_months(as_of, -12), as_of))

    if changed_in(session):
        return build()
    made_of = (Entity.PURCHASE, Entity.PRODUCT, Entity.SHOP, Entity.CUSTOMER)
    return cache_of(session).get(f"margin of the year before {as_of}", made_of, build, sales_before=as_of)


def _occasions_with_amounts(session: Session) -> Columns:
    """Customer, day and net amount of each occasion, ascending by customer and day."""
    last = session.scalar(select(func.max(Customer.id))) or 0
    # Some customers at a time: the receipts of a large shop are several times as much as what is kept of them.
    parts = [_occasions_of(session, start) for start in range(1, last + 1, CUSTOMERS_AT_A_TIME)] or [_occasions_of(session, 1)]
    customer, day, net = (np.concatenate(column) for column in zip(*parts, strict=True))
    return customer, day, net


def _occasions_of(session: Session, start: int) -> Columns:
    """Of the customers with these ids."""
    # The sum keeps the database at the index by day, which has all the columns.
    number = Purchase.customer_id + 0
    mine = (Purchase.net > 0, number >= start, number < start + CUSTOMERS_AT_A_TIME)
    customer, day, net = read_columns(session, select(Purchase.customer_id, DAY, Purchase.net).where(*mine))
    order = np.lexsort((day, customer))
    customer, day, net = customer[order], day[order], net[order]
    is_new = np.ones(len(day), dtype=bool)
    is_new[1:] = (customer[1:] != customer[:-1]) | (day[1:] != day[:-1])
    first = np.flatnonzero(is_new)
    return customer[first], day[first], np.add.reduceat(net, first) if len(first) else net
