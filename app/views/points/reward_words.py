"""How a reward is said: what kind it is, what it takes, for whom it is, how many are left."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.formats import CountUnit, format_count
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.money import currency_of, format_money
from app.domain.rewards import RewardBar, RewardKind, RewardOffer, RewardRow
from app.views.labels import label_of, translated
from app.views.moments import language

CONTEXT = "Rewards"
KIND_NAMES: Mapping[RewardKind, str] = {
    RewardKind.PRODUCT: QT_TRANSLATE_NOOP("Rewards", "Product"),
    RewardKind.DISCOUNT: QT_TRANSLATE_NOOP("Rewards", "Discount"),
    RewardKind.GIFT: QT_TRANSLATE_NOOP("Rewards", "Gift"),
}
KIND_ICONS: Mapping[RewardKind, str] = {
    RewardKind.PRODUCT: "package",
    RewardKind.DISCOUNT: "tag",
    RewardKind.GIFT: "gift",
}


def kind_text(kind: RewardKind) -> str:
    return label_of(kind, KIND_NAMES, CONTEXT)


def points_text(points: int) -> str:
    return format_count(points, CountUnit.POINTS, language())


def detail_text(row: RewardRow, currency: str) -> str:
    """値引き ¥500 · ゴールドから · 残り 3個"""
    fields = row.fields
    parts = [kind_text(fields.kind)]
    if fields.kind is RewardKind.DISCOUNT:
        parts[0] = _say(QT_TRANSLATE_NOOP("Rewards", "{amount} off"), amount=format_money(fields.value, currency_of(currency), language()))
    if row.tier:
        parts.append(_say(QT_TRANSLATE_NOOP("Rewards", "{tier} and above"), tier=row.tier))
    if fields.stock is not None:
        parts.append(_say(QT_TRANSLATE_NOOP("Rewards", "{count} left"), count=f"{max(fields.stock, 0):,}"))
    return " · ".join(parts)


def given_text(row: RewardRow) -> str:
    if not row.given:
        return _say(QT_TRANSLATE_NOOP("Rewards", "not given yet"))
    return _say(QT_TRANSLATE_NOOP("Rewards", "given {count}"), count=format_count(row.given, CountUnit.TIMES, language()))


def bar_text(offer: RewardOffer) -> str:
    """Why the reward cannot be given now; empty when it can."""
    if offer.bar is RewardBar.TIER:
        return _say(QT_TRANSLATE_NOOP("Rewards", "For {tier} and above"), tier=offer.row.tier)
    if offer.bar is RewardBar.STOCK:
        return _say(QT_TRANSLATE_NOOP("Rewards", "None left"))
    if offer.bar is RewardBar.POINTS:
        return _say(QT_TRANSLATE_NOOP("Rewards", "{points} more needed"), points=points_text(offer.missing))
    return ""


def _say(source: str, **values: object) -> str:
    return translated(CONTEXT, source, **values)
