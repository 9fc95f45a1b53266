"""What other weights would make of the scores of real customers."""

from __future__ import annotations

from dataclasses import dataclass

NAMED = 5


@dataclass(frozen=True, slots=True)
class HealthChange:
    customer_id: int
    name: str
    is_company: bool
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class HealthPreview:
    """Of `customers` with a score, `changed` would have another one and `high` stand at the shop's word for high or above. `rising` and
    `falling`: those who move furthest."""

    customers: int
    changed: int
    high: int
    rising: tuple[HealthChange, ...]
    falling: tuple[HealthChange, ...]
