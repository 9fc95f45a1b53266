"""Follow-ups as days of a calendar."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.marking import QT_TRANSLATE_NOOP
from app.exchange.calendar import CalendarEvent, calendar_document
from app.models.shop import Shop
from app.queries.follow_ups import open_follow_ups
from app.queries.shop import shop_zone
from app.reports.follow_up_words import FollowUpWords
from app.words import Catalogue

_NAME = QT_TRANSLATE_NOOP("CarePaper", "Follow-ups · {shop}")
_SUMMARY = QT_TRANSLATE_NOOP("CarePaper", "{name}: {what}")


@dataclass(frozen=True, slots=True)
class CalendarFile:
    document: bytes
    events: int


def calendar_of(session: Session, language: str, now: datetime) -> CalendarFile:
    """Every open follow-up on its day, by day; `now` is when the file says it was made."""
    shop = session.scalars(select(Shop)).one()
    today = now.astimezone(shop_zone(session)).date()
    words = FollowUpWords(Catalogue.load(language), today)
    events = []
    for row in open_follow_ups(session):
        about = (words.why(row), row.phone, words.by(row.staff))
        summary = words.say(_SUMMARY, name=words.name(row), what=words.what(row))
        description = "\n".join(part for part in about if part)
        events.append(CalendarEvent(f"follow-up-{row.id}@{_place(shop)}", row.due, summary, description))
    return CalendarFile(calendar_document(events, name=words.say(_NAME, shop=shop.name), stamp=now), len(events))


def _place(shop: Shop) -> str:
    """Two shops in one calendar do not take each other's days away."""
    return f"{hashlib.sha256(shop.created_at.isoformat().encode()).hexdigest()[:12]}.okaeri"
