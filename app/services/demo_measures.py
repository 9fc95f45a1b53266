"""Campaigns of the sample shop: drawn as any other, and answered with visits by chance. Their results are worked out like anybody's."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from app.domain.customers import Consent
from app.domain.demo import DEMO_SEED
from app.domain.measure_audience import AudienceFigure, PersonFacts, bought_group
from app.domain.measure_cost import MeasureCost
from app.domain.measures import Audience, AudiencePlan, MeasureChannel, MeasureKind, MeasurePlan, Scores, StartOutcome
from app.domain.offers import Offer, OfferKind
from app.domain.periods import add_months, month_start, year_of
from app.domain.tiles import TileKey
from app.models.customer import Customer
from app.models.measure_rows import in_other_measures, measure_row
from app.models.shop import Shop
from app.paths import resource
from app.services.figure_settings import set_target
from app.services.measure_start import start_with
from app.services.measures import bring_guest, mark_came, save_draft
from app.services.month_reports import save_comment

COUPON = 300
WAGE = 1200
POSTAGE, PRINTING = 85, 22
WIN_BACK_AGO, WIN_BACK_WINDOW = 52, 49
RUNNING_AGO = 11
EVENT_AGO, EVENT_AFTER = 80, 21
REFERRAL_AGO = 170
BROUGHT = 9
CAME_TO_EVENT = 0.4
ANYWAY = 0.05
"""Of those long away, who come in these weeks without being asked."""
TARGETS: Mapping[TileKey, float] = {TileKey.RETURN_RATE: 0.75, TileKey.SECOND_VISIT_90: 0.6}
_ZONE = ZoneInfo("Asia/Tokyo")
_SEED = DEMO_SEED + 8
_FIFTHS = 5
_CARDS = MeasureCost(postage=POSTAGE, printing=PRINTING, minutes=0.5, wage=WAGE, offer=COUPON, offer_share=0.2)
_LETTERS = MeasureCost(postage=110, printing=30, minutes=2.0, wage=WAGE)


class Visits(Protocol):
    """What the sample shop has sold so far, and a way to sell more."""

    purchases: list[dict[str, Any]]
    lines: list[dict[str, Any]]

    def add_visit(self, customer_id: int, day: date, favourite: int) -> None: ...

    def open_day(self, day: date) -> date: ...


@dataclass(frozen=True, slots=True)
class _Seen:
    """A customer as of the day a campaign goes out. `away`: days since the last visit."""

    customer_id: int
    visits: int
    away: int


@dataclass(slots=True)
class _Salon:
    """`days` of the visits by customer, `reachable`: who may be written to."""

    session: Session
    visits: Visits
    today: date
    words: Mapping[str, Any]
    draw: Random
    reachable: frozenset[int]
    days: dict[int, list[date]] = field(default_factory=dict)

    def seen_before(self, day: date) -> list[_Seen]:
        """Everybody who came before the day, by id."""
        found = []
        for number in sorted(self.days):
            before = [one for one in self.days[number] if one < day]
            if before:
                found.append(_Seen(number, len(before), (day - max(before)).days))
        return found

    def start(self, plan: MeasurePlan, sent_on: date, wanted: Callable[[_Seen], bool]) -> StartOutcome:
        """Begin a campaign on its day with those wanted who can be reached and are in no other one."""
        now, free_from = _at(sent_on), sent_on + timedelta(days=plan.window_days)
        taken = in_other_measures(self.session, sent_on, free_from, today=sent_on)
        chosen = [one for one in self.seen_before(sent_on) if wanted(one)]
        people = [one for one in chosen if one.customer_id in self.reachable and one.customer_id not in taken]
        number = save_draft(self.session, None, plan, now=now).measure_id
        left_out, seed = len(chosen) - len(people), _SEED + number
        return start_with(self.session, number, _facts(people), now=now, today=sent_on, seed=seed, left_out=left_out)

    def bring(self, people: Sequence[int], sent_on: date, window_days: int, chance: Callable[[_Seen], float]) -> None:
        """Let some of these come who would not have come within the window, early rather than late."""
        seen = {one.customer_id: one for one in self.seen_before(sent_on)}
        for number in people:
            is_brought = self.draw.random() < chance(seen[number])
            day = self.visits.open_day(sent_on + timedelta(days=3 + int(self.draw.betavariate(1.3, 2.4) * (window_days - 5))))
            if is_brought and day < self.today and not self._came_within(number, sent_on, window_days):
                self.visits.add_visit(number, day, self.draw.randrange(3))
                self.days[number].append(day)

    def take_off(self, sent: Sequence[int], sent_on: date, window_days: int) -> None:
        """The coupon of everybody sent to who came: off the first visit within the window."""
        end, first = sent_on + timedelta(days=window_days), dict[int, dict[str, Any]]()
        wanted = set(sent)
        for purchase in self.visits.purchases:
            if purchase["customer_id"] in wanted and sent_on <= purchase["day"] < end:
                kept = first.setdefault(purchase["customer_id"], purchase)
                first[purchase["customer_id"]] = min(kept, purchase, key=lambda one: (one["day"], one["id"]))
        reduced = {purchase["id"] for purchase in first.values()}
        for purchase in first.values():
            purchase["amount"] -= COUPON
            purchase["net"] -= COUPON
        for line in self.visits.lines:
            if line["purchase_id"] in reduced and line["position"] == 0:
                line["discount"] += COUPON
                line["amount"] -= COUPON

    def _came_within(self, number: int, start: date, days: int) -> bool:
        return any(start <= day < start + timedelta(days=days) for day in self.days[number])


def fill_measures(session: Session, visits: Visits, *, now: datetime, today: date, language: str) -> None:
    """Before the visits are kept: the campaigns add some. What they did stands among the recent actions until the sample is whole."""
    words = json.loads(resource("sample", "measures.json").read_text(encoding="utf-8"))["ja" if language == "ja" else "en"]
    salon = _Salon(session, visits, today, words, Random(_SEED), _reachable(session, today))
    for purchase in visits.purchases:
        salon.days.setdefault(purchase["customer_id"], []).append(purchase["day"])
    _refer(salon)
    _thank(salon)
    _invite(salon)
    _win_back(salon)
    _remind(salon)
    for number, plan in enumerate(_drafts(words)):
        measure_row(session, save_draft(session, None, plan, now=now).measure_id).seed = _SEED - number
    year = year_of(today, session.scalars(select(Shop.fiscal_year_start)).one()).start.year
    for figure, value in TARGETS.items():
        set_target(session, figure, year, value, now=now)
    save_comment(session, add_months(month_start(today), -1), words["comment"], now=now)


def _win_back(salon: _Salon) -> None:
    """Whoever has been away for less long is easier to win back. The result is clear."""
    sent_on = salon.today - timedelta(days=WIN_BACK_AGO)
    names, list_words, note = salon.words["win_back"]
    plan = replace(
        _carded(names[(sent_on.month - 3) % 12 // 3], MeasureKind.WIN_BACK, AudienceFigure.NOT_SEEN_90, list_words, note),
        window_days=WIN_BACK_WINDOW,
        expected_rate=0.08,
        expected_margin=5_000,
        held_back=120,
        cost=replace(_CARDS, initial=12_000),
        offer=_coupon(salon.words),
    )
    made = salon.start(plan, sent_on, lambda one: one.away >= 90)
    salon.bring((*made.sent, *made.held), sent_on, WIN_BACK_WINDOW, lambda _one: ANYWAY)
    salon.bring(made.sent, sent_on, WIN_BACK_WINDOW, lambda one: 0.34 if one.away < 180 else 0.24 if one.away < 365 else 0.17)
    salon.take_off(made.sent, sent_on, WIN_BACK_WINDOW)


def _thank(salon: _Salon) -> None:
    """Those who come anyway: what a letter adds cannot be told from chance. It was over in the last finished month."""
    sent_on = month_start(salon.today) - timedelta(days=70)
    name, list_words, note = salon.words["thank_you"]
    plan = replace(
        _carded(name, MeasureKind.THANK_YOU, AudienceFigure.REGULARS, list_words, note, _LETTERS),
        channel=MeasureChannel.LETTER,
        expected_rate=0.05,
        expected_margin=5_000,
    )
    made = salon.start(plan, sent_on, lambda one: one.away < 90 and one.visits >= 2 and one.customer_id % 3 > 0)
    salon.bring(made.sent, sent_on, plan.window_days, lambda _one: 0.02)


def _remind(salon: _Salon) -> None:
    """Still running."""
    sent_on = salon.today - timedelta(days=RUNNING_AGO)
    name, list_words, note = salon.words["running"]
    plan = _carded(name, MeasureKind.WIN_BACK, AudienceFigure.OVERDUE, list_words, note)
    plan = replace(plan, expected_rate=0.12, expected_margin=5_000, offer=_coupon(salon.words))
    made = salon.start(plan, sent_on, lambda one: 45 <= one.away < 200)
    salon.bring(made.sent, sent_on, plan.window_days, lambda _one: 0.2)
    salon.take_off(made.sent, sent_on, plan.window_days)


def _invite(salon: _Salon) -> None:
    """An event with who came, and two who had not been asked."""
    sent_on = salon.today - timedelta(days=EVENT_AGO)
    event_on = salon.visits.open_day(sent_on + timedelta(days=EVENT_AFTER))
    name, list_words, note, place = salon.words["event"]
    plan = replace(
        _carded(name, MeasureKind.EVENT, AudienceFigure.REGULARS, list_words, note),
        held_back=0,
        window_days=45,
        event_on=event_on,
        place=place,
        cost=MeasureCost(postage=POSTAGE, printing=PRINTING, minutes_once=240, wage=WAGE, other=9_000),
    )
    made = salon.start(plan, sent_on, lambda one: one.away < 60 and one.visits >= 2 and one.customer_id % 3 == 0)
    came = [number for number in made.sent if salon.draw.random() < CAME_TO_EVENT]
    mark_came(salon.session, made.measure_id, came, event_on, now=_at(event_on))
    others = [one.customer_id for one in salon.seen_before(event_on) if one.away < 60 and one.customer_id not in made.sent]
    for guest in salon.draw.sample(others, 2):
        bring_guest(salon.session, made.measure_id, guest, event_on, now=_at(event_on))


def _refer(salon: _Salon) -> None:
    """Some of those who came for the first time afterwards were brought by those who got the cards."""
    sent_on = salon.today - timedelta(days=REFERRAL_AGO)
    name, list_words, note = salon.words["referral"]
    plan = replace(
        _carded(name, MeasureKind.REFERRAL, AudienceFigure.REGULARS, list_words, note),
        channel=MeasureChannel.LIST,
        held_back=0,
        cost=MeasureCost(printing=2 * PRINTING, minutes=1.0, wage=WAGE),
    )
    made = salon.start(plan, sent_on, lambda one: one.away < 60 and one.visits >= 3)
    end = sent_on + timedelta(days=plan.window_days)
    newcomers = [number for number, days in sorted(salon.days.items()) if sent_on < min(days) < end]
    for brought in sorted(salon.draw.sample(newcomers, min(BROUGHT, len(newcomers)))):
        by = salon.draw.choice(made.sent[: BROUGHT // 2 + 1])
        salon.session.execute(update(Customer).where(Customer.id == brought).values(referred_by_id=by))


def _drafts(words: Mapping[str, Any]) -> tuple[MeasurePlan, ...]:
    """Two plans to choose between."""
    season, up_sell = words["season"], words["up_sell"]
    return (
        replace(
            _carded(
                season[0], MeasureKind.SEASON, AudienceFigure.REGULARS, season[1], season[2], replace(_CARDS, offer=0, offer_share=0.0)
            ),
            expected_rate=0.05,
            expected_margin=5_000,
            scores=Scores(5, 3),
        ),
        MeasurePlan(
            name=up_sell[0],
            kind=MeasureKind.UP_SELL,
            audience=AudiencePlan(Audience.FIGURE, figure=bought_group(up_sell[3]), words=up_sell[1]),
            channel=MeasureChannel.CALLS,
            cost=MeasureCost(training=12_000, minutes=10.0, wage=WAGE),
            expected_rate=0.15,
            expected_margin=1_900,
            scores=Scores(2, 4),
            note=up_sell[2],
        ),
    )


def _carded(name: str, kind: MeasureKind, figure: AudienceFigure, words: str, note: str, cost: MeasureCost = _CARDS) -> MeasurePlan:
    return MeasurePlan(
        name=name,
        kind=kind,
        audience=AudiencePlan(Audience.FIGURE, figure=figure.value, words=words),
        channel=MeasureChannel.POSTCARD,
        cost=cost,
        note=note,
    )


def _coupon(words: Mapping[str, Any]) -> Offer:
    return Offer(OfferKind.AMOUNT, COUPON, words=words["coupon"])


def _reachable(session: Session, today: date) -> frozenset[int]:
    is_free = or_(Customer.mourning_until.is_(None), Customer.mourning_until < today)
    query = select(Customer.id).where(
        Customer.post_consent == Consent.YES, Customer.do_not_contact.is_(False), Customer.bad_address.is_(False), is_free
    )
    return frozenset(session.scalars(query.where(Customer.street != "")))


def _facts(people: Sequence[_Seen]) -> list[PersonFacts]:
    """Scored by fifths of the list: 5 for those who were here last, and for those who came most."""
    lately = sorted(people, key=lambda one: (-one.away, one.customer_id))
    often = sorted(people, key=lambda one: (one.visits, one.customer_id))
    recency = {one.customer_id: 1 + place * _FIFTHS // len(people) for place, one in enumerate(lately)}
    frequency = {one.customer_id: 1 + place * _FIFTHS // len(people) for place, one in enumerate(often)}
    return [PersonFacts(one.customer_id, recency[one.customer_id], frequency[one.customer_id], one.away) for one in people]


def _at(day: date) -> datetime:
    return datetime.combine(day, time(10), _ZONE).astimezone(UTC)
