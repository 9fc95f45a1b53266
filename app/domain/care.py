"""The rules that make follow-ups by themselves, and how much care a shop can give in a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from app.domain.errors import DomainError
from app.domain.follow_ups import FollowUpKind
from app.domain.marking import QT_TRANSLATE_NOOP
from app.domain.proposals import ProposalSettings
from app.domain.stored import as_mapping, is_number

DEFAULT_CAP, DEFAULT_REST = 20, 7
HIGHEST_CAP, LONGEST_REST = 500, 90
CATCH_UP_DAYS = 31
"""A day that was missed is made up for so long; what is older is history."""
HORIZON_DAYS = 366
"""A date further away than that is none to rely on."""


class RuleKind(StrEnum):
    """What happened, or will. In the order in which the rules are shown."""

    FIRST_VISIT = "first_visit"
    AFTER_VISIT = "after_visit"
    BIRTHDAY = "birthday"
    ANNIVERSARY = "anniversary"
    OVERDUE = "overdue"
    YEARLY = "yearly"
    LAPSE = "lapse"
    LOW_SURVEY = "low_survey"
    INQUIRY_OVERDUE = "inquiry_overdue"
    AFTER_EVENT = "after_event"
    RENEWAL = "renewal"
    JOB_DONE = "job_done"
    NEED_DUE = "need_due"
    PRODUCT_DUE = "product_due"
    FISCAL_START = "fiscal_start"
    BUDGET = "budget"
    NEW_PERSON = "new_person"
    HAND_PICKED = "hand_picked"
    HEALTH_FALLING = "health_falling"


@dataclass(frozen=True, slots=True)
class RuleFields:
    """`number`: days after or before what happened, times the own rhythm (OVERDUE), the highest score that counts as low (LOW_SURVEY),
    points lost in a month (HEALTH_FALLING), times a year (HAND_PICKED). `words`: what to do, empty for the usual words of the kind.
    `staff_id` None: whoever looks after the customer. `template`: key of the print template of a card or letter, empty for the one in
    use. `cap`: most of them in a day, None for the shop's."""

    kind: RuleKind
    number: float
    follow_up_kind: FollowUpKind
    words: str = ""
    staff_id: int | None = None
    template: str = ""
    cap: int | None = None
    is_on: bool = False


SHIPPED_RULES: tuple[RuleFields, ...] = (
    RuleFields(RuleKind.FIRST_VISIT, 1, FollowUpKind.CARD, is_on=True),
    RuleFields(RuleKind.BIRTHDAY, 14, FollowUpKind.CARD, is_on=True),
    RuleFields(RuleKind.OVERDUE, 1.5, FollowUpKind.CALL, is_on=True),
    RuleFields(RuleKind.AFTER_VISIT, 3, FollowUpKind.CALL),
    RuleFields(RuleKind.AFTER_VISIT, 21, FollowUpKind.CALL),
    RuleFields(RuleKind.AFTER_VISIT, 90, FollowUpKind.CARD),
    RuleFields(RuleKind.ANNIVERSARY, 7, FollowUpKind.CARD),
    RuleFields(RuleKind.YEARLY, 365, FollowUpKind.CARD),
    RuleFields(RuleKind.LAPSE, 30, FollowUpKind.CARD),
    RuleFields(RuleKind.LOW_SURVEY, 6, FollowUpKind.CALL),
    RuleFields(RuleKind.INQUIRY_OVERDUE, 0, FollowUpKind.CALL),
    RuleFields(RuleKind.AFTER_EVENT, 3, FollowUpKind.CALL),
    RuleFields(RuleKind.RENEWAL, 90, FollowUpKind.CALL),
    RuleFields(RuleKind.RENEWAL, 60, FollowUpKind.LETTER),
    RuleFields(RuleKind.RENEWAL, 30, FollowUpKind.VISIT),
    RuleFields(RuleKind.JOB_DONE, 14, FollowUpKind.CALL),
    RuleFields(RuleKind.NEED_DUE, 30, FollowUpKind.CARD),
    RuleFields(RuleKind.PRODUCT_DUE, 7, FollowUpKind.CARD),
    RuleFields(RuleKind.FISCAL_START, 30, FollowUpKind.CALL),
    RuleFields(RuleKind.BUDGET, 30, FollowUpKind.VISIT),
    RuleFields(RuleKind.NEW_PERSON, 14, FollowUpKind.VISIT),
    RuleFields(RuleKind.HAND_PICKED, 2, FollowUpKind.LETTER),
    RuleFields(RuleKind.HEALTH_FALLING, 15, FollowUpKind.CALL),
)


