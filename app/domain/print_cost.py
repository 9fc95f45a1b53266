"""What a run of cards costs, in yen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.cards import CardSide

POSTCARD_RATES: tuple[tuple[date, int], ...] = (
    (date(1994, 1, 24), 50),
    (date(2014, 4, 1), 52),
    (date(2017, 6, 1), 62),
    (date(2019, 10, 1), 63),
    (date(2024, 10, 1), 85),
)
"""First day and postage of an ordinary postcard within Japan, oldest first."""


@dataclass(frozen=True, slots=True)
class SupplyRates:
    """Estimates per piece: the sheet, and ink for each side."""

    paper: int = 6
    message_ink: int = 12
    address_ink: int = 4


DEFAULT_SUPPLY_RATES = SupplyRates()


@dataclass(frozen=True, slots=True)
class PrintCost:
    """`supplies` are paper and ink."""

    pieces: int
    postage_each: int
    supplies_each: int

    @property
    def postage(self) -> int:
        return self.pieces * self.postage_each

    @property
    def supplies(self) -> int:
        return self.pieces * self.supplies_each

    @property
    def total(self) -> int:
        return self.postage + self.supplies


def postcard_rate(day: date) -> int:
    """Postage of a postcard posted on `day`; before the table begins, its first rate."""
    known = [rate for first, rate in POSTCARD_RATES if first <= day]
    return known[-1] if known else POSTCARD_RATES[0][1]


def card_cost(pieces: int, day: date, *, side: CardSide = CardSide.BOTH, rates: SupplyRates = DEFAULT_SUPPLY_RATES) -> PrintCost:
    """Cost of `pieces` cards posted on `day`."""
    ink = (rates.message_ink if side is not CardSide.ADDRESS else 0) + (rates.address_ink if side is not CardSide.MESSAGE else 0)
    return PrintCost(pieces, postcard_rate(day), rates.paper + ink)
