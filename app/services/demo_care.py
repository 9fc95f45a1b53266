"""What the sample shop has of care: rules that have made follow-ups for a month, voices, contracts, needs, suggestions, a company."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.domain.companies import CompanyProfile, PersonFields
from app.domain.contacts import ContactKind
from app.domain.contracts import ContractFields, PriceEvery
from app.domain.customers import CustomerFields, CustomerKind
from app.domain.demo import DEMO_SEED
from app.domain.follow_ups import Attempt, FollowUpKind, FollowUpSource, Outcome
from app.domain.inquiries import Closing, InquiryChannel, InquiryFields, InquiryKind, Seat
from app.domain.needs import NeedFields
from app.domain.proposals import Decision, ProposalFields, ProposalKind, ProposalOutcome
from app.models.counter import FollowUp
from app.models.customer import Contact, Customer, is_within_reach
from app.models.inquiries import Inquiry
from app.models.records import Action
from app.models.shop import Staff
from app.models.summary import CustomerStat
from app.paths import resource
from app.services.care_rules import ensure_rules
from app.services.care_run import run_day
from app.services.companies import add_person, edit_company
from app.services.contracts import add_contract, end_contract
from app.services.customers import add_customer
from app.services.inquiries import close_inquiry, new_inquiry, note_reply
from app.services.needs import add_need
from app.services.proposals import add_proposal, decide_proposal, present_new

SINCE = 28
"""Days for which the rules have been on."""
LEFT_LATE = 2
CONTRACTS, NEEDS = 14, 5
_ZONE = ZoneInfo("Asia/Tokyo")
_SEED = DEMO_SEED + 11
_SEAT = "sample"
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Salon:
    """`lately`: whoever came last, the newest first. `place` of the shop's language in what is told in both."""

    session: Session
    words: dict[str, Any]
    draw: Random
    now: datetime
    today: date
    staff: Sequence[tuple[int, str]]
    lately: Sequence[int]
    language: str

    @property
    def place(self) -> int:
        return 0 if self.language == "ja" else 1

    def at(self, ago: int, hour: int = 12) -> datetime:
        """A time so many days ago, never later than now."""
        return min(datetime.combine(self.today - ago * _DAY, time(hour), _ZONE), self.now)


def fill_care(session: Session, *, now: datetime, today: date, language: str) -> None:
    """On top of the sample shop's customers and their visits; nothing of it stands among the recent actions."""
    words = json.loads(resource("sample", "care.json").read_text(encoding="utf-8"))
    staff = [(number, name) for number, name in session.execute(select(Staff.id, Staff.name).order_by(Staff.position))]
    newest = select(CustomerStat.customer_id).join(Customer, Customer.id == CustomerStat.customer_id).where(is_within_reach())
    lately = session.scalars(newest.order_by(CustomerStat.last_day.desc(), CustomerStat.customer_id)).all()
    salon = _Salon(session, words, Random(_SEED), now, today, staff, lately, language)
    _add_company(salon)
    _add_contracts(salon)
    _add_proposals(salon)
    _add_voices(salon)
    ensure_rules(session, now=salon.at(SINCE), today=today - SINCE * _DAY)
    run_day(session, now=now, today=today)
    _do_what_was_due(salon)
    session.execute(delete(Action))


def _do_what_was_due(salon: _Salon) -> None:
    """What the rules made for the days before was done on its day or soon after, but for a few."""
    session, draw = salon.session, salon.draw
    made = select(FollowUp).where(FollowUp.source == FollowUpSource.RULE, FollowUp.done_on.is_(None), FollowUp.due < salon.today)
    rows = session.scalars(made.order_by(FollowUp.due.desc(), FollowUp.id)).all()
    for row in rows[LEFT_LATE:]:
        day = min(row.due + draw.choice((0, 0, 0, 1)) * _DAY, salon.today - _DAY)
        ago, chance = (salon.today - day).days, draw.random()
        row.created_at = salon.at((salon.today - row.due).days, 8)
        row.done_on, row.done_at = day, salon.at(ago, 16)
        row.outcome = Outcome.NOT_NEEDED if chance < 0.07 else Outcome.DONE
        if row.kind is not FollowUpKind.CALL or row.outcome is not Outcome.DONE:
            continue
        if chance < 0.3:
            session.add(_call(salon, row, ago + 1, Attempt.NO_ANSWER if chance < 0.2 else Attempt.VOICE_MAIL))
            row.tries = 1
        contact = _call(salon, row, ago, None)
        session.add(contact)
        session.flush()
        row.contact_id = contact.id
    session.flush()


def _call(salon: _Salon, row: FollowUp, ago: int, attempt: Attempt | None) -> Contact:
    said = "" if attempt is not None else salon.draw.choice(salon.words["talks"])[salon.place]
    day = salon.today - ago * _DAY
    values = {"customer_id": row.customer_id, "kind": ContactKind.PHONE, "day": day, "at": salon.at(ago, 15), "staff_id": row.staff_id}
    return Contact(**values, text=said, attempt=attempt, follow_up_id=row.id if attempt is not None else None)


