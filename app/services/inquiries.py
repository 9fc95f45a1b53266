"""Voices: received, promised, replied to, closed. Each is one recorded act; who is at one just now is in inquiry_locks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.actions import ActionKind
from app.domain.contacts import ContactKind
from app.domain.follow_ups import Attempt, FollowUpFields, FollowUpKind, FollowUpSource
from app.domain.inquiries import (
    Closing,
    Consent,
    EntryKind,
    InquiryAnswered,
    InquiryCauseMissing,
    InquiryChannel,
    InquiryFields,
    InquiryGone,
    InquiryKind,
    InquiryOutcome,
    InquiryReplyEmpty,
    InquiryState,
    InquiryTitleMissing,
    PromiseNote,
    Seat,
)
from app.domain.visits import UnknownStaff
from app.models.counter import FollowUp
from app.models.customer import Contact, Customer, is_within_reach
from app.models.inquiries import Inquiry, InquiryEntry
from app.services.actions import recorded
from app.services.customers import find, staff_named
from app.services.follow_ups import new_follow_up
from app.services.inquiry_locks import clock_time, refuse_closed, refuse_taken, release

_CONTACTS = {
    FollowUpKind.CALL: ContactKind.PHONE,
    FollowUpKind.VISIT: ContactKind.TALK,
    FollowUpKind.TALK: ContactKind.TALK,
    FollowUpKind.EMAIL: ContactKind.EMAIL,
}
_CHANNEL_CONTACTS = {
    InquiryChannel.PHONE: ContactKind.PHONE,
    InquiryChannel.COUNTER: ContactKind.TALK,
    InquiryChannel.EMAIL: ContactKind.EMAIL,
    InquiryChannel.WEB: ContactKind.EMAIL,
}
_FORM = ("kind", "channel", "customer_id", "who", "title", "text", "staff_id", "promise", "promise_kind", "due_at", "received_at")
NO_CONSENT = Consent()


def receive_inquiry(session: Session, fields: InquiryFields, *, by: str, now: datetime) -> InquiryOutcome:
    """`by`: the name of who wrote it down. InquiryTitleMissing(field="title"), UnknownStaff(field="staff"), CustomerGone."""
    name = _name_of(session, fields.customer_id, fields.who) or fields.title.strip()
    with recorded(session, ActionKind.ADD_INQUIRY, now=now, name=name) as act:
        inquiry = new_inquiry(session, fields, by=by, now=now)
    return InquiryOutcome(inquiry.id, act.action_id)


def new_inquiry(session: Session, fields: InquiryFields, *, by: str, now: datetime, response_id: int | None = None) -> Inquiry:
    """The row of a new voice, written within the act that is being recorded. Errors as of `receive_inquiry`."""
    _check(session, fields)
    inquiry = Inquiry(
        state=InquiryState.OPEN,
        received_at=fields.received_at or now,
        received_by_id=staff_named(session, by),
        taken_by="",
        taken_place="",
        draft="",
        steps=[],
        cause="",
        prevention="",
        response_id=response_id,
        created_at=now,
        updated_at=now,
    )
    _write(session, inquiry, fields)
    session.add(inquiry)
    session.flush()
    _note_promise(session, inquiry, by, now)
    return inquiry


def edit_inquiry(session: Session, inquiry_id: int, fields: InquiryFields, *, by: str, now: datetime) -> int | None:
    """The action's id, None when nothing was different; a new promise stands in the course. As `receive_inquiry`, and InquiryGone."""
    inquiry = _found(session, inquiry_id)
    _check(session, fields)
    before = (inquiry.promise, inquiry.due_at)
    if _written(session, fields, inquiry) == _values(inquiry):
        return None
    with recorded(session, ActionKind.EDIT_INQUIRY, now=now, name=_name(session, inquiry)) as act:
        _write(session, inquiry, fields)
        if (inquiry.promise, inquiry.due_at) != before:
            _note_promise(session, inquiry, by, now)
    return act.action_id


def note_reply(
    session: Session,
    inquiry_id: int,
    text: str,
    seat: Seat,
    *,
    now: datetime,
    today: date,
    keeps_promise: bool = True,
    consent: Consent = NO_CONSENT,
) -> int:
    """That somebody replied, and what: with a customer it stands among the contacts. The promise is kept with it unless said otherwise;
    the draft goes, and so does the lock. The action's id. InquiryTaken, InquiryAnswered, InquiryReplyEmpty(field="draft"), InquiryGone,
    InquiryClosed."""
    inquiry = _found(session, inquiry_id)
    _refuse_unawares(session, inquiry, seat, consent, now)
    words = text.strip()
    if not words:
        raise InquiryReplyEmpty(field="draft")
    with recorded(session, ActionKind.REPLY_INQUIRY, now=now, name=_name(session, inquiry)) as act:
        contact_id = _note_contact(session, inquiry, words, seat, now, today)
        _enter(session, inquiry_id, EntryKind.REPLY, words, seat.name, now, contact_id)
        inquiry.first_reply_at = inquiry.first_reply_at or now
        inquiry.draft = ""
        if inquiry.state is InquiryState.OPEN:
            inquiry.state = InquiryState.ANSWERED
        if keeps_promise:
            inquiry.due_at = None
    release(session, seat.place, inquiry_id)
    return act.action_id


