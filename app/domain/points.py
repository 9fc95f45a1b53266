"""The rules of points: what a purchase earns, until when points count, and what can stand in the ledger.

An example: 1 point per 100 yen, rounded down per purchase: 9,350 yen earn 93, 90 yen earn none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from app.domain.customers import PartialDate
from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.periods import add_months, month_end

PER_CENT = 100
BASIS_POINTS = 10_000
LARGEST_POINTS = 10**9


class EntryKind(StrEnum):
    EARN = "earn"
    REDEEM = "redeem"
    EXPIRE = "expire"
    ADJUST = "adjust"
    REVERSE = "reverse"
    OPENING = "opening"


class PointActKind(StrEnum):
    """Why points come or go without a purchase."""

    ADJUST = "adjust"
    OPENING = "opening"
    REWARD = "reward"
    REFERRAL = "referral"
    SURVEY = "survey"


class Rounding(StrEnum):
    """Of a purchase's last step that is not full."""

    DOWN = "down"
    NEAREST = "nearest"
    UP = "up"


class ExpiryKind(StrEnum):
    AFTER_EARNING = "after_earning"
    AFTER_VISIT = "after_visit"
    FIXED_DAY = "fixed_day"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Expiry:
    """`months` after earning or after the last visit, to the end of that month with `to_month_end`; or the next `month`/`day` of a
    year that is at least a month away."""

    kind: ExpiryKind = ExpiryKind.NEVER
    months: int = 12
    to_month_end: bool = False
    month: int = 3
    day: int = 31

    def last_day(self, earned: date) -> date | None:
        """The last day on which points earned on a day count, that day included; None: they stay. The one place that says so."""
        if self.kind is ExpiryKind.NEVER:
            return None
        if self.kind is ExpiryKind.FIXED_DAY:
            return self._next_fixed_day(add_months(earned, 1))
        last = add_months(earned, self.months)
        return month_end(last) if self.to_month_end else last

    def _next_fixed_day(self, earliest: date) -> date:
        for year in (earliest.year, earliest.year + 1):
            last = month_end(date(year, self.month, 1))
            fixed = last.replace(day=min(self.day, last.day))
            if fixed >= earliest:
                return fixed
        raise ValueError(f"no {self.month}/{self.day} after {earliest}")


@dataclass(frozen=True, slots=True)
class RuleFields:
    """`points` for every full `amount` (minor units). Rates in per cent: 200 = twice. `bonus_weekdays` 0 = Monday, `bonus_days` of the
    month. `taxed`: the amount with tax counts. `point_value`: what a point pays for, in minor units; `use_from`: as few as can be used."""

    is_on: bool = True
    amount: int = 100
    points: int = 1
    rounding: Rounding = Rounding.DOWN
    taxed: bool = True
    minimum: int = 0
    bonus_weekdays: tuple[int, ...] = ()
    bonus_days: tuple[int, ...] = ()
    bonus_rate: int = PER_CENT
    birthday_rate: int = PER_CENT
    first_visit_points: int = 0
    referrer_points: int = 0
    referred_points: int = 0
    point_value: int = 1
    use_from: int = 1
    expiry: Expiry = field(default_factory=Expiry)

    def as_json(self) -> dict[str, Any]:
        return asdict(self) | {"bonus_weekdays": list(self.bonus_weekdays), "bonus_days": list(self.bonus_days)}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> RuleFields:
        known = {name: stored[name] for name in cls.__dataclass_fields__ if name in stored}
        known["rounding"] = Rounding(known.get("rounding", Rounding.DOWN))
        for name in ("bonus_weekdays", "bonus_days"):
            known[name] = tuple(known.get(name, ()))
        expiry = dict(known.get("expiry", {}))
        if "kind" in expiry:
            expiry["kind"] = ExpiryKind(expiry["kind"])
        known["expiry"] = Expiry(**expiry)
        return cls(**known)


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A version of the rules. `valid_from` None: for every purchase recorded while it was the newest."""

    id: int
    valid_from: date | None
    fields: RuleFields


@dataclass(frozen=True, slots=True)
class EarnBasis:
    """The figures of one purchase that the rule is applied to, kept with it: rates in per cent, flat points of a first visit."""

    tier: str = ""
    tier_rate: int = PER_CENT
    birthday_rate: int = PER_CENT
    bonus_rate: int = PER_CENT
    first_visit_points: int = 0
    taxed_prices: bool = True

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> EarnBasis:
        return cls(**{name: stored[name] for name in cls.__dataclass_fields__ if name in stored})


@dataclass(frozen=True, slots=True)
class PointLine:
    """Of a receipt's line (or of what was given back of it, below zero): `tax_rate` in basis points, None = unknown (10 %)."""

    amount: int
    tax_rate: int | None = None
    earns: bool = True