def _add_voices(salon: _Salon) -> None:
    for place, told in enumerate(salon.words["voices"]):
        title, text, promise, *closing = told[salon.language]
        received, (_number, name) = salon.at(told["ago"], 10), salon.staff[told["staff"]]
        counted_from = received if told["state"] == "closed" else salon.now
        due = counted_from + timedelta(hours=told["promise_hours"]) if promise else None
        fields = InquiryFields(
            InquiryKind(told["kind"]),
            InquiryChannel.PHONE if place % 2 else InquiryChannel.COUNTER,
            title,
            text,
            customer_id=salon.lately[20 + 7 * place],
            staff=name,
            promise=promise,
            promise_kind=FollowUpKind.CALL if promise else None,
            due_at=due,
            received_at=received,
        )
        voice = new_inquiry(salon.session, fields, by=name, now=received)
        if told["state"] == "taken":
            voice.taken_by, voice.taken_place = name, _SEAT
            voice.taken_at = voice.typed_at = salon.now - timedelta(minutes=6)
        elif closing:
            _close(salon, voice, told, Closing(closing[0], closing[1]), name)
    salon.session.flush()


def _close(salon: _Salon, voice: Inquiry, told: dict[str, Any], closing: Closing, name: str) -> None:
    replied, closed, seat = told["ago"] - 1, told["ago"] - 3, Seat(name, _SEAT)
    day = salon.today - replied * _DAY
    note_reply(salon.session, voice.id, told[salon.language][2], seat, now=salon.at(replied), today=day)
    close_inquiry(salon.session, voice.id, closing, seat, now=salon.at(closed), today=salon.today - closed * _DAY)


def _add_contracts(salon: _Salon) -> None:
    """Some end; one renews within a month."""
    draw, session = salon.draw, salon.session
    for place in range(CONTRACTS):
        is_yearly = place % 3 == 2
        started = salon.today - (30 + 47 * place) * _DAY
        fields = ContractFields(
            salon.words["plans"][1 if is_yearly else 0][salon.place],
            staff_id=draw.choice(salon.staff)[0],
            started_on=started,
            term_months=12 if is_yearly else 6,
            price=48_000 if is_yearly else 6_600,
            price_every=PriceEvery.YEAR if is_yearly else PriceEvery.MONTH,
        )
        number = add_contract(session, salon.lately[3 + 9 * place], fields, now=salon.at(30 + 47 * place), today=salon.today).contract_id
        if place % 5 == 4:
            reason = draw.choice(salon.words["end_reasons"])[salon.place]
            ago = 12 + 20 * place // 5
            end_contract(session, number, day=salon.today - ago * _DAY, reason=reason, now=salon.at(ago), today=salon.today)
    for place in range(NEEDS):
        title = salon.words["needs"][place % 2][salon.place]
        fields_of_need = NeedFields(title, salon.today + (12 + 17 * place) * _DAY, every_months=6)
        add_need(session, salon.lately[5 + 13 * place], fields_of_need, now=salon.now)


def _add_proposals(salon: _Salon) -> None:
    """One is to be made today, one is thought about, one was taken up and one declined."""
    session, today = salon.session, salon.today
    for place, told in enumerate(salon.words["proposals"]):
        title, text = told[salon.language]
        kind, (_number, name) = ProposalKind.CROSS_SELL if place % 2 else ProposalKind.UP_SELL, salon.staff[place % len(salon.staff)]
        fields = ProposalFields(kind, title, text, staff=name, due=today if place == 0 else None)
        customer = salon.lately[9 + 11 * place]
        if place == 0:
            add_proposal(session, customer, fields, now=salon.now, today=today)
            continue
        ago = 9 + 12 * place
        number = present_new(session, customer, fields, now=salon.at(ago), today=today - ago * _DAY).proposal_id
        if place == 2:
            decision = Decision(ProposalOutcome.ACCEPTED, amount=13_200)
        elif place == 3:
            decision = Decision(ProposalOutcome.DECLINED, reason=salon.words["declined"][salon.place])
        else:
            continue
        decide_proposal(session, number, decision, now=salon.at(ago - 4), today=today - (ago - 4) * _DAY)


def _add_company(salon: _Salon) -> None:
    name, kana, industry, size, issues = salon.words["company"][salon.language]
    joined = salon.today - 400 * _DAY
    fields = CustomerFields(kind=CustomerKind.COMPANY, name=name, company=name, kana=kana, joined_on=joined, staff=salon.staff[0][1])
    number = add_customer(salon.session, fields, now=salon.at(400), today=joined)
    profile = CompanyProfile(industry, size, issues, fiscal_month=4, budget_month=1)
    edit_company(salon.session, number, profile, now=salon.at(400))
    for place, told in enumerate(salon.words["company"]["persons"]):
        person, department, role = told[:3] if salon.language == "ja" else told[3:]
        since = salon.today - (390, 20)[place] * _DAY
        wanted = PersonFields(person, department=department, role=role, since=since, is_addressee=place == 0)
        add_person(salon.session, number, wanted, now=salon.at((390, 20)[place]), today=since)
