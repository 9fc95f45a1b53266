"""The people behind a figure: every number, bar, point and cell opens the list of names it counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from app.analytics.occasions import Ints
from app.analytics.repeat import NEVER
from app.analytics.rfm import CustomerMap, customer_map
from app.domain.figure_people import BoughtAfter, Narrowed
from app.domain.figures import (
    Buyers,
    CohortPeople,
    DueAgainSoon,
    InGroup,
    InSegment,
    InTier,
    MapFrame,
    MapPeople,
    NotSeenLately,
    PeopleSpec,
    PointHolders,
    PointsLapsing,
    PointUsers,
    ReachOut,
    Repurchasers,
    ReturnedAfter,
    SecondPart,
    SecondVisit,
    Stayers,
    StayPart,
    TierChange,
    Visitors,
    WithChip,
)
from app.domain.periods import Period, add_months, day_number
from app.domain.status import Chip
from app.domain.summary import LONG_AWAY_DAYS, number_of_month
from app.models.arrays import read_columns
from app.models.summary import CustomerMonth, CustomerStat
from app.queries.cyclic import due_again_rows
from app.queries.figure_scope import ids_in
from app.queries.groups import members
from app.queries.people_charts import CHART_FINDERS
from app.queries.people_figures import FIGURE_FINDERS
from app.queries.point_money import point_holders, point_users, points_lapsing
from app.queries.receipts import read_occasions, visitors_between
from app.queries.standing import CustomerStatuses, in_segment, shop_rules, statuses
from app.queries.tiers import people_in, people_moving

NOT_SEEN = (Chip.ATTENTION, Chip.WATCH)
REACH_OUT = (*NOT_SEEN, Chip.SECOND_VISIT)


def people_behind(session: Session, spec: PeopleSpec) -> list[int]:
    """Customer ids, ascending; as many as the figure says."""
    found = _FINDERS[type(spec)](session, spec)
    return [int(number) for number in np.sort(found)]


def stayers(session: Session, start: date, end: date, window: int) -> tuple[Ints, Ints]:
    """Who was active at `start` (an occasion in the `window` days before), and who of them was also active at `end`."""
    before = visitors_between(session, start - timedelta(days=window), start)
    after = visitors_between(session, end - timedelta(days=window), end)
    return before, np.intersect1d(before, after, assume_unique=True)


def returned(session: Session, now: CustomerStatuses, period: Period, away_days: int) -> Ints:
    """Who came within `period` at least `away_days` after the occasion before."""
    start, end = day_number(period.start), day_number(period.end)
    # The newest return is kept; it is the one of this period when nothing was bought after it.
    if away_days == LONG_AWAY_DAYS and int(now.last_day.max(initial=0)) < end:
        return now.customer[(now.returned_day >= start) & (now.returned_day < end)]
    reach = period.start - timedelta(days=away_days)
    occasions = read_occasions(session, reach, period.end)
    if not len(occasions):
        return occasions.customer
    is_first = occasions.first_rows()
    gap = np.diff(occasions.day, prepend=occasions.day[:1])
    # Somebody's first occasion of these days is a return when there was one before them, however long ago.
    places = now.positions(occasions.customer)
    first_ever = np.where(places < 0, end, now.standing.first_day[places])
    is_return = np.where(is_first, first_ever < day_number(reach), gap >= away_days)
    return np.unique(occasions.customer[is_return & (occasions.day >= start)])


def reach_out_positions(now: CustomerStatuses) -> Ints:
    """Attention first, then watch, then second visits; inside by how far past the usual gap. Who has an open complaint waits for the
    answer to it, and not for a card that says he is missed."""
    days = day_number(now.today) - now.last_day
    parts = []
    for chip in REACH_OUT:
        found = np.flatnonzero(now.has_chip(chip) & ~now.is_stopped & ~now.has_open_complaint)
        parts.append(found[np.argsort(-days[found] / now.rhythm[found], kind="stable")])
    return np.concatenate(parts).astype(np.int64)


def map_of(now: CustomerStatuses, customers: Ints | None = None) -> tuple[Ints, CustomerMap]:
    """The customer map of those who have not left (of `customers` alone), and the ids its positions stand for."""
    here = ~now.has_left if customers is None else ~now.has_left & np.isin(now.customer, customers)
    return now.customer[here], customer_map(now.standing.days_since_last[here], now.standing.visits_365[here])


def _visitors(session: Session, spec: Visitors) -> Ints:
    return visitors_between(session, spec.period.start, spec.period.end)


def _stayers(session: Session, spec: Stayers) -> Ints:
    before, stayed = stayers(session, spec.start, spec.end, shop_rules(session).window)
    if spec.part is StayPart.AT_START:
        return before
    return stayed if spec.part is StayPart.STAYED else np.setdiff1d(before, stayed, assume_unique=True)


def _repurchasers(session: Session, spec: Repurchasers) -> Ints:
    following = add_months(spec.month, 1)
    buyers = visitors_between(session, spec.month, following)
    if spec.came_again is None:
        return buyers
    again = np.isin(buyers, visitors_between(session, following, add_months(spec.month, 2)))
    return np.asarray(buyers[again == spec.came_again])


def _returned(session: Session, spec: ReturnedAfter) -> Ints:
    return returned(session, statuses(session, spec.period.last_day), spec.period, spec.away_days)


def _not_seen(session: Session, spec: NotSeenLately) -> Ints:
    now = statuses(session, spec.day)
    return now.customer[now.has_chip(*NOT_SEEN)]


def _reach_out(session: Session, spec: ReachOut) -> Ints:
    now = statuses(session, spec.day)
    return now.customer[reach_out_positions(now)]


def _with_chip(session: Session, spec: WithChip) -> Ints:
    return statuses(session, spec.day).ids_with(*spec.chips)


def _in_segment(session: Session, spec: InSegment) -> Ints:
    now = statuses(session, spec.day)
    return now.customer[in_segment(now, spec.segment)]


def _second_visit(session: Session, spec: SecondVisit) -> Ints:
    now = statuses(session, spec.as_of)
    first, second = now.standing.first_day, now.second_day
    mature = first <= day_number(spec.as_of) - spec.horizon
    back = mature & (second != NEVER) & (second - first <= spec.horizon)
    wanted = {SecondPart.MATURE: mature, SecondPart.CAME_BACK: back, SecondPart.NOT_YET: mature & ~back}[spec.part]
    return np.asarray(now.customer[wanted])


def _cohort(session: Session, spec: CohortPeople) -> Ints:
    month = number_of_month(spec.cohort)
    query = select(CustomerStat.customer_id).where(CustomerStat.first_month == month)
    if spec.k:
        later = aliased(CustomerMonth)
        query = query.join(later, later.customer_id == CustomerStat.customer_id).where(later.month == month + spec.k, later.n > 0)
    return read_columns(session, query)[0]


def _map_cell(session: Session, spec: MapPeople) -> Ints:
    ids, cells = map_of(statuses(session, spec.day))
    return np.asarray(ids[cells.members[spec.row][spec.column]])


def _map_frame(session: Session, spec: MapFrame) -> Ints:
    ids, cells = map_of(statuses(session, spec.day))
    return np.asarray(ids[cells.in_region(spec.region)])


def _buyers(session: Session, spec: Buyers) -> Ints:
    return read_columns(session, select(CustomerStat.customer_id).where(CustomerStat.n > 0))[0]


def _point_holders(session: Session, spec: PointHolders) -> Ints:
    return point_holders(session, spec.day)


def _points_lapsing(session: Session, spec: PointsLapsing) -> Ints:
    return points_lapsing(session, spec.period, within_reach=spec.within_reach)


def _point_users(session: Session, spec: PointUsers) -> Ints:
    return point_users(session, spec.period)


def _in_tier(session: Session, spec: InTier) -> Ints:
    return people_in(session, spec.tier_id, spec.day)


def _tier_change(session: Session, spec: TierChange) -> Ints:
    return people_moving(session, spec.tier_id, spec.move, spec.day)


def _due_again(session: Session, spec: DueAgainSoon) -> Ints:
    rows = due_again_rows(session, spec.day, spec.days_ahead, product_id=spec.product_id)
    return np.unique(np.array([row.customer_id for row in rows], dtype=np.int64))


def _in_group(session: Session, spec: InGroup) -> Ints:
    return members(session, spec.group_id, spec.day)


def _narrowed(session: Session, spec: Narrowed) -> Ints:
    found = np.array(people_behind(session, spec.of), dtype=np.int64)
    return np.intersect1d(found, ids_in(session, spec.narrowed, spec.day, spec.today), assume_unique=True)


def _bought_after(session: Session, spec: BoughtAfter) -> Ints:
    # Patterns ask for people themselves.
    from app.queries.patterns import bought_after

    return bought_after(session, spec)


_FINDERS: Mapping[type, Callable[[Session, Any], Ints]] = {
    Visitors: _visitors,
    Stayers: _stayers,
    Repurchasers: _repurchasers,
    ReturnedAfter: _returned,
    NotSeenLately: _not_seen,
    ReachOut: _reach_out,
    WithChip: _with_chip,
    InSegment: _in_segment,
    SecondVisit: _second_visit,
    CohortPeople: _cohort,
    MapPeople: _map_cell,
    MapFrame: _map_frame,
    Buyers: _buyers,
    DueAgainSoon: _due_again,
    PointHolders: _point_holders,
    PointsLapsing: _points_lapsing,
    PointUsers: _point_users,
    InTier: _in_tier,
    TierChange: _tier_change,
    InGroup: _in_group,
    Narrowed: _narrowed,
    BoughtAfter: _bought_after,
    **FIGURE_FINDERS,
    **CHART_FINDERS,
}
