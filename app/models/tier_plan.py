"""What deciding the tiers on a day adds to the customers' histories, for the decision itself, a preview and an outlook alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from sqlalchemy.orm import Session

from app.domain.entities import Entity
from app.domain.periods import Period, day_of
from app.domain.tiers import (
    NO_STANDING,
    LoyaltySettings,
    TierBasis,
    TierRow,
    TierStanding,
    figure_periods,
    next_tier_row,
)
from app.models.changes import cache_of, changed_in
from app.models.tier_rows import NO_DAY, REASONS, FigureColumns, Ints, TierColumns, read_figures, read_tier_columns


@dataclass(frozen=True, slots=True)
class TierPlan:
    """`added`: customer and new row. `customer` and `tier` (0: none): everybody with a row or figures as he will be then."""

    added: tuple[tuple[int, TierStanding], ...]
    customer: Ints
    tier: Ints
    before: Ints


@dataclass(frozen=True, slots=True)
class _People:
    """Everybody with a tier or figures: what he has and what he bought."""

    customer: Ints
    tier: Ints
    day: Ints
    reason: Ints
    grace_until: Ints
    amount: Ints
    visits: Ints


def plan_tiers(
    session: Session,
    day: date,
    tiers: Sequence[TierRow],
    settings: LoyaltySettings,
    *,
    withdrawn: Sequence[TierRow] = (),
    is_afresh: bool = False,
) -> TierPlan:
    """The rows that deciding on `day` adds. `tiers` are those offered, `withdrawn` others that customers may still be in."""
    people = _people(read_tier_columns(session, day), deciding_figures(session, day, settings))
    known = {tier.id: tier for tier in (*withdrawn, *tiers)}
    tier = people.tier.copy()
    added = []
    for place in _candidates(people, tiers, settings, is_afresh=is_afresh):
        row = next_tier_row(
            _standing(people, place, known),
            int(people.amount[place]),
            int(people.visits[place]),
            tiers,
            settings,
            day,
            is_afresh=is_afresh,
        )
        if row is not None:
            added.append((int(people.customer[place]), row))
            tier[place] = 0 if row.tier is None else row.tier.id
    return TierPlan(tuple(added), people.customer, tier, people.tier)


def deciding_figures(session: Session, day: date, settings: LoyaltySettings, customer_id: int | None = None) -> FigureColumns:
    """What everybody (or one customer) bought that counts on a deciding day; of two periods his better one."""
    periods = figure_periods(day, settings)
    columns = [_figures(session, period, customer_id) for period in periods]
    if len(columns) == 1:
        return columns[0]
    everyone = np.unique(np.concatenate([column.customer for column in columns]))
    first, second = (_aligned(column, everyone) for column in columns)
    place = 0 if settings.basis is TierBasis.SPEND else 1
    is_second = second[place] > first[place]
    return FigureColumns(everyone, np.where(is_second, second[0], first[0]), np.where(is_second, second[1], first[1]))


def _figures(session: Session, period: Period, customer_id: int | None) -> FigureColumns:
    if customer_id is not None or changed_in(session):
        return read_figures(session, period, customer_id)
    key = f"tier figures {period.start} {period.end}"
    return cache_of(session).get(key, (Entity.PURCHASE, Entity.CUSTOMER), lambda: read_figures(session, period))


def _aligned(column: FigureColumns, everyone: Ints) -> tuple[Ints, Ints]:
    where = np.searchsorted(everyone, column.customer)
    amount, visits = np.zeros(len(everyone), dtype=np.int64), np.zeros(len(everyone), dtype=np.int64)
    amount[where], visits[where] = column.amount, column.visits
    return amount, visits


def _people(columns: TierColumns, figures: FigureColumns) -> _People:
    everyone = np.union1d(columns.customer, figures.customer)
    where = np.searchsorted(everyone, columns.customer)

    def spread(values: Ints, fill: int) -> Ints:
        full = np.full(len(everyone), fill, dtype=np.int64)
        full[where] = values
        return full

    amount, visits = _aligned(figures, everyone)
    return _People(
        everyone,
        spread(columns.tier, 0),
        spread(columns.day, NO_DAY),
        spread(columns.reason, -1),
        spread(columns.grace_until, NO_DAY),
        amount,
        visits,
    )


def _candidates(people: _People, tiers: Sequence[TierRow], settings: LoyaltySettings, *, is_afresh: bool) -> Iterator[int]:
    """The places of those whom the rule may move; for all others it would say that nothing changes."""
    ordered = sorted(tiers, key=lambda tier: tier.fields.threshold)
    figure = people.amount if settings.basis is TierBasis.SPEND else people.visits
    thresholds = np.array([tier.fields.threshold for tier in ordered], dtype=np.int64)
    ids = np.array([0, *(tier.id for tier in ordered)], dtype=np.int64)
    reached = ids[np.searchsorted(thresholds, figure, side="right")]
    may_move = (reached != people.tier) | (people.grace_until != NO_DAY)
    if is_afresh:
        may_move |= people.tier != 0
    return (int(place) for place in np.flatnonzero(may_move))


def _standing(people: _People, place: int, known: dict[int, TierRow]) -> TierStanding:
    reason = int(people.reason[place])
    if reason < 0:
        return NO_STANDING
    grace = int(people.grace_until[place])
    return TierStanding(
        known.get(int(people.tier[place])),
        day_of(int(people.day[place])),
        REASONS[reason],
        grace_until=None if grace == NO_DAY else day_of(grace),
    )
