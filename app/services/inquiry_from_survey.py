"""A very low answer of a survey becomes a complaint: one for each sheet, within the act that records it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.inquiries import EntryKind, InquiryChannel, InquiryFields, InquiryKind, InquiryState
from app.domain.survey_answers import follow_up_note, lowest_answer
from app.domain.surveys import Answer, QuestionKind, SurveyContent, SurveyRules
from app.models.customer import Customer, is_here
from app.models.inquiries import Inquiry, InquiryEntry
from app.models.shop import Shop, Staff
from app.models.surveys import SurveyResponse
from app.services.inquiries import new_inquiry, remove

CLOSING_TIME = time(18, 0)
_TIME_TO_REPLY = timedelta(hours=1)


def bring_complaint(
    session: Session,
    response: SurveyResponse,
    content: SurveyContent,
    rules: SurveyRules,
    answers: Sequence[Answer],
    before: Sequence[Answer],
    *,
    now: datetime,
) -> Inquiry | None:
    """The complaint that stands for the sheet now: a new one, where it has become very low; none any more, where it no longer is and
    nobody has seen to it."""
    if not rules.complaint_on:
        return complaint_of(session, response)
    very = replace(rules, low_on=True, low_to=rules.complaint_to, low_fifths=1)
    low, was_low = (lowest_answer(content, given, very) for given in (answers, before))
    found = complaint_of(session, response)
    if low is None:
        return None if found is not None and was_low is not None and drop_untouched(session, found) else found
    if found is not None or was_low is not None or _same_wave(session, response) is not None:
        return found
    return _new(session, response, rules, follow_up_note(content, *low), _said(content, answers), now)


def complaint_of(session: Session, response: SurveyResponse) -> Inquiry | None:
    """The one the sheet made of whom it belongs to."""
    own = (Inquiry.response_id == response.id, Inquiry.customer_id == response.customer_id)
    return session.scalar(select(Inquiry).where(*own).order_by(Inquiry.id).limit(1))


def drop_untouched(session: Session, inquiry: Inquiry) -> bool:
    """Delete it, unless somebody has seen to it since; whether it went."""
    touched = select(func.count()).where(InquiryEntry.inquiry_id == inquiry.id, InquiryEntry.kind != EntryKind.PROMISE)
    is_untouched = inquiry.state is InquiryState.OPEN and not inquiry.draft and not inquiry.steps and not session.scalar(touched)
    if is_untouched:
        remove(session, inquiry)
    return is_untouched


def _new(session: Session, response: SurveyResponse, rules: SurveyRules, title: str, text: str, now: datetime) -> Inquiry | None:
    """Of a customer there is; by the evening of the day, by whoever looks after the customer."""
    customer = session.scalar(select(Customer).where(Customer.id == response.customer_id, is_here()))
    if customer is None:
        return None
    staff = session.scalar(select(Staff.name).where(Staff.id == customer.staff_id, Staff.is_active)) or ""
    fields = InquiryFields(
        kind=InquiryKind.COMPLAINT,
        channel=InquiryChannel.SURVEY,
        title=title,
        text=text,
        customer_id=customer.id,
        staff=staff,
        promise_kind=rules.low_kind,
        due_at=_due(session, now),
    )
    return new_inquiry(session, fields, by="", now=now, response_id=response.id)


def _due(session: Session, now: datetime) -> datetime:
    zone = ZoneInfo(session.scalars(select(Shop.timezone)).one())
    local = now.astimezone(zone)
    tonight = datetime.combine(local.date(), CLOSING_TIME, zone)
    return tonight if local + _TIME_TO_REPLY <= tonight else datetime.combine(local.date() + timedelta(days=1), CLOSING_TIME, zone)


def _said(content: SurveyContent, answers: Sequence[Answer]) -> str:
    """What was written in the customer's own words, in the order of the sheet."""
    written = {question.id for question in content.asked if question.kind in (QuestionKind.TEXT, QuestionKind.LINE)}
    return "\n".join(one.words.strip() for one in answers if one.question in written and one.words.strip())


def _same_wave(session: Session, response: SurveyResponse) -> int | None:
    """Another sheet of the customer, of the same survey and wave, has made one that is still open."""
    other = SurveyResponse
    query = (
        select(Inquiry.id)
        .join(other, other.id == Inquiry.response_id)
        .where(other.id != response.id, other.survey_id == response.survey_id, other.wave == response.wave)
        .where(Inquiry.customer_id == response.customer_id, Inquiry.state != InquiryState.CLOSED)
    )
    return session.scalar(query.limit(1))
