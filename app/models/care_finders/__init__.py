"""What makes follow-ups: for each kind of rule the occasions that fall due in a span of days."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from app.domain.care import RuleFields
from app.models.care_finders import days, records, visits
from app.models.care_finders.columns import CareStanding, Found, Span, values_at
from app.models.care_finders.world import CareWorld

__all__ = ["CareStanding", "CareWorld", "Found", "Span", "find"]

_FINDERS = {**visits.KINDS, **days.KINDS, **records.KINDS}


def find(world: CareWorld, rule: RuleFields, span: Span) -> Found:
    """Occasions of customers within reach; none that an import brought along from the past, and no day that had passed before a customer
    came onto the books."""
    found = _FINDERS[rule.kind](world, rule, span)
    found = found.pick(world.are_within_reach(found.customer) & world.are_no_history(found.customer, found.due))
    return _since_known(world, int(rule.number), found) if rule.kind in days.KINDS else found


def _since_known(world: CareWorld, ahead: int, found: Found) -> Found:
    """Nothing is late because somebody was not known yet."""
    known = values_at(world.people.customer, world.people.since, found.customer)
    in_time = found.pick(found.due + ahead >= known)
    return replace(in_time, due=np.maximum(in_time.due, known[found.due + ahead >= known]))
