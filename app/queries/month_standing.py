"""Where every customer stood on a past day, from the purchases before that day alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from app.analytics.groups import Groups, groups_of
from app.analytics.occasions import Ints, Receipts, occasions_of
from app.analytics.rules import StatusColumns, chips_of
from app.analytics.standing import Standing, gaps_of, median_of, standing_from, together
from app.domain.entities import Entity
from app.domain.segments import SEGMENTS, Segment
from app.domain.status import CHIPS, Chip
from app.models.arrays import read_columns
from app.models.changes import cache_of, changed_in
from app.models.customer import Customer, is_within_reach
from app.models.health_rows import complaining_on
from app.models.purchase import Purchase
from app.queries.receipts import DAY
from app.queries.shop import shop_zone
from app.queries.standing import shop_rules

CUSTOMERS_AT_A_TIME = 25_000
_MADE_OF = (Entity.PURCHASE, Entity.CUSTOMER, Entity.SHOP, Entity.INQUIRY)


@dataclass(frozen=True, slots=True)
class MonthStanding:
    """Everybody with an occasion before `day`, ascending; `groups` None while nobody had bought. `has_left` by then; `is_out_of_reach` as
    things stand now: nobody is proposed who was archived since or does not want to be contacted."""

    day: date
    standing: Standing
    groups: Groups | None
    chip: NDArray[np.int8]
    has_left: NDArray[np.bool_]
    is_out_of_reach: NDArray[np.bool_]

    def in_segment(self, segment: Segment) -> NDArray[np.bool_]:
        if self.groups is None:
            return np.zeros(len(self.standing), dtype=np.bool_)
        found: NDArray[np.bool_] = (self.groups.segment == SEGMENTS.index(segment)) & ~self.has_left
        return found

    def has_chip(self, *chips: Chip) -> NDArray[np.bool_]:
        return np.isin(self.chip, [CHIPS.index(chip) for chip in chips])

    def ids(self, chosen: NDArray[np.bool_]) -> tuple[int, ...]:
        return tuple(int(number) for number in self.standing.customer[chosen])


def standing_at(session: Session, day: date) -> MonthStanding:
    """Kept until a sale before `day`, a customer or the shop changes."""
    if changed_in(session):
        return _standing_at(session, day)
    return cache_of(session).get(_key(day), _MADE_OF, lambda: _standing_at(session, day), sales_before=day)


def keep_standings(session: Session, days: Iterable[date]) -> None:
    """Those of several days, as `standing_at` gives them, from one reading of the purchases. In a session with changes nothing is kept."""
    cache = cache_of(session)
    missing = sorted({day for day in days if not cache.has(_key(day))})
    if changed_in(session) or not missing:
        return
    for day, (standing, shop_gap) in zip(missing, _standings_and_gaps(session, missing), strict=True):
        made = _month_standing(session, standing, shop_gap)
        cache.get(_key(day), _MADE_OF, partial(_same, made), sales_before=day)


def _key(day: date) -> str:
    return f"standing before {day}"


def _same(standing: MonthStanding) -> MonthStanding:
    return standing


def _standing_at(session: Session, day: date) -> MonthStanding:
    ((standing, shop_gap),) = _standings_and_gaps(session, [day])
    return _month_standing(session, standing, shop_gap)


def _month_standing(session: Session, standing: Standing, shop_gap: float | None) -> MonthStanding:
    """`shop_gap` of the days before alone: the one that is kept with the shop is learned again from what comes later."""
    rules, day = shop_rules(session), standing.as_of
    groups = groups_of(standing, window=rules.window, shop_gap=shop_gap, cuts=rules.cuts)
    gone = _ids(session, _gone_before(session, day))
    out_of_reach = _ids(session, ~is_within_reach())
    has_left = np.isin(standing.customer, gone)
    rhythm = groups.rhythm if groups is not None else np.empty(0)
    complains = np.isin(standing.customer, complaining_on(session, day - timedelta(days=1)))
    columns = StatusColumns(standing.last_day, standing.visits, rhythm, has_left=has_left, has_open_complaint=complains)
    chip = chips_of(columns, window=rules.window, today=day)
    return MonthStanding(day, standing, groups, chip, has_left, np.isin(standing.customer, out_of_reach))


def _standings_and_gaps(session: Session, days: Sequence[date]) -> list[tuple[Standing, float | None]]:
    """Some customers at a time, so that the receipts of a large shop are never in memory all at once; what is before an earlier day is part
    of what is before the last."""
    count = 1 + (session.scalar(select(func.count()).select_from(Customer)) or 0) // CUSTOMERS_AT_A_TIME
    parts: list[list[Standing]] = [[] for _ in days]
    gaps: list[list[NDArray[np.int32]]] = [[] for _ in days]
    for number in range(count):
        receipts = _receipts_before(session, max(days), count, number)
        for place, day in enumerate(days):
            counted = receipts.before(day)
            parts[place].append(standing_from(counted, day))
            gaps[place].append(gaps_of(occasions_of(counted)).astype(np.int32))
    return [(together(part), median_of(np.concatenate(gap))) for part, gap in zip(parts, gaps, strict=True)]


def _receipts_before(session: Session, day: date, count: int, number: int) -> Receipts:
    """Of every so-and-so-many-th customer."""
    query = select(Purchase.customer_id, DAY, Purchase.amount, Purchase.net)
    mine = (Purchase.customer_id.is_not(None), Purchase.customer_id % count == number)
    return Receipts(*read_columns(session, query.where(*mine, Purchase.day < day)))


def _gone_before(session: Session, day: date) -> ColumnElement[bool]:
    """Who had left, was archived or is known to be dead: what is known since is no part of a past day where its own day is known."""
    begins = datetime.combine(day, time(), shop_zone(session))
    return or_(Customer.left_on < day, Customer.archived_at < begins, Customer.is_deceased.is_(True))


def _ids(session: Session, condition: ColumnElement[bool]) -> Ints:
    return np.array(session.scalars(select(Customer.id).where(condition)).all(), dtype=np.int64)
