"""Rules as their table holds them."""

from __future__ import annotations

from app.domain.care import RuleFields
from app.models.care import CareRule

RULE_COLUMNS = tuple(RuleFields.__dataclass_fields__)


def fields_of_rule(row: CareRule) -> RuleFields:
    return RuleFields(**{name: getattr(row, name) for name in RULE_COLUMNS})
