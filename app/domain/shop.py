"""The shop itself: what is asked at the first start and what the figures take as given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.money import currency_of
from app.domain.text import collapse_spaces


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


class ShopExists(DomainError):
    sentence = QT_TRANSLATE_NOOP(
        "Errors", "There is a shop in this folder already. Nothing was changed. Please choose another folder for a new shop."
    )


class ShopNameMissing(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please type the name of the shop.")


class WindowOutOfRange(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "The usual number of days must be between {low} and {high}.")


class MarginOutOfRange(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "The gross margin must be between 0 and 100 per cent of sales.")


class UnknownTimezone(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "The time zone “{name}” is not known. Please give one like Asia/Tokyo.")


class CurrencyFixed(DomainError):
    sentence = QT_TRANSLATE_NOOP(
        "Errors", "The currency cannot change any more, because purchases are recorded in {currency}. Nothing was changed."
    )


SHORTEST_WINDOW = 7
LONGEST_WINDOW = 1095


def checked(shop: ShopFields) -> ShopFields:
    """The fields without stray blanks and with the currency's own code, or one of the errors above."""
    name = collapse_spaces(shop.name)
    if not name:
        raise ShopNameMissing(field="name")
    if not SHORTEST_WINDOW <= shop.window_days <= LONGEST_WINDOW:
        raise WindowOutOfRange(field="window_days", low=SHORTEST_WINDOW, high=LONGEST_WINDOW)
    if not 0 <= shop.margin_rate <= 1:
        raise MarginOutOfRange(field="margin_rate")
    try:
        ZoneInfo(shop.timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UnknownTimezone(field="timezone", name=shop.timezone) from error
    return replace(shop, name=name, currency=currency_of(shop.currency).code)
