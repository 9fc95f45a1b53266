"""What a measure costs: initial, running, for each person it is sent to, and the time of the staff."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.rates import half_up
from app.domain.stored import as_mapping, is_number

LARGEST_AMOUNT = 10**9
_MINUTES_OF_HOUR = 60


class MeasureCostOutOfRange(DomainError):
    """`most`: the largest number that counts."""

    sentence = QT_TRANSLATE_NOOP("Errors", "Please enter an amount from 0 to {most}. Nothing was changed.")


@dataclass(frozen=True, slots=True)
class MeasureCost:
    """Amounts in minor units. `initial` is spread over `spread_months`; `running` for each month of the window; `training` once.
    `postage`, `printing` for each piece. `minutes` of staff time for each person sent to, at `wage` an hour; `minutes_once` for the whole.
    `points` granted to each, of which the share `redemption` is expected to be used, each costing `point_cost`; `offer` for each who uses
    it, `offer_share` of those sent to. `other` whatever else, once."""

    initial: int = 0
    spread_months: int = 1
    running: int = 0
    training: int = 0
    postage: int = 0
    printing: int = 0
    minutes: float = 0.0
    minutes_once: float = 0.0
    wage: int = 0
    points: int = 0
    redemption: float = 1.0
    point_cost: float = 1.0
    offer: int = 0
    offer_share: float = 0.0
    other: int = 0

    def to_json(self) -> dict[str, Any]:
        return {one.name: getattr(self, one.name) for one in fields(self)}

    @classmethod
    def from_json(cls, stored: object) -> MeasureCost:
        """What was stored, as far as it is understood."""
        cost, found = cls(), as_mapping(stored)
        for one in fields(cls):
            value = found.get(one.name)
            if is_number(value) and value >= 0:
                kept = float(value) if one.name in _FRACTIONS else int(value)
                cost = replace(cost, **{one.name: kept})  # type: ignore[arg-type]
        return replace(cost, spread_months=max(1, cost.spread_months))

    def checked(self) -> MeasureCost:
        """MeasureCostOutOfRange with the field."""
        for one in fields(self):
            most = 1 if one.name in ("redemption", "offer_share") else LARGEST_AMOUNT
            if not 0 <= getattr(self, one.name) <= most:
                raise MeasureCostOutOfRange(field=one.name, most=most)
        return self


_FRACTIONS = frozenset({"minutes", "minutes_once", "redemption", "point_cost", "offer_share"})


@dataclass(frozen=True, slots=True)
class CostLines:
    """A cost in its parts, minor units for the whole measure. `incentives`: points and offers at what they cost the shop; `own`: what a
    list from elsewhere says each person cost. `in_margin`: the part of the incentives that has lowered the margin already."""

    initial: int
    running: int
    postage: int
    printing: int
    labour: int
    incentives: int
    own: int = 0
    in_margin: int = 0

    @property
    def total(self) -> int:
        return self.initial + self.running + self.postage + self.printing + self.labour + self.incentives + self.own

    @property
    def charged(self) -> int:
        """What is set against the margin: nothing that has been taken from it already."""
        return self.total - self.in_margin


@dataclass(frozen=True, slots=True)
class Incentive:
    """Points or offers as money, minor units: what has lowered the margin of the window already, and what is charged on top."""

    in_margin: float = 0.0
    charged: float = 0.0


def granted_points(cost: MeasureCost, sent: int, used: int, left: int | None) -> Incentive:
    """Points given to each of those sent to: `used` of them within the window are in the margin, the rest is charged as far as it is
    expected to be used and can be, `left` being what had not lapsed; None: nobody knows."""
    rest = max(0.0, cost.points * cost.redemption * sent - used)
    return Incentive(used * cost.point_cost, (rest if left is None else min(rest, left)) * cost.point_cost)


def planned_offers(cost: MeasureCost, sent: int, *, lowers_purchase: bool) -> Incentive:
    """As long as nobody knows how many were used. What comes off the purchase itself is in the margin."""
    whole = cost.offer * cost.offer_share * sent
    return Incentive(in_margin=whole) if lowers_purchase else Incentive(charged=whole)


def used_offers(cost: MeasureCost, lowering: int, others: int, paid: float, left: float | None) -> Incentive:
    """Of the offers used, `lowering` came off the purchase; the `others` are a gift or points on top, of which `paid` (minor units) was
    used within the window and `left` can still be; None: they are no points."""
    rest = max(0.0, others * cost.offer - paid)
    return Incentive(lowering * cost.offer + paid, rest if left is None else min(rest, left))


def with_incentives(lines: CostLines, *parts: Incentive) -> CostLines:
    in_margin = round(sum(one.in_margin for one in parts))
    return replace(lines, incentives=in_margin + round(sum(one.charged for one in parts)), in_margin=in_margin)


def cost_lines(cost: MeasureCost, sent: int, window_days: int) -> CostLines:
    """Of a measure sent to so many people. The initial cost bears the months of the window, at least one, of those it is spread over;
    training and what else comes once are initial too."""
    months = max(1, -(-window_days // 30))
    initial = half_up(cost.initial * min(months, cost.spread_months), cost.spread_months) + cost.training + cost.other
    minutes = cost.minutes * sent + cost.minutes_once
    incentives = cost.points * cost.redemption * cost.point_cost * sent + cost.offer * cost.offer_share * sent
    return CostLines(
        initial=initial,
        running=cost.running * months,
        postage=cost.postage * sent,
        printing=cost.printing * sent,
        labour=round(minutes / _MINUTES_OF_HOUR * cost.wage),
        incentives=round(incentives),
    )


def corrected(cost: MeasureCost, changes: Mapping[str, float]) -> MeasureCost:
    """The cost with some of its numbers typed anew; unknown names are left out. MeasureCostOutOfRange."""
    names = {one.name for one in fields(MeasureCost)}
    known = {name: float(value) if name in _FRACTIONS else int(value) for name, value in changes.items() if name in names}
    return replace(cost, **known).checked()  # type: ignore[arg-type]
