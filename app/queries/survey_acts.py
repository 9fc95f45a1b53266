"""Whom the answers of a survey ask to do something for: the unhappy who were not answered, the happy who could bring somebody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from zoneinfo import ZoneInfo

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.analytics.occasions import Floats, Ints
from app.analytics.survey_returns import came_within, ripe_last
from app.domain.customers import CustomerKind
from app.domain.findings import is_beyond_chance
from app.domain.follow_ups import FollowUpSource
from app.domain.periods import day_number, day_of
from app.domain.prints import PrintKind
from app.domain.rates import Rate, RateStatus, rate_of
from app.domain.survey_results import COMES_BACK_WITHIN, ComingBack, LowScorer, NpsGroup, ToAnswer, ToThank
from app.domain.surveys import DETRACTOR_TO, PROMOTER_FROM, QuestionKind
from app.models.counter import FollowUp
from app.models.customer import Contact, Customer, is_here, is_within_reach
from app.models.records import PrintPiece, PrintRun
from app.models.shop import Shop
from app.queries.survey_book import Flags, SurveyBook
from app.queries.survey_visits import visits_of

_PORTION = 500
_LOW_SHARE = 2 / 5
_PLANNED = (FollowUpSource.SURVEY, FollowUpSource.HAND)


def to_answer(session: Session, book: SurveyBook, chosen: Flags) -> ToAnswer | None:
    """By the last answer of each customer; None where nothing has a score. Somebody was answered who was spoken to since that day, or
    has a follow-up that was planned since, done or not."""
    scores = low_scores(book)
    if scores is None:
        return None
    counted, limit = chosen & ~np.isnan(scores), low_limit(book)
    unnamed = int((counted & (book.customer == 0) & (scores <= limit)).sum())
    found = {int(book.customer[place]): place for place in last_of_each(book.customer, counted) if scores[place] <= limit}
    people = _reachable(session, list(found))
    answered = _answered(session, book, {number: place for number, place in found.items() if number in people})
    waiting = [place for number, place in found.items() if number in people and number not in answered]
    waiting.sort(key=lambda place: (scores[place], -book.day[place], place))
    words = {one.place: one.words for one in reversed(book.written)}
    rows = [
        LowScorer(
            int(book.response[place]),
            int(book.customer[place]),
            *people[int(book.customer[place])],
            int(scores[place]),
            day_of(int(book.day[place])),
            words.get(place, ""),
        )
        for place in waiting
    ]
    return ToAnswer(int(limit), len(found) + unnamed, unnamed, len(found) - len(people), tuple(rows), book.rules.low_kind)


def low_scores(book: SurveyBook) -> Floats | None:
    """The NPS at each response, else the lowest scale brought to five points; None where nothing is scored."""
    if book.nps_key:
        return book.dense(book.nps_key)
    scales = [one for one in book.asked if one.question.kind is QuestionKind.SCALE and one.is_current]
    if not scales:
        return None
    on_five = np.vstack([1 + 4 * (book.dense(one.key) - 1) / (one.question.points - 1) for one in scales])
    lowest = np.where(np.isnan(on_five), np.inf, on_five).min(axis=0)
    return np.where(np.isinf(lowest), np.nan, lowest)


def last_of_each(customer: Ints, counted: Flags) -> list[int]:
    """The position of each customer's last answer that counts."""
    places = np.flatnonzero(counted & (customer != 0))[::-1]
    _, first = np.unique(customer[places], return_index=True)
    return [int(place) for place in np.sort(places[first])]


def to_thank(session: Session, book: SurveyBook, chosen: Flags) -> ToThank | None:
    """Who was never given a card to hand on."""
    if not book.nps_key:
        return None
    scores = book.dense(book.nps_key)
    counted = chosen & ~np.isnan(scores)
    happy = [int(book.customer[place]) for place in last_of_each(book.customer, counted) if scores[place] >= PROMOTER_FROM]
    unnamed = int((counted & (book.customer == 0) & (scores >= PROMOTER_FROM)).sum())
    given: set[int] = set()
    here: set[int] = set()
    for part in _parts(happy):
        pieces = select(PrintPiece.customer_id).join(PrintRun, PrintRun.id == PrintPiece.run_id)
        cards = PrintRun.kind == PrintKind.REFERRAL_CARDS
        given.update(session.scalars(pieces.where(cards, PrintPiece.sent_on.is_not(None), PrintPiece.customer_id.in_(part))))
        here.update(session.scalars(select(Customer.id).where(Customer.id.in_(part), is_here())))
    return ToThank(len(happy) + unnamed, tuple(number for number in happy if number in here and number not in given))


