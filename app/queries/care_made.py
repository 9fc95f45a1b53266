"""What rules that are on have made before, and so will not make again."""

from __future__ import annotations

import numpy as np
from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from app.domain.care import RuleKind
from app.domain.care_view import RuleRow
from app.models.arrays import read_columns
from app.models.care import CareRule, RuleOccasion
from app.models.care_finders import CareWorld, Found

_AT_ONCE = 500
_MANY = 5_000
_SETTLED = frozenset({RuleKind.AFTER_VISIT, RuleKind.BIRTHDAY, RuleKind.ANNIVERSARY})
"""When they fall due follows from what names the occasion, and from the number of the rule."""


def not_made_yet(world: CareWorld, row: RuleRow, found: Found) -> Found:
    """Of occasions that fall due after today those the rule has not made a follow-up for."""
    if not len(found):
        return found
    one = RuleOccasion
    query = select(one.customer_id, one.occasion).where(one.rule_id == row.id)
    if row.fields.kind in _SETTLED:
        # What was made on an earlier day was due by then: it can lie ahead again only under another number.
        anew = or_(one.made_at < CareRule.updated_at, one.due > world.today)
        query = query.join(CareRule, CareRule.id == one.rule_id).where(anew)
    query = world.of_interest(query)
    (owners,) = read_columns(world.session, query.with_only_columns(one.customer_id).distinct())
    places = np.flatnonzero(np.isin(found.customer, owners))
    if not len(places):
        return found
    made = _made(world.session, query, np.unique(found.customer[places]).tolist())
    stands = np.ones(len(found), dtype=np.bool_)
    for place in places.tolist():
        stands[place] = (int(found.customer[place]), found.key(place)) not in made
    return found.pick(stands)


def _made(session: Session, query: Select[int, str], customers: list[int]) -> set[tuple[int, str]]:
    """Customer and what names the occasion."""
    if len(customers) > _MANY:
        return {(customer, key) for customer, key in session.execute(query)}
    made: set[tuple[int, str]] = set()
    for begin in range(0, len(customers), _AT_ONCE):
        part = query.where(RuleOccasion.customer_id.in_(customers[begin : begin + _AT_ONCE]))
        made |= {(customer, key) for customer, key in session.execute(part)}
    return made
