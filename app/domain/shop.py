"""The shop itself: what is asked at the first start and what the figures take as given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Trade(StrEnum):
    SALON = "salon"
    CAFE = "cafe"
    BAKERY = "bakery"
    CLINIC = "clinic"
    GARAGE = "garage"
    RETAIL = "retail"
    B2B = "b2b"
    OTHER = "other"


class TaxEntry(StrEnum):
    """Whether prices are typed with consumption tax in them."""

    INCLUDED = "included"
    EXCLUDED = "excluded"


class FigurePeriod(StrEnum):
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class TradeDefaults:
    """`window_days`: after how many days without a visit a customer counts as no longer coming."""

    window_days: int
    period: FigurePeriod


TRADE_DEFAULTS: Mapping[Trade, TradeDefaults] = {
    Trade.SALON: TradeDefaults(90, FigurePeriod.MONTH),
    Trade.CAFE: TradeDefaults(45, FigurePeriod.MONTH),
    Trade.BAKERY: TradeDefaults(30, FigurePeriod.MONTH),
    Trade.CLINIC: TradeDefaults(120, FigurePeriod.MONTH),
    Trade.GARAGE: TradeDefaults(365, FigurePeriod.YEAR),
    Trade.RETAIL: TradeDefaults(90, FigurePeriod.MONTH),
    Trade.B2B: TradeDefaults(180, FigurePeriod.QUARTER),
    Trade.OTHER: TradeDefaults(90, FigurePeriod.MONTH),
}

DEFAULT_MARGIN_RATE = 0.6


@dataclass(frozen=True, slots=True)
class ShopFields:
    """`closed_weekdays`: 0 = Monday. `margin_rate` is a fraction of net sales."""

    name: str
    postal_code: str = ""
    prefecture: str = ""
    city: str = ""
    street: str = ""
    building: str = ""
    phone: str = ""
    person: str = ""
    trade: Trade = Trade.OTHER
    currency: str = "JPY"
    timezone: str = "Asia/Tokyo"
    tax_entry: TaxEntry = TaxEntry.INCLUDED
    closed_weekdays: tuple[int, ...] = ()
    window_days: int = 90
    period: FigurePeriod = FigurePeriod.MONTH
    margin_rate: float = DEFAULT_MARGIN_RATE
    fiscal_year_start: int = 4
