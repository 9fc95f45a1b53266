"""Follow-ups: an appointment with oneself about a customer."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from app.domain.errors import DomainError
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.periods import add_months


class FollowUpKind(StrEnum):
    CALL = "call"
    VISIT = "visit"
    CARD = "card"
    LETTER = "letter"
    EMAIL = "email"
    TALK = "talk"
    OTHER = "other"


class FollowUpSource(StrEnum):
    """What made it."""

    HAND = "hand"
    COUNTER = "counter"
    POINTS = "points"
    RETURNED = "returned"
    SURVEY = "survey"
    MEASURE = "measure"
    REPORT = "report"
    RULE = "rule"
    INQUIRY = "inquiry"
    CONTRACT = "contract"
    PROPOSAL = "proposal"


class Outcome(StrEnum):
    """How it was closed. The last three are closed by the program: the customer came by himself, what it was made for is gone, or the
    day has passed on which it meant something."""

    DONE = "done"
    NOT_NEEDED = "not_needed"
    NEEDLESS = "needless"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


PROGRAM_CLOSED = frozenset({Outcome.NEEDLESS, Outcome.WITHDRAWN, Outcome.EXPIRED})


class Attempt(StrEnum):
    """A call nobody took; the follow-up stays."""

    NO_ANSWER = "no_answer"
    VOICE_MAIL = "voice_mail"


KIND_LABELS: Mapping[FollowUpKind, str] = {
    FollowUpKind.CALL: QT_TRANSLATE_NOOP("FollowUps", "Call"),
    FollowUpKind.VISIT: QT_TRANSLATE_NOOP("FollowUps", "Visit them"),
    FollowUpKind.CARD: QT_TRANSLATE_NOOP("FollowUps", "Card"),
    FollowUpKind.LETTER: QT_TRANSLATE_NOOP("FollowUps", "Letter"),
    FollowUpKind.EMAIL: QT_TRANSLATE_NOOP("FollowUps", "E-mail"),
    FollowUpKind.TALK: QT_TRANSLATE_NOOP("FollowUps", "Talk at the next visit"),
    FollowUpKind.OTHER: QT_TRANSLATE_NOOP("FollowUps", "Other"),
}


TOUCHING = (FollowUpKind.CALL, FollowUpKind.VISIT, FollowUpKind.CARD, FollowUpKind.LETTER, FollowUpKind.EMAIL)
"""Done, these are a touch of the customer. A talk at the next visit is none: a visit is no touch."""


def next_working_day(day: date, closed_weekdays: Collection[int]) -> date:
    """The first day after `day` on which the shop is open (0 = Monday is closed …); the day after where it never is."""
    following = [day + timedelta(days=ahead) for ahead in range(1, 8)]
    return next((one for one in following if one.weekday() not in closed_weekdays), following[0])


@dataclass(frozen=True, slots=True)
class Turn:
    """Where one that repeats stands: the `number`-th after the one on the `first` day, whatever day it has been put off to. Counted from
    the first day, so that a month that is too short moves one of them and not all that follow."""

    first: date
    number: int = 0

    def day(self, months: int) -> date:
        return add_months(self.first, self.number * months)

    def following(self, months: int, today: date) -> Turn:
        """The next one; where its day is past by now, the row begins anew today."""
        after = Turn(self.first, self.number + 1)
        return after if after.day(months) > today else Turn(today, 1)

    def to_text(self) -> str:
        return f"{_TURN}:{self.first.isoformat()}:{self.number}"

    @classmethod
    def from_text(cls, text: str) -> Turn | None:
        """None when it is none."""
        word, _, rest = text.partition(":")
        if word != _TURN:
            return None
        first, _, number = rest.partition(":")
        return cls(date.fromisoformat(first), int(number))


_TURN = "repeat"


class FollowUpGone(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This follow-up is not there any more. Nothing was changed.")


class FollowUpInPast(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please choose today or a later day for the follow-up.")


class DeadlineBeforeDay(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please choose a deadline on the day of the follow-up or after it.")


class NeverRepeated(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "Please enter from 1 to 120 months for what comes back.")


LONGEST_REPEAT = 120


@dataclass(frozen=True, slots=True)
class FollowUpFields:
    """`staff`: the name of who will do it, empty for nobody in particular. `deadline`: promised by then. `repeat_months`: once it is
    done, the next one follows so much later."""

    due: date
    kind: FollowUpKind = FollowUpKind.CALL
    note: str = ""
    staff: str = ""
    deadline: date | None = None
    repeat_months: int | None = None


@dataclass(frozen=True, slots=True)
class FollowUpOutcome:
    follow_up_id: int
    action_id: int


@dataclass(frozen=True, slots=True)
class FollowUpsOutcome:
    """`left_out`: customers who are archived or do not want to be contacted, or for whom the very same is planned already.
    `action_id` None when nobody was left."""

    action_id: int | None
    added: int
    left_out: int


@dataclass(frozen=True, slots=True)
class BulkOutcome:
    """`passed_over`: gone, closed, or just so already. `action_id` None when nothing was changed."""

    action_id: int | None
    changed: int
    passed_over: int


@dataclass(frozen=True, slots=True)
class TriedOutcome:
    """`due`: the day it comes back."""

    action_id: int
    due: date


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """A follow-up as lists show it; `phone` of the customer, the mobile one first. `done_on` None while it is open. `rule_kind` is a
    RuleKind, empty when no rule made it; `reason` what the sentence about that needs. `code`: the customer's number, "#id" without one.
    `staff`: whom it was given to; `whose`: for whom it is, which is who looks after the customer where it was given to nobody."""

    id: int
    customer_id: int
    customer_name: str
    is_company: bool
    phone: str
    due: date
    kind: FollowUpKind
    source: FollowUpSource
    note: str
    staff: str
    done_on: date | None
    deadline: date | None = None
    rule_id: int | None = None
    rule_kind: str = ""
    occasion: str = ""
    reason: Mapping[str, Any] = field(default_factory=dict)
    about_id: int | None = None
    template: str = ""
    tries: int = 0
    repeat_months: int | None = None
    outcome: Outcome | None = None
    staff_id: int | None = None
    code: str = ""
    whose: str = ""


@dataclass(frozen=True, slots=True)
class NextFollowUp:
    """The earliest open follow-up of a customer."""

    due: date
    kind: FollowUpKind
