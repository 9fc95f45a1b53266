"""The figures an owner chooses, measured over a period, each beside the period before, the year before and its target."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from sqlalchemy.orm import Session

from app.domain.entities import Entity
from app.domain.figure_people import FigureFilter
from app.domain.periods import Period
from app.domain.tiles import OF_A_DAY, Tile, TileKey, TileNote
from app.models.changes import cache_of, changed_in
from app.queries.figure_scope import Scope
from app.queries.figure_settings import fiscal_year, targets
from app.queries.groups import SOURCES
from app.queries.measured import Measured
from app.queries.proposal_rates import win_rate
from app.queries.tile_bond import groups_per_customer, nps, satisfaction, touch_points
from app.queries.tile_contracts import contract_churn, renewal_rate
from app.queries.tile_profit import profit_expected, profit_to_date
from app.queries.tile_rates import active_ratio, churn, repurchase, return_rate, second_visit
from app.queries.tile_sales import amount_per_customer, average_amount, coverage, sales, visitors, visits_per_customer
from app.queries.tile_standing import good_customers, good_sales, keep_stands, not_contacted, slipping
from app.queries.tile_voices import first_reply, solved

_MEASURES: Mapping[TileKey, Callable[[Session, Scope], Measured]] = {
    TileKey.RETURN_RATE: return_rate,
    TileKey.CHURN: churn,
    TileKey.REPURCHASE: repurchase,
    TileKey.SECOND_VISIT_90: partial(second_visit, horizon=90),
    TileKey.SECOND_VISIT_180: partial(second_visit, horizon=180),
    TileKey.SECOND_VISIT_365: partial(second_visit, horizon=365),
    TileKey.ACTIVE_RATIO: active_ratio,
    TileKey.AVERAGE_AMOUNT: average_amount,
    TileKey.PROFIT_TO_DATE: profit_to_date,
    TileKey.PROFIT_EXPECTED: profit_expected,
    TileKey.AMOUNT_PER_CUSTOMER: amount_per_customer,
    TileKey.VISITS_PER_CUSTOMER: visits_per_customer,
    TileKey.GROUPS_PER_CUSTOMER: groups_per_customer,
    TileKey.TOUCH_POINTS: touch_points,
    TileKey.SATISFACTION: satisfaction,
    TileKey.NPS: nps,
    TileKey.GOOD_CUSTOMERS: good_customers,
    TileKey.GOOD_SALES: good_sales,
    TileKey.SLIPPING: slipping,
    TileKey.NOT_CONTACTED: not_contacted,
    TileKey.SALES: sales,
    TileKey.VISITORS: visitors,
    TileKey.COVERAGE: coverage,
    TileKey.WIN_RATE: win_rate,
    TileKey.SOLVED: solved,
    TileKey.FIRST_REPLY: first_reply,
    TileKey.RENEWAL_RATE: renewal_rate,
    TileKey.CONTRACT_CHURN: contract_churn,
}
_STANDS = frozenset({TileKey.GOOD_CUSTOMERS, TileKey.GOOD_SALES, TileKey.SLIPPING})
_FROM_SALES = frozenset({Entity.PURCHASE, Entity.CUSTOMER, Entity.SHOP})
_MORE: Mapping[TileKey, frozenset[Entity]] = {
    TileKey.NOT_CONTACTED: frozenset({Entity.CONTACT, Entity.PRINT_RUN}),
    TileKey.TOUCH_POINTS: frozenset({Entity.CONTACT, Entity.PRINT_RUN}),
    TileKey.SATISFACTION: frozenset({Entity.SURVEY, Entity.ANSWER}),
    TileKey.NPS: frozenset({Entity.SURVEY, Entity.ANSWER}),
    TileKey.PROFIT_TO_DATE: frozenset({Entity.PRODUCT}),
    TileKey.GROUPS_PER_CUSTOMER: frozenset({Entity.PRODUCT}),
    TileKey.WIN_RATE: frozenset({Entity.PROPOSAL}),
    TileKey.SOLVED: frozenset({Entity.INQUIRY}),
    TileKey.FIRST_REPLY: frozenset({Entity.INQUIRY}),
    TileKey.RENEWAL_RATE: frozenset({Entity.CONTRACT}),
    TileKey.CONTRACT_CHURN: frozenset({Entity.CONTRACT}),
}


def tiles(
    session: Session,
    today: date,
    period: Period,
    keys: Sequence[TileKey],
    narrowed: FigureFilter | None = None,
    *,
    with_compare: bool = True,
) -> tuple[Tile, ...]:
    """In the order of `keys`. A finished period is measured at its end and depends on nothing that was sold later; one that runs is
    measured today and compared with nothing. `with_compare` False: without the period before and the year before."""
    scope = Scope(today, period, narrowed)
    aimed = targets(session, fiscal_year(session, period.last_day))
    if with_compare and scope.is_complete and not _STANDS.isdisjoint(keys):
        keep_stands(session, (scope, scope.before(), scope.last_year()))
    return tuple(_tile(session, scope, key, aimed, with_compare=with_compare) for key in keys if key in _MEASURES)


def _tile(session: Session, scope: Scope, key: TileKey, aimed: Mapping[str, float], *, with_compare: bool) -> Tile:
    now = _measured(session, scope, key)
    tile = Tile(
        key,
        scope.counted,
        scope.day if key in OF_A_DAY else scope.end,
        now.value,
        now.rate,
        now.low,
        now.high,
        now.count,
        target=aimed.get(key.value) if scope.narrowed is None else None,
        people=now.people,
        is_reference=now.is_reference,
        note=now.note,
        miss=now.miss,
    )
    if not with_compare or not scope.is_complete or now.value is None:
        return tile
    before, last_year = (_measured(session, one, key) for one in (scope.before(), scope.last_year()))
    return replace(tile, before=before.value, last_year=last_year.value, before_rate=before.rate, last_year_rate=last_year.rate)


def _measured(session: Session, scope: Scope, key: TileKey) -> Measured:
    """Kept until what it was made from changes; a figure of a finished period outlives what is sold later."""
    if changed_in(session) or key is TileKey.PROFIT_EXPECTED:
        return _MEASURES[key](session, scope)
    name = f"tile {key} {scope}"
    cache, entities = cache_of(session), _FROM_SALES | _MORE.get(key, frozenset()) | (SOURCES if scope.narrowed else frozenset())
    found = cache.get(name, entities, lambda: _MEASURES[key](session, scope), sales_before=_until(scope, key))
    return _MEASURES[key](session, scope) if found.note is TileNote.READING else found


def _until(scope: Scope, key: TileKey) -> date:
    last = scope.day if key in OF_A_DAY else scope.end
    return date.max if not scope.is_complete or last >= scope.today else last + timedelta(days=1)