@dataclass(frozen=True, slots=True)
class Earned:
    """`base`: the money the rule counts; `steps` full steps of it; `points` in all."""

    base: int
    steps: int
    points: int


STANDARD_TAX = 1000
NOTHING_EARNED = Earned(0, 0, 0)


def basis_for(
    rule: RuleFields, day: date, birthday: PartialDate | None, *, is_first: bool, tier: str, tier_rate: int, taxed_prices: bool
) -> EarnBasis:
    """What a purchase of `day` is counted with."""
    is_bonus = day.weekday() in rule.bonus_weekdays or day.day in rule.bonus_days
    is_birthday = birthday is not None and birthday.month == day.month
    return EarnBasis(
        tier,
        tier_rate,
        rule.birthday_rate if is_birthday else PER_CENT,
        rule.bonus_rate if is_bonus else PER_CENT,
        rule.first_visit_points if is_first else 0,
        taxed_prices,
    )


def earned_by(rule: RuleFields, basis: EarnBasis, lines: Sequence[PointLine], points_used: int = 0) -> Earned:
    """What lines (those given back included, below zero) earn when `points_used` pay for a part of them.

    Points pay first for what earns nothing. The steps are rounded per purchase, then the rates are applied and rounded down once.
    """
    total = sum(line.amount for line in lines)
    if not rule.is_on or total <= 0:
        return NOTHING_EARNED
    earning = [line for line in lines if line.earns]
    eligible = sum(line.amount for line in earning)
    paid = total - points_used * rule.point_value
    counted = max(0, min(eligible, paid))
    base = _with_tax_as_ruled(rule, basis, earning, counted, eligible)
    first = basis.first_visit_points if paid > 0 else 0
    if base <= 0 or base < rule.minimum:
        return Earned(base, 0, first)
    steps = _steps(base, rule.amount, rule.rounding)
    rates = basis.tier_rate * basis.birthday_rate * basis.bonus_rate
    return Earned(base, steps, steps * rule.points * rates // PER_CENT**3 + first)


def _steps(base: int, amount: int, rounding: Rounding) -> int:
    if rounding is Rounding.UP:
        return -(-base // amount)
    if rounding is Rounding.NEAREST:
        return (2 * base + amount) // (2 * amount)
    return base // amount


def _with_tax_as_ruled(rule: RuleFields, basis: EarnBasis, lines: Sequence[PointLine], counted: int, eligible: int) -> int:
    """`counted` of the `eligible` money, as the shop writes its prices, turned into money with or without tax as the rule wants it."""
    if rule.taxed == basis.taxed_prices or eligible <= 0:
        return counted
    by_rate: dict[int, int] = {}
    for line in lines:
        rate = STANDARD_TAX if line.tax_rate is None else line.tax_rate
        by_rate[rate] = by_rate.get(rate, 0) + line.amount
    if rule.taxed:
        turned = sum(amount * (BASIS_POINTS + rate) // BASIS_POINTS for rate, amount in by_rate.items())
    else:
        turned = sum(-(-amount * BASIS_POINTS // (BASIS_POINTS + rate)) for rate, amount in by_rate.items())
    return turned * counted // eligible


def used_after_refund(points_used: int, point_value: int, left: int) -> int:
    """How many of the points that paid for a purchase stay used when `left` of its amount is left: money goes back first."""
    return min(points_used, max(0, left) // point_value)


def rule_on(rules: Sequence[RuleRow], day: date) -> RuleRow | None:
    """The version under which a purchase of `day` recorded now earns; None when none holds or earning is off."""
    rule = rule_for_use(rules, day)
    return rule if rule is not None and rule.fields.is_on else None


def rule_for_use(rules: Sequence[RuleRow], day: date) -> RuleRow | None:
    """The newest version that holds for a day, in the order in which they were made: what is earned no more can still be used."""
    return next((rule for rule in reversed(rules) if rule.valid_from is None or rule.valid_from <= day), None)


class NotEnoughPoints(DomainError):
    """`wanted` points, `left` usable on the day."""

    sentence = QT_TRANSLATE_NOOP("Errors", "Only {left} points can be used, not {wanted}. Nothing was recorded. Please use fewer points.")


class PointsKeepDay(DomainError):
    """A visit paid with `wanted` points cannot be moved to a day on which only `left` of them are there."""

    sentence = QT_TRANSLATE_NOOP(
        "Errors",
        "{wanted} points were used for this visit, and on that day only {left} can be: the others were not there yet, or paid for another "
        "visit. Nothing was changed. Please leave the day as it is; or take the points off the other visit first, move this one, and "
        "enter them there again.",
    )


class TooFewPointsToUse(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Points can be used from {least} on. Nothing was recorded.")


class MorePointsThanAmount(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "More points than the amount to pay. Nothing was recorded. Please use at most {most}.")


class PointsUsedAlready(DomainError):
    """Taking back would leave the customer `missing` points below zero, which the shop does not allow."""

    sentence = QT_TRANSLATE_NOOP(
        "Errors",
        "{missing} of the points this earned are used already, so the balance would go below zero. Nothing was changed. "
        "Please decide whether that is all right.",
    )


class PointsNeedCustomer(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Points need a customer. Nothing was recorded.")


class PointsOff(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "The shop gives no points yet. Nothing was recorded. Please set the rule first.")


class ReasonMissing(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please type why the points are corrected.")


class LastDayPassed(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This last day is over already. Nothing was changed. Please choose today or a later day.")


class NoPointsGiven(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please type how many points, not zero.")


class RuleOutOfRange(DomainError):
    """`field` names what cannot be."""

    sentence = QT_TRANSLATE_NOOP("Errors", "This rule cannot be. Nothing was changed. Please check the figures.")


def checked_rule(rule: RuleFields) -> RuleFields:
    """RuleOutOfRange for what makes no sense."""
    limits = {
        "amount": 1 <= rule.amount <= 10**9,
        "points": 1 <= rule.points <= 10**6,
        "minimum": 0 <= rule.minimum <= 10**9,
        "bonus_rate": PER_CENT <= rule.bonus_rate <= 10_000,
        "birthday_rate": PER_CENT <= rule.birthday_rate <= 10_000,
        "first_visit_points": 0 <= rule.first_visit_points <= 10**6,
        "referrer_points": 0 <= rule.referrer_points <= 10**6,
        "referred_points": 0 <= rule.referred_points <= 10**6,
        "point_value": 1 <= rule.point_value <= 10**6,
        "use_from": 1 <= rule.use_from <= 10**6,
        "months": 1 <= rule.expiry.months <= 240,
        "month": 1 <= rule.expiry.month <= 12,
        "day": 1 <= rule.expiry.day <= 31,
        "bonus_days": all(1 <= day <= 31 for day in rule.bonus_days),
        "bonus_weekdays": all(0 <= day <= 6 for day in rule.bonus_weekdays),
    }
    for name, is_fine in limits.items():
        if not is_fine:
            raise RuleOutOfRange(field=name)
    return rule


@dataclass(frozen=True, slots=True)
class EntryRow:
    """A line of a statement. `balance`: what the customer had after it, in the order of the statement (day, then id).

    `is_cover`: points of one lot settle another that stood below zero. `basis`: the figures of what was earned, under `rule_id`.
    `staff`: who corrected points or handed a reward over. `act`: why points came or went without a purchase, as long as that act stands.
    """

    id: int
    at: datetime
    day: date
    kind: EntryKind
    points: int
    balance: int
    lot: int
    expires: date | None
    receipt: str
    reason: str
    purchase_id: int | None = None
    is_cover: bool = False
    basis: Mapping[str, Any] | None = None
    rule_id: int | None = None
    staff: str = ""
    act: PointActKind | None = None


@dataclass(frozen=True, slots=True)
class LotRow:
    """An open lot: `left` points that count up to and including `expires` (None: without end)."""

    id: int
    day: date
    expires: date | None
    left: int


@dataclass(frozen=True, slots=True)
class PointStanding:
    """What a customer has on a day. `usable` of `balance` (never below zero); `lots` in the order in which they are used."""

    balance: int = 0
    usable: int = 0
    lots: tuple[LotRow, ...] = ()

    @property
    def next_lapse(self) -> LotRow | None:
        """The points that lapse first, those of one day together; None when none lapse."""
        dated = [lot for lot in self.lots if lot.expires is not None and lot.left > 0]
        if not dated:
            return None
        same = [lot for lot in dated if lot.expires == dated[0].expires]
        return LotRow(dated[0].id, dated[0].day, dated[0].expires, sum(lot.left for lot in same))
