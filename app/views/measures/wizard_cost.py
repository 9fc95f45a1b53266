"""What a plan usually costs, from the prices of the shop. What the owner typed stays; what was not touched follows the plan."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

from app.domain.cards import CardSide
from app.domain.measure_audience import Power
from app.domain.measure_cost import MeasureCost
from app.domain.measures import MeasureChannel, MeasurePlan
from app.domain.offers import PER_CENT, Offer, OfferKind
from app.domain.print_cost import MailKind, card_cost
from app.domain.print_runs import YEN
from app.views.measures.wizard_found import Around, Counted

_CALL_MINUTES, _EMAIL_MINUTES = 5.0, 3.0


def usual_cost(plan: MeasurePlan, around: Around, found: Counted | None, day: date) -> MeasureCost:
    """As the plan stands. Prices of the post count in yen only; points at what they pay for, as far as they are used."""
    cost = MeasureCost(wage=around.wage)
    if plan.channel in (MeasureChannel.POSTCARD, MeasureChannel.LETTER):
        cost = replace(cost, minutes=around.rates.minutes)
        if around.currency.code == YEN:
            is_card = plan.channel is MeasureChannel.POSTCARD
            mail = MailKind.POSTCARD if is_card else MailKind.LETTER_25
            side = CardSide.BOTH if is_card else CardSide.MESSAGE
            each = card_cost(1, day, side=side, rates=around.rates, mail=mail)
            cost = replace(cost, postage=each.postage_each, printing=each.supplies_each)
    elif plan.channel is MeasureChannel.CALLS:
        cost = replace(cost, minutes=_CALL_MINUTES)
    elif plan.channel is MeasureChannel.EMAIL:
        cost = replace(cost, minutes=_EMAIL_MINUTES)
    elif plan.channel is MeasureChannel.POINTS:
        cost = replace(cost, points=plan.points, redemption=around.used_share, point_cost=float(around.point_value))
    share = expected_share(plan, None if found is None else found.power)
    each_use = offer_worth(plan.offer, around, found)
    return replace(cost, offer=each_use, offer_share=share if each_use else 0.0)


def followed(cost: MeasureCost, before: MeasureCost, now: MeasureCost) -> MeasureCost:
    """What stood as it usually does goes along with what is usual now."""
    moved = {
        one.name: getattr(now, one.name) if getattr(cost, one.name) == getattr(before, one.name) else getattr(cost, one.name)
        for one in fields(MeasureCost)
    }
    return MeasureCost(**moved)


def expected_share(plan: MeasurePlan, power: Power | None) -> float:
    """How many of those it is sent to will come: those who come anyway, and those who come because of it."""
    base = 0.0 if power is None else power.base_rate
    return round(min(1.0, base + (plan.expected_rate or 0.0)), 3)


def usual_margin(power: Power | None) -> int | None:
    """What somebody who comes brings within the window, in minor units; None while nothing is known of it."""
    if power is None or power.base_rate <= 0 or power.base_margin <= 0:
        return None
    return round(power.base_margin / power.base_rate)


def offer_worth(offer: Offer, around: Around, found: Counted | None) -> int:
    """What the shop gives for each one used, in minor units; of a gift nobody knows."""
    if offer.kind is OfferKind.AMOUNT:
        return offer.value
    if offer.kind is OfferKind.POINTS:
        return round(offer.value * around.point_value * around.used_share)
    if offer.kind is OfferKind.PERCENT and found is not None:
        people = found.audience.people
        visits, sales = sum(one.visits_365 for one in people), sum(one.sales_365 for one in people)
        return round(sales / visits * offer.value / PER_CENT) if visits else 0
    return 0
