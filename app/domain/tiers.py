"""Tiers of customers: who is in which, from which day, and why.

Tiers are decided on the first of every month, by what was bought before that day. Up is at once; down comes when the figures
have stayed too low for the months of grace. An example with 100,000 yen for gold and one month of grace: on 1 December 104,300
yen make gold from that day; on 1 March 96,000 yen no longer do, gold is kept through 31 March and ends on 1 April, unless the
figures reach it again by then.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.periods import Period, add_months, month_start
from app.domain.stored import as_mapping, is_member, is_number

STANDARD_RATE = 100
HIGHEST_RATE = 1000
LARGEST_THRESHOLD = 10**9
MOST_TIERS = 8
MOST_GRACE_MONTHS = 12


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
    def from_json(cls, stored: object) -> LoyaltySettings:
        """What was stored, as far as it is understood; the rest as in a new shop."""
        found = as_mapping(stored)
        kinds: dict[str, type[StrEnum]] = {"basis": TierBasis, "period": TierPeriod}
        known: dict[str, Any] = {name: kind(found[name]) for name, kind in kinds.items() if is_member(kind, found.get(name))}
        known |= {name: found[name] for name in ("tiers_on", "allow_negative") if isinstance(found.get(name), bool)}
        months = found.get("grace_months")
        if is_number(months) and months >= 0:
            known["grace_months"] = int(months)
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
class TierDraft:
    """A tier as typed; `id` None: a new one."""

    id: int | None
    fields: TierFields


@dataclass(frozen=True, slots=True)
class TierStanding:
    """A customer's tier on a day; `tier` None: in none. `amount` and `visits` are the figures that decided it. `grace_until`: the
    last day on which a tier is kept that the figures no longer reach; of a tier set by hand the last day on which they do not count.
    """

    tier: TierRow | None
    since: date | None = None
    reason: TierReason | None = None
    amount: int = 0
    visits: int = 0
    grace_until: date | None = None


NO_STANDING = TierStanding(None)


class TierNameMissing(DomainError):
    """`place`: which of the tiers typed, from 0."""

    sentence = QT_TRANSLATE_NOOP("Errors", "Please type a name for the tier.")


class TierNameTaken(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Two tiers are called {name}. Please tell them apart in the name.")


class TierThresholdWrong(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please type from how much on the tier {name} begins; every tier needs its own figure.")


class TierRateWrong(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "The points of the tier {name} can be multiplied by 1 to 10. Please check the rate.")


class TiersMissing(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please add at least one tier, or switch the tiers off.")


class GraceOutOfRange(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "A tier can be kept for up to {most} months. Please type fewer.")


class TierGone(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This tier is not there any more. Nothing was changed.")


class TiersOff(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "The shop uses no tiers yet. Nothing was changed. Please switch them on first.")


class TierEndPassed(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please choose a day that is not over yet.")


class NotSetByHand(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This tier was not set by hand. Nothing was changed.")


def checked_tiers(drafts: Sequence[TierDraft], settings: LoyaltySettings) -> tuple[TierDraft, ...]:
    """The tiers lowest first, names without stray blanks; the errors above for what cannot be, `field` and `place` naming it."""
    if settings.tiers_on and not drafts:
        raise TiersMissing
    if not 0 <= settings.grace_months <= MOST_GRACE_MONTHS:
        raise GraceOutOfRange(field="grace", most=MOST_GRACE_MONTHS)
    names: set[str] = set()
    thresholds: set[int] = set()
    tidy = []
    for place, draft in enumerate(drafts):
        name = " ".join(draft.fields.name.split())
        if not name:
            raise TierNameMissing(field="name", place=place)
        if name in names:
            raise TierNameTaken(field="name", place=place, name=name)
        if not 1 <= draft.fields.threshold <= LARGEST_THRESHOLD or draft.fields.threshold in thresholds:
            raise TierThresholdWrong(field="threshold", place=place, name=name)
        if not STANDARD_RATE <= draft.fields.rate <= HIGHEST_RATE:
            raise TierRateWrong(field="rate", place=place, name=name)
        names.add(name)
        thresholds.add(draft.fields.threshold)
        tidy.append(TierDraft(draft.id, TierFields(name, draft.fields.threshold, draft.fields.rate, draft.fields.perks.strip())))
    return tuple(sorted(tidy, key=lambda draft: draft.fields.threshold))


@dataclass(frozen=True, slots=True)
class FallingRate:
    """Two tiers as typed, by their places from 0: `higher` begins at more than `lower` and earns fewer points."""

    lower: int
    higher: int


def falling_rates(drafts: Sequence[TierDraft]) -> tuple[FallingRate, ...]:
    """Every tier that earns fewer points than one below it, with the best of those. What is not typed yet (0) is passed over."""
    typed = [place for place, draft in enumerate(drafts) if draft.fields.threshold and draft.fields.rate]
    found = []
    best: int | None = None
    for place in sorted(typed, key=lambda place: drafts[place].fields.threshold):
        if best is not None and drafts[place].fields.rate < drafts[best].fields.rate:
            found.append(FallingRate(best, place))
        else:
            best = place
    return tuple(found)


def decides_anew(offered: Sequence[TierRow], before: LoyaltySettings, drafts: Sequence[TierDraft], after: LoyaltySettings) -> bool:
    """Whether new settings put everybody's tier to a decision at once; other names, rates, perks and grace do not."""
    was = (before.tiers_on, before.basis, before.period, {(tier.id, tier.fields.threshold) for tier in offered})
    will = (True, after.basis, after.period, {(draft.id, draft.fields.threshold) for draft in drafts})
    return after.tiers_on and was != will


