"""The catalogue of rewards: what points can be changed into."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP


class RewardKind(StrEnum):
    PRODUCT = "product"
    DISCOUNT = "discount"
    GIFT = "gift"


class RewardGone(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This reward is not offered any more. Nothing was changed.")


class RewardOutOfStock(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "No more of “{name}” is left. Nothing was changed. Please choose another reward.")


class RewardIncomplete(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please type a name and how many points the reward takes.")


@dataclass(frozen=True, slots=True)
class RewardFields:
    """`value`: the discount in minor units; `cost`: what it costs the shop; `stock` None: without end; `tier_id`: from this tier on."""

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
    id: int
    fields: RewardFields
