"""Tiers of customers: who is in which, from which day, and why."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any


class TierBasis(StrEnum):
    SPEND = "spend"
    VISITS = "visits"


class TierPeriod(StrEnum):
    """What counts: the 12 months before the day, or the calendar year before it together with the running one."""

    LAST_12_MONTHS = "last_12_months"
    CALENDAR_YEAR = "calendar_year"


class TierReason(StrEnum):
    UP = "up"
    DOWN = "down"
    GRACE = "grace"
    KEPT = "kept"
    HAND = "hand"


@dataclass(frozen=True, slots=True)
class LoyaltySettings:
    """How the shop decides on tiers and points below zero. `grace_months`: how long a tier is kept that the figures no longer reach."""

    tiers_on: bool = False
    basis: TierBasis = TierBasis.SPEND
    period: TierPeriod = TierPeriod.LAST_12_MONTHS
    grace_months: int = 1
    allow_negative: bool = False

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> LoyaltySettings:
        known = {name: stored[name] for name in cls.__dataclass_fields__ if name in stored}
        if "basis" in known:
            known["basis"] = TierBasis(known["basis"])
        if "period" in known:
            known["period"] = TierPeriod(known["period"])
        return cls(**known)


@dataclass(frozen=True, slots=True)
class TierFields:
    """`threshold` in minor units or visits; `rate` in per cent of the points earned (150 = 1.5 times)."""

    name: str
    threshold: int
    rate: int = 100
    perks: str = ""


@dataclass(frozen=True, slots=True)
class TierRow:
    id: int
    position: int
    fields: TierFields


@dataclass(frozen=True, slots=True)
class TierStanding:
    """A customer's tier on a day; `tier` None: in none. `amount` and `visits` are the figures that decided it."""

    tier: TierRow | None
    since: date | None = None
    reason: TierReason | None = None
    amount: int = 0
    visits: int = 0
    grace_until: date | None = None
