"""Occasions that come with what is on record: points that lapse, low answers, open promises, events, contracts, needs, persons."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

import numpy as np
from sqlalchemy import Select, and_, exists, func, or_, select

from app.domain.care import RuleFields, RuleKind
from app.domain.care_keys import occasion_key
from app.domain.contracts import ContractEventKind, ContractKind
from app.domain.cyclic import due_again
from app.domain.inquiries import InquiryState
from app.domain.measures import MeasureKind
from app.domain.periods import day_number, day_of
from app.domain.survey_answers import follow_up_note, lowest_answer
from app.domain.surveys import Audience, SurveyRules
from app.models.answer_rows import is_counted, read_answers, read_contents
from app.models.care_finders.columns import Found, Said, Span, iso, no_rows
from app.models.care_finders.world import CareWorld, in_order
from app.models.companies import ContactPerson
from app.models.contracts import Contract, ContractEvent, Need
from app.models.inquiries import Inquiry
from app.models.measures import Measure, MeasurePerson
from app.models.points import NO_POINTS, PointLot
from app.models.surveys import Survey, SurveyResponse

_A_DAY = timedelta(days=1)


class Row(NamedTuple):
    """One occasion, found one by one: whose, when due, and the rest."""

    customer_id: int
    due: int
    said: Said


def lapse(world: CareWorld, rule: RuleFields, span: Span) -> Found:
    """So many days before points lapse."""
    ahead = int(rule.number)
    lot = PointLot
    first = day_of(max(span.start + ahead, world.day if not span.as_was else span.start + ahead))
    query = (
        select(lot.customer_id, lot.expires, func.sum(lot.left))
        .where(lot.left > NO_POINTS, lot.expires >= first, lot.expires < day_of(span.end + ahead))
        .group_by(lot.customer_id, lot.expires)
    )
    customer, expires, points = in_order(world.session, world.of_interest(query))

    def say(i: int) -> Said:
        return Said(occasion_key(rule.kind, iso(expires[i])), {"day": iso(expires[i]), "points": int(points[i])})

    return Found.of(customer, expires - ahead, say)


def low_survey(world: CareWorld, rule: RuleFields, span: Span) -> Found:
    """A low answer, on the day it came in, unless the survey itself or a complaint has seen to it already."""
    one = SurveyResponse
    begin, end = _instants(world, span)
    opened = exists().where(Inquiry.response_id == one.id)
    query = (
        select(one.id, one.customer_id, one.version_id, one.at)
        .join(Survey, Survey.id == one.survey_id)
        .where(one.at >= begin, one.at < end, one.customer_id.is_not(None), is_counted())
        .where(Survey.audience != Audience.STAFF, one.follow_up_id.is_(None), ~opened)
        .order_by(one.id)
    )
    responses = _rows(world, query)
    contents = read_contents(world.session, {version for _, _, version, _ in responses})
    answers = read_answers(world.session, [number for number, *_ in responses])
    rules = SurveyRules(low_to=int(rule.number))
    rows = []
    for number, customer, version, at in responses:
        content = contents[version][1]
        low = lowest_answer(content, answers[number], rules)
        if low is not None:
            said = Said(occasion_key(rule.kind, number), {"text": follow_up_note(content, *low)}, number)
            rows.append(Row(customer, world.day_of(at), said))
    return _found(rows, span)


def inquiry_overdue(world: CareWorld, rule: RuleFields, span: Span) -> Found:
    """A promise was to be kept by a day, and that day is over, so many days more."""
    one, late = Inquiry, int(rule.number) + 1
    begin, end = _instants(world, Span(span.start - late, span.end - late))
    query = select(one.id, one.customer_id, one.title, one.due_at).where(
        one.state != InquiryState.CLOSED, one.customer_id.is_not(None), one.due_at >= begin, one.due_at < end
    )
    rows = []
    for number, customer, title, due_at in _rows(world, query.order_by(one.id)):
        promised = world.day_of(due_at)
        reason = {"title": title, "day": iso(promised), "deadline": iso(promised)}
        rows.append(Row(customer, promised + late, Said(occasion_key(rule.kind, number), reason, number)))
    return _found(rows, span)


def after_event(world: CareWorld, rule: RuleFields, span: Span) -> Found:
    """So many days after an event, for those who came."""
    days = timedelta(days=int(rule.number))
    one = MeasurePerson
    query = (
        select(one.customer_id, one.came_on, one.measure_id, Measure.name)
        .join(Measure, Measure.id == one.measure_id)
        .where(Measure.kind == MeasureKind.EVENT, one.customer_id.is_not(None))
        .where(one.came_on >= day_of(span.start) - days, one.came_on < day_of(span.end) - days)
        .order_by(one.id)
    )
    rows = [
        Row(customer, day_number(day + days), Said(occasion_key(rule.kind, measure), {"name": name, "day": day.isoformat()}, measure))
        for customer, day, measure, name in _rows(world, query)
    ]
    return _found(rows, span)


def renewal(world: CareWorld, rule: RuleFields, span: Span) -> Found:
    """So many days before a contract that runs on is renewed or runs out."""
    ahead = timedelta(days=int(rule.number))
    c = Contract
    runs_on = or_(c.ended_on.is_(None), c.ended_on > c.renews_on)
    query = select(c.id, c.customer_id, c.plan, c.renews_on).where(
        c.kind == ContractKind.PLAN, runs_on, c.renews_on >= day_of(span.start) + ahead, c.renews_on < day_of(span.end) + ahead
    )
    rows = [
        Row(customer, day_number(day - ahead), Said(occasion_key(rule.kind, number, day), {"plan": plan, "day": day.isoformat()}, number))
        for number, customer, plan, day in _rows(world, query.order_by(c.id))
    ]
    return _found(rows, span)


def job_done(world: CareWorld, rule: RuleFields, span: Span) -> Found:
    """So many days after a job or project was done; not for one that was broken off."""
    days = timedelta(days=int(rule.number))
    c, step = Contract, ContractEvent
    broken_off = exists().where(step.contract_id == c.id, step.kind == ContractEventKind.CANCELLED, step.day == c.ended_on)
    query = select(c.id, c.customer_id, c.plan, c.ended_on).where(
        c.kind == ContractKind.JOB, c.ended_on >= day_of(span.start) - days, c.ended_on < day_of(span.end) - days, ~broken_off
    )
    rows = [
        Row(customer, day_number(day + days), Said(occasion_key(rule.kind, number), {"plan": plan, "day": day.isoformat()}, number))
        for number, customer, plan, day in _rows(world, query.order_by(c.id))
    ]
    return _found(rows, span)


def need_due(world: CareWorld, rule: RuleFields, span: Span) -> Found:
    """So many days before something is needed again."""
    ahead = timedelta(days=int(rule.number))
    one = Need
    query = select(one.id, one.customer_id, one.title, one.due).where(
        one.done_on.is_(None), one.due >= day_of(span.start) + ahead, one.due < day_of(span.end) + ahead
    )
    rows = [
        Row(customer, day_number(day - ahead), Said(occasion_key(rule.kind, number, day), {"title": title, "day": day.isoformat()}, number))
        for number, customer, title, day in _rows(world, query.order_by(one.id))
    ]
    return _found(rows, span)


def product_due(world: CareWorld, rule: RuleFields, span: Span) -> Found:
    """So many days before something that was bought is used up."""
    wanted = world.reused
    if not wanted:
        return Found.of(no_rows(), no_rows(), _nothing)
    ahead = int(rule.number)
    longest = max(product.fields.reuse_days or 0 for product in wanted.values())
    rows = []
    for (customer, product), bought in world.bought_since(span.start + ahead - longest).items():
        fields = wanted[product].fields
        due = due_again(bought, fields.reuse_days or 0)
        reason = {"product": fields.name, "day": due.isoformat(), "bought": bought.isoformat()}
        rows.append(Row(customer, day_number(due) - ahead, Said(occasion_key(rule.kind, product, bought), reason, product)))
    return _found(sorted(rows, key=lambda row: (row.customer_id, row.said.key)), span)


def new_person(world: CareWorld, rule: RuleFields, span: Span) -> Found:
    """From the day after a new contact person was recorded; within so many days."""
    one, within = ContactPerson, int(rule.number)
    in_charge = or_(one.until.is_(None), one.until > world.today)
    begun = func.max(one.recorded_on, func.coalesce(one.since, one.recorded_on))
    query = select(one.id, one.customer_id, one.name, one.recorded_on, one.since).where(
        and_(in_charge, begun >= day_of(span.start) - _A_DAY, begun < day_of(span.end) - _A_DAY)
    )
    rows = []
    for number, customer, name, recorded, since in _rows(world, query.order_by(one.id)):
        day: date = max(recorded, since or recorded)
        reason = {"name": name, "day": day.isoformat(), "deadline": (day + timedelta(days=within)).isoformat()}
        rows.append(Row(customer, day_number(day + _A_DAY), Said(occasion_key(rule.kind, number), reason, number)))
    return _found(rows, span)


def _rows(world: CareWorld, query: Select[*tuple[Any, ...]]) -> list[Any]:
    """Rows whose columns the query has asked to be there."""
    return list(world.session.execute(world.of_interest(query)))


def _found(rows: Iterable[Row], span: Span) -> Found:
    found = list(rows)
    customer = np.array([row.customer_id for row in found], dtype=np.int64)
    due = np.array([row.due for row in found], dtype=np.int64)

    def say(i: int) -> Said:
        return found[i].said

    return Found.of(customer, due, say).pick(span.has(due))


def _nothing(_place: int) -> Said:
    return Said("", {})


def _instants(world: CareWorld, span: Span) -> tuple[datetime, datetime]:
    """From the first to the end of the last of these days at the shop."""
    start, end = (datetime.combine(day_of(number), datetime.min.time(), world.zone) for number in (span.start, span.end))
    return start, end


KINDS: dict[RuleKind, Callable[[CareWorld, RuleFields, Span], Found]] = {
    RuleKind.LAPSE: lapse,
    RuleKind.LOW_SURVEY: low_survey,
    RuleKind.INQUIRY_OVERDUE: inquiry_overdue,
    RuleKind.AFTER_EVENT: after_event,
    RuleKind.RENEWAL: renewal,
    RuleKind.JOB_DONE: job_done,
    RuleKind.NEED_DUE: need_due,
    RuleKind.PRODUCT_DUE: product_due,
    RuleKind.NEW_PERSON: new_person,
}