class RuleGone(DomainError):
    sentence = QT_TRANSLATE_NOOP("Errors", "This rule is not there any more. Nothing was changed.")


class RuleNumberOutOfRange(DomainError):
    """`low`, `high` as they are typed."""

    sentence = QT_TRANSLATE_NOOP("Errors", "Please enter a number from {low} to {high}. Nothing was changed.")


@dataclass(frozen=True, slots=True)
class Occasion:
    """Something that happened, or will, to a customer: `key` names it once and for all, as far as one rule is concerned. `due` is the day
    of its follow-up. `reason` holds what the sentence about it needs (numbers, texts, ISO days); `about_id` the row it is about."""

    customer_id: int
    key: str
    due: date
    reason: Mapping[str, Any] = field(default_factory=dict)
    about_id: int | None = None


@dataclass(frozen=True, slots=True)
class RunOutcome:
    """Of a day: `made` are new, `closed` have become needless, `existing` had been made before."""

    made: int
    closed: int
    existing: int


@dataclass(frozen=True, slots=True)
class HealthWeights:
    """Only their proportions matter; at least one is above zero."""

    recency: float = 0.30
    frequency: float = 0.15
    breadth: float = 0.10
    inquiries: float = 0.15
    renewal: float = 0.15
    survey: float = 0.15

    def as_tuple(self) -> tuple[float, ...]:
        return self.recency, self.frequency, self.breadth, self.inquiries, self.renewal, self.survey


@dataclass(frozen=True, slots=True)
class SegmentCare:
    """What the owner decided for one of the ready-made groups: its `name` (empty: as it comes), days between contacts (None: the own
    rhythm), what to `offer`, and how urgent it is (1 to 5)."""

    name: str = ""
    contact_days: int | None = None
    offer: str = ""
    priority: int = 3


@dataclass(frozen=True, slots=True)
class CareSettings:
    """`cap`: most tasks in a day; `rest_days` between two touches of one customer (a visit is none). `segments` by Segment value. `high`:
    from this health score on something can be proposed. `proposals`: from when on purchases say that something can be."""

    cap: int = DEFAULT_CAP
    rest_days: int = DEFAULT_REST
    weights: HealthWeights = field(default_factory=HealthWeights)
    segments: Mapping[str, SegmentCare] = field(default_factory=dict)
    high: int = 80
    proposals: ProposalSettings = field(default_factory=ProposalSettings)

    def to_json(self) -> dict[str, Any]:
        return {
            "cap": self.cap,
            "rest_days": self.rest_days,
            "weights": list(self.weights.as_tuple()),
            "segments": {key: [one.name, one.contact_days, one.offer, one.priority] for key, one in self.segments.items()},
            "high": self.high,
            "proposals": self.proposals.to_json(),
        }

    @classmethod
    def from_json(cls, stored: object) -> CareSettings:
        """What was stored, as far as it is understood; the rest as in a new shop."""
        found, usual = as_mapping(stored), cls()
        weights = found.get("weights")
        rated = isinstance(weights, list) and len(weights) == 6 and all(is_number(one) and one >= 0 for one in weights) and any(weights)
        return cls(
            cap=_between(found.get("cap"), 1, HIGHEST_CAP, usual.cap),
            rest_days=_between(found.get("rest_days"), 0, LONGEST_REST, usual.rest_days),
            weights=HealthWeights(*(float(one) for one in weights)) if rated and isinstance(weights, list) else usual.weights,
            segments=_segments(found.get("segments")),
            high=_between(found.get("high"), 1, 100, usual.high),
            proposals=ProposalSettings.from_json(found.get("proposals")),
        )


def _between(value: object, low: int, high: int, usual: int) -> int:
    return int(value) if is_number(value) and low <= value <= high else usual


def _segments(stored: object) -> dict[str, SegmentCare]:
    found = {}
    for key, one in as_mapping(stored).items():
        if isinstance(one, list) and len(one) == 4:
            name, days, offer, priority = one
            contact = int(days) if is_number(days) and days >= 1 else None
            found[str(key)] = SegmentCare(str(name or ""), contact, str(offer or ""), _between(priority, 1, 5, 3))
    return found
