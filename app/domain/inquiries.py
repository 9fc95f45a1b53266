"""What customers say: complaints, opinions, requests, questions. Received, promised, answered, closed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum

from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP

LOCK_HELD = timedelta(minutes=15)
"""After the last key somebody else may take over without asking."""


class InquiryKind(StrEnum):
    COMPLAINT = "complaint"
    OPINION = "opinion"
    REQUEST = "request"
    QUESTION = "question"
    CONSULTATION = "consultation"


class InquiryState(StrEnum):
    """OPEN: nobody has replied yet; ANSWERED: replied, the promise may still be open; CLOSED: ended."""

    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"


class InquiryChannel(StrEnum):
    COUNTER = "counter"
    PHONE = "phone"
    EMAIL = "email"
    POST = "post"
    SURVEY = "survey"
    WEB = "web"


class EntryKind(StrEnum):
    """A line of the course of an inquiry."""

    REPLY = "reply"
    NO_ANSWER = "no_answer"
    NOTE = "note"
    PROMISE = "promise"
    TAKEN_OVER = "taken_over"
    CLOSED = "closed"
    REOPENED = "reopened"


KIND_NAMES: Mapping[InquiryKind, str] = {
    InquiryKind.COMPLAINT: QT_TRANSLATE_NOOP("Inquiries", "Complaint"),
    InquiryKind.OPINION: QT_TRANSLATE_NOOP("Inquiries", "Opinion"),
    InquiryKind.REQUEST: QT_TRANSLATE_NOOP("Inquiries", "Request"),
    InquiryKind.QUESTION: QT_TRANSLATE_NOOP("Inquiries", "Question"),
    InquiryKind.CONSULTATION: QT_TRANSLATE_NOOP("Inquiries", "Consultation"),
}


class InquiryGone(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This voice is not there any more. Nothing was changed.")


class InquiryTaken(DomainError):
    """Somebody else holds it: `name`, since `time`."""

    sentence = QT_TRANSLATE_NOOP("Errors", "{name} has been working on this since {time}. Nothing was changed. You can take it over.")
