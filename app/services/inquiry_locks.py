"""Who is at a voice just now, and what they have typed. Outside of recorded acts: nothing of it is undone, and all of it is announced."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.domain.dates import format_time
from app.domain.inquiries import EntryKind, InquiryClosed, InquiryGone, InquiryState, InquiryTaken, Seat, is_held
from app.models.inquiries import Inquiry, InquiryEntry
from app.models.shop import Shop


def take(session: Session, inquiry_id: int, seat: Seat, *, now: datetime) -> None:
    """It is held by this seat from now; held by it already, it stays so since then. InquiryTaken, InquiryClosed, InquiryGone."""
    inquiry = _running(session, inquiry_id)
    refuse_taken(session, inquiry, seat.place, now=now)
    _hold(session, inquiry, seat, now)


def take_over(session: Session, inquiry_id: int, seat: Seat, *, now: datetime) -> None:
    """It is held by this seat from now, whoever held it; what was typed so far stays, and the course says so. InquiryClosed,
    InquiryGone."""
    inquiry = _running(session, inquiry_id)
    other = inquiry.taken_by if inquiry.taken_place != seat.place and _is_held(inquiry, now) else ""
    if other:
        session.add(InquiryEntry(inquiry_id=inquiry_id, kind=EntryKind.TAKEN_OVER, at=now, by=seat.name, text=other))
    _hold(session, inquiry, seat, now)


def keep_draft(session: Session, inquiry_id: int, seat: Seat, draft: str, *, now: datetime) -> None:
    """What is typed, and that somebody types: the lock begins with the first key. InquiryTaken, InquiryClosed, InquiryGone."""
    inquiry = _running(session, inquiry_id)
    refuse_taken(session, inquiry, seat.place, now=now)
    _hold(session, inquiry, seat, now)
    _write(session, inquiry_id, draft=draft)


def keep_closing(session: Session, inquiry_id: int, seat: Seat, cause: str, prevention: str, *, now: datetime) -> None:
    """Cause and prevention as they are typed. InquiryTaken, InquiryClosed, InquiryGone."""
    inquiry = _running(session, inquiry_id)
    refuse_taken(session, inquiry, seat.place, now=now)
    _hold(session, inquiry, seat, now)
    _write(session, inquiry_id, cause=cause.strip(), prevention=prevention.strip())


def tick_step(session: Session, inquiry_id: int, step: int, *, is_done: bool) -> None:
    """A place of the first-response card. InquiryGone."""
    done = set(_found(session, inquiry_id).steps)
    done = done | {step} if is_done else done - {step}
    _write(session, inquiry_id, steps=sorted(done))


def release(session: Session, place: str, inquiry_id: int | None = None) -> int:
    """What this place holds, or this one of it, is free again; how many. Nothing is announced where nothing was held."""
    held = select(Inquiry.id).where(Inquiry.taken_place == place)
    ids = list(session.scalars(held if inquiry_id is None else held.where(Inquiry.id == inquiry_id))) if place else []
    for number in ids:
        _write(session, number, taken_by="", taken_place="", taken_at=None, typed_at=None)
    return len(ids)


def refuse_taken(session: Session, inquiry: Inquiry, place: str, *, now: datetime, despite: str = "") -> None:
    """InquiryTaken while another place holds it; not where it was asked about that very place."""
    if inquiry.taken_place not in (place, despite) and _is_held(inquiry, now) and inquiry.taken_at is not None:
        raise InquiryTaken(name=inquiry.taken_by, time=clock_time(session, inquiry.taken_at))


def refuse_closed(inquiry: Inquiry) -> None:
    """InquiryClosed: a window that has not seen it yet would work on something that has ended."""
    if inquiry.state is InquiryState.CLOSED:
        raise InquiryClosed


def clock_time(session: Session, moment: datetime) -> str:
    """As the shop's clock shows it."""
    return format_time(moment.astimezone(ZoneInfo(session.scalars(select(Shop.timezone)).one())))


def _hold(session: Session, inquiry: Inquiry, seat: Seat, now: datetime) -> None:
    since = inquiry.taken_at if inquiry.taken_place == seat.place and _is_held(inquiry, now) else now
    _write(session, inquiry.id, taken_by=seat.name, taken_place=seat.place, taken_at=since, typed_at=now)


def _is_held(inquiry: Inquiry, now: datetime) -> bool:
    return is_held(inquiry.taken_place, inquiry.taken_at, inquiry.typed_at, now)


def _write(session: Session, inquiry_id: int, **values: Any) -> None:
    session.execute(update(Inquiry).where(Inquiry.id == inquiry_id).values(**values), execution_options={"synchronize_session": "fetch"})
    session.expire_all()


def _found(session: Session, inquiry_id: int) -> Inquiry:
    inquiry = session.get(Inquiry, inquiry_id, populate_existing=True)
    if inquiry is None:
        raise InquiryGone
    return inquiry


def _running(session: Session, inquiry_id: int) -> Inquiry:
    inquiry = _found(session, inquiry_id)
    refuse_closed(inquiry)
    return inquiry
