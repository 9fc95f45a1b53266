"""Lists of measures that were drawn elsewhere: who was sent to, who was held back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.measures import Arm


@dataclass(frozen=True, slots=True)
class OutsideRow:
    """`row` as a spreadsheet shows it. `sent_on` None: the day of the whole measure; `cost` of this one person in minor units."""

    row: int
    customer_code: str
    arm: Arm
    sent_on: date | None = None
    cost: int = 0
