"""Who brought whom and what came of it, and what came of the shop's events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from app.domain.customers import CustomerKind
from app.domain.measures import Arm, MeasureKind, MeasurePlan, MeasureState
from app.domain.prints import PrintKind
from app.domain.spending import EventRow, ReferralResults, ReferrerRow
from app.domain.surveys import ResponseState
from app.models.counter import FollowUp, Referral
from app.models.customer import Customer
from app.models.measures import Measure, MeasurePerson
from app.models.purchase import Purchase
from app.models.records import PrintPiece, PrintRun
from app.models.shop import Shop
from app.models.summary import CustomerStat
from app.models.surveys import SurveyResponse
from app.queries.referrals import margins_so_far

_PORTION = 500
_CARED_DAYS = 60
"""How long after an event what is done for its guests counts as done because of it."""
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class _Brought:
    referrer_id: int
    customer_id: int
    day: date | None
    has_points: bool


def referral_results(session: Session) -> ReferralResults:
    """Thanks were given for somebody brought when the code's points were granted for it, or a thank-you piece or campaign went out to
    the referrer since."""
    brought = _all_brought(session)
    by_referrer: dict[int, list[_Brought]] = {}
    for one in brought:
        by_referrer.setdefault(one.referrer_id, []).append(one)
    margins = margins_so_far(session, [one.customer_id for one in brought])
    thanks, people = _thanks(session, list(by_referrer)), _people(session, list(by_referrer))
    buyers = _have_bought(session, [one.customer_id for one in brought])
    rows = []
    for referrer, found in by_referrer.items():
        name, kind = people[referrer]
        latest = thanks.get(referrer)
        days = [one.day for one in found if one.day is not None]
        rows.append(
            ReferrerRow(
                referrer,
                name,
                kind is CustomerKind.COMPANY,
                tuple(one.customer_id for one in found),
                sum(one.customer_id in buyers for one in found),
                sum(margins.get(one.customer_id, 0) for one in found),
                sum(one.has_points or (latest is not None and (one.day is None or latest >= one.day)) for one in found),
                max(days, default=None),
            )
        )
    ordered = tuple(sorted(rows, key=lambda row: (-row.margin, -len(row.brought), row.customer_id)))
    currency = session.scalars(select(Shop.currency)).one()
    return ReferralResults(ordered, currency, tuple(row.customer_id for row in ordered if row.unthanked))


def events(session: Session, today: date) -> tuple[EventRow, ...]:
    """The events whose list is frozen, the latest first. What is done after one counts for _CARED_DAYS days."""
    query = select(Measure).where(Measure.kind == MeasureKind.EVENT, Measure.state != MeasureState.DRAFT)
    rows = [_event(session, measure, today) for measure in session.scalars(query.order_by(Measure.id)).all()]
    return tuple(sorted(rows, key=lambda row: (row.day or date.min, row.measure_id), reverse=True))


def _all_brought(session: Session) -> list[_Brought]:
    """Everybody whose record names who brought him, the day of the code or else of the first visit."""
    referrer = aliased(Customer)
    query = (
        select(Customer.referred_by_id, Customer.id, Referral.day, Referral.referrer_act_id, CustomerStat.first_day)
        .join(referrer, referrer.id == Customer.referred_by_id)
        .outerjoin(Referral, (Referral.referred_id == Customer.id) & (Referral.referrer_id == Customer.referred_by_id))
        .outerjoin(CustomerStat, CustomerStat.customer_id == Customer.id)
        .order_by(Customer.id)
    )
    found = []
    for by, number, coded, act, first in session.execute(query):
        day: date | None = coded
        if by is not None:
            found.append(_Brought(by, number, first if day is None else day, act is not None))
    return found


def _thanks(session: Session, referrers: Sequence[int]) -> Mapping[int, date]:
    """The latest day on which each was sent thanks."""
    latest: dict[int, date] = {}
    for part in _parts(referrers):
        pieces = (
            select(PrintPiece.customer_id, PrintPiece.sent_on)
            .join(PrintRun, PrintRun.id == PrintPiece.run_id)
            .where(PrintRun.kind == PrintKind.THANK_YOU, PrintPiece.customer_id.in_(part))
        )
        sent = (
            select(MeasurePerson.customer_id, Measure.sent_on)
            .join(Measure, Measure.id == MeasurePerson.measure_id)
            .where(
                Measure.kind == MeasureKind.THANK_YOU,
                Measure.state != MeasureState.DRAFT,
                MeasurePerson.arm == Arm.SENT,
                MeasurePerson.customer_id.in_(part),
            )
        )
        for rows in (pieces, sent):
            for customer, day in session.execute(rows):
                if customer is not None and day is not None:
                    latest[customer] = max(day, latest.get(customer, day))
    return latest


def _people(session: Session, ids: Sequence[int]) -> dict[int, tuple[str, CustomerKind]]:
    found: dict[int, tuple[str, CustomerKind]] = {}
    for part in _parts(ids):
        rows = session.execute(select(Customer.id, Customer.name, Customer.kind).where(Customer.id.in_(part)))
        found |= {number: (name, kind) for number, name, kind in rows}
    return found


def _have_bought(session: Session, ids: Sequence[int]) -> set[int]:
    found: set[int] = set()
    for part in _parts(ids):
        query = select(CustomerStat.customer_id).where(CustomerStat.customer_id.in_(part), CustomerStat.first_day.is_not(None))
        found.update(session.scalars(query))
    return found


def _event(session: Session, measure: Measure, today: date) -> EventRow:
    plan = MeasurePlan.from_json(measure.plan)
    query = select(MeasurePerson).where(MeasurePerson.measure_id == measure.id, MeasurePerson.customer_id.is_not(None))
    people = session.scalars(query.order_by(MeasurePerson.id)).all()
    days = {one.customer_id: one.came_on for one in people if one.came_on is not None and one.customer_id is not None}
    came = tuple(days)
    day = plan.event_on or max(days.values(), default=None) or measure.sent_on
    after = _AfterEvent(came, day or today, measure.window_days)
    planned, cared = _follow_ups(session, after)
    return EventRow(
        measure_id=measure.id,
        name=measure.name,
        day=day,
        place=plan.place,
        invited=tuple(one.customer_id for one in people if one.arm is Arm.SENT and one.customer_id is not None),
        came=came,
        guests=sum(one.arm is Arm.GUEST and one.came_on is not None for one in people),
        again=after.kept(_bought(session, after)),
        planned=after.kept(planned - cared),
        cared=after.kept(cared),
        answered=after.kept(_answered(session, after)),
        without_care=tuple(number for number in came if number not in planned | cared),
    )


@dataclass(frozen=True, slots=True)
class _AfterEvent:
    """Who came to it, its day, and for how many days a visit after it counts."""

    came: tuple[int, ...]
    day: date
    window: int

    @property
    def cared_until(self) -> date:
        return self.day + timedelta(days=_CARED_DAYS)

    def kept(self, found: set[int]) -> tuple[int, ...]:
        """In the order in which they came."""
        return tuple(number for number in self.came if number in found)


def _bought(session: Session, after: _AfterEvent) -> set[int]:
    until = after.day + timedelta(days=after.window)
    within = (Purchase.net > 0, Purchase.day > after.day, Purchase.day <= until)
    found: set[int] = set()
    for part in _parts(after.came):
        found |= _ids(session.scalars(select(Purchase.customer_id).where(Purchase.customer_id.in_(part), *within)))
    return found


def _follow_ups(session: Session, after: _AfterEvent) -> tuple[set[int], set[int]]:
    """For whom something is still to be done, and for whom something was."""
    planned, done = set[int](), set[int]()
    for part in _parts(after.came):
        query = select(FollowUp.customer_id, FollowUp.done_on).where(FollowUp.customer_id.in_(part), FollowUp.due >= after.day)
        for customer, done_on in session.execute(query.where(FollowUp.due < after.cared_until)):
            (planned if done_on is None else done).add(customer)
    return planned, done


def _answered(session: Session, after: _AfterEvent) -> set[int]:
    one, found = SurveyResponse, set[int]()
    counted = (one.day >= after.day, one.day < after.cared_until, one.state != ResponseState.THROWN_OUT)
    for part in _parts(after.came):
        found |= _ids(session.scalars(select(one.customer_id).where(one.customer_id.in_(part), *counted)))
    return found


def _ids(found: Iterable[int | None]) -> set[int]:
    return {number for number in found if number is not None}


def _parts(ids: Sequence[_T]) -> Iterable[Sequence[_T]]:
    return (ids[start : start + _PORTION] for start in range(0, len(ids), _PORTION))
