"""What a member of the staff has open, as it goes to another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.contacts import ContactKind
from app.domain.customers import CustomerKind
from app.domain.follow_ups import FollowUpRow
from app.domain.hand_over import HandOverPerson, HandOverView, PromiseLine, ProposalLine
from app.domain.inquiries import InquiryState
from app.domain.proposals import ProposalOutcome
from app.domain.staff import HandOverSpan, StaffUnknown
from app.models.care import CareRule
from app.models.contracts import Contract
from app.models.counter import FollowUp, whose_task
from app.models.customer import Contact, Customer
from app.models.inquiries import Inquiry
from app.models.proposals import Proposal
from app.models.shop import Staff
from app.models.summary import CustomerStat
from app.queries.follow_ups import rows_of
from app.queries.shop import shop_zone

_AT_ONCE = 500
_LAST = date.max
_SPOKEN = (ContactKind.PHONE, ContactKind.TALK, ContactKind.EMAIL)


def hand_over_view(session: Session, staff_id: int, span: HandOverSpan | None) -> HandOverView:
    """All that is theirs, or what falls due in the span. StaffUnknown."""
    name = session.scalar(select(Staff.name).where(Staff.id == staff_id))
    if name is None:
        raise StaffUnknown
    follow_ups, promises, proposals = _open_work(session, staff_id, span)
    ids = {*follow_ups, *(one for one in promises if isinstance(one, int)), *proposals}
    people = _people(session, ids, follow_ups, promises, proposals)
    people += [
        HandOverPerson(None, who, False, "", None, None, (), tuple(lines), ()) for who, lines in promises.items() if isinstance(who, str)
    ]
    people.sort(key=_first_due)
    if span is not None:
        return HandOverView(name, tuple(people), 0, 0, 0)
    customers = session.scalar(select(func.count()).where(Customer.staff_id == staff_id)) or 0
    contracts = session.scalar(select(func.count()).where(Contract.staff_id == staff_id, Contract.ended_on.is_(None))) or 0
    rules = session.scalar(select(func.count()).where(CareRule.staff_id == staff_id)) or 0
    return HandOverView(name, tuple(people), customers, contracts, rules)


_FollowUps = dict[int, list[FollowUpRow]]
_Promises = dict[int | str, list[PromiseLine]]
_Proposals = dict[int, list[ProposalLine]]


def _open_work(session: Session, staff_id: int, span: HandOverSpan | None) -> tuple[_FollowUps, _Promises, _Proposals]:
    zone = shop_zone(session)
    follow_ups: _FollowUps = defaultdict(list)
    promises: _Promises = defaultdict(list)
    proposals: _Proposals = defaultdict(list)
    due = select(FollowUp.id).join(Customer, Customer.id == FollowUp.customer_id)
    due = due.where(whose_task() == staff_id, FollowUp.done_on.is_(None)).order_by(FollowUp.due, FollowUp.id)
    for row in rows_of(session, session.scalars(due).all()):
        if span is None or span.has(row.due):
            follow_ups[row.customer_id].append(row)
    voices = select(Inquiry).where(Inquiry.staff_id == staff_id, Inquiry.state != InquiryState.CLOSED)
    for voice in session.scalars(voices.order_by(Inquiry.due_at.is_(None), Inquiry.due_at, Inquiry.id)):
        day = _day(voice, zone)
        if span is None or span.has(day):
            promises[voice.customer_id or voice.who].append(PromiseLine(voice.title, voice.promise, day))
    offers = select(Proposal).where(Proposal.staff_id == staff_id, Proposal.outcome == ProposalOutcome.OPEN)
    for offer in session.scalars(offers.order_by(Proposal.due.is_(None), Proposal.due, Proposal.id)):
        if span is None or span.has(offer.due):
            proposals[offer.customer_id].append(ProposalLine(offer.id, offer.title, offer.due))
    return follow_ups, promises, proposals


def _people(
    session: Session, ids: Collection[int], follow_ups: _FollowUps, promises: _Promises, proposals: _Proposals
) -> list[HandOverPerson]:
    phone = func.coalesce(func.nullif(Customer.mobile, ""), Customer.phone)
    columns = (Customer.id, Customer.name, Customer.kind, phone, CustomerStat.last_day)
    found = []
    for part in _parts(ids):
        talks = _last_talks(session, part)
        query = select(*columns).outerjoin(CustomerStat, CustomerStat.customer_id == Customer.id).where(Customer.id.in_(part))
        for number, name, kind, telephone, last in session.execute(query):
            work = tuple(follow_ups.get(number, ())), tuple(promises.get(number, ())), tuple(proposals.get(number, ()))
            is_company = kind is CustomerKind.COMPANY
            found.append(HandOverPerson(number, name, is_company, telephone, last, talks.get(number), *work))
    return found


def _last_talks(session: Session, ids: list[int]) -> dict[int, tuple[date, str]]:
    """What was said last with each; a call nobody took says nothing."""
    is_talk = (Contact.customer_id.in_(ids), Contact.kind.in_(_SPOKEN), Contact.attempt.is_(None), Contact.text != "")
    query = select(Contact.customer_id, Contact.day, Contact.text).where(*is_talk).order_by(Contact.day, Contact.id)
    return {number: (day, " ".join(text.split())) for number, day, text in session.execute(query)}


def _first_due(person: HandOverPerson) -> tuple[date, str]:
    days = [one.due for one in person.follow_ups]
    days += [one.due or _LAST for one in person.promises]
    days += [one.due or _LAST for one in person.proposals]
    return min(days, default=_LAST), person.name


def _day(voice: Inquiry, zone: ZoneInfo) -> date | None:
    return None if voice.due_at is None else voice.due_at.astimezone(zone).date()


def _parts(ids: Iterable[int]) -> list[list[int]]:
    wanted = sorted(ids)
    return [wanted[begin : begin + _AT_ONCE] for begin in range(0, len(wanted), _AT_ONCE)]
