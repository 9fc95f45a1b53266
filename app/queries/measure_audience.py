"""Who stands on the list of a measure's plan, and how lately, often and much each of them bought."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.analytics.occasions import Ints
from app.domain.customers import Consent
from app.domain.group_specs import NEXT_MONTH, ConditionKind
from app.domain.groups import Condition, GroupRules
from app.domain.measure_audience import AudienceFigure, LeftOutReason, PersonFacts, figure_of
from app.domain.measures import Audience, AudiencePlan, MeasureChannel, MeasurePlan
from app.domain.segments import Segment
from app.domain.status import Chip
from app.models.arrays import read_columns
from app.models.customer import Customer, FormerRecord, is_here
from app.models.measure_rows import in_other_measures
from app.queries.groups import evaluate, members
from app.queries.standing import statuses

_YEAR = 365
_PORTION = 500

_CONDITIONS: Mapping[AudienceFigure, Condition] = {
    AudienceFigure.NOT_SEEN_90: Condition(ConditionKind.LAST_VISIT, "ago", {"days": 90}),
    AudienceFigure.OVERDUE: Condition(ConditionKind.OVERDUE, "yes", {"factor": "1.5"}),
    AudienceFigure.SECOND_VISIT: Condition(ConditionKind.STATE, "yes", {"state": Chip.SECOND_VISIT.value}),
    AudienceFigure.BIRTHDAY_NEXT_MONTH: Condition(ConditionKind.BIRTHDAY, "in", {"month": NEXT_MONTH}),
    AudienceFigure.REGULARS: Condition(ConditionKind.SEGMENT, "yes", {"segment": Segment.LOYAL.value}),
    AudienceFigure.NEWCOMERS: Condition(ConditionKind.SEGMENT, "yes", {"segment": Segment.NEW.value}),
}


def chosen_people(session: Session, audience: AudiencePlan, today: date) -> Ints:
    """The ids of everybody on the list as it is today, ascending, those who cannot be reached among them; of those chosen one by one who
    was made one with another record is found under that. Nobody for a list that nobody knows. CustomerGroupGone."""
    if audience.source is Audience.GROUP:
        return np.empty(0, dtype=np.int64) if audience.group_id is None else members(session, audience.group_id, today)
    if audience.source is Audience.CHOSEN:
        return _surviving(session, audience.customer_ids)
    figure, name = figure_of(audience.figure)
    if figure is None:
        return np.empty(0, dtype=np.int64)
    if figure is AudienceFigure.EVERYBODY:
        return evaluate(session, GroupRules(), today)
    condition = _CONDITIONS.get(figure) or Condition(ConditionKind.BOUGHT_GROUP, "yes", {"group": name, "days": _YEAR})
    return evaluate(session, GroupRules(((condition,),)), today)


def facts_of(session: Session, customer_ids: Sequence[int] | Ints, today: date) -> tuple[PersonFacts, ...]:
    """In the order asked for; the scores are those of the segments."""
    ids = np.asarray(customer_ids, dtype=np.int64)
    now = statuses(session, today)
    places = now.positions(ids)
    if now.groups is None or not len(ids):
        return tuple(PersonFacts(int(number)) for number in ids)
    scores, standing = now.groups.scores, now.standing
    columns = (scores.r, scores.f, standing.days_since_last, standing.visits_365, standing.amount_365)
    known = zip(ids.tolist(), places.tolist(), *(column[places].tolist() for column in columns), strict=True)
    return tuple(PersonFacts(number, *facts) if place >= 0 else PersonFacts(number) for number, place, *facts in known)


def taken_elsewhere(session: Session, plan: MeasurePlan, today: date, measure_id: int | None) -> Collection[int]:
    """Who is in another running measure while the visits for this one would count."""
    start = today if plan.channel is MeasureChannel.POINTS else max(today, plan.sent_on or today)
    return in_other_measures(session, start, start + timedelta(days=plan.window_days), today=today, except_id=measure_id).keys()


def unreachable(session: Session, customer_ids: Iterable[int], channel: MeasureChannel, today: date) -> dict[int, LeftOutReason]:
    """Whom the records keep from being called, written to by e-mail, given points or put on a list, each with the first reason. Without a
    word for or against it somebody may be called, yet advertising by e-mail needs the own consent."""
    columns = select(
        Customer.id,
        is_here(),
        Customer.do_not_contact,
        Customer.mourning_until,
        Customer.phone,
        Customer.mobile,
        Customer.email,
        Customer.email_consent,
    )
    ids, found = list(customer_ids), {}
    for start in range(0, len(ids), _PORTION):
        part = columns.where(Customer.id.in_(ids[start : start + _PORTION]))
        for number, here, stop, mourning, phone, mobile, email, consent in session.execute(part):
            by_mail, by_call = channel is MeasureChannel.EMAIL, channel is MeasureChannel.CALLS
            reasons = (
                (LeftOutReason.GONE, not here),
                (LeftOutReason.REFUSED, stop or (by_mail and consent is Consent.NO)),
                (LeftOutReason.NO_CONSENT, by_mail and consent is not Consent.YES),
                (LeftOutReason.MOURNING, mourning is not None and mourning >= today),
                (LeftOutReason.NO_CONTACT, (by_mail and not email.strip()) or (by_call and not phone.strip() and not mobile.strip())),
            )
            reason = next((reason for reason, holds in reasons if holds), None)
            if reason is not None:
                found[number] = reason
    return found


def _surviving(session: Session, customer_ids: Sequence[int]) -> Ints:
    former = {old: new for old, new in session.execute(select(FormerRecord.id, FormerRecord.customer_id))}
    wanted = np.unique(np.array([former.get(number, number) for number in customer_ids], dtype=np.int64))
    return np.intersect1d(wanted, read_columns(session, select(Customer.id))[0])
