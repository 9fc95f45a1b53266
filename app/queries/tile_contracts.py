"""Shares of contracts that go on, over a scope: the twelve months before its end, as the command line counts them."""

from __future__ import annotations

import numpy as np
from sqlalchemy.orm import Session

from app.domain.contract_figures import RATE_MONTHS, ContractPeople
from app.domain.periods import add_months
from app.domain.rates import rate_of
from app.queries.contracts import kept_customers
from app.queries.figure_scope import Scope, ids_in
from app.queries.measured import Measured, of_rate


def renewal_rate(session: Session, scope: Scope) -> Measured:
    """Of the contracts that ran twelve months before the end, the share that still runs."""
    return _kept(session, scope, stayed=True)


def contract_churn(session: Session, scope: Scope) -> Measured:
    """The others of the very same."""
    return _kept(session, scope, stayed=False)


def _kept(session: Session, scope: Scope, *, stayed: bool) -> Measured:
    start = add_months(scope.end, -RATE_MONTHS)
    began, still = kept_customers(session, start, scope.end)
    if scope.narrowed is not None:
        only = ids_in(session, scope.narrowed, start, scope.today)
        began, still = (whose[np.isin(whose, only)] for whose in (began, still))
    count = len(still) if stayed else len(began) - len(still)
    return of_rate(rate_of(count, len(began)), scope.names(ContractPeople(start, scope.end, stayed), start))