def next_deciding_day(today: date) -> date:
    """The first of the next month: a day that has begun is decided already."""
    return add_months(month_start(today), 1)


def deciding_days(decided: date, today: date) -> list[date]:
    """Every first of a month after the day decided last, up to and with today."""
    days = []
    day = next_deciding_day(decided)
    while day <= today:
        days.append(day)
        day = next_deciding_day(day)
    return days


def figure_periods(day: date, settings: LoyaltySettings) -> tuple[Period, ...]:
    """What counts on a deciding day, the day itself not; of two the better one counts, for every customer by himself."""
    if settings.period is TierPeriod.LAST_12_MONTHS:
        return (Period(add_months(day, -12), day),)
    this_year = date(day.year, 1, 1)
    return (Period(add_months(this_year, -12), this_year), Period(this_year, day))


def grace_end(day: date, settings: LoyaltySettings) -> date:
    """The last day of the grace that begins on a deciding day."""
    return add_months(day, settings.grace_months) - timedelta(days=1)


def tier_for(amount: int, visits: int, tiers: Sequence[TierRow], settings: LoyaltySettings) -> TierRow | None:
    """The highest tier the figures reach."""
    figure = amount if settings.basis is TierBasis.SPEND else visits
    reached = [tier for tier in tiers if tier.fields.threshold <= figure]
    return max(reached, key=lambda tier: tier.fields.threshold, default=None)


def next_tier_row(
    current: TierStanding,
    amount: int,
    visits: int,
    tiers: Sequence[TierRow],
    settings: LoyaltySettings,
    day: date,
    *,
    is_afresh: bool = False,
) -> TierStanding | None:
    """What deciding on `day` adds to a customer's history; None: nothing, everything stays as it is.

    `tiers` are those offered. With `is_afresh` (other figures count from now on) a tier that stays gets a row with the new figures.
    Deciding a day again adds nothing.
    """
    offered = {tier.id: tier for tier in tiers}
    held = None if current.tier is None else offered.get(current.tier.id)
    is_withdrawn = current.tier is not None and held is None
    if current.reason is TierReason.HAND and not is_withdrawn and _is_held(current, day):
        return None
    reached = tier_for(amount, visits, tiers, settings)
    decided = _decided(current, held, reached, is_withdrawn=is_withdrawn, is_afresh=is_afresh, day=day, settings=settings)
    if decided is None:
        return None
    tier, reason, grace_until = decided
    return TierStanding(tier, day, reason, amount, visits, grace_until)