def note_no_answer(
    session: Session,
    inquiry_id: int,
    seat: Seat,
    *,
    attempt: Attempt = Attempt.NO_ANSWER,
    now: datetime,
    today: date,
    consent: Consent = NO_CONSENT,
) -> int:
    """A call nobody took; the promise stays open. The action's id. InquiryTaken, InquiryAnswered, InquiryClosed, InquiryGone."""
    inquiry = _found(session, inquiry_id)
    _refuse_unawares(session, inquiry, seat, consent, now)
    with recorded(session, ActionKind.REPLY_INQUIRY, now=now, name=_name(session, inquiry)) as act:
        contact_id = _note_contact(session, inquiry, inquiry.title, seat, now, today, attempt)
        _enter(session, inquiry_id, EntryKind.NO_ANSWER, attempt.value, seat.name, now, contact_id)
    return act.action_id


def add_note(session: Session, inquiry_id: int, text: str, *, by: str, now: datetime) -> int:
    """Something for the colleagues, in the course. The action's id. InquiryReplyEmpty(field="note"), InquiryGone."""
    inquiry = _found(session, inquiry_id)
    if not text.strip():
        raise InquiryReplyEmpty(field="note")
    with recorded(session, ActionKind.EDIT_INQUIRY, now=now, name=_name(session, inquiry)) as act:
        _enter(session, inquiry_id, EntryKind.NOTE, text.strip(), by, now)
    return act.action_id


def close_inquiry(
    session: Session, inquiry_id: int, closing: Closing, seat: Seat, *, now: datetime, today: date, consent: Consent = NO_CONSENT
) -> int:
    """It has ended; a complaint says why it came about. With `plan_on` the prevention becomes a follow-up of the customer. The action's id.
    InquiryCauseMissing(field="cause"), InquiryTaken, InquiryAnswered, FollowUpInPast, InquiryGone (also when it is closed)."""
    inquiry = _found(session, inquiry_id)
    if inquiry.state is InquiryState.CLOSED:
        raise InquiryGone
    _refuse_unawares(session, inquiry, seat, consent, now)
    cause, prevention = closing.cause.strip(), closing.prevention.strip()
    if inquiry.kind is InquiryKind.COMPLAINT and not cause:
        raise InquiryCauseMissing(field="cause")
    with recorded(session, ActionKind.CLOSE_INQUIRY, now=now, name=_name(session, inquiry)) as act:
        inquiry.state, inquiry.closed_at = InquiryState.CLOSED, now
        inquiry.cause, inquiry.prevention = cause, prevention
        _enter(session, inquiry_id, EntryKind.CLOSED, prevention, seat.name, now)
        if closing.plan_on is not None and prevention:
            _plan_prevention(session, inquiry, prevention, closing.plan_on, now, today)
    release(session, seat.place, inquiry_id)
    return act.action_id


def reopen_inquiry(session: Session, inquiry_id: int, *, by: str, now: datetime) -> int:
    """Open again, replied to or not as it was; a prevention that is planned stays planned. The action's id. InquiryGone."""
    inquiry = _found(session, inquiry_id)
    if inquiry.state is not InquiryState.CLOSED:
        raise InquiryGone
    with recorded(session, ActionKind.REOPEN_INQUIRY, now=now, name=_name(session, inquiry)) as act:
        inquiry.state = InquiryState.OPEN if inquiry.first_reply_at is None else InquiryState.ANSWERED
        inquiry.closed_at = None
        _enter(session, inquiry_id, EntryKind.REOPENED, "", by, now)
    return act.action_id


def delete_inquiry(session: Session, inquiry_id: int, *, place: str = "", now: datetime) -> int:
    """With its course; contacts that were noted stay. The action's id. InquiryGone, InquiryTaken while another place
    than `place` is at it."""
    inquiry = _found(session, inquiry_id)
    refuse_taken(session, inquiry, place, now=now)
    with recorded(session, ActionKind.DELETE_INQUIRY, now=now, name=_name(session, inquiry)) as act:
        remove(session, inquiry)
    return act.action_id


def remove(session: Session, inquiry: Inquiry) -> None:
    """Delete it within the act that is being recorded."""
    for entry in session.scalars(select(InquiryEntry).where(InquiryEntry.inquiry_id == inquiry.id)).all():
        session.delete(entry)
    session.flush()
    session.delete(inquiry)
    session.flush()


def assign_inquiries(session: Session, inquiry_ids: Sequence[int], staff: str, *, now: datetime) -> int | None:
    """Who sees to them, "" for nobody in particular; the action's id, None when nothing was different. UnknownStaff."""
    staff_id = _staff_id(session, staff)
    rows = [row for number in inquiry_ids if (row := session.get(Inquiry, number)) is not None and row.staff_id != staff_id]
    if not rows:
        return None
    with recorded(session, ActionKind.EDIT_INQUIRY, now=now, name=_name(session, rows[0])) as act:
        for row in rows:
            row.staff_id = staff_id
    return act.action_id


