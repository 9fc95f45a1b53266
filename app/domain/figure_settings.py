"""What the owner chose about the figures: which tiles are shown, how plans are rated, what is known in general, what is planned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isfinite
from typing import Any

from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.stored import as_mapping, is_number

LTV_MONTHS, LTV_DISCOUNT = 36, 0.10
DEFAULT_NEW_SHARE = 0.4
"""Of what is spent, the planned part for winning new customers; the rest keeps those there are."""

HEAVIEST_WEIGHT = 10
LONGEST_LTV = 120
LARGEST_MONEY = 10**9
LARGEST_TARGET = 10**12
LONGEST_SOURCE = 200


class FigureNumberOutOfRange(DomainError):
    """`field`: of FigureSettings; `low`, `high` as they are typed."""

    sentence = QT_TRANSLATE_NOOP("Errors", "Please enter a number from {low} to {high}. Nothing was changed.")


class NothingWeighs(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "At least one of the four must count for something. Nothing was changed.")


class SourceTooLong(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Where a figure is from can have {high} characters at most. Nothing was changed.")


class TargetOutOfRange(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please enter a number as the target. Nothing was changed.")


@dataclass(frozen=True, slots=True)
class ChoiceWeights:
    """How much each view of a plan counts; only their proportions matter."""

    initial_cost: float = 1.0
    effect: float = 1.0
    feasibility: float = 1.0
    extensibility: float = 1.0

    def as_tuple(self) -> tuple[float, float, float, float]:
        return self.initial_cost, self.effect, self.feasibility, self.extensibility


@dataclass(frozen=True, slots=True)
class GeneralFigure:
    """A figure from elsewhere to hold one's own against: profit on cost of a kind of measure, with where it is from."""

    value: float
    source: str = ""


@dataclass(frozen=True, slots=True)
class FigureSettings:
    """`tiles`, `report_tiles`: keys of the figures in their order; empty: as the program proposes. `general` by MeasureKind value.
    `new_share`: planned part of the spending for new customers. `ltv_months` and yearly `ltv_discount` of the expected lifetime profit.
    `wage` an hour in minor units for staff time, 0 where it is not counted; `new_customer_cost`: typed cost of winning one, None: from the
    recorded measures."""

    tiles: tuple[str, ...] = ()
    report_tiles: tuple[str, ...] = ()
    weights: ChoiceWeights = field(default_factory=ChoiceWeights)
    general: Mapping[str, GeneralFigure] = field(default_factory=dict)
    new_share: float | None = None
    ltv_months: int = LTV_MONTHS
    ltv_discount: float = LTV_DISCOUNT
    wage: int = 0
    new_customer_cost: int | None = None

    def to_json(self) -> dict[str, Any]:
        return {
            "tiles": list(self.tiles),
            "report_tiles": list(self.report_tiles),
            "weights": list(self.weights.as_tuple()),
            "general": {kind: [figure.value, figure.source] for kind, figure in self.general.items()},
            "new_share": self.new_share,
            "ltv_months": self.ltv_months,
            "ltv_discount": self.ltv_discount,
            "wage": self.wage,
            "new_customer_cost": self.new_customer_cost,
        }

    @classmethod
    def from_json(cls, stored: object) -> FigureSettings:
        """What was stored, as far as it is understood; the rest as in a new shop."""
        found = as_mapping(stored)
        weights = found.get("weights")
        rated = isinstance(weights, list) and len(weights) == 4 and all(is_number(one) and one >= 0 for one in weights)
        share, months, discount = found.get("new_share"), found.get("ltv_months"), found.get("ltv_discount")
        wage, cost = found.get("wage"), found.get("new_customer_cost")
        return cls(
            tiles=_words(found.get("tiles")),
            report_tiles=_words(found.get("report_tiles")),
            weights=ChoiceWeights(*(float(one) for one in weights)) if rated and isinstance(weights, list) else ChoiceWeights(),
            general=_general(found.get("general")),
            new_share=float(share) if is_number(share) and 0 <= share <= 1 else None,
            ltv_months=int(months) if is_number(months) and 1 <= months <= 120 else LTV_MONTHS,
            ltv_discount=float(discount) if is_number(discount) and 0 <= discount <= 1 else LTV_DISCOUNT,
            wage=int(wage) if is_number(wage) and wage >= 0 else 0,
            new_customer_cost=int(cost) if is_number(cost) and cost >= 0 else None,
        )

    def checked(self) -> FigureSettings:
        """FigureNumberOutOfRange, NothingWeighs or SourceTooLong, each with its field."""
        ranges: tuple[tuple[str, float | None, float], ...] = (
            *(("weights", weight, HEAVIEST_WEIGHT) for weight in self.weights.as_tuple()),
            ("new_share", self.new_share, 1),
            ("ltv_discount", self.ltv_discount, 1),
            ("wage", self.wage, LARGEST_MONEY),
            ("new_customer_cost", self.new_customer_cost, LARGEST_MONEY),
        )
        for name, value, high in ranges:
            if value is not None and not 0 <= value <= high:
                raise FigureNumberOutOfRange(field=name, low=0, high=high if name not in ("new_share", "ltv_discount") else 100)
        if not any(self.weights.as_tuple()):
            raise NothingWeighs(field="weights")
        if not 1 <= self.ltv_months <= LONGEST_LTV:
            raise FigureNumberOutOfRange(field="ltv_months", low=1, high=LONGEST_LTV)
        if any(len(one.source) > LONGEST_SOURCE for one in self.general.values()):
            raise SourceTooLong(field="general", high=LONGEST_SOURCE)
        return self


def checked_target(value: float) -> float:
    """TargetOutOfRange."""
    if not isfinite(value) or abs(value) > LARGEST_TARGET:
        raise TargetOutOfRange(field="target")
    return float(value)


def _words(stored: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for one in stored if isinstance(one, str))) if isinstance(stored, list) else ()


def _general(stored: object) -> dict[str, GeneralFigure]:
    found = {}
    for kind, pair in as_mapping(stored).items():
        if isinstance(pair, list) and len(pair) == 2 and is_number(pair[0]):
            found[str(kind)] = GeneralFigure(float(pair[0]), str(pair[1] or ""))
    return found
