"""Words for the shop's own choices: trade, tax, period, weekdays."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.shop import FigurePeriod, TaxEntry, Trade
from app.views.labels import label_of, translated

TRADES: Mapping[Trade, str] = {
    Trade.SALON: QT_TRANSLATE_NOOP("Shop", "Hair or beauty salon"),
    Trade.CAFE: QT_TRANSLATE_NOOP("Shop", "Café or restaurant"),
    Trade.BAKERY: QT_TRANSLATE_NOOP("Shop", "Bakery or food shop"),
    Trade.CLINIC: QT_TRANSLATE_NOOP("Shop", "Clinic or therapy"),
    Trade.GARAGE: QT_TRANSLATE_NOOP("Shop", "Garage or maintenance"),
    Trade.RETAIL: QT_TRANSLATE_NOOP("Shop", "Shop"),
    Trade.B2B: QT_TRANSLATE_NOOP("Shop", "Business customers"),
    Trade.OTHER: QT_TRANSLATE_NOOP("Shop", "Other"),
}
TAXES: Mapping[TaxEntry, str] = {
    TaxEntry.INCLUDED: QT_TRANSLATE_NOOP("Shop", "Prices with tax"),
    TaxEntry.EXCLUDED: QT_TRANSLATE_NOOP("Shop", "Prices without tax"),
}
PERIODS: Mapping[FigurePeriod, str] = {
    FigurePeriod.MONTH: QT_TRANSLATE_NOOP("Shop", "Month"),
    FigurePeriod.QUARTER: QT_TRANSLATE_NOOP("Shop", "Quarter"),
    FigurePeriod.YEAR: QT_TRANSLATE_NOOP("Shop", "Year"),
}
WEEKDAYS = (
    QT_TRANSLATE_NOOP("Shop", "Monday"),
    QT_TRANSLATE_NOOP("Shop", "Tuesday"),
    QT_TRANSLATE_NOOP("Shop", "Wednesday"),
    QT_TRANSLATE_NOOP("Shop", "Thursday"),
    QT_TRANSLATE_NOOP("Shop", "Friday"),
    QT_TRANSLATE_NOOP("Shop", "Saturday"),
    QT_TRANSLATE_NOOP("Shop", "Sunday"),
)


def trade_options() -> list[tuple[Trade, str]]:
    return [(trade, label_of(trade, TRADES, "Shop")) for trade in TRADES]


def tax_options() -> list[tuple[TaxEntry, str]]:
    return [(tax, label_of(tax, TAXES, "Shop")) for tax in TAXES]


def period_options() -> list[tuple[FigurePeriod, str]]:
    return [(period, label_of(period, PERIODS, "Shop")) for period in PERIODS]


def weekday_options() -> list[tuple[int, str]]:
    return [(number, translated("Shop", name)) for number, name in enumerate(WEEKDAYS)]
