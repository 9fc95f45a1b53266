"""When voices were closed, as it was known at a moment, for services and queries alike."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.inquiries import EntryKind
from app.models.inquiries import InquiryEntry


def closed_then_reopened(session: Session, known_until: datetime) -> dict[int, datetime | None]:
    """Of voices that were opened again at any time, when each had been closed as it was known before a moment; None: it was open. Of all
    others the voice itself says so."""
    one = InquiryEntry
    reopened = select(one.inquiry_id).where(one.kind == EntryKind.REOPENED)
    found: dict[int, datetime | None] = dict.fromkeys(session.scalars(reopened))
    steps = select(one.inquiry_id, one.kind, one.at).where(one.kind.in_((EntryKind.CLOSED, EntryKind.REOPENED)), one.at < known_until)
    for number, kind, at in session.execute(steps.where(one.inquiry_id.in_(reopened)).order_by(one.at, one.id)):
        found[number] = at if kind is EntryKind.CLOSED else None
    return found
