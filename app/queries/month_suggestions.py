"""What the month-end report proposes for the next month, with the people it is about as of the end of the month."""

from __future__ import annotations

from datetime import date, datetime, time

import numpy as np
from sqlalchemy import Text, select, type_coerce
from sqlalchemy.orm import Session

from app.domain.month_report import Amount, KeptSuggestions, Suggestion, SuggestionKind
from app.domain.month_sentences import Flow
from app.domain.numbers import format_percent
from app.domain.periods import Period
from app.domain.segments import Segment
from app.domain.status import Chip
from app.domain.surveys import Audience
from app.models.counter import FollowUp
from app.models.customer import Contact, Customer, is_within_reach
from app.models.records import Action
from app.models.surveys import Survey
from app.queries.month_care import waiting_customers
from app.queries.month_standing import MonthStanding
from app.queries.shop import shop_zone
from app.queries.standing import shop_rules
from app.queries.survey_acts import last_of_each, low_limit, low_scores
from app.queries.survey_book import given_in, survey_book

_PORTION = 500


def month_suggestions(
    session: Session, period: Period, standing: MonthStanding, flow: Flow, lost: tuple[int, ...], kept: KeptSuggestions
) -> tuple[Suggestion, ...]:
    """All there are, in the order in which they are proposed; nobody who does not want to be contacted is in any."""
    here = ~standing.has_left & ~standing.is_out_of_reach
    reachable = set(standing.ids(here))
    slipping = standing.has_chip(Chip.ATTENTION, Chip.WATCH) & here
    regulars = standing.in_segment(Segment.LOYAL) & here
    amounts = standing.standing.amount_365
    total = int(amounts[amounts > 0].sum())
    share = int(amounts[regulars & (amounts > 0)].sum()) / total if total else None
    window = shop_rules(session).window
    regular_ids = standing.ids(regulars)
    found = [
        _of(SuggestionKind.PROMISES, waiting_customers(session, period.end)),
        _of(SuggestionKind.ANSWER, _unanswered(session, period)),
        _of(SuggestionKind.REACH_OUT, standing.ids(slipping), amount=Amount(int(amounts[slipping].sum()))),
        _of(SuggestionKind.SECOND_VISIT, standing.ids(standing.has_chip(Chip.SECOND_VISIT) & here)),
        _of(SuggestionKind.WIN_BACK, tuple(number for number in lost if number in reachable), days=window),
        _of(SuggestionKind.REFERRAL, regular_ids if flow.lost > flow.new else (), new=flow.new, lost=flow.lost),
        _of(SuggestionKind.BIRTHDAY, _birthdays(session, period.end.month % 12 + 1)),
        _of(SuggestionKind.THANK_YOU, regular_ids, percent=format_percent(share)),
    ]
    standing_acts = _standing_acts(session, kept)
    return tuple(_with_act(one, kept, standing_acts) for one in found if one.customer_ids)


def _of(kind: SuggestionKind, ids: tuple[int, ...], **values: object) -> Suggestion:
    return Suggestion(kind, ids, {"count": len(ids), **values})


def _with_act(one: Suggestion, kept: KeptSuggestions, standing_acts: set[int]) -> Suggestion:
    action, measure = kept.done.get(one.kind, (0, None))
    return Suggestion(one.kind, one.customer_ids, one.values, action, measure) if action in standing_acts else one


def _standing_acts(session: Session, kept: KeptSuggestions) -> set[int]:
    """Those that were not undone; one that is so old that it was forgotten stands."""
    ids = [action for action, _measure in kept.done.values()]
    if not ids:
        return set()
    undone = session.scalars(select(Action.id).where(Action.id.in_(ids), Action.undone_at.is_not(None)))
    return set(ids) - set(undone)


def _birthdays(session: Session, month: int) -> tuple[int, ...]:
    stored = select(Customer.id, type_coerce(Customer.birthday, Text)).where(Customer.birthday.is_not(None), is_within_reach())
    return tuple(number for number, born in session.execute(stored.order_by(Customer.id)) if int(born[-5:-3]) == month)


def _unanswered(session: Session, period: Period) -> tuple[int, ...]:
    """Whose last answer of the month was low, and to whom nobody had spoken by its end."""
    ends = datetime.combine(period.end, time(), shop_zone(session))
    low: dict[int, date] = {}
    for survey_id in session.scalars(select(Survey.id).where(Survey.audience == Audience.CUSTOMERS).order_by(Survey.id)).all():
        book = survey_book(session, survey_id)
        scores = low_scores(book)
        if scores is None:
            continue
        counted = given_in(book, period) & ~np.isnan(scores)
        for place in last_of_each(book.customer, counted):
            if scores[place] <= low_limit(book):
                low[int(book.customer[place])] = date.fromordinal(date(1970, 1, 1).toordinal() + int(book.day[place]))
    found: list[int] = []
    for start in range(0, len(low), _PORTION):
        part = sorted(low)[start : start + _PORTION]
        reachable = set(session.scalars(select(Customer.id).where(Customer.id.in_(part), is_within_reach())))
        spoken = session.execute(select(Contact.customer_id, Contact.day).where(Contact.customer_id.in_(part), Contact.day < period.end))
        planned = select(FollowUp.customer_id).where(FollowUp.customer_id.in_(part), FollowUp.created_at < ends)
        answered = {number for number, day in spoken if day >= low[number]} | set(session.scalars(planned))
        found += [number for number in part if number in reachable and number not in answered]
    return tuple(found)