def coming_back(session: Session, book: SurveyBook, chosen: Flags, today: date) -> ComingBack | None:
    """None where the NPS is not asked."""
    if not book.nps_key:
        return None
    rates: dict[NpsGroup, Rate] = {}
    for group, places, came in came_back(session, book, chosen, today):
        rates[group] = rate_of(int(came.sum()), len(places))
    happy, unhappy = rates[NpsGroup.PROMOTERS], rates[NpsGroup.DETRACTORS]
    is_sound = RateStatus.SOUND is happy.status and RateStatus.SOUND is unhappy.status
    return ComingBack(tuple(rates.items()), is_sound and is_beyond_chance(happy, unhappy))


def came_back(session: Session, book: SurveyBook, chosen: Flags, today: date) -> Iterator[tuple[NpsGroup, Ints, Flags]]:
    """By group: the positions of the last answers whose 90 days are over, and who of them came within these."""
    scores = book.dense(book.nps_key)
    counted = np.flatnonzero(chosen & ~np.isnan(scores))
    ripe = counted[ripe_last(book.customer[counted], book.day[counted], today=day_number(today), within=COMES_BACK_WITHIN)]
    came = came_within(book.customer[ripe], book.day[ripe], visits_of(session, book).occasions(), COMES_BACK_WITHIN)
    for group in NpsGroup:
        members = is_in_group(scores[ripe], group)
        yield group, ripe[members], came[members]


def is_in_group(scores: Floats, group: NpsGroup) -> Flags:
    if group is NpsGroup.PROMOTERS:
        return np.asarray(scores >= PROMOTER_FROM, dtype=np.bool_)
    if group is NpsGroup.DETRACTORS:
        return np.asarray(scores <= DETRACTOR_TO, dtype=np.bool_)
    return np.asarray((scores < PROMOTER_FROM) & (scores > DETRACTOR_TO), dtype=np.bool_)


def low_limit(book: SurveyBook) -> float:
    """The highest score that counts as low; of scales brought to five points two fifths."""
    return float(book.rules.low_to) if book.nps_key else 5 * _LOW_SHARE


def _reachable(session: Session, customers: Sequence[int]) -> dict[int, tuple[str, bool]]:
    """Names of those who may be contacted, and whether it is a company."""
    found: dict[int, tuple[str, bool]] = {}
    for part in _parts(customers):
        query = select(Customer.id, Customer.name, Customer.kind).where(Customer.id.in_(part), is_within_reach())
        found |= {number: (name, kind is CustomerKind.COMPANY) for number, name, kind in session.execute(query)}
    return found


def _answered(session: Session, book: SurveyBook, places: dict[int, int]) -> set[int]:
    zone = ZoneInfo(session.scalars(select(Shop.timezone)).one())
    since = {number: day_of(int(book.day[place])) for number, place in places.items()}
    found: set[int] = set()
    for part in _parts(list(places)):
        contacts = session.execute(select(Contact.customer_id, Contact.day).where(Contact.customer_id.in_(part)))
        found |= {number for number, day in contacts if day >= since[number]}
        one = FollowUp
        plans = select(one.customer_id, one.created_at, one.source, one.done_on).where(one.customer_id.in_(part))
        for number, made, source, done in session.execute(plans):
            is_planned = source in _PLANNED and made.astimezone(zone).date() >= since[number]
            if is_planned or (done is not None and done >= since[number]):
                found.add(number)
    return found


def _parts(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(numbers), _PORTION):
        yield numbers[start : start + _PORTION]
