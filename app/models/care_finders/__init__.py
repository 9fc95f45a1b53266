"""What makes follow-ups: for each kind of rule the occasions that fall due in a span of days."""

from __future__ import annotations

from app.domain.care import RuleFields
from app.models.care_finders import days, records, visits
from app.models.care_finders.columns import CareStanding, Found, Span
from app.models.care_finders.world import CareWorld

__all__ = ["CareStanding", "CareWorld", "Found", "Span", "find"]

_FINDERS = {**visits.KINDS, **days.KINDS, **records.KINDS}


def find(world: CareWorld, rule: RuleFields, span: Span) -> Found:
    """Occasions of customers within reach; none that an import brought along from the past."""
    found = _FINDERS[rule.kind](world, rule, span)
    return found.pick(world.are_within_reach(found.customer) & world.are_no_history(found.customer, found.due))
