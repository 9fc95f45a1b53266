"""What one customer has said and waits for."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.inquiries import InquiryState
from app.domain.next_things import OpenVoice
from app.models.inquiries import Inquiry


def open_voices_of(session: Session, customer_id: int) -> tuple[OpenVoice, ...]:
    """What is not closed, what is promised for the earliest first."""
    query = (
        select(Inquiry.id, Inquiry.kind, Inquiry.title, Inquiry.promise, Inquiry.due_at, Inquiry.state)
        .where(Inquiry.customer_id == customer_id, Inquiry.state != InquiryState.CLOSED)
        .order_by(Inquiry.due_at.is_(None), Inquiry.due_at, Inquiry.received_at, Inquiry.id)
    )
    return tuple(
        OpenVoice(number, kind, title, promise, due_at, state is InquiryState.ANSWERED)
        for number, kind, title, promise, due_at, state in session.execute(query)
    )
