"""Rules and what they foresee, as pages show them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from app.domain.care import RuleFields, RuleKind
from app.domain.follow_ups import FollowUpKind


@dataclass(frozen=True, slots=True)
class RulePreview:
    """`this_month`: how many follow-ups it makes in the month of today, also where it is off; `days_over_cap`: on how many days of it
    more fall due than the shop does in a day, all rules that are on and what is planned by hand included."""

    this_month: int
    days_over_cap: int


@dataclass(frozen=True, slots=True)
class RuleRow:
    """`staff`: the name of whom its follow-ups are for, empty for whoever looks after the customer. `preview` None: not asked for."""

    id: int
    fields: RuleFields
    staff: str
    since: date | None
    preview: RulePreview | None = None


@dataclass(frozen=True, slots=True)
class Foreseen:
    """A follow-up that a rule will make, as things stand today."""

    customer_id: int
    customer_name: str
    is_company: bool
    due: date
    kind: FollowUpKind
    staff: str
    rule_id: int
    rule_kind: RuleKind
    words: str
    reason: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WithoutNextDate:
    """Customers nobody would think of again, the longest not seen first, and for each the day that is proposed."""

    customer_ids: tuple[int, ...] = ()
    days: Mapping[int, date] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.customer_ids)
