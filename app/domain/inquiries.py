"""What customers say: complaints, opinions, requests, questions. Received, promised, answered, closed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from app.domain.errors import DomainError
from app.domain.follow_ups import FollowUpKind
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


CHANNEL_NAMES: Mapping[InquiryChannel, str] = {
    InquiryChannel.COUNTER: QT_TRANSLATE_NOOP("Inquiries", "At the shop"),
    InquiryChannel.PHONE: QT_TRANSLATE_NOOP("Inquiries", "By phone"),
    InquiryChannel.EMAIL: QT_TRANSLATE_NOOP("Inquiries", "By e-mail"),
    InquiryChannel.POST: QT_TRANSLATE_NOOP("Inquiries", "By post"),
    InquiryChannel.SURVEY: QT_TRANSLATE_NOOP("Inquiries", "In a survey"),
    InquiryChannel.WEB: QT_TRANSLATE_NOOP("Inquiries", "On the web"),
}
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


class InquiryClosed(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This voice has been closed meanwhile. Nothing was changed. You can open it again.")


class InquiryAnswered(DomainError):
    """A reply was noted that the screen had not shown yet: by `name`, at `time`."""

    sentence = QT_TRANSLATE_NOOP("Errors", "{name} has replied already, at {time}. Your reply was not noted. Please look at it first.")


class InquiryTitleMissing(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please enter in a few words what it is about.")


class InquiryReplyEmpty(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please write in a few words what was replied.")


class InquiryCauseMissing(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please enter what caused the complaint, so that it does not happen again.")


class FaqGone(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This answer is not there any more. Nothing was changed.")


class FaqIncomplete(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please enter a question and its answer.")


class ReplyGone(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This sample reply is not there any more. Nothing was changed.")


class ReplyIncomplete(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please enter a name and the words of the reply.")


class RequestGroupGone(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This group of requests is not there any more. Nothing was changed.")


class RequestGroupUnnamed(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please give the group of requests a name.")


@dataclass(frozen=True, slots=True)
class InquiryFields:
    """What is written down of what somebody said. `who` names somebody who is no customer; `staff` the name of who sees to it.
    `received_at` None: now. `due_at`: by when the promise is kept."""

    kind: InquiryKind
    channel: InquiryChannel
    title: str
    text: str = ""
    customer_id: int | None = None
    who: str = ""
    staff: str = ""
    promise: str = ""
    promise_kind: FollowUpKind | None = None
    due_at: datetime | None = None
    received_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class InquiryOutcome:
    inquiry_id: int
    action_id: int


@dataclass(frozen=True, slots=True)
class Seat:
    """Who works where: `name` as others see it, `place` one for each running program."""

    name: str
    place: str


@dataclass(frozen=True, slots=True)
class Consent:
    """What whoever replies has seen. `despite`: the place of who holds it, where it was asked and is replied all the same; `replies`:
    how many replies stood there, None for not looked at."""

    despite: str = ""
    replies: int | None = None


@dataclass(frozen=True, slots=True)
class Closing:
    """How a voice ends. `plan_on`: the day on which the prevention is to be seen to, as a follow-up of the customer."""

    cause: str = ""
    prevention: str = ""
    plan_on: date | None = None


@dataclass(frozen=True, slots=True)
class PromiseNote:
    """What an entry of the course says of a promise."""

    words: str
    due_at: datetime | None

    def to_text(self) -> str:
        return f"{self.due_at.isoformat() if self.due_at is not None else ''}\n{self.words}"

    @classmethod
    def from_text(cls, text: str) -> PromiseNote:
        """Whatever stands there: what is no moment is part of the words."""
        first, _, words = text.partition("\n")
        try:
            return cls(words, datetime.fromisoformat(first) if first else None)
        except ValueError:
            return cls(text, None)


def is_held(place: str, taken_at: datetime | None, typed_at: datetime | None, now: datetime) -> bool:
    """Whether somebody is at it: the lock falls LOCK_HELD after the last key."""
    last = typed_at or taken_at
    return bool(place) and last is not None and now - last < LOCK_HELD
