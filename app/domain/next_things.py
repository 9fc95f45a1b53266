"""What is to be done next with one customer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.care import RuleFields
from app.domain.inquiries import InquiryKind


@dataclass(frozen=True, slots=True)
class OpenVoice:
    """Something the customer said that is not closed. `due_at` of the open promise, None where none was made or it was kept;
    `is_answered`: somebody has replied, what was promised may still be open."""

    id: int
    kind: InquiryKind
    title: str
    promise: str
    due_at: datetime | None
    is_answered: bool

    @property
    def is_waiting(self) -> bool:
        """Whether it is still for the shop to do something."""
        return not self.is_answered or self.due_at is not None


@dataclass(frozen=True, slots=True)
class NextDate:
    """When a customer with nothing planned is thought of again: the day and the rule that brings it, or with `rule` None a day that is
    proposed because nothing will."""

    due: date
    rule: RuleFields | None = None
