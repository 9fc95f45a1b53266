"""What was said last with a customer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.contacts import ContactKind
from app.models.customer import Contact

_SPOKEN = (ContactKind.PHONE, ContactKind.TALK, ContactKind.EMAIL)
_AT_ONCE = 500


def last_talks(session: Session, customer_ids: Iterable[int]) -> dict[int, tuple[date, str]]:
    """The day and the words, in one line, of those with whom something was said; a call nobody took says nothing."""
    wanted = sorted(set(customer_ids))
    found: dict[int, tuple[date, str]] = {}
    for begin in range(0, len(wanted), _AT_ONCE):
        part = wanted[begin : begin + _AT_ONCE]
        is_talk = (Contact.customer_id.in_(part), Contact.kind.in_(_SPOKEN), Contact.attempt.is_(None), Contact.text != "")
        query = select(Contact.customer_id, Contact.day, Contact.text).where(*is_talk).order_by(Contact.day, Contact.id)
        found.update({number: (day, " ".join(text.split())) for number, day, text in session.execute(query)})
    return found
