"""What voices add up to: how soon they are replied to, how many are solved, and what caused the complaints."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, time, timedelta

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from app.domain.inquiries import InquiryKind, InquiryState
from app.domain.inquiry_rows import CauseCount, VoiceFigures
from app.domain.periods import add_months
from app.domain.text import fold
from app.models.inquiries import Inquiry
from app.models.inquiry_rows import closed_then_reopened
from app.queries.shop import shop_zone

SOLVED_WITHIN = timedelta(days=30)
MONTHS_OF_SAME = 3
_MOST_CAUSES = 20


def voice_figures(session: Session, start: date, end: date, now: datetime) -> VoiceFigures:
    """Of voices received on the days [start, end). Solved: closed within 30 days, of those whose 30 days are over."""
    first, last = _moments(session, start, end)
    one = Inquiry
    query = select(one.received_at, one.first_reply_at, one.closed_at).where(one.received_at >= first, one.received_at < last)
    count = due = solved = 0
    hours: list[float] = []
    for received, replied, closed in session.execute(query):
        count += 1
        if replied is not None:
            hours.append(max(0.0, (replied - received) / timedelta(hours=1)))
        # What may still be solved in time counts in neither, or the quick ones would stand for all.
        if received + SOLVED_WITHIN <= now:
            due += 1
            solved += closed is not None and closed - received <= SOLVED_WITHIN
    return VoiceFigures(count, due, solved, len(hours), sum(hours) / len(hours) if hours else None)


def causes(session: Session, start: date, end: date) -> tuple[CauseCount, ...]:
    """Of complaints closed on the days [start, end), also where they were opened again later, the most frequent first, then by the cause;
    the same words written in another way are one cause, called as it was called last."""
    first, last = _moments(session, start, end)
    known, one = closed_then_reopened(session, last), Inquiry
    lately = and_(one.state == InquiryState.CLOSED, one.closed_at >= first, one.closed_at < last)
    query = select(one.id, one.customer_id, one.cause, one.closed_at).where(one.kind == InquiryKind.COMPLAINT)
    rows = [
        (at, number, customer, cause)
        for number, customer, cause, closed_at in session.execute(query.where(or_(lately, one.id.in_(known))))
        if (at := known.get(number, closed_at)) is not None and first <= at < last
    ]
    names: dict[str, str] = {}
    found: dict[str, list[tuple[int, int | None]]] = {}
    for _at, number, customer, cause in sorted(rows):
        key = fold(cause)
        names[key] = cause
        found.setdefault(key, []).append((number, customer))
    counted = [
        CauseCount(names[key], len(own), tuple(n for n, _ in own), tuple(dict.fromkeys(c for _, c in own if c is not None)))
        for key, own in found.items()
    ]
    return tuple(sorted(counted, key=lambda one: (-one.count, one.cause)))


def known_causes(session: Session, today: date) -> tuple[str, ...]:
    """Causes given in the last year, the most frequent first."""
    start, end = _moments(session, add_months(today, -12), today + timedelta(days=1))
    query = (
        select(Inquiry.cause).where(Inquiry.cause != "", Inquiry.closed_at >= start, Inquiry.closed_at < end).order_by(Inquiry.closed_at)
    )
    names: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for cause in session.scalars(query):
        names[fold(cause)] = cause
        counts[fold(cause)] += 1
    return tuple(names[key] for key, _ in sorted(counts.items(), key=lambda one: (-one[1], names[one[0]]))[:_MOST_CAUSES])


def same_cause_count(session: Session, cause: str, today: date, *, other_than: int | None = None) -> int:
    """How many complaints were closed with this cause in the last three months, besides one of them."""
    wanted = fold(cause)
    if not wanted:
        return 0
    start, end = _moments(session, add_months(today, -MONTHS_OF_SAME), today + timedelta(days=1))
    query = select(Inquiry.id, Inquiry.cause).where(
        Inquiry.kind == InquiryKind.COMPLAINT, Inquiry.state == InquiryState.CLOSED, Inquiry.closed_at >= start, Inquiry.closed_at < end
    )
    return sum(number != other_than and fold(given) == wanted for number, given in session.execute(query))


def _moments(session: Session, start: date, end: date) -> tuple[datetime, datetime]:
    zone = shop_zone(session)
    return datetime.combine(start, time.min, zone), datetime.combine(end, time.min, zone)
