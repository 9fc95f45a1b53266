"""How a tier is said anywhere: its colour, from how much on it begins, why somebody is in it and what comes next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from app.domain.customers import PartialDate
from app.domain.dates import format_birthday
from app.domain.formats import CountUnit, format_count
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.money import JPY, Currency, currency_of, format_money
from app.domain.tiers import CustomerTier, LoyaltySettings, TierBasis, TierFields, TierPeriod, TierReason, TierStanding
from app.views.labels import translated
from app.views.moments import language
from app.views.points.sentences import rate_text
from app.views.tokens import Tone

CONTEXT = "Tiers"
NO_TIER = QT_TRANSLATE_NOOP("Tiers", "Regular")
_TEN_THOUSAND = 10_000
_TONES = (Tone.WARN, Tone.INFO)
_Kind = tuple[TierBasis, TierPeriod]
_DECIDED: Mapping[_Kind, str] = {
    (TierBasis.SPEND, TierPeriod.LAST_12_MONTHS): QT_TRANSLATE_NOOP("Tiers", "Each 1st, by the purchases of 12 months"),
    (TierBasis.VISITS, TierPeriod.LAST_12_MONTHS): QT_TRANSLATE_NOOP("Tiers", "Each 1st, by the visits of 12 months"),
    (TierBasis.SPEND, TierPeriod.CALENDAR_YEAR): QT_TRANSLATE_NOOP("Tiers", "Each 1st, by this or last year's purchases"),
    (TierBasis.VISITS, TierPeriod.CALENDAR_YEAR): QT_TRANSLATE_NOOP("Tiers", "Each 1st, by this or last year's visits"),
}
_FIGURES: Mapping[_Kind, str] = {
    (TierBasis.SPEND, TierPeriod.LAST_12_MONTHS): QT_TRANSLATE_NOOP("Tiers", "{figure} spent in 12 months"),
    (TierBasis.VISITS, TierPeriod.LAST_12_MONTHS): QT_TRANSLATE_NOOP("Tiers", "{figure} visited in 12 months"),
    (TierBasis.SPEND, TierPeriod.CALENDAR_YEAR): QT_TRANSLATE_NOOP("Tiers", "{figure} spent in a calendar year"),
    (TierBasis.VISITS, TierPeriod.CALENDAR_YEAR): QT_TRANSLATE_NOOP("Tiers", "{figure} visited in a calendar year"),
}


def tier_tone(rank: int) -> Tone:
    """The colour of the tier with so many tiers above it."""
    return _TONES[rank] if rank < len(_TONES) else Tone.NEUTRAL


def plain_day(day: date, today: date) -> str:
    """12月1日, or 1 Dec; with the year when it is another one."""
    year = None if day.year == today.year else day.year
    if year is None:
        return format_birthday(PartialDate(None, day.month, day.day), language(), today=today)
    return say(QT_TRANSLATE_NOOP("Tiers", "{day} {year}"), day=plain_day(day, day), year=year)


def figure_text(amount: int, visits: int, settings: LoyaltySettings, currency: str) -> str:
    """What counts: ¥104,300, or 9回."""
    if settings.basis is TierBasis.VISITS:
        return format_count(visits, CountUnit.TIMES, language())
    return format_money(amount, currency_of(currency), language())


def condition_texts(thresholds: Sequence[int], settings: LoyaltySettings, currency: str) -> list[str]:
    """From how much on each tier begins, all written in one way: 10万円から, or ¥55,500から as soon as one of them is not round."""
    if settings.basis is TierBasis.VISITS:
        figures = [format_count(threshold, CountUnit.TIMES, language()) for threshold in thresholds]
    else:
        figures = _amounts(thresholds, currency_of(currency))
    return [say(QT_TRANSLATE_NOOP("Tiers", "from {figure}"), figure=figure) for figure in figures]


def decided_text(settings: LoyaltySettings) -> str:
    """When and by what tiers are decided."""
    return say(_DECIDED[settings.basis, settings.period])


def grace_text(settings: LoyaltySettings) -> str:
    if not settings.grace_months:
        return say(QT_TRANSLATE_NOOP("Tiers", "Tiers go down at once."))
    if settings.grace_months == 1:
        return say(QT_TRANSLATE_NOOP("Tiers", "Before a tier goes down it is kept for a month."))
    return say(QT_TRANSLATE_NOOP("Tiers", "Before a tier goes down it is kept for {months} months."), months=settings.grace_months)


def perks_text(tier: TierFields) -> str:
    """What the tier brings besides points."""
    return say(QT_TRANSLATE_NOOP("Tiers", "{tier} – {perks}"), tier=tier.name, perks=tier.perks)


def tier_sentence(view: CustomerTier, today: date) -> str:
    """Why the customer is in his tier: 12か月で ¥104,300 のお買上げなので、12月1日からゴールドです。"""
    standing = view.standing
    if standing.since is None:
        return say(QT_TRANSLATE_NOOP("Tiers", "No tier yet."))
    since = plain_day(view.held_since or standing.since, today)
    name = _name(standing)
    if standing.reason is TierReason.HAND:
        if standing.grace_until is None:
            return say(QT_TRANSLATE_NOOP("Tiers", "Set by the shop: {tier} since {day}."), tier=name, day=since)
        until = plain_day(standing.grace_until, today)
        return say(QT_TRANSLATE_NOOP("Tiers", "Set by the shop: {tier} since {day}, through {until}."), tier=name, day=since, until=until)
    figures = _figures(standing.amount, standing.visits, view)
    if standing.grace_until is not None:
        until = plain_day(standing.grace_until, today)
        words = QT_TRANSLATE_NOOP("Tiers", "{figures}: {tier} is kept through {until}.")
        return say(words, figures=figures, tier=name, until=until)
    if standing.tier is None:
        return say(QT_TRANSLATE_NOOP("Tiers", "{figures}: no tier since {day}."), figures=figures, day=since)
    return say(QT_TRANSLATE_NOOP("Tiers", "{figures}: {tier} since {day}."), figures=figures, tier=name, day=since)


def coming_sentence(view: CustomerTier, today: date) -> str:
    """What the next deciding day brings, or how much is missing for the next tier; empty when there is nothing to say."""
    day = plain_day(view.next_day, today)
    coming = view.coming
    if coming is not None and coming.reason is TierReason.UP:
        return say(QT_TRANSLATE_NOOP("Tiers", "Goes up to {tier} on {day}."), tier=_name(coming), day=day)
    if coming is not None and coming.reason is TierReason.DOWN:
        return say(QT_TRANSLATE_NOOP("Tiers", "As things stand: {tier} from {day} on."), tier=_name(coming), day=day)
    if coming is not None and coming.reason is TierReason.GRACE and coming.grace_until is not None:
        until = plain_day(coming.grace_until, today)
        return say(QT_TRANSLATE_NOOP("Tiers", "As things stand {tier} ends on {until}."), tier=_name(coming), until=until)
    if view.next_tier is None or not view.missing or view.standing.reason is TierReason.HAND:
        return ""
    missing = figure_text(view.missing, view.missing, view.settings, view.currency)
    words = QT_TRANSLATE_NOOP("Tiers", "With {missing} more by then: {tier} from {day} on.")
    return say(words, missing=missing, tier=view.next_tier.fields.name, day=day)


def benefit_text(tier: TierFields) -> str:
    """ポイント 1.5倍・お誕生月にヘッドスパ"""
    points = say(QT_TRANSLATE_NOOP("Tiers", "Points: {rate}"), rate=rate_text(tier.rate))
    return say(QT_TRANSLATE_NOOP("Tiers", "{points} · {perks}"), points=points, perks=tier.perks) if tier.perks else points


def say(source: str, **values: object) -> str:
    return translated(CONTEXT, source, **values)


def _amounts(minors: Sequence[int], currency: Currency) -> list[str]:
    """Round amounts as people say them."""
    if currency == JPY and language() == "ja" and all(minor and minor % _TEN_THOUSAND == 0 for minor in minors):
        return [say(QT_TRANSLATE_NOOP("Tiers", "{count} x ¥10,000"), count=f"{minor // _TEN_THOUSAND:,}") for minor in minors]
    return [format_money(minor, currency, language()) for minor in minors]


def _name(standing: TierStanding) -> str:
    return standing.tier.fields.name if standing.tier is not None else say(NO_TIER)


def _figures(amount: int, visits: int, view: CustomerTier) -> str:
    figure = figure_text(amount, visits, view.settings, view.currency)
    return say(_FIGURES[view.settings.basis, view.settings.period], figure=figure)
