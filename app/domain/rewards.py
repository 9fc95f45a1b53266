"""The catalogue of rewards: what points can be changed into."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.tiers import TierRow

MOST_POINTS = 10**6
LARGEST_VALUE = 10**9
LARGEST_STOCK = 10**6


class RewardKind(StrEnum):
    PRODUCT = "product"
    DISCOUNT = "discount"
    GIFT = "gift"


class RewardGone(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This reward is not offered any more. Nothing was changed.")


class RewardOutOfStock(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "No more of “{name}” is left. Nothing was changed. Please choose another reward.")


class RewardNeedsTier(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "“{name}” is for {tier} only. Nothing was changed. Please choose another reward.")


class RewardTooDear(DomainError):
    """It takes `points`, only `left` can be used."""

    sentence = QT_TRANSLATE_NOOP(
        "Errors", "“{name}” takes {points} points and {left} can be used. Nothing was changed. Please choose another reward."
    )


class RewardIncomplete(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please type a name and how many points the reward takes.")


class RewardNameTaken(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "There is a reward called {name} already. Please tell the two apart in the name.")


class RewardOutOfRange(DomainError):
    """`field` names what cannot be."""

    sentence = QT_TRANSLATE_NOOP("Errors", "This cannot be for a reward. Please check the figure.")


@dataclass(frozen=True, slots=True)
class RewardFields:
    """`value`: the discount in minor units; `cost`: what it costs the shop, of a discount its value; `stock`: how many are left, None:
    without end; `tier_id`: from this tier on."""

    kind: RewardKind
    name: str
    points: int
    value: int = 0
    cost: int = 0
    product_id: int | None = None
    tier_id: int | None = None
    stock: int | None = None
    is_active: bool = True


@dataclass(frozen=True, slots=True)
class RewardRow:
    """`given`: how many were given so far; `tier` the name of the tier it is for, empty for everybody."""

    id: int
    fields: RewardFields
    given: int = 0
    tier: str = ""


@dataclass(frozen=True, slots=True)
class RewardOutcome:
    reward_id: int
    action_id: int


@dataclass(frozen=True, slots=True)
class RewardGiven:
    """`act_id` is the point act; `action_id` undoes it."""

    action_id: int
    act_id: int
    name: str
    points: int


class RewardBar(StrEnum):
    """Why a reward cannot be given to somebody."""

    TIER = "tier"
    STOCK = "stock"
    POINTS = "points"


@dataclass(frozen=True, slots=True)
class RewardOffer:
    """A reward as one customer can have it: `bar` None, or why not; `missing` points then."""

    row: RewardRow
    bar: RewardBar | None = None
    missing: int = 0


@dataclass(frozen=True, slots=True)
class RewardOffers:
    """What a customer with `usable` points can choose from: what can be had first, then by points. `staff`: who may hand it over."""

    name: str
    is_company: bool
    usable: int
    offers: tuple[RewardOffer, ...]
    currency: str
    staff: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RewardShelf:
    """The catalogue as it is looked after, those put aside last, with the tiers (highest first) and products (id, name) to choose from."""

    rewards: tuple[RewardRow, ...]
    tiers: tuple[TierRow, ...]
    products: tuple[tuple[int, str], ...]
    currency: str


def checked_reward(fields: RewardFields) -> RewardFields:
    """Without stray blanks and without what its kind does not have. RewardIncomplete, RewardOutOfRange."""
    name = " ".join(fields.name.split())
    if not name:
        raise RewardIncomplete(field="name")
    if not 1 <= fields.points <= MOST_POINTS:
        raise RewardIncomplete(field="points")
    is_discount = fields.kind is RewardKind.DISCOUNT
    limits = {
        "value": (1 if is_discount else 0) <= fields.value <= LARGEST_VALUE,
        "cost": 0 <= fields.cost <= LARGEST_VALUE,
        "stock": fields.stock is None or 0 <= fields.stock <= LARGEST_STOCK,
    }
    for field, is_fine in limits.items():
        if not is_fine:
            raise RewardOutOfRange(field=field)
    product_id = fields.product_id if fields.kind is RewardKind.PRODUCT else None
    value, cost = (fields.value, fields.value) if is_discount else (0, fields.cost)
    return replace(fields, name=name, value=value, cost=cost, product_id=product_id)


def bar_of(row: RewardRow, usable: int, *, has_tier: bool) -> RewardOffer:
    """The reward for a customer with so many usable points; `has_tier`: whether he is in the tier it is for, or in a higher one."""
    fields = row.fields
    missing = max(0, fields.points - usable)
    if not has_tier:
        return RewardOffer(row, RewardBar.TIER, missing)
    if fields.stock is not None and fields.stock <= 0:
        return RewardOffer(row, RewardBar.STOCK, missing)
    return RewardOffer(row, RewardBar.POINTS if missing else None, missing)