def _check(session: Session, fields: InquiryFields) -> None:
    if not fields.title.strip():
        raise InquiryTitleMissing(field="title")
    _staff_id(session, fields.staff)
    if fields.customer_id is not None:
        find(session, fields.customer_id)


def _written(session: Session, fields: InquiryFields, inquiry: Inquiry) -> dict[str, Any]:
    """The columns as the form says they are; without a moment of its own it was received when it was."""
    return {
        "kind": fields.kind,
        "channel": fields.channel,
        "customer_id": fields.customer_id,
        "who": "" if fields.customer_id is not None else fields.who.strip(),
        "title": fields.title.strip(),
        "text": fields.text.strip(),
        "staff_id": _staff_id(session, fields.staff),
        "promise": fields.promise.strip(),
        "promise_kind": fields.promise_kind,
        "due_at": fields.due_at,
        "received_at": fields.received_at or inquiry.received_at,
    }


def _values(inquiry: Inquiry) -> dict[str, Any]:
    return {name: getattr(inquiry, name) for name in _FORM}


def _write(session: Session, inquiry: Inquiry, fields: InquiryFields) -> None:
    for name, value in _written(session, fields, inquiry).items():
        setattr(inquiry, name, value)


def _refuse_unawares(session: Session, inquiry: Inquiry, seat: Seat, consent: Consent, now: datetime) -> None:
    """Nobody replies a second time without having seen the first reply, nor while another is at it without having been asked, nor once
    it has ended."""
    refuse_closed(inquiry)
    replies = session.execute(
        select(InquiryEntry.by, InquiryEntry.at)
        .where(InquiryEntry.inquiry_id == inquiry.id, InquiryEntry.kind == EntryKind.REPLY)
        .order_by(InquiryEntry.at, InquiryEntry.id)
    ).all()
    if consent.replies is not None and len(replies) > consent.replies:
        raise InquiryAnswered(name=replies[-1].by, time=clock_time(session, replies[-1].at))
    refuse_taken(session, inquiry, seat.place, now=now, despite=consent.despite)


def _note_contact(
    session: Session, inquiry: Inquiry, words: str, seat: Seat, now: datetime, today: date, attempt: Attempt | None = None
) -> int | None:
    if inquiry.customer_id is None:
        return None
    kind = _CHANNEL_CONTACTS.get(inquiry.channel, ContactKind.NOTE)
    if attempt is not None:
        kind = ContactKind.PHONE
    elif inquiry.promise_kind is not None:
        kind = _CONTACTS.get(inquiry.promise_kind, kind)
    contact = Contact(
        customer_id=inquiry.customer_id, kind=kind, day=today, at=now, staff_id=staff_named(session, seat.name), text=words, attempt=attempt
    )
    session.add(contact)
    session.flush()
    return contact.id


def _note_promise(session: Session, inquiry: Inquiry, by: str, now: datetime) -> None:
    if inquiry.promise or inquiry.due_at is not None:
        _enter(session, inquiry.id, EntryKind.PROMISE, PromiseNote(inquiry.promise, inquiry.due_at).to_text(), by, now)


def _enter(session: Session, inquiry_id: int, kind: EntryKind, text: str, by: str, now: datetime, contact_id: int | None = None) -> None:
    session.add(InquiryEntry(inquiry_id=inquiry_id, kind=kind, at=now, by=by, text=text, contact_id=contact_id))


def _plan_prevention(session: Session, inquiry: Inquiry, prevention: str, day: date, now: datetime, today: date) -> FollowUp | None:
    """Of somebody within reach; a prevention of a voice without a customer stays written with it."""
    reachable = select(Customer.id).where(Customer.id == inquiry.customer_id, is_within_reach())
    if inquiry.customer_id is None or session.scalar(reachable) is None:
        return None
    fields = FollowUpFields(day, FollowUpKind.OTHER, prevention)
    follow_up = new_follow_up(session, inquiry.customer_id, fields, source=FollowUpSource.INQUIRY, now=now, today=today)
    follow_up.about_id, follow_up.staff_id = inquiry.id, inquiry.staff_id
    session.flush()
    return follow_up


def _staff_id(session: Session, name: str) -> int | None:
    found = staff_named(session, name)
    if name and found is None:
        raise UnknownStaff(field="staff", name=name)
    return found


def _found(session: Session, inquiry_id: int) -> Inquiry:
    inquiry = session.get(Inquiry, inquiry_id, populate_existing=True)
    if inquiry is None:
        raise InquiryGone
    return inquiry


def _name(session: Session, inquiry: Inquiry) -> str:
    return _name_of(session, inquiry.customer_id, inquiry.who) or inquiry.title


def _name_of(session: Session, customer_id: int | None, who: str) -> str:
    return who.strip() if customer_id is None else find(session, customer_id).name