def _is_held(standing: TierStanding, day: date) -> bool:
    return standing.grace_until is None or day <= standing.grace_until


_Decision = tuple[TierRow | None, TierReason, date | None]


def _decided(
    current: TierStanding,
    held: TierRow | None,
    reached: TierRow | None,
    *,
    is_withdrawn: bool,
    is_afresh: bool,
    day: date,
    settings: LoyaltySettings,
) -> _Decision | None:
    if is_withdrawn:
        up = reached is not None and current.tier is not None and reached.fields.threshold >= current.tier.fields.threshold
        return reached, TierReason.UP if up else TierReason.DOWN, None
    if _height(reached) > _height(held):
        return reached, TierReason.UP, None
    if _height(reached) == _height(held):
        is_settled = current.grace_until is None and current.reason is not TierReason.HAND
        return None if held is None or (is_settled and not is_afresh) else (held, TierReason.KEPT, None)
    if current.reason is TierReason.GRACE and current.grace_until is not None and day <= current.grace_until:
        return None
    # Nobody is kept in a tier that he was only given today, nor once more after grace or after a tier set by hand has ended.
    has_had_it = current.reason is TierReason.KEPT or (current.since is not None and current.since < day)
    if settings.grace_months and has_had_it and current.grace_until is None:
        return held, TierReason.GRACE, grace_end(day, settings)
    return reached, TierReason.DOWN, None


def _height(tier: TierRow | None) -> int:
    return 0 if tier is None else tier.fields.threshold


class TierMove(StrEnum):
    """What the next deciding day does to somebody: into the tier from below, out of it, or into the months of grace."""

    UP = "up"
    DOWN = "down"
    GRACE = "grace"


@dataclass(frozen=True, slots=True)
class TierLine:
    """A tier (None: those in none) with how many are in it, and how many the next deciding day moves as things stand."""

    tier: TierRow | None
    count: int
    up: int = 0
    down: int = 0
    grace: int = 0


@dataclass(frozen=True, slots=True)
class TierBoard:
    """`rows` highest first, those in no tier last; `members` are all customers who are neither archived nor have left."""

    settings: LoyaltySettings
    next_day: date
    rows: tuple[TierLine, ...]
    members: int
    currency: str


@dataclass(frozen=True, slots=True)
class TierPreview:
    """What settings not yet saved would make of today's customers: how many in each tier (in the order typed), in none, and of
    those in tiers how many by grace alone. `is_decided` False: saving leaves everybody where he is."""

    counts: tuple[int, ...]
    others: int
    in_grace: int
    is_decided: bool


@dataclass(frozen=True, slots=True)
class CustomerTier:
    """One customer: his tier today (without a break since `held_since`) and what the next deciding day brings as things stand
    (`coming` None: nothing new). `amount` and `visits` count towards that day; `missing` of them (money or visits) are needed for
    `next_tier`, None: there is none higher. `rank`: how many tiers stand above his, and all of them above none;
    `offered`: all that can be chosen, highest first.
    """

    settings: LoyaltySettings
    standing: TierStanding
    held_since: date | None
    next_day: date
    amount: int
    visits: int
    next_tier: TierRow | None
    missing: int
    coming: TierStanding | None
    currency: str
    rank: int
    offered: tuple[TierRow, ...]


@dataclass(frozen=True, slots=True)
class DecideOutcome:
    """Which days were decided, and how many went up, went down, began their grace."""

    days: tuple[date, ...] = field(default=())
    raised: int = 0
    lowered: int = 0
    graced: int = 0
